/** Days and figures in the words of an official sentence. */

export type Light = 'green' | 'yellow' | 'red' | 'grey' | 'blue'
export const lightWords: Record<Light, string> = { green: '正常', yellow: '预警', red: '滞后', grey: '未启动', blue: '已完成' }

/** Days since 1970-01-01 of a `YYYY-MM-DD` day: free of clock and time zone. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** 2024-06-03 → 2024年6月3日. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 2024-06 → 2024年6月. */
export function monthInWords(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return `${year}年${number}月`
}

/** Kinds whose figures without a unit are percentages. */
export const isFraction = (kind: string) => kind === 'share' || kind === 'growth-per-year'

/** 190000 ㎡ → 19万㎡; 0.3 of a share → 30%. Base units in, at most two decimals out. */
export function figureInWords(value: number, unit: string | null, fraction: boolean): string {
  if (fraction && (unit === null || unit === '%')) return `${rounded(value * 100)}%`
  const size = Math.abs(value)
  if (unit === '元' && size >= 1e8) return `${rounded(value / 1e8)}亿元`
  if ((unit === '元' || unit === '㎡') && size >= 1e4) return `${rounded(value / 1e4)}万${unit}`
  return `${countable(value, unit)}${unit ?? ''}`
}

/** What is measured has parts; everything else is counted. */
const measured = new Set(['元', '㎡', '%', '亩', '公顷', '平方公里'])
export const isCounted = (unit: string | null): unit is string => unit !== null && !measured.has(unit)

/** Nobody counts parts of a person or of a firm: what lies in between is the nearest whole, and what there is at all is one. */
export const whole = (value: number): number => Math.round(value) || Math.sign(value)

const countable = (value: number, unit: string | null): string => (isCounted(unit) ? String(whole(value)) : rounded(value))

const rounded = (value: number) => String(Number(value.toFixed(2)))
