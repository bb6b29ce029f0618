/** The matrix as a table: header and first columns stay in sight; a task opens into its units. */
import { useState } from 'react'
import { Link } from 'react-router'
import { duties } from '#modules/plan/model.ts'
import { type Cell, worstOf } from '#modules/work/model.ts'
import { Act } from '#web/ui/buttons.tsx'
import { CellMark, cellWord } from '#web/ui/figure/cell.tsx'
import { Light } from '#web/ui/figure/light.tsx'
import type { BoardTask } from '../detail.ts'
import { monthsOfYear, monthWord, shortMonth } from '../month.ts'
import './matrix.css'

type TableOf = {
  tasks: readonly BoardTask[]
  months: readonly string[]
  year: string
  /** Looking for this unit: every task is opened to show it. */
  org: string | null
  today: string
  onOpen: (task: string, month: string, org: string | null) => void
}
type Column = { month: string; at: number }

export function MatrixTable({ tasks, months, year, org, today, onOpen }: TableOf) {
  const [opened, open] = useState<ReadonlySet<string>>(new Set())
  const columns = monthsOfYear(year).map((month) => ({ month, at: months.indexOf(month) }))
  const turn = (key: string) => {
    const next = new Set(opened)
    next.delete(key) || next.add(key)
    open(next)
  }
  const all = tasks.every(({ key }) => opened.has(key))
  return (
    <div className="matrix-frame">
      <table className="matrix" aria-label="任务矩阵">
        <thead>
          <tr>
            <th scope="col" className="matrix-name">
              <span className="matrix-head">
                任务与责任单位
                <Act inline onClick={() => open(all ? new Set() : new Set(tasks.map(({ key }) => key)))}>
                  {all ? '全部收起' : '展开单位'}
                </Act>
              </span>
            </th>
            <th scope="col" className="matrix-light">
              灯色
            </th>
            <th scope="col" title="已完成节点／全部节点">
              节点
            </th>
            {columns.map(({ month }) => (
              <th key={month} scope="col" className={today.startsWith(month) ? 'matrix-now' : undefined}>
                {shortMonth(month)}
              </th>
            ))}
          </tr>
        </thead>
        {tasks.map((task) => (
          <TaskRows
            key={task.key}
            task={task}
            columns={columns}
            units={org ? task.units.filter((unit) => unit.org === org) : task.units}
            open={opened.has(task.key) || org !== null}
            onTurn={() => turn(task.key)}
            onOpen={onOpen}
          />
        ))}
      </table>
    </div>
  )
}

type RowsOf = {
  task: BoardTask
  columns: Column[]
  units: BoardTask['units']
  open: boolean
  onTurn: () => void
  onOpen: TableOf['onOpen']
}

function TaskRows({ task, columns, units, open, onTurn, onOpen }: RowsOf) {
  const lead = task.units.filter(({ duty }) => duty === 'lead').map(({ name }) => name)
  return (
    <tbody>
      <tr className="matrix-task">
        <th scope="row" className="matrix-name">
          <span className="matrix-title">
            <button
              type="button"
              className="plain matrix-turn"
              aria-expanded={open}
              aria-label={`${task.title}的责任单位`}
              onClick={onTurn}
            >
              {open ? '−' : '+'}
            </button>
            <span className="matrix-number number">{task.number}</span>
            <span className="matrix-words">
              <Link to={`/office/tasks/${task.key}`} title={task.title}>
                {task.title}
              </Link>
              <span className="matrix-lead" title={lead.join('、')}>
                {lead[0] ?? '尚无牵头单位'}
                {task.units.length > 1 && ` 等 ${task.units.length} 个单位`}
              </span>
            </span>
          </span>
        </th>
        <td className="matrix-light">
          <Light is={task.light} reasons={task.reasons.map(({ sentence }) => sentence)} />
        </td>
        <td className="number">
          {task.progress.done}/{task.progress.total}
        </td>
        {columns.map((column) => (
          <CellAt
            key={column.month}
            column={column}
            is={column.at < 0 ? null : worstOf(task.units.map(({ cells }) => cells[column.at]!))}
            about={task.title}
            onOpen={() => onOpen(task.key, column.month, null)}
          />
        ))}
      </tr>
      {open &&
        units.map((unit) => (
          <tr key={unit.org} className="matrix-unit">
            <th scope="row" className="matrix-name">
              <span className="matrix-unit-name">
                {unit.name} <span className="quiet">{duties[unit.duty]}</span>
              </span>
            </th>
            <td />
            <td />
            {columns.map((column) => (
              <CellAt
                key={column.month}
                column={column}
                is={column.at < 0 ? null : unit.cells[column.at]!}
                about={`${task.title} ${unit.name}`}
                onOpen={() => onOpen(task.key, column.month, unit.org)}
              />
            ))}
          </tr>
        ))}
    </tbody>
  )
}

type CellOf = { column: Column; is: Cell | null; about: string; onOpen: () => void }

function CellAt({ column: { month }, is, about, onOpen }: CellOf) {
  if (is === null || is === 'none') {
    return (
      <td className="matrix-cell" title={cellWord(is)}>
        <CellMark is={is} />
      </td>
    )
  }
  return (
    <td className="matrix-cell">
      <button
        type="button"
        className="plain"
        aria-label={`${about}，${monthWord(month)}，${cellWord(is)}`}
        title={`${monthWord(month)} ${cellWord(is)}`}
        onClick={onOpen}
      >
        <CellMark is={is} />
      </button>
    </td>
  )
}
