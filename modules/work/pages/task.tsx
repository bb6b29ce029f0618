/** One task opened up: its light and why, who answers for it, how it is broken down, what was reported, what happened. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { duties } from '#modules/plan/model.ts'
import { query } from '#web/client.ts'
import { Timeline } from '#web/timeline.tsx'
import { PageTabs } from '#web/ui/dialog.tsx'
import { Light, Mark } from '#web/ui/figure/light.tsx'
import { Halves, PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { LongText } from '#web/ui/text.tsx'
import type { TaskDetail } from './detail.ts'
import { LightPanel } from './light-panel.tsx'
import { Measures } from './plan/measures.tsx'
import { TaskReports } from './report/task-reports.tsx'

export default function Task() {
  const { key = '' } = useParams()
  const asked = useQuery(query('work/task', { key }))
  return <Loaded from={asked}>{(detail) => <Opened of={detail} />}</Loaded>
}

function Opened({ of }: { of: TaskDetail }) {
  const { task, text } = of
  return (
    <PageFrame
      title={`${task.number ? `${task.number}. ` : ''}${task.title}`}
      description={task.group}
      marks={
        <>
          <Light is={task.light} />
          {task.override && <Mark tone="warn">人工调整</Mark>}
        </>
      }
      crumbs={[{ title: '任务矩阵', to: '/office/tasks' }, { title: task.title }]}
    >
      <Halves shares={['3fr', '2fr']}>
        <LightPanel of={of} />
        <Panel title="责任单位">
          <div className="stack tight">
            <Units of={of} />
            {text && (
              <div>
                <div className="quiet">任务内容</div>
                <LongText lines={3}>{text}</LongText>
              </div>
            )}
          </div>
        </Panel>
      </Halves>
      <PageTabs
        of={[
          { key: 'measures', title: `举措与节点（${task.progress.done}/${task.progress.total}）`, content: <Measures of={of} /> },
          { key: 'reports', title: '月度进展', content: <TaskReports of={of} /> },
          {
            key: 'timeline',
            title: '办理记录',
            content: (
              <Panel>
                <Timeline subjects={[task.key]} />
              </Panel>
            ),
          },
        ]}
      />
    </PageFrame>
  )
}

function Units({ of: { task } }: { of: TaskDetail }) {
  if (task.units.length === 0) return <p className="quiet">方案尚未明确责任单位</p>
  const named = (duty: 'lead' | 'partner') => task.units.filter((unit) => unit.duty === duty).map(({ name }) => name)
  return (
    <dl className="facts">
      {(['lead', 'partner'] as const).map((duty) => (
        <div key={duty} className="wide">
          <dt>{duties[duty]}</dt>
          <dd>{named(duty).join('、') || <span className="quiet">无</span>}</dd>
        </div>
      ))}
    </dl>
  )
}
