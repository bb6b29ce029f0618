/**
 * Sums as closures over a row, exact: a whole numerator over a scale that is known beforehand.
 *
 * Each is there in two ways that come to the same. `fast` counts in numbers and gives NaN where a fact is not known or a
 * figure would no longer be whole; `exact` counts in BigInt and gives null only where a fact is not known.
 */
import type { Past } from '../fact.ts'
import type { Row } from '../policy.ts'

export type Quantity = {
  scale: bigint
  fast: (row: Row, past: Past) => number
  exact: (row: Row, past: Past) => bigint | null
  /** The numerator, where it is the same for all rows. */
  always?: bigint
  /** A figure of the row times a whole number, where it is no more than that: such are joined in one closure. */
  line?: Line
  /** Known never to be below nothing. */
  floored?: true
}
type Line = { slot: number; factor: number }
/** NaN is not known. */
export type Numerator = number | bigint

export function numeratorOf({ fast, exact }: Quantity, row: Row, past: Past): Numerator {
  const value = fast(row, past)
  return Number.isNaN(value) ? (exact(row, past) ?? Number.NaN) : value
}
export const isUnknown = (value: Numerator): boolean => typeof value === 'number' && Number.isNaN(value)

const largest = Number.MAX_SAFE_INTEGER
/** Beyond it numbers are no longer exact. */
export const whole = (value: number): number => (value <= largest && value >= -largest ? value : Number.NaN)

export function constant(value: number | bigint, scale: number | bigint = 1n): Quantity {
  const divisor = commonDivisor(BigInt(value), BigInt(scale)) || 1n
  const always = BigInt(value) / divisor
  const number = whole(Number(always))
  return { scale: BigInt(scale) / divisor, fast: () => number, exact: () => always, always }
}

/** The figure at a slot of the row. */
export const given = (slot: number, scale: number): Quantity => lineOf({ slot, factor: 1 }, BigInt(scale))

function lineOf(line: Line, scale: bigint): Quantity {
  const { slot, factor } = line
  const by = BigInt(factor)
  return {
    scale,
    fast: (row) => {
      const value = row[slot]
      return typeof value === 'number' ? whole(value * factor) : Number.NaN
    },
    exact: (row) => {
      const value = row[slot]
      return typeof value === 'number' ? BigInt(value) * by : null
    },
    line,
  }
}

/** A whole number found some other way, NaN where it is not known. */
export const counted = (fast: Quantity['fast']): Quantity => ({
  scale: 1n,
  fast,
  exact: (row, past) => {
    const value = fast(row, past)
    return Number.isNaN(value) ? null : BigInt(value)
  },
})

/** The same over a finer scale. */
export function finer(quantity: Quantity, scale: bigint): Quantity {
  return scale === quantity.scale ? quantity : { ...multiplied(quantity, scale / quantity.scale), scale }
}

export function plus(left: Quantity, right: Quantity): Quantity {
  const [a, b, scale] = alike(left, right)
  return {
    scale,
    fast: (row, past) => whole(a.fast(row, past) + b.fast(row, past)),
    exact: both(a, b, (x, y) => x + y),
  }
}

export function minus(left: Quantity, right: Quantity): Quantity {
  const [a, b, scale] = alike(left, right)
  return {
    scale,
    fast: (row, past) => whole(a.fast(row, past) - b.fast(row, past)),
    exact: both(a, b, (x, y) => x - y),
  }
}

export function times(left: Quantity, right: Quantity): Quantity {
  if (left.always !== undefined && right.always !== undefined)
    return constant(left.always * right.always, left.scale * right.scale)
  if (right.always !== undefined) return scaled(left, right.always, right.scale)
  if (left.always !== undefined) return scaled(right, left.always, left.scale)
  const [one, { line, ...other }] = left.line ? [right, left] : [left, right]
  return {
    scale: left.scale * right.scale,
    fast: line
      ? (row, past) => {
          const value = row[line.slot]
          return typeof value === 'number' ? whole(one.fast(row, past) * whole(value * line.factor)) : Number.NaN
        }
      : (row, past) => whole(one.fast(row, past) * other.fast(row, past)),
    exact: both(left, right, (x, y) => x * y),
  }
}

/** By a fixed fraction, shortened beforehand so that the figures stay small. */
export function scaled(quantity: Quantity, by: bigint, scale: bigint): Quantity {
  const up = by / (commonDivisor(by, quantity.scale * scale) || 1n)
  return { ...multiplied(quantity, up), scale: by === 0n ? 1n : (quantity.scale * scale * up) / by }
}

