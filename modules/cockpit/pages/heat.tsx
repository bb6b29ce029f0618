/** The heat of tasks: the worst cell of each task month by month, as many of the latest months as there is room for. */
import { useSyncExternalStore } from 'react'
import { Link } from 'react-router'
import type { Cell } from '#modules/work/model.ts'
import { CellMark, cellWord } from '#web/ui/figure/cell.tsx'
import { Light } from '#web/ui/figure/light.tsx'
import type { Overview } from './overview.ts'
import './heat.css'

export function Heat({ of: { tasks, months } }: { of: Overview }) {
  const room = useRoom()
  const shown = windowOf(months, room)
  return (
    <table className="heat" aria-label="重点任务逐月进展">
      <thead>
        <tr>
          <th scope="col" className="heat-task">
            <span className="visually-hidden">任务</span>
          </th>
          <th scope="col" className="heat-light">
            <span className="visually-hidden">灯色</span>
          </th>
          <th scope="col" className="heat-done">
            节点
          </th>
          {shown.map((month, at) => (
            <th key={month} scope="col" className={at === 0 || month.endsWith('-01') ? 'heat-year' : undefined}>
              {(month.endsWith('-01') || (at === 0 && !shown[1]?.endsWith('-01'))) && (
                <span className="heat-label">{month.slice(0, 4)}</span>
              )}
              {Number(month.slice(5))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <tr key={task.key}>
            <th scope="row" className="heat-task">
              <Link to={`/office/tasks/${task.key}`} title={`${task.title}${task.reason ? `：${task.reason}` : ''}`}>
                <span className="heat-number number">{task.number}</span>
                <span className="heat-title">{task.title}</span>
                <span className="heat-lead">{task.lead}</span>
              </Link>
            </th>
            <td className="heat-light" title={task.reason ?? undefined}>
              <Light is={task.light} />
            </td>
            <td className="heat-done number">
              {task.done}/{task.total}
            </td>
            {shown.map((month) => (
              <HeatCell
                key={month}
                is={task.months[months.indexOf(month)] ?? null}
                task={task.key}
                title={task.title}
                month={month}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function HeatCell({ is, task, title, month }: { is: Cell | null; task: string; title: string; month: string }) {
  if (is === null) return <td className="heat-cell" />
  const label = `${title}，${month}，${cellWord(is)}`
  return (
    <td className="heat-cell">
      <Link to={`/office/tasks?year=${month.slice(0, 4)}&task=${task}&month=${month}`} aria-label={label} title={label}>
        <CellMark is={is} small />
      </Link>
    </td>
  )
}

/** The latest months, and in a young plan those to come, so that a month is always as wide. */
function windowOf(months: readonly string[], room: number): string[] {
  const shown = months.slice(-room)
  let [year, month] = (shown.at(-1) ?? '').split('-').map(Number) as [number, number]
  while (year && shown.length < room) {
    month = month === 12 ? 1 : month + 1
    if (month === 1) year += 1
    shown.push(`${year}-${String(month).padStart(2, '0')}`)
  }
  return shown
}

/** Months that fit beside the titles. */
const widths: [query: string, months: number][] = [
  ['(min-width: 1700px)', 6],
  ['(min-width: 1400px)', 12],
  ['(min-width: 1100px)', 9],
  ['(min-width: 720px)', 12],
]
const watch = (tell: () => void) => {
  const queries = widths.map(([query]) => matchMedia(query))
  for (const query of queries) query.addEventListener('change', tell)
  return () => {
    for (const query of queries) query.removeEventListener('change', tell)
  }
}
const useRoom = () => useSyncExternalStore(watch, () => widths.find(([query]) => matchMedia(query).matches)?.[1] ?? 6)
