/** The clocks that run out next: open milestones in the order of their days. */
import { Link } from 'react-router'
import { Clock } from '#web/ui/figure/clock.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import type { Overview } from './overview.ts'

export function Deadlines({ of: { deadlines, day } }: { of: Overview }) {
  if (deadlines.length === 0) return <EmptyState title="没有未完成的节点" />
  return (
    <ul className="deadlines">
      {deadlines.map(({ task, taskTitle, title, owner, dueOn, workdaysLeft }) => (
        <li key={`${task} ${title} ${dueOn}`}>
          <Link to={`/office/tasks/${task}`} title={`${taskTitle}：${title}`}>
            <span className="deadline-title">{title}</span>
            <span className="deadline-about">
              <span className="quiet">
                {owner}
                <span className="deadline-on"> · {dueOn}</span>
              </span>
              <Clock left={workdaysLeft} dueOn={dueOn} today={day} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