function multiplied(quantity: Quantity, factor: bigint): Quantity {
  const { scale, fast, exact, always, line, floored } = quantity
  if (always !== undefined) return { ...constant(always * factor), scale }
  if (factor === 1n) return quantity
  const number = Number(factor)
  if (line && number > 0 && Number.isSafeInteger(line.factor * number))
    return lineOf({ ...line, factor: line.factor * number }, scale)
  return {
    scale,
    ...(floored && number > 0 ? { floored } : {}),
    fast: (row, past) => whole(fast(row, past) * number),
    exact: (row, past) => {
      const value = exact(row, past)
      return value === null ? null : value * factor
    },
  }
}

export function least(of: readonly Quantity[]): Quantity {
  const scale = lowestCommon(of)
  const brought = of.map((one) => finer(one, scale))
  return { scale, fast: leastOf(brought), exact: several(brought, (x, y) => (x < y ? x : y)) }
}

export function most(of: readonly Quantity[]): Quantity {
  const scale = lowestCommon(of)
  const brought = of.map((one) => finer(one, scale))
  const fasts = brought.map(({ fast }) => fast)
  return {
    scale,
    fast: (row, past) => {
      let all = Number.NEGATIVE_INFINITY
      for (let at = 0; at < fasts.length; at += 1) all = Math.max(all, fasts[at]!(row, past))
      return all
    },
    exact: several(brought, (x, y) => (x > y ? x : y)),
  }
}

/** Figures of the row are compared in one go. */
function leastOf(of: readonly Quantity[]): Quantity['fast'] {
  const lines = of.flatMap(({ line }) => line ?? [])
  const fixed = of.flatMap(({ always }) => (always === undefined ? [] : [whole(Number(always))]))
  const others = of.filter(({ line, always }) => !line && always === undefined).map(({ fast }) => fast)
  const highest = fixed.length > 0 ? Math.min(...fixed) : Number.POSITIVE_INFINITY
  return (row, past) => {
    let all = highest
    for (let at = 0; at < lines.length; at += 1) {
      const line = lines[at]!
      const value = row[line.slot]
      if (typeof value !== 'number') return Number.NaN
      const one = whole(value * line.factor)
      if (Number.isNaN(one)) return one
      if (one < all) all = one
    }
    for (let at = 0; at < others.length; at += 1) all = Math.min(all, others[at]!(row, past))
    return all
  }
}

const several =
  (of: readonly Quantity[], join: (x: bigint, y: bigint) => bigint): Quantity['exact'] =>
  (row, past) => {
    let all: bigint | null = null
    for (const one of of) {
      const value = one.exact(row, past)
      if (value === null) return null
      all = all === null ? value : join(all, value)
    }
    return all
  }

/** What needs all these facts: that one is not known is seen before anything is counted in BigInt. */
export function needing(slots: readonly number[], quantity: Quantity): Quantity {
  if (slots.length < 2) return quantity
  const { exact } = quantity
  return { ...quantity, exact: (row, past) => (slots.some((slot) => typeof row[slot] !== 'number') ? null : exact(row, past)) }
}

/** Never below nothing. */
export function atLeastNothing(quantity: Quantity): Quantity {
  const { scale, fast, exact, line, floored } = quantity
  if (floored) return quantity
  const precise: Quantity['exact'] = (row, past) => {
    const value = exact(row, past)
    return value !== null && value < 0n ? 0n : value
  }
  if (line) {
    const { slot, factor } = line
    const floor: Quantity['fast'] = (row) => {
      const value = row[slot]
      return typeof value === 'number' ? (value <= 0 ? 0 : whole(value * factor)) : Number.NaN
    }
    return { scale, fast: floor, exact: precise, floored: true }
  }
  return {
    scale,
    fast: (row, past) => {
      const value = fast(row, past)
      return value < 0 ? 0 : value
    },
    exact: precise,
    floored: true,
  }
}

export const beyond = (left: Quantity, right: Quantity): Quantity => atLeastNothing(minus(left, right))

export const lowestCommon = (of: readonly Quantity[]): bigint =>
  of.reduce((all, { scale }) => (all / commonDivisor(all, scale)) * scale, 1n)

function alike(left: Quantity, right: Quantity): [Quantity, Quantity, bigint] {
  const scale = lowestCommon([left, right])
  return [finer(left, scale), finer(right, scale), scale]
}

const both =
  (a: Quantity, b: Quantity, join: (x: bigint, y: bigint) => bigint): Quantity['exact'] =>
  (row, past) => {
    const x = a.exact(row, past)
    const y = b.exact(row, past)
    return x === null || y === null ? null : join(x, y)
  }

/** Of what it finds, never below nothing. */
function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : commonDivisor(b, a % b)
}
