/** Verdict and amount alone, in one number and without reasons: for screening everybody. */

import { weigh } from './condition/test.ts'
import { met, notMet } from './condition/truth.ts'
import type { Past } from './fact.ts'

import type { Parts } from './parts.ts'
import type { Row, Verdict } from './policy.ts'

/** 分 where support is granted, else one of the marks below nothing. */
export type Bare = number
export const refused = -1
export const unknown = -2
export const people = -3

export const verdictOf = (bare: Bare): Verdict =>
  bare >= 0 ? 'granted' : bare === refused ? 'refused' : bare === unknown ? 'unknown' : 'people'
export const amountOf = (bare: Bare): number => (bare > 0 ? bare : 0)

/** An amount of nothing refuses, as a missed condition does, even where something else is not known. */
export function bareOf({ own, lines, worth, rounding, capping }: Parts): (row: Row, past: Past, day: string) => Bare {
  const { fast, exact } = worth.quantity
  const [{ test }, { round }, { most }] = [own, rounding, capping]
  return (row, past, day) => {
    const allowed = test(row, past, day)
    if (allowed === notMet) return refused
    const truth = weigh(lines, row)
    if (truth === notMet) return refused
    const known = truth === met && allowed === met
    let value: number | bigint | null = fast(row, past)
    if (Number.isNaN(value)) value = exact(row, past)
    if (value === null) return unknown
    if (value < 0) return known ? people : unknown
    const amount = most(round(value), row, past, day)
    return amount <= 0 ? refused : known ? amount : unknown
  }
}
