/** Screenings of every firm against every clause: those that were, the one that runs, and a new one begun (plan task 3). */
import { useQuery } from '@tanstack/react-query'
import { query } from '#web/client.ts'
import { moment } from '#web/ui/figure/number.ts'
import { PageFrame, Panel, Row } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { everyTwoSeconds, isRunning, type Line, StandingMark, Stop } from './screening/standing.tsx'
import { Start } from './screening/start.tsx'
import { money } from './words.ts'
import './claim.css'

export default function Screenings() {
  const asked = useQuery({
    ...query('claim/screeningList', {}),
    refetchInterval: ({ state }) => (state.data?.some(isRunning) ? everyTwoSeconds : false),
  })
  return (
    <PageFrame
      title="政策筛查"
      description="按台账对全部企业逐条测算，列出符合、待核实和只差一项的企业；含免申即享条款的政策每日自动筛查。"
      actions={<Start />}
    >
      <Panel flush>
        <Loaded from={asked}>
          {(rows) => (
            <DataTable
              name="政策筛查"
              rows={rows}
              columns={columns}
              rowKey={({ id }) => id}
              to={({ id }) => `/office/screenings/${id}`}
              empty={<EmptyState title="还没有政策筛查" about="选择条款版本和数据日期发起筛查，结果留存在这里。" />}
            />
          )}
        </Loaded>
      </Panel>
    </PageFrame>
  )
}

const ofDone = (of: Line, value: string) => (of.done ? value : '—')
const count = (value: number) => value.toLocaleString('zh-CN')

const columns: Column<Line>[] = [
  {
    key: 'version',
    title: '条款版本',
    wrap: 20,
    show: ({ policyTitle, number }) => (
      <>
        {policyTitle}
        <div className="quiet claim-small">第 {number} 版</div>
      </>
    ),
  },
  {
    key: 'standing',
    title: '状态',
    show: (of) => (
      <Row>
        <StandingMark of={of} />
        {isRunning(of) && <Stop id={of.id} />}
      </Row>
    ),
  },
  { key: 'asOf', title: '数据日期', show: ({ asOf }) => <span className="number">{asOf}</span> },
  { key: 'firms', title: '企业（家）', number: true, show: (of) => ofDone(of, count(of.firms)), sort: ({ firms }) => firms },
  {
    key: 'eligible',
    title: '符合（家）',
    number: true,
    show: (of) => ofDone(of, count(of.eligible)),
    sort: ({ eligible }) => eligible,
  },
  { key: 'amount', title: '预计金额', number: true, show: (of) => ofDone(of, money(of.amount)), sort: ({ amount }) => amount },
  {
    key: 'by',
    title: '发起',
    show: ({ startedBy, startedAt }) => (
      <>
        {startedBy}
        <div className="quiet claim-small number">{moment(startedAt)}</div>
      </>
    ),
    sort: ({ startedAt }) => startedAt,
  },
]
