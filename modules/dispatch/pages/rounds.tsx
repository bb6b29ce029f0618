/** All rounds of dispatch, the latest first: how far the units are, and one's own sheet. */
import { useQuery } from '@tanstack/react-query'
import { roundStates } from '#modules/dispatch/flow.ts'
import { rhythms } from '#modules/dispatch/model.ts'
import { type Out, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { GoTo } from '#web/ui/buttons.tsx'
import { StatusTag, type Tone } from '#web/ui/figure/light.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { SheetState } from './words.tsx'

type Row = Out<'dispatch/list'>['rows'][number]
const size = 24
export const roundTones: Record<Row['status'], Tone> = { open: 'active', closed: 'warn', issued: 'good' }

export default function Rounds() {
  const { role } = useMe()
  const page = usePage()
  const asked = useQuery({
    ...query('dispatch/list', { page, size }),
    placeholderData: (before: Out<'dispatch/list'> | undefined) => before,
  })
  const all = role === 'office' || role === 'leader'
  return (
    <PageFrame
      title="调度"
      description="每月由系统按台账生成调度单，各单位只需确认；有出入的反馈意见，需要协调的提出求助。"
      actions={
        <>
          <GoTo to="/office/burden">填报负担公示</GoTo>
          <GoTo to="/office/dispatch-rules">调度规则</GoTo>
        </>
      }
    >
      <Panel flush>
        <Loaded from={asked} rows={10}>
          {({ rows, total }) => (
            <>
              <DataTable
                name="调度轮次"
                rows={rows}
                columns={all ? [...columns, ...counts] : [...columns, own]}
                rowKey={({ id }) => id}
                to={({ id }) => `/office/dispatch/${id}`}
                pageSize={size}
                empty={<EmptyState title="还没有调度" about="系统在规则确定的工作日自动发起，届时在这里列出。" />}
              />
              {total > size && <Pager size={size} total={total} />}
            </>
          )}
        </Loaded>
      </Panel>
    </PageFrame>
  )
}

const columns: Column<Row>[] = [
  { key: 'title', title: '调度', show: ({ title }) => title },
  { key: 'rhythm', title: '周期', show: ({ rhythm }) => rhythms[rhythm] },
  { key: 'status', title: '状态', show: ({ status }) => <StatusTag of={roundStates} is={status} tone={roundTones[status]} /> },
  { key: 'asOf', title: '数据日期', show: ({ asOf }) => asOf },
  { key: 'dueOn', title: '确认时限', show: ({ dueOn, rhythm }) => (rhythm === 'month' ? dueOn : '—') },
  { key: 'number', title: '通报文号', show: ({ number }) => number ?? '—' },
]
const counts: Column<Row>[] = [
  { key: 'units', title: '单位', number: true, show: ({ tally }) => tally?.units ?? '—' },
  { key: 'confirmed', title: '已确认', number: true, show: ({ tally }) => tally?.confirmed ?? '—' },
  { key: 'remarked', title: '已反馈', number: true, show: ({ tally }) => tally?.remarked ?? '—' },
  { key: 'waiting', title: '待确认', number: true, show: ({ tally }) => tally?.waiting ?? '—' },
]
const own: Column<Row> = { key: 'own', title: '本单位', show: ({ own: state }) => (state ? <SheetState is={state} /> : '—') }
