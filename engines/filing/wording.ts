/** The cells of a monthly report in sentences: which span is meant, how much it is, how it changed. */
import { grouped, percent, wan } from '../enterprise/wording.ts'
import { type Cell, cells, monthNumber } from './cells.ts'

/** 1—5月累计 of a flow, 5月末 of a stock. */
export function spanInWords(cell: Cell, month: string): string {
  const number = monthNumber(month)
  if (cells[cell].nature === 'stock') return `${number}月末`
  return number === 1 ? '1月' : `1—${number}月累计`
}

export function amountInWords(cell: Cell, amount: number): string {
  const { unit } = cells[cell]
  return unit === '人' ? `${grouped(amount)} 人` : wan(Math.round(amount), unit)
}

/** （增长 35%）; nothing where there is no sense in a percentage. */
export const changeInWords = (from: number, to: number): string =>
  from <= 0 || to < 0 ? '' : `（${to > from ? '增长' : '下降'} ${percent(Math.abs(to - from) / from, 1)}）`
