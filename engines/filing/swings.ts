/**
 * What is odd about a cell against the enterprise's own earlier reports: a cumulative figure that falls, a month unlike the
 * months before, a figure unlike last year's.
 *
 * A flow is compared by the month: what was added since it was last filled, against what the months up to then added; and
 * as a whole against the same month last year. A stock is compared with the month it was last filled in.
 */
import { type Cell, cells, type Filed, filledBefore, monthNumber, sameMonthLastYear } from './cells.ts'
import { amountInWords, changeInWords, spanInWords } from './wording.ts'

/** A change by more than the part `swing` of what was to be expected, and by at least so much: yuan, dollars, or persons. */
export type Band = { swing: number; minimum: number; persons: number }

/** Clauses without a full stop. */
export function oddities(cell: Cell, value: number, month: string, history: Filed[], band: Band): string[] {
  const before = filledBefore(history, month, cell)
  const clauses =
    cells[cell].nature === 'stock'
      ? [oddStock(cell, value, month, before[0], band)]
      : [oddMonth(cell, value, month, before, band), oddYear(cell, value, month, before, band)]
  return clauses.filter((clause) => clause !== null)
}

type Point = { month: string; value: number }

function oddMonth(cell: Cell, value: number, month: string, before: Point[], band: Band): string | null {
  const [last, earlier] = before.filter((point) => point.month.slice(0, 4) === month.slice(0, 4))
  if (!last) return null
  if (value < last.value && cell !== 'profit') {
    return `${told(cell, month, value)}，低于${spanInWords(cell, last.month)} ${amountInWords(cell, last.value)}`
  }
  const [first, until] = [monthNumber(last.month) + 1, monthNumber(month)]
  const added = (value - last.value) / (until - first + 1)
  const usual = (last.value - (earlier?.value ?? 0)) / (first - 1 - (earlier ? monthNumber(earlier.month) : 0))
  if (!swings(cell, usual, added, band)) return null
  const [now, then] = [spanOf(first, until), spanOf(earlier ? monthNumber(earlier.month) + 1 : 1, first - 1)]
  const amounts = `${amountInWords(cell, added)}，${then} ${amountInWords(cell, usual)}`
  return `${cells[cell].title}${now} ${amounts}${changeInWords(usual, added)}`
}

const spanOf = (from: number, to: number) => (from === to ? `${to}月` : `${from}—${to}月月均`)

function oddYear(cell: Cell, value: number, month: string, before: Point[], band: Band): string | null {
  const lastYear = before.find((point) => point.month === sameMonthLastYear(month))
  if (!lastYear || !swings(cell, lastYear.value, value, band)) return null
  return `${told(cell, month, value)}，上年同期 ${amountInWords(cell, lastYear.value)}${changeInWords(lastYear.value, value)}`
}

function oddStock(cell: Cell, value: number, month: string, last: Point | undefined, band: Band): string | null {
  if (!last || last.month < sameMonthLastYear(month) || !swings(cell, last.value, value, band)) return null
  const year = last.month.slice(0, 4) === month.slice(0, 4) ? '' : '上年'
  const then = `${year}${spanInWords(cell, last.month)} ${amountInWords(cell, last.value)}`
  return `${told(cell, month, value)}，${then}${changeInWords(last.value, value)}`
}

function swings(cell: Cell, from: number, to: number, { swing, minimum, persons }: Band): boolean {
  const { watched, unit } = cells[cell]
  const change = Math.abs(to - from)
  return watched && change > swing * Math.abs(from) && change >= (unit === '人' ? persons : minimum)
}

const told = (cell: Cell, month: string, value: number) =>
  `${cells[cell].title}${spanInWords(cell, month)} ${amountInWords(cell, value)}`
