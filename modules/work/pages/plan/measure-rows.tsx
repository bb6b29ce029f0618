/** One measure and its milestones, as rows with their place in time. */
import { Act } from '#web/ui/buttons.tsx'
import { Clock } from '#web/ui/figure/clock.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { dated } from '#web/ui/figure/number.ts'
import { Permitted } from '#web/ui/permitted.tsx'
import { type Asked, type Measure, type Milestone, onlyLead, type TaskDetail } from '../detail.ts'
import { Evidence } from './evidence.tsx'
import type { Span } from './span.ts'

type RowsOf = { of: TaskDetail; measure: Measure; span: Span; onAsk: (asked: Asked) => void }

export function MeasureRows({ of, measure, span, onAsk }: RowsOf) {
  const own = of.milestones.filter((one) => one.measure === measure.id)
  const dropped = measure.droppedOn !== null
  const may = of.mayPlan && !dropped
  const because = dropped ? '该举措已终止' : onlyLead
  return (
    <tbody className={dropped ? 'gantt-dropped' : undefined}>
      <tr className="gantt-measure">
        <th scope="row">{measure.title}</th>
        <td>{measure.ownerName}</td>
        <td className="number">
          {measure.startsOn} 至 <br />
          {measure.dueOn}
        </td>
        <td>
          {dropped ? (
            <>
              <Mark>已终止</Mark>
              <div className="quiet">
                {dated(measure.droppedOn)}：{measure.dropReason}
              </div>
            </>
          ) : (
            <span className="quiet">
              节点 {own.filter(({ doneOn }) => doneOn).length}/{own.length}
            </span>
          )}
        </td>
        <td className="gantt-time">
          <Lane span={span} today={of.today}>
            <span
              className="gantt-bar"
              style={{ left: `${span.at(measure.startsOn)}%`, width: `${span.at(measure.dueOn) - span.at(measure.startsOn)}%` }}
            />
          </Lane>
        </td>
        <td>
          <span className="gantt-acts">
            <Permitted inline when={may} because={because} onClick={() => onAsk({ kind: 'add-milestone', measure })}>
              设置节点
            </Permitted>
            <Permitted inline when={may} because={because} onClick={() => onAsk({ kind: 'edit-measure', measure })}>
              调整
            </Permitted>
            <Permitted inline danger when={may} because={because} onClick={() => onAsk({ kind: 'drop-measure', measure })}>
              终止
            </Permitted>
          </span>
        </td>
      </tr>
      {own.map((milestone) => (
        <MilestoneRow key={milestone.id} of={of} milestone={milestone} dropped={dropped} span={span} onAsk={onAsk} />
      ))}
    </tbody>
  )
}

type RowOf = { of: TaskDetail; milestone: Milestone; dropped: boolean; span: Span; onAsk: (asked: Asked) => void }

function MilestoneRow({ of, milestone, dropped, span, onAsk }: RowOf) {
  const { title, ownerName, dueOn, doneOn, workdaysLeft, mayFinish } = milestone
  const late = !doneOn && dueOn < of.today
  const because = dropped ? '该举措已终止' : '只有节点的责任单位和领导小组办公室可以办结'
  return (
    <tr>
      <th scope="row" className="gantt-node">
        {title}
        <Evidence of={milestone} />
      </th>
      <td>{ownerName}</td>
      <td className="number">{dueOn}</td>
      <td>
        {doneOn ? (
          <>
            <Mark tone="good">已完成</Mark> <span className="quiet number">{doneOn}</span>
          </>
        ) : (
          <Clock left={workdaysLeft} dueOn={dueOn} today={of.today} />
        )}
      </td>
      <td className="gantt-time">
        <Lane span={span} today={of.today}>
          <span
            className={`gantt-mark ${doneOn ? 'done' : late ? 'late' : ''}`}
            style={{ left: `${span.at(dueOn)}%` }}
            title={`期限 ${dueOn}${doneOn ? `，${doneOn} 完成` : ''}`}
          />
        </Lane>
      </td>
      <td>
        <span className="gantt-acts">
          {doneOn ? (
            <Permitted inline when={mayFinish && !dropped} because={because} onClick={() => onAsk({ kind: 'reopen', milestone })}>
              撤销办结
            </Permitted>
          ) : (
            <>
              <Permitted
                inline
                when={mayFinish && !dropped}
                because={because}
                onClick={() => onAsk({ kind: 'finish', milestone })}
              >
                办结
              </Permitted>
              <Permitted
                inline
                when={of.mayPlan && !dropped}
                because={dropped ? '该举措已终止' : onlyLead}
                onClick={() => onAsk({ kind: 'edit-milestone', milestone })}
              >
                调整
              </Permitted>
            </>
          )}
          {mayFinish && !dropped && (
            <Act inline onClick={() => onAsk({ kind: 'attach', milestone })}>
              佐证
            </Act>
          )}
        </span>
      </td>
    </tr>
  )
}

const Lane = ({ span, today, children }: { span: Span; today: string; children: React.ReactNode }) => (
  <div className="gantt-lane">
    {span.years.slice(1).map((year) => (
      <span key={year} className="gantt-year" style={{ left: `${span.at(`${year}-01-01`)}%` }} />
    ))}
    <span className="gantt-today" style={{ left: `${span.at(today)}%` }} />
    {children}
  </div>
)
