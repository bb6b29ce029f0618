/** A share of one fact in another against a bound, without dividing: both sides over the same scale. */
import { type Fact, scales } from '../fact.ts'
import type { Bound } from '../policy.ts'

/** part ÷ whole against the bound is part × `ofPart` against whole × `ofWhole`. */
export type Sides = { ofPart: number; ofWhole: number }

export function sidesOf(part: Fact, whole: Fact, bound: Bound): Sides {
  const [ofPart, ofWhole] = [scales.share * scaleOf(whole), bound.value * scaleOf(part)]
  const divisor = commonDivisor(ofPart, ofWhole)
  return { ofPart: ofPart / divisor, ofWhole: ofWhole / divisor }
}

/** Below 0, 0, above 0. */
export function compare(part: number, whole: number, { ofPart, ofWhole }: Sides): number {
  const left = part * ofPart
  const right = whole * ofWhole
  if (Math.abs(left) <= largest && Math.abs(right) <= largest) return left - right
  const difference = BigInt(part) * BigInt(ofPart) - BigInt(whole) * BigInt(ofWhole)
  return difference === 0n ? 0 : difference > 0n ? 1 : -1
}

const largest = Number.MAX_SAFE_INTEGER
const scaleOf = ({ kind }: Fact) => (kind === 'day' || kind === 'yes' || kind === 'text' ? 1 : scales[kind])
const commonDivisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : commonDivisor(b, a % b))
