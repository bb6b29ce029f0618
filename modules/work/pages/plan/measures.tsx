/** How a task is broken down: measures with their milestones over the term of the plan. */
import { useState } from 'react'
import { Panel } from '#web/ui/frame/page.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { type Asked, onlyLead, type TaskDetail } from '../detail.ts'
import { MeasureDialog } from './measure-dialog.tsx'
import { MeasureRows } from './measure-rows.tsx'
import { spanOf } from './span.ts'
import './measures.css'

export function Measures({ of }: { of: TaskDetail }) {
  const [asked, ask] = useState<Asked | null>(null)
  const span = spanOf(of)
  const add = (
    <Permitted when={of.mayPlan} because={onlyLead} icon={icons.add} onClick={() => ask({ kind: 'add-measure' })}>
      分解举措
    </Permitted>
  )
  return (
    <Panel title="举措与节点" flush actions={add}>
      {of.measures.length === 0 ? (
        <EmptyState title="尚未分解工作举措" about="由牵头单位把任务分解为举措，并为每项举措设置有期限、有佐证要求的节点。" />
      ) : (
        <div className="gantt-frame">
          <table className="gantt" aria-label="举措与节点">
            <thead>
              <tr>
                <th scope="col">举措与节点</th>
                <th scope="col">责任单位</th>
                <th scope="col">完成期限</th>
                <th scope="col">完成情况</th>
                <th scope="col" className="gantt-time">
                  <div className="gantt-years">
                    {span.years.map((year) => (
                      <span key={year}>{year}年</span>
                    ))}
                  </div>
                </th>
                <th scope="col">
                  <span className="visually-hidden">办理</span>
                </th>
              </tr>
            </thead>
            {of.measures.map((measure) => (
              <MeasureRows key={measure.id} of={of} measure={measure} span={span} onAsk={ask} />
            ))}
          </table>
        </div>
      )}
      <MeasureDialog of={of} asked={asked} onClose={() => ask(null)} />
    </Panel>
  )
}
