/** Figures of indicators in the words of an official sentence: 1,098家, 增长33.5%, 提高1.56个百分点. */
import type { Definition } from '../definition.ts'
import { percent } from './formula.ts'
import { quotient } from './rounding.ts'

type Measured = Pick<Definition, 'unit' | 'decimals'>

const grouped = (value: number, decimals: number) =>
  value.toLocaleString('zh-CN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).replace('-', '−')

/** Without its unit, for a table that has a column of units. */
export const bare = ({ unit, decimals }: Measured, value: number | null): string => {
  if (value === null) return '—'
  return unit === '%' ? percent(value, decimals).slice(0, -1) : grouped(value, decimals)
}

export const written = (of: Measured, value: number): string => `${bare(of, value)}${of.unit}`

/** What came on top, in its unit; of a percentage in points. */
function difference({ unit, decimals }: Measured, value: number, earlier: number): { size: number; digits: number } {
  const points = unit === '%'
  const digits = points ? Math.max(0, decimals - 2) : decimals
  return { size: Number(((value - earlier) * (points ? 100 : 1)).toFixed(digits)), digits }
}

/** 增加17家, 减少3家, 提高1.56个百分点, 持平. */
export function changed(of: Measured, value: number, earlier: number): string {
  const { size, digits } = difference(of, value, earlier)
  if (size === 0) return '持平'
  const [more, less, unit] = of.unit === '%' ? ['提高', '下降', '个百分点'] : ['增加', '减少', of.unit]
  return `${size > 0 ? more : less}${grouped(Math.abs(size), digits)}${unit}`
}

/** 增长33.5%; of a percentage, and of what was nothing before, the difference. */
export function grown(of: Measured, value: number, earlier: number): string {
  if (of.unit === '%' || earlier <= 0) return changed(of, value, earlier)
  // Reckoned from the figures as they are printed, so that a reader comes to the same.
  const rate = quotient(value - earlier, earlier, 3)
  if (rate === 0) return '持平'
  return `${rate > 0 ? '增长' : '下降'}${percent(Math.abs(rate), 3)}`
}

/** For the columns of a table: +17, −3; of a percentage in points, +1.56. */
export function signedChange(of: Measured, value: number | null, earlier: number | null): string {
  if (value === null || earlier === null) return '—'
  const { size, digits } = difference(of, value, earlier)
  return size === 0 ? '持平' : `${size > 0 ? '+' : '−'}${grouped(Math.abs(size), digits)}`
}

/** +33.5%, −2.0%; of a percentage in points, +1.56. */
export function signedGrowth(of: Measured, value: number | null, earlier: number | null): string {
  if (value === null || earlier === null || of.unit === '%' || earlier <= 0) return signedChange(of, value, earlier)
  const rate = quotient(value - earlier, earlier, 3)
  return rate === 0 ? '持平' : `${rate > 0 ? '+' : '−'}${percent(Math.abs(rate), 3)}`
}
