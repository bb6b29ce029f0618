/** A report in the words and numbers of its pages. */
import { shiftMonth } from '#engines/indicator/months.ts'
import { type Cell, cellNames, cells, type Filed, isQuarterEnd, quarterly, type Values } from '#modules/filing/model.ts'
import { metaOf } from '#platform/fields.ts'
import type { Out } from '#web/client.ts'

export type Form = Out<'filing/open'>
export type Shown = Out<'filing/show'>

export const titleOf = (cell: Cell): string => metaOf(cells[cell]).title ?? cell
export const unitOf = (cell: Cell): string => metaOf(cells[cell]).unit ?? ''
/** The parts of software revenue stand below it. */
export const isPart = (cell: Cell): boolean => titleOf(cell).startsWith('其中')
export const isStock = (cell: Cell): boolean => unitOf(cell) === '人'

/** The cells of a month, in their order; one that was filled all the same is shown. */
export const cellsOf = (month: string, values: Values): Cell[] =>
  cellNames.filter((cell) => isQuarterEnd(month) || !quarterly.includes(cell) || values[cell] !== null)

export const exact = (value: number | null | undefined): string =>
  value === null || value === undefined ? '—' : value.toLocaleString('zh-CN')

/** What a value stands beside: the same year's last accepted one (of persons, whatever year), and last year's. */
export function beside(cell: Cell, month: string, history: readonly Filed[]) {
  const before = history.filter(
    (filed) => filed.values[cell] !== null && (isStock(cell) || filed.month.slice(0, 4) === month.slice(0, 4)),
  )
  const previous = before.at(-1)
  const lastYear = history.find((filed) => filed.month === shiftMonth(month, -12))
  return {
    previous: previous ? { month: previous.month, value: previous.values[cell]! } : null,
    lastYear: lastYear?.values[cell] ?? null,
  }
}

/** +12.3% against last year; nothing where there is no sense in it. */
export const growthOf = (value: number | null, lastYear: number | null): string | null => {
  if (value === null || lastYear === null || lastYear <= 0) return null
  const part = (value - lastYear) / lastYear
  return `${part > 0 ? '+' : ''}${(part * 100).toLocaleString('zh-CN', { maximumFractionDigits: 1 })}%`
}
