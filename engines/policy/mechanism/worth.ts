/**
 * What a mechanism is once compiled: a quantity in 分, and the words for it.
 *
 * A mechanism is never worth less than nothing, and worth nothing where a firm does not reach it; `people` marks that no
 * formula decides. Rounding and caps are the clause's and come afterwards (settle.ts).
 */
import type { Ground as Facts } from '../condition/test.ts'
import type { Step } from '../decision.ts'
import type { Award, Past } from '../fact.ts'
import { isUnknown, lowestCommon, type Numerator, numeratorOf, type Quantity, whole } from '../formula/quantity.ts'
import type { Mechanism, Row } from '../policy.ts'

export type Ground = Facts & {
  /** Whether an award was of this clause (and for the same project, where it counts by projects). */
  concerns: (award: Award, row: Row) => boolean
  /** Compiles what a mechanism holds. */
  of: (mechanism: Mechanism) => Worth
}

export type Worth = {
  quantity: Quantity
  /** `value` is what the quantity came to. */
  tell: (row: Row, past: Past, value: Numerator) => Told
  /** Takes off by itself what was had before, so that having had some does not end it. */
  settles: boolean
}

/** A part of the whole that goes to one payee; null is whoever the clause is for. */
export type Part = { payee: string | null; part: bigint; of: bigint }
export type Milestone = { title: string; amount: number }

export type Told = {
  steps: readonly Step[]
  /** Why nothing is due, why it is not known, or why people decide; null where an amount is due. */
  because: string | null
  missing: readonly string[]
  milestones: readonly Milestone[]
  parts: readonly Part[]
}

export const people = -1
const peopleExactly = -1n
export const isPeople = (value: number | bigint): boolean => value === people || value === peopleExactly

const none: readonly never[] = Object.freeze([])
export const allToFirm: readonly Part[] = Object.freeze([{ payee: null, part: 1n, of: 1n }])
export const due = (
  steps: readonly Step[],
  milestones: readonly Milestone[] = none,
  parts: readonly Part[] = allToFirm,
): Told => ({
  steps,
  because: null,
  missing: none,
  milestones,
  parts,
})
export const notDue = (because: string, missing: readonly string[] = none): Told => ({
  steps: none,
  because,
  missing,
  milestones: none,
  parts: allToFirm,
})

/** No option, and an option that cannot be told yet. */
export const nothing = -1
export const undecided = -2

/** Worth whatever is chosen by the row: the option at the place, or nothing. */
export function picked(options: readonly Quantity[], choose: (row: Row, past: Past) => number): Quantity {
  const scale = lowestCommon(options)
  const brought = options.map((option) => finer(option, scale))
  const fixed = fixedOf(options, scale)
  return {
    scale,
    fast: fixed
      ? (row, past) => {
          const at = choose(row, past)
          return at >= 0 ? fixed[at]! : at === nothing ? 0 : Number.NaN
        }
      : (row, past) => {
          const at = choose(row, past)
          return at >= 0 ? brought[at]!.fast(row, past) : at === nothing ? 0 : Number.NaN
        },
    exact: (row, past) => {
      const at = choose(row, past)
      return at >= 0 ? brought[at]!.exact(row, past) : at === nothing ? 0n : null
    },
  }
}

/** Where all options are figures of the document. */
function fixedOf(options: readonly Quantity[], scale: bigint): number[] | null {
  const figures = options.flatMap(({ always, scale: own }) =>
    always === undefined || always < 0n ? [] : [whole(Number((always * scale) / own))],
  )
  return figures.length === options.length ? figures : null
}

/** Several joined; people decide the whole where they decide a part. */
export function joined(of: readonly Quantity[], way: 'sum' | 'least' | 'most'): Quantity {
  const scale = lowestCommon(of)
  const brought = of.map((one) => finer(one, scale))
  const { number, exact: precise } = ways[way]
  return {
    scale,
    fast: (row, past) => {
      let all = brought[0]!.fast(row, past)
      for (let at = 1; at < brought.length && all !== people; at += 1) {
        const one = brought[at]!.fast(row, past)
        all = one === people ? people : number(all, one)
      }
      return all
    },
    exact: (row, past) => {
      const values = brought.map((one) => numeratorOf(one, row, past))
      if (values.some(isPeople)) return peopleExactly
      return values.some(isUnknown) ? null : values.map(BigInt).reduce(precise)
    },
  }
}

const ways = {
  sum: { number: (a: number, b: number) => whole(a + b), exact: (a: bigint, b: bigint) => a + b },
  least: { number: Math.min, exact: (a: bigint, b: bigint) => (a < b ? a : b) },
  most: { number: Math.max, exact: (a: bigint, b: bigint) => (a > b ? a : b) },
}

/** Over a finer scale; the mark stays what it is. */
function finer({ scale, fast, exact }: Quantity, to: bigint): Quantity {
  const factor = to / scale
  if (factor === 1n) return { scale, fast, exact }
  const number = Number(factor)
  return {
    scale: to,
    fast: (row, past) => {
      const value = fast(row, past)
      return value === people ? people : whole(value * number)
    },
    exact: (row, past) => {
      const value = exact(row, past)
      return value === null || value === peopleExactly ? value : value * factor
    },
  }
}
