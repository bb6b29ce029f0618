/** Exact fractions: decimals go in as they are written, points come out rounded once. */

/** `bottom` is above nothing. */
export type Fraction = { top: bigint; bottom: bigint }

export const nothing: Fraction = { top: 0n, bottom: 1n }
export const whole: Fraction = { top: 1n, bottom: 1n }

export const fraction = (top: number | bigint, bottom: number | bigint = 1n): Fraction => ({
  top: BigInt(top),
  bottom: BigInt(bottom),
})

/** A number as the decimal it is written as: 4.2 is 42 tenths. */
export function exactly(value: number): Fraction {
  const [mantissa = '', exponent] = value.toExponential().split('e')
  const [integer, decimals = ''] = mantissa.split('.')
  const power = Number(exponent) - decimals.length
  const digits = BigInt(`${integer}${decimals}`)
  return power < 0 ? { top: digits, bottom: 10n ** BigInt(-power) } : { top: digits * 10n ** BigInt(power), bottom: 1n }
}

export const plus = (a: Fraction, b: Fraction): Fraction => ({
  top: a.top * b.bottom + b.top * a.bottom,
  bottom: a.bottom * b.bottom,
})
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { top: -b.top, bottom: b.bottom })
export const times = (a: Fraction, b: Fraction): Fraction => ({ top: a.top * b.top, bottom: a.bottom * b.bottom })

/** Only ever by what is above nothing. */
export const over = (a: Fraction, b: Fraction): Fraction => ({ top: a.top * b.bottom, bottom: a.bottom * b.top })

/** Below nothing where `a` is less. */
export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = [a.top * b.bottom, b.top * a.bottom]
  return left < right ? -1 : left > right ? 1 : 0
}
export const lesser = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b)
export const greater = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b)

/** So many digits after the point, half up (四舍五入), as a whole number of the last of them. */
export function rounded({ top, bottom }: Fraction, decimals: number): bigint {
  if (top < 0n) return -rounded({ top: -top, bottom }, decimals)
  return (2n * top * 10n ** BigInt(decimals) + bottom) / (2n * bottom)
}

/** Whether so many digits after the point say it all. */
export const fits = ({ top, bottom }: Fraction, decimals: number): boolean => (top * 10n ** BigInt(decimals)) % bottom === 0n
