/** The matrix on a phone: each task with its light and a strip of the year's months. */
import { Link } from 'react-router'
import { worstOf } from '#modules/work/model.ts'
import { CellMark, cellWord } from '#web/ui/figure/cell.tsx'
import { Light } from '#web/ui/figure/light.tsx'
import type { BoardTask } from '../detail.ts'
import { monthsOfYear, monthWord } from '../month.ts'
import './matrix.css'

type StripsOf = {
  tasks: readonly BoardTask[]
  months: readonly string[]
  year: string
  onOpen: (task: string, month: string, org: string | null) => void
}

export const TaskStrips = ({ tasks, months, year, onOpen }: StripsOf) => (
  <ul className="panel strips" aria-label="任务">
    {tasks.map((task) => (
      <li key={task.key}>
        <div className="strip-head">
          <Link to={`/office/tasks/${task.key}`}>
            {task.number && `${task.number}. `}
            {task.title}
          </Link>
          <Light is={task.light} reasons={task.reasons.map(({ sentence }) => sentence)} />
        </div>
        <div className="quiet">
          {task.units.find(({ duty }) => duty === 'lead')?.name ?? '尚无牵头单位'} · 节点 {task.progress.done}/
          {task.progress.total}
        </div>
        <div className="strip-months">
          {monthsOfYear(year).map((month) => {
            const at = months.indexOf(month)
            const is = at < 0 ? null : worstOf(task.units.map(({ cells }) => cells[at]!))
            return (
              <button key={month} type="button" className="plain" disabled={at < 0} onClick={() => onOpen(task.key, month, null)}>
                <CellMark is={is} small />
                <small aria-hidden="true">{Number(month.slice(5))}</small>
                <span className="visually-hidden">
                  {monthWord(month)} {cellWord(is)}
                </span>
              </button>
            )
          })}
        </div>
      </li>
    ))}
  </ul>
)
