/** Numbers as officials write them: 190000 ㎡ → 19 万㎡, 16000000000 元 → 160 亿元, 0.3 → 30%. */

export type Readable = { figure: string; unit: string }

const format = (value: number, digits: number) => value.toLocaleString('zh-CN', { maximumFractionDigits: digits })

/** @param value in base units; a percentage is a fraction */
export function readable(value: number, unit?: string | null): Readable {
  if (unit === '%') return { figure: format(value * 100, 1), unit: '%' }
  const size = Math.abs(value)
  if (size >= 1e8) return { figure: format(value / 1e8, 2), unit: `亿${unit ?? ''}` }
  if (size >= 1e5) return { figure: format(value / 1e4, 2), unit: `万${unit ?? ''}` }
  return { figure: format(value, 2), unit: unit ?? '' }
}

export const written = (value: number | null | undefined, unit?: string | null): string => {
  if (value === null || value === undefined) return '—'
  const shown = readable(value, unit)
  return shown.unit === '%' || !shown.unit ? shown.figure + shown.unit : `${shown.figure} ${shown.unit}`
}

const dayTime = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
/** An instant as 2024-06-30 09:30, in China. */
export const moment = (at: string): string => dayTime.format(new Date(at))
/** 2024-06-30 → 2024年6月30日 */
export const dated = (day: string | null | undefined): string => {
  const [year, month, date] = (day ?? '').split('-').map(Number)
  return year && month && date ? `${year}年${month}月${date}日` : '—'
}
