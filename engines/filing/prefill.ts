/**
 * What the form of a monthly report starts with, so that only what changed has to be typed, and how much was typed.
 *
 * Stocks start as they were last filled within a year; flows as they were last filled this year, in January at zero.
 * A quarterly cell stays empty in the months it is not due, and one that need not be told until it first is.
 */
import {
  type Cell,
  cellNames,
  cells,
  type Filed,
  filledBefore,
  isDue,
  monthNumber,
  sameMonthLastYear,
  type Values,
} from './cells.ts'

/** `from`: the month a value was taken from; `sentence` tells people. */
export type Start = { value: number | null; from: string | null; sentence: string }
export type Prefilled = Record<Cell, Start>

export function prefill({ month, history }: { month: string; history: Filed[] }): Prefilled {
  const starts = cellNames.map((cell) => [cell, startOf(cell, month, history)] as const)
  return Object.fromEntries(starts) as Prefilled // every cell has its entry
}

/** Filled cells that still are as the form started. */
export const unchanged = (values: Values, prefilled: Prefilled): Cell[] =>
  cellNames.filter((cell) => values[cell] !== null && values[cell] === prefilled[cell].value)

/** The number of cells typed by hand: the burden of the report. */
export const typedCells = (values: Values, prefilled: Prefilled): number =>
  cellNames.filter((cell) => values[cell] !== prefilled[cell].value).length

function startOf(cell: Cell, month: string, history: Filed[]): Start {
  const free = cells[cell].due === 'free'
  if (!free && !isDue(cell, month)) return { value: null, from: null, sentence: '本月可不填' }
  const stock = cells[cell].nature === 'stock'
  const [last] = filledBefore(history, month, cell).filter((filed) =>
    stock ? filed.month >= sameMonthLastYear(month) : filed.month.slice(0, 4) === month.slice(0, 4),
  )
  if (last) {
    const words = `${last.month.slice(0, 4)}年${monthNumber(last.month)}月`
    return { value: last.value, from: last.month, sentence: stock ? `沿用${words}末数` : `沿用${words}累计数，请加上其后发生额` }
  }
  // Of what need not be told a zero would be an answer.
  if (free) return { value: null, from: null, sentence: '选填' }
  if (!stock && monthNumber(month) === 1) return { value: 0, from: null, sentence: '年初自零起' }
  return { value: null, from: null, sentence: '此前未填报' }
}
