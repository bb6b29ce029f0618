/** Figures of an appraisal as its sentences have them: 4.2万㎡, 84.00%, 16.80 分. */
import { exactly, type Fraction, fits, fraction, rounded, times } from './exact.ts'
import { pointScale, shareScale } from './scheme.ts'

/** So many digits after the point, whether they are needed or not. */
export function fixed(value: Fraction, decimals: number): string {
  const digits = rounded(value, decimals)
  const text = String(digits < 0n ? -digits : digits).padStart(decimals + 1, '0')
  const point = text.length - decimals
  return `${digits < 0n ? '-' : ''}${text.slice(0, point)}${decimals === 0 ? '' : `.${text.slice(point)}`}`
}

/** No more digits than needed, six at most. */
export function trimmed(value: Fraction): string {
  const text = fixed(value, 6)
  return text.replace(/\.?0+$/, '')
}

/** `＝84.00` where that says it all, else `≈68.33`. */
export const equals = (value: Fraction, decimals: number): string =>
  `${fits(value, decimals) ? '＝' : '≈'}${fixed(value, decimals)}`

/** As it may stand in a calculation without losing anything: 89.5, or 263÷3. */
export function factor(value: Fraction): string {
  if (fits(value, 6)) return trimmed(value)
  const by = commonDivisor(value.top, value.bottom)
  return `${value.top / by}÷${value.bottom / by}`
}
const commonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : commonDivisor(b, a % b))

const hundred = fraction(100n)

/** Shares are kept as fractions of one and said in hundredths. */
export const said = (value: Fraction, unit: string): string =>
  unit === '%' ? `${trimmed(times(value, hundred))}%` : `${trimmed(value)}${unit}`
export const saidNumber = (value: number, unit: string): string => said(exactly(value), unit)

export const percent = (share: number): string => `${trimmed(fraction(share * 100, shareScale))}%`

/** Points of a scheme with so many decimals: 16.80; a weight needs no more digits than it has: 20, 12.5. */
export const points = (value: number, decimals: number): string => fixed(fraction(value, pointScale), decimals)
export const weight = (value: number): string => trimmed(fraction(value, pointScale))
