/** The filters of the list of matters, kept in the address: a link shows the same list. */
import { usePlaces } from '#modules/enterprise/pages/choices.ts'
import { moveInStates } from '#modules/movein/flow.ts'
import type { In } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { useAddress } from '#web/ui/filter/address.ts'
import { FilterBar as Bar, choicesOf, Pick, Tick } from '#web/ui/filter/bar.tsx'
import { type Choice, ViewSwitch } from '#web/ui/form/inputs.tsx'

const keys = { texts: ['words', 'zone', 'state'], marks: ['mine', 'late', 'closed'] }

export function useFilter() {
  const of = useAddress(keys)
  const { closed, ...rest } = of.filter
  const asked = { ...rest, ...(of.given('state') ? {} : { open: closed !== true }) }
  return {
    ...of,
    filter: asked as Omit<In<'movein/list'>, 'page' | 'size'>, // the server checks every word of the address
    board: of.given('view') === 'board',
  }
}

const views: Choice[] = [
  { value: 'table', label: '列表' },
  { value: 'board', label: '看板' },
]

export function FilterBar({ total }: { total: number | undefined }) {
  const of = useAddress(keys)
  const { role } = useMe()
  const { zones } = usePlaces()
  const board = of.given('view') === 'board'
  const view = (
    <ViewSwitch
      name="显示方式"
      choices={views}
      value={board ? 'board' : 'table'}
      onChange={(view) => of.choose('view', view === 'board' ? view : null)}
    />
  )
  const told = total === undefined ? '' : `共 ${total} 件`
  return (
    <Bar of={of} lead={view} words="企业名称或办件编号" told={told}>
      {role !== 'park' && <Pick of={of} name="zone" title="园城" choices={zones} />}
      {!board && <Pick of={of} name="state" title="状态" choices={choicesOf(moveInStates)} />}
      <Tick of={of} name="mine" title="待我办理" />
      <Tick of={of} name="late" title="已逾期" />
      {!board && <Tick of={of} name="closed" title="已办结" />}
    </Bar>
  )
}
