/** Figures in the units of their indicators, and what they are set beside. */
import { percent } from '#engines/indicator/figure/formula.ts'
import { lastDayOf, monthOf, shiftMonth } from '#engines/indicator/months.ts'
import type { Out } from '#web/client.ts'

export type Listed = Out<'indicator/list'>['rows'][number]
export type Opened = Out<'indicator/show'>
type Measured = { unit: string; decimals: number }

const grouped = (value: number, decimals: number) =>
  value.toLocaleString('zh-CN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).replace('-', '−')

/** Whole numbers as accountants write them: 1,234,567. */
export const exact = (value: number): string => grouped(value, Number.isInteger(value) ? 0 : 2)

/** The figure and its unit apart, for large print. */
export const partsOf = ({ unit, decimals }: Measured, value: number): { figure: string; unit: string } =>
  unit === '%' ? { figure: percent(value, decimals).slice(0, -1), unit } : { figure: grouped(value, decimals), unit }

export function figureOf(of: Measured, value: number | null): string {
  if (value === null) return '—'
  const { figure, unit } = partsOf(of, value)
  return `${figure}${unit}`
}

const signed = (words: string, value: number) => (value > 0 ? `+${words}` : words)

/** What came on top: +12, −0.30个百分点. */
export function differenceOf({ unit, decimals }: Measured, value: number | null, earlier: number | null): string {
  if (value === null || earlier === null) return '—'
  const points = unit === '%'
  const digits = points ? Math.max(0, decimals - 2) : decimals
  const difference = Number(((value - earlier) * (points ? 100 : 1)).toFixed(digits))
  if (difference === 0) return '持平'
  return signed(`${grouped(difference, digits)}${points ? '个百分点' : ''}`, difference)
}

/** In proportion, +12.3%; of a percentage in points, of what was nothing before the difference. */
export function growthOf(of: Measured, value: number | null, earlier: number | null): string {
  if (value === null || earlier === null || of.unit === '%' || earlier <= 0) return differenceOf(of, value, earlier)
  const part = (value - earlier) / earlier
  return Math.abs(part) < 0.0005 ? '持平' : signed(percent(part, 3), part)
}

export const endOfMonthBefore = (day: string): string => lastDayOf(shiftMonth(monthOf(day), -1))
export const endOfYearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}-12-31`
