/** The reports of one enterprise, for its file: month by month what was earned and employed, corrections in their place. */
import { useQuery } from '@tanstack/react-query'
import { filingStates } from '#modules/filing/flow.ts'
import { monthWord } from '#modules/work/pages/month.ts'
import { type Out, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { Panel, Row } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { exact } from './words.ts'

type Report = Out<'filing/history'>[number]

/** Those who see single reports; others are not shown the panel at all. */
const readers = ['leader', 'office', 'park', 'town', 'enterprise', 'institution']

const columns: Column<Report>[] = [
  {
    key: 'month',
    title: '报告期',
    show: ({ month, revision }) => (
      <Row>
        {monthWord(month)}
        {revision > 1 && <Mark>第 {revision - 1} 次更正</Mark>}
      </Row>
    ),
    sort: ({ month }) => month,
  },
  {
    key: 'status',
    title: '状态',
    show: ({ status, knownUntil }) =>
      knownUntil ? <Mark>{`${knownUntil} 更正`}</Mark> : <StatusTag of={filingStates} is={status} />,
  },
  { key: 'revenue', title: '营业收入（元）', number: true, show: ({ revenue }) => exact(revenue) },
  { key: 'software', title: '软件业务收入（元）', number: true, show: ({ softwareRevenue }) => exact(softwareRevenue) },
  { key: 'headcount', title: '期末参保人数（人）', number: true, show: ({ headcount }) => exact(headcount) },
  { key: 'decided', title: '审核日期', show: ({ decidedOn }) => <span className="number">{decidedOn ?? '—'}</span> },
]

export function FilingsOfEnterprise({ enterprise }: { enterprise: string }) {
  const me = useMe()
  const reads = readers.includes(me.role)
  const asked = useQuery({ ...query('filing/history', { enterprise }), enabled: reads })
  if (!reads) return null
  const own = me.role === 'enterprise' || me.role === 'institution'
  return (
    <Panel title="运行监测报表" flush>
      <Loaded from={asked}>
        {(reports) =>
          reports.length ? (
            <DataTable
              name="运行监测报表"
              rows={reports}
              columns={columns}
              rowKey={({ id }) => id}
              to={({ id, month }) => (own ? `/enterprise/filings/${month}` : `/office/filings/${id}`)}
              pageSize={12}
            />
          ) : (
            <EmptyState title="暂无报表" about="企业报送后会在这里列出。" />
          )
        }
      </Loaded>
    </Panel>
  )
}
