/** A whole number shared out in whole numbers: everyone the whole part of his portion, what is left to the largest remainders. */
import { compare, type Fraction, fraction, minus } from './exact.ts'

/** `portions` add up to `total`; equal remainders are served in their order. */
export function apportion(total: bigint, portions: readonly Fraction[]): bigint[] {
  const parts = portions.map(({ top, bottom }) => top / bottom)
  const remainders = portions.map((portion, at) => ({ at, rest: minus(portion, fraction(parts[at]!)) }))
  const left = total - parts.reduce((sum, part) => sum + part, 0n)
  remainders.sort((a, b) => compare(b.rest, a.rest) || a.at - b.at)
  for (const { at } of remainders.slice(0, Number(left))) parts[at] = parts[at]! + 1n
  return parts
}
