/** Exact division rounded half away from zero (四舍五入), exact sums: no binary fraction comes in before the result. */

/** The sum of two numbers as the decimals they are written as: 0.1 and 0.2 are 0.3. */
export function plus(one: number, other: number): number {
  const sum = one + other
  if (Number.isInteger(one) && Number.isInteger(other)) return sum
  return Number(sum.toFixed(Math.max(placesOf(one), placesOf(other))))
}

const placesOf = (number: number) => Math.max(0, -decimal(number).power)

/** numerator ÷ denominator to so many digits after the point; numbers count as the decimals they are written as. */
export function quotient(numerator: number, denominator: number, decimals: number): number {
  const [above, below] = [decimal(numerator), decimal(denominator)]
  const negative = above.digits < 0n !== below.digits < 0n
  const shift = above.power - below.power + decimals
  const top = size(above.digits) * 10n ** BigInt(Math.max(0, shift))
  const bottom = size(below.digits) * 10n ** BigInt(Math.max(0, -shift))
  const rounded = (top * 2n + bottom) / (bottom * 2n)
  const digits = String(rounded).padStart(decimals + 1, '0')
  const point = digits.length - decimals
  // As text, so that the number is the one nearest to the decimal it stands for.
  const value = Number(`${digits.slice(0, point)}.${digits.slice(point)}`)
  return negative && value !== 0 ? -value : value
}

/** 12.5 is 125 with the power −1. */
function decimal(number: number): { digits: bigint; power: number } {
  const [mantissa, exponent] = number.toExponential().split('e')
  const [integer, fraction = ''] = mantissa!.split('.')
  return { digits: BigInt(`${integer}${fraction}`), power: Number(exponent) - fraction.length }
}

const size = (number: bigint) => (number < 0n ? -number : number)
