/** Quantities of a plan between base units and how officials write them: 190000 ㎡ ↔ 19万㎡, 0.3 ↔ 30%, 1 to 2 个 ↔ 1—2个. */

/** `value` and `upper` in base units; a percentage is a fraction. `upper` only for a range. */
export type Quantity = { value: number; upper: number | null; unit: string | null }

/** Parts of one written as the unit's own figure: 30% is 0.3. */
const parts: Record<string, number> = { '%': 100, '‰': 1000 }
const canonical: Record<string, string> = { 平方米: '㎡', 平米: '㎡', 'm²': '㎡', m2: '㎡', 人民币: '元' }
const multipliers: Record<string, number> = { 十: 10, 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8 }

/** A figure with its unit, nothing rounded: 19万㎡, 160亿元, 12,345人, 30%. Absent: —. */
export function written(value: number | null | undefined, unit?: string | null): string {
  if (value === null || value === undefined) return '—'
  return `${figure(value, unit)}${unit ?? ''}`
}

/** A range reads 1—2个; 1—2万 would mean 1万—2万, so that 1 to 20000 is written in full. */
export function writtenRange(value: number | null, upper: number | null, unit: string | null): string {
  if (value === null || upper === null) return written(value, unit)
  const low = figure(value, unit)
  const full = !/[万亿]$/.test(low) && /[万亿]$/.test(figure(upper, unit))
  return `${low}—${full ? `${grouped(upper, 15)}${unit ?? ''}` : written(upper, unit)}`
}

/** Rounded for large print and charts: 160.12 and 亿元. */
export function rounded(value: number, unit?: string | null, digits = 2): { figure: string; unit: string } {
  const round = (figure: number) => grouped(figure, digits)
  const part = parts[unit ?? '']
  if (part) return { figure: round(value * part), unit: unit! }
  const [name, size] = scaleOf(value)
  return { figure: round(value / size), unit: `${name}${unit ?? ''}` }
}

/**
 * A figure in a known unit, in base units; the unit may be left out and 万, 亿, commas and full-width forms may be used.
 * Null where it is no figure or in another unit.
 */
export function readFigure(text: string, unit: string | null): number | null {
  const read = readQuantity(text)
  if (!read || read.upper !== null) return null
  if (read.unit === null) return exact(read.value / (parts[unit ?? ''] ?? 1))
  return read.unit === (canonical[unit ?? ''] ?? unit) ? read.value : null
}

const shape =
  /^([+-]?)(\d+(?:\.\d+)?(?:e[+-]?\d+)?)([十百千万亿]{0,3})(?:([^\d.—–~至-]{0,9})(?:—+|–+|-|~|至)(\d+(?:\.\d+)?)([十百千万亿]{0,3}))?([^\d.].{0,19})?$/

const halfWidth = (text: string) => text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))

/** A figure, or a range of two, with or without its unit: 19万平方米, 1-2个, 30%. Null where it is none. */
export function readQuantity(text: string): Quantity | null {
  const found = shape.exec(halfWidth(text).replace(/[\s,]/g, ''))
  if (!found) return null
  const [, sign, low, lowScale, lowUnit, high, highScale, highUnit] = found
  if (lowUnit && lowUnit !== highUnit) return null
  const unit = highUnit ? (canonical[highUnit] ?? highUnit) : null
  const scaled = (figure: string, scale: string) => exact((Number(figure) * sizeOf(scale)) / (parts[unit ?? ''] ?? 1))
  // 1—2万 means ten to twenty thousand.
  const value = scaled(low!, lowScale || highScale || '') * (sign === '-' ? -1 : 1)
  const upper = high === undefined ? null : scaled(high, highScale ?? '')
  if (!Number.isFinite(value) || (upper !== null && !(upper > value))) return null
  return { value: value === 0 ? 0 : value, upper, unit }
}

const sizeOf = (scale: string) => [...scale].reduce((size, name) => size * multipliers[name]!, 1)

function scaleOf(value: number): [name: string, size: number] {
  const size = Math.abs(value)
  return size >= 1e8 ? ['亿', 1e8] : size >= 1e4 ? ['万', 1e4] : ['', 1]
}

/** The shortest figure that reads back as the same value; 万 and 亿 only where no more than two decimals follow. */
function figure(value: number, unit?: string | null): string {
  const part = parts[unit ?? '']
  if (part) return String(exact(value * part))
  for (const [name, size] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const scaled = exact(value / size)
    if (Math.abs(scaled) >= 1 && exact(scaled * 100) % 1 === 0 && exact(scaled * size) === value) return `${scaled}${name}`
  }
  return grouped(value, 15)
}

/** Thousands are set apart from five digits on: 3000, 12,345. */
const grouped = (figure: number, digits: number) =>
  figure.toLocaleString('zh-CN', { maximumFractionDigits: digits, useGrouping: Math.abs(figure) >= 1e4 })

/** Without the noise of binary floating point: 1.9 × 10000 is 19000. */
const exact = (value: number) => Number(value.toPrecision(14))
