/** Titles that run out: those that have, and those that soon will, with the official to call. */
import { useQuery } from '@tanstack/react-query'
import { titles } from '#modules/enterprise/model.ts'
import { type Out, query } from '#web/client.ts'
import { Mark } from '#web/ui/figure/light.tsx'
import { PageFrame } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'

type Due = Out<'enterprise/renewals'>['rows'][number]
const states = { past: '已到期', soon: '即将到期' }
const stateOf = ({ daysLeft }: Due) => (daysLeft < 0 ? 'past' : 'soon')

export default function Renewals() {
  const asked = useQuery(query('enterprise/renewals', {}))
  const within = asked.data?.withinDays
  return (
    <PageFrame
      title="资质到期"
      description={`在区企业已到期${within === undefined ? '' : `或 ${within} 天内到期`}的资质称号；已取得新一期的不再列出。`}
    >
      <Loaded from={asked} rows={10}>
        {({ rows }) => (
          <DataTable
            name="资质到期"
            rows={rows}
            columns={columns}
            rowKey={({ id }) => id}
            to={({ enterprise }) => `/office/enterprises/${enterprise}?tab=titles`}
            find={({ name, kind, keeperName, town }) => [name, titles[kind], keeperName, town].join(' ')}
            empty={<EmptyState title="没有即将到期的资质称号" />}
          />
        )}
      </Loaded>
    </PageFrame>
  )
}

const columns: Column<Due>[] = [
  { key: 'name', title: '企业名称', wrap: 16, show: ({ name }) => name, sort: ({ name }) => name },
  {
    key: 'kind',
    title: '资质称号',
    show: ({ kind, level }) => [titles[kind], level].filter(Boolean).join(' '),
    filter: { of: titles, has: ({ kind }) => kind },
  },
  {
    key: 'validUntil',
    title: '有效期至',
    show: ({ validUntil }) => <span className="number">{validUntil}</span>,
    sort: ({ validUntil }) => validUntil,
  },
  {
    key: 'state',
    title: '提醒',
    show: (row) => <Mark tone={stateOf(row) === 'past' ? 'bad' : 'warn'}>{row.warning}</Mark>,
    filter: { of: states, has: stateOf },
  },
  { key: 'town', title: '所在镇街', show: ({ town }) => town, sort: ({ town }) => town },
  { key: 'keeper', title: '服务专员', show: ({ keeperName }) => keeperName ?? <span className="quiet">未指定</span> },
  { key: 'number', title: '证书编号', wideOnly: true, show: ({ number }) => number },
]
