/** Exact division of whole numbers, rounded half away from zero (四舍五入): no binary fraction comes in before the result. */

/** numerator ÷ denominator to so many digits after the point. */
export function quotient(numerator: number, denominator: number, decimals: number): number {
  const [above, below] = [BigInt(numerator), BigInt(denominator)]
  const negative = above < 0n !== below < 0n
  const shifted = size(above) * 10n ** BigInt(decimals)
  const rounded = (shifted * 2n + size(below)) / (size(below) * 2n)
  const digits = String(rounded).padStart(decimals + 1, '0')
  const point = digits.length - decimals
  // As text, so that the number is the one nearest to the decimal it stands for.
  const value = Number(`${digits.slice(0, point)}.${digits.slice(point)}`)
  return negative && value !== 0 ? -value : value
}

const size = (number: bigint) => (number < 0n ? -number : number)
