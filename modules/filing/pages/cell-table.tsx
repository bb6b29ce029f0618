/** The cells of a report beside what they are compared with: a table on a desk, one cell under the other on a phone. */
import type { ReactNode } from 'react'
import type { Cell, Filed, Values } from '#modules/filing/model.ts'
import { shortMonth } from '#modules/work/pages/month.ts'
import { beside, cellsOf, exact, growthOf, isPart, titleOf, unitOf } from './words.ts'
import './cell-table.css'

type TableOf = {
  month: string
  values: Values
  history: readonly Filed[]
  /** What stands in the column of this month. */
  children: (cell: Cell) => ReactNode
  /** What is said below a cell: findings, explanations, objections. */
  below: (cell: Cell) => ReactNode
}

export const CellTable = ({ month, values, history, children, below }: TableOf) => (
  <table className="cells">
    <thead>
      <tr>
        <th scope="col">项目</th>
        <th scope="col">上期累计</th>
        <th scope="col">上年同期</th>
        <th scope="col">本期</th>
      </tr>
    </thead>
    {cellsOf(month, values).map((cell) => (
      <CellRows key={cell} cell={cell} month={month} value={values[cell]} history={history} below={below(cell)}>
        {children(cell)}
      </CellRows>
    ))}
  </table>
)

type RowsOf = {
  cell: Cell
  month: string
  value: number | null
  history: readonly Filed[]
  below: ReactNode
  children: ReactNode
}

function CellRows({ cell, month, value, history, below, children }: RowsOf) {
  const { previous, lastYear } = beside(cell, month, history)
  const growth = growthOf(value, lastYear)
  return (
    <tbody>
      <tr>
        <th scope="row" className={isPart(cell) ? 'cells-part' : undefined}>
          {titleOf(cell)}
          <span className="quiet cells-unit">{unitOf(cell)}</span>
        </th>
        <td className="number" data-title="上期累计">
          {exact(previous?.value)}
          {previous && <small className="quiet">{shortMonth(previous.month)}</small>}
        </td>
        <td className="number" data-title="上年同期">
          {exact(lastYear)}
          {growth && <small className="quiet">{growth}</small>}
        </td>
        <td className="number cells-own">{children}</td>
      </tr>
      {below && (
        <tr className="cells-below">
          <td colSpan={4}>{below}</td>
        </tr>
      )}
    </tbody>
  )
}
