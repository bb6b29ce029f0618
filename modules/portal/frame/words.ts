/** Days, figures and promises as the public reads them. */
import { comparators } from '#modules/plan/model.ts'
import { rounded, written, writtenRange } from '#modules/plan/quantity.ts'

/** 2024-06-03 → 2024年6月3日. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 2024-06 → 2024年6月. */
export const monthInWords = (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`

type Aim = { comparator: keyof typeof comparators; value: number | null; upper: number | null; unit: string | null }

/** 不低于15%, 1—2个, 19万㎡; null for a target that has no figure. */
export function aimInWords({ comparator, value, upper, unit }: Aim): string | null {
  if (value === null || comparator === 'qualitative') return null
  if (comparator === 'range') return writtenRange(value, upper, unit)
  return `${comparator === '=' ? '' : comparators[comparator]}${written(value, unit)}`
}

/** A value for large print, its unit apart. A qualitative target is told in parts of one. */
export const figureOf = (value: number, unit: string | null, qualitative = false): { figure: string; unit: string } =>
  qualitative ? rounded(value, '%', 0) : rounded(value, unit)

/** Shares and growth have no way travelled; all other figures do, from their baseline. */
export function wayGone(target: Aim & { kind: string; baselineValue: number | null }, value: number): number | null {
  if (target.value === null || ['growth-per-year', 'budget-per-year', 'qualitative'].includes(target.kind)) return null
  const from = target.baselineValue ?? 0
  if (target.value <= from) return null
  return Math.max(0, Math.min(1, (value - from) / (target.value - from)))
}

/** Chinese numerals of the plan's own headings. */
export const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
