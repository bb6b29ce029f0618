/** The filters of the list of matters, kept in the address: a link shows the same list. */
import { matterStates } from '#modules/matter/flow.ts'
import { levels, origins } from '#modules/matter/model.ts'
import type { In } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { useAddress } from '#web/ui/filter/address.ts'
import { FilterBar as Bar, choicesOf, Pick, Tick } from '#web/ui/filter/bar.tsx'
import { useUnits } from './words.ts'

const keys = { texts: ['words', 'state', 'origin', 'level', 'owner', 'task'], marks: ['mine', 'raised', 'late', 'closed'] }

export function useFilter() {
  const of = useAddress(keys)
  const { closed, ...rest } = of.filter
  const asked = { ...rest, ...(of.given('state') ? {} : { open: closed !== true }) }
  return { ...of, filter: asked as Omit<In<'matter/list'>, 'page' | 'size'> } // the server checks every word of the address
}

export function FilterBar({ total }: { total: number | undefined }) {
  const of = useAddress(keys)
  const { role } = useMe()
  const units = useUnits()
  const judges = role === 'office' || role === 'leader'
  return (
    <Bar of={of} words="事项或编号" told={total === undefined ? '' : `共 ${total} 件`}>
      {judges && <Pick of={of} name="owner" title="责任单位" choices={units} />}
      <Pick of={of} name="origin" title="来源" choices={choicesOf(origins)} />
      <Pick of={of} name="state" title="状态" choices={choicesOf(matterStates)} width={112} />
      <Pick of={of} name="level" title="办理层级" choices={choicesOf(levels)} />
      <Tick of={of} name="mine" title="待我办理" />
      <Tick of={of} name="late" title="已逾期" />
      {role !== 'leader' && <Tick of={of} name="raised" title="本单位提出" />}
      <Tick of={of} name="closed" title="已结束" />
    </Bar>
  )
}
