/** The filters of the list of leases, kept in the address: a link shows the same list. */
import { useQuery } from '@tanstack/react-query'
import { usePlaces } from '#modules/enterprise/pages/choices.ts'
import { standings } from '#modules/lease/model.ts'
import { type In, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { useAddress } from '#web/ui/filter/address.ts'
import { FilterBar as Bar, choicesOf, Pick, Tick } from '#web/ui/filter/bar.tsx'
import type { Choice } from '#web/ui/form/inputs.tsx'

type Asked = Omit<In<'lease/list'>, 'page' | 'size'>
const keys = { texts: ['words', 'zone', 'building', 'enterprise', 'standing'], numbers: ['expiring'], marks: ['overdue'] }

export function useFilter() {
  const of = useAddress(keys)
  const order = of.given('order')
  return { ...of, filter: { ...of.filter, ...(order ? { order } : {}) } as Asked } // the server checks every word of the address
}

/** Buildings one may choose from; of a zone where one is given. */
export function useBuildings(zone?: string): Choice[] {
  const asked = useQuery({ ...query('space/listBuildings', { size: 200, ...(zone ? { zone } : {}) }), staleTime: 60_000 })
  return (asked.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))
}

const within = { 30: '30 天内到期', 60: '60 天内到期', 90: '90 天内到期' }
const orders = { newest: '最近起租', oldest: '最早起租', ending: '最早到期', number: '合同编号', area: '面积' }

export function FilterBar({ total }: { total?: number }) {
  const of = useAddress(keys)
  const { role } = useMe()
  const { zones } = usePlaces()
  const buildings = useBuildings()
  const told = total === undefined ? '' : `共 ${total} 份`
  return (
    <Bar of={of} words="合同编号、承租方或单元" orders={orders} told={told}>
      {role !== 'park' && <Pick of={of} name="zone" title="园城" choices={zones} width={160} />}
      <Pick of={of} name="building" title="楼宇" choices={buildings} width={176} />
      <Pick of={of} name="standing" title="状态" choices={choicesOf(standings)} width={112} />
      <Pick of={of} name="expiring" title="到期时间" choices={choicesOf(within)} width={128} />
      <Tick of={of} name="overdue" title="有逾期" />
    </Bar>
  )
}
