/** Runs of assigning many firms as one, the latest first (plan task 10: 拎包入住). */
import { useQuery } from '@tanstack/react-query'
import { assignmentStates } from '#modules/movein/flow.ts'
import { query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { GoTo } from '#web/ui/buttons.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { moment } from '#web/ui/figure/number.ts'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded, NoRight } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { gapWords, type Line, points, toneOf } from './assignment/words.ts'
import './move-in.css'

export default function Assignments() {
  const { role } = useMe()
  return role === 'office' || role === 'park' || role === 'leader' ? (
    <Listed mayStart={role !== 'leader'} />
  ) : (
    <NoRight title="您没有查看统筹分配的权限" about="统筹分配由领导小组办公室和园城办理，区领导可以查看。" />
  )
}

function Listed({ mayStart }: { mayStart: boolean }) {
  const asked = useQuery({
    ...query('movein/assignments', {}),
    refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === 'solving') ? 2000 : false),
  })
  const start = (
    <GoTo main icon={icons.add} to="/office/assignments/new">
      发起统筹
    </GoTo>
  )
  return (
    <PageFrame
      title="统筹分配"
      description="多家企业与可租房源一并求解，按评分、租金、集聚等目标给出总体最好的安置方案；经校验后可采纳为推荐。"
      actions={mayStart && start}
    >
      <Panel flush>
        <Loaded from={asked} rows={8}>
          {(rows) => (
            <DataTable
              name="统筹分配"
              rows={rows}
              columns={columns}
              rowKey={({ id }) => id}
              to={({ id }) => `/office/assignments/${id}`}
              empty={
                <EmptyState
                  title="尚未做过统筹分配"
                  about="几家企业看中同样的房源时，在这里一并安排，比逐家推荐更合理。"
                  actions={mayStart && start}
                />
              }
            />
          )}
        </Loaded>
      </Panel>
    </PageFrame>
  )
}

const columns: Column<Line>[] = [
  {
    key: 'title',
    title: '名称',
    wrap: 16,
    show: ({ title, zoneName, trial }) => (
      <>
        {title} {trial && <Mark tone="warn">测算</Mark>}
        <div className="quiet move-in-small">{zoneName ?? '全区'}</div>
      </>
    ),
  },
  { key: 'state', title: '状态', show: ({ status }) => <StatusTag of={assignmentStates} is={status} tone={toneOf[status]} /> },
  {
    key: 'firms',
    title: '安置企业',
    number: true,
    show: ({ placed, firms }) => (placed === null ? `共 ${firms} 家` : `${placed}／${firms} 家`),
  },
  { key: 'objective', title: '目标值', number: true, show: ({ objective }) => points(objective) },
  { key: 'bound', title: '上界（最好可能）', number: true, show: ({ bound }) => points(bound) },
  { key: 'gap', title: '差距', number: true, show: ({ gap }) => gapWords(gap) },
  { key: 'verified', title: '校验', show: ({ verified }) => (verified ? <Mark tone="good">已校验</Mark> : '—') },
  {
    key: 'started',
    title: '发起',
    show: ({ startedBy, startedAt }) => (
      <>
        {startedBy}
        <div className="quiet move-in-small number">{moment(startedAt)}</div>
      </>
    ),
  },
]
