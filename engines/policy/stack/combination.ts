/**
 * The best lawful combination of what each clause alone would grant a firm in a year, with the reason of all that is dropped or reduced.
 *
 * A combination is a set of candidates that is claimed. It is lawful where no two of it are rivals; what it pays follows from it alone:
 *
 * - **exclusive** and **highest**: candidates of two clauses of one group are rivals in the same year, or for the same project. What
 *   names no project is one unnamed project of its year. A clause is no rival of itself: how often it is had is its own affair.
 * - **exclusive**, had before: a clause had in the year (for the project) bars all others of the group.
 * - **highest**, had before: what was had in the year (for the project) under the others of the group is taken off, so that the higher
 *   one fills up the difference and a lower one comes to nothing. Which one is the highest is asked of what is really paid, in the
 *   whole: a firm is never held to a clause that another rule bars or cuts below its alternative (从优).
 * - **deduct**: what was ever had, and what is paid in this combination, under the earlier clauses is taken off, never below nothing.
 * - Whatever rules name it, a sum of money is taken off one clause once: not again for its other projects, nor by a second rule, nor
 *   in a later year: what was taken off an award of the clause before is known of that award.
 * - **together**: what was had in the year under the clauses of the group leaves so much room; no payment goes beyond it.
 *
 * Payments are settled one after another, each from what those before it left. The order follows from the rules alone (order.ts):
 * first what deducts nothing; of the same depth, what stands under fewer caps; then by clause and project. So of several under a cap
 * the later are reduced. Clauses that deduct one another in a circle: the later by code gives way.
 *
 * The best combination pays the most in total; among those it pays for the most candidates; among those its candidates, sorted by
 * clause and project, come first. What is paid nothing counts as dropped. All money is whole 分.
 */
import type { Award, Past } from '../fact.ts'
import type { Stacking } from '../policy.ts'
import { fieldOf, type Sum } from './field.ts'
import { byId, orderOf } from './order.ts'
import { canonical } from './rules.ts'
import { components, search } from './search.ts'
import { type Cut, opening, pay } from './settle.ts'
import { whyBarred, whyDropped } from './why.ts'
import { cutSentence } from './wording.ts'

/** What one clause alone grants; several of one clause where they are of several projects or occasions. */
export type Candidate = { clause: string; project: string | null; amount: number }
export type Kept = Candidate & {
  /** Why it is less than the clause alone would grant, in a sentence each, and by how much; `of` what award, null of a cap. */
  less: { by: string; amount: number; of: Sum | null }[]
}
export type Dropped = Candidate & { because: string }
export type Combination = { total: number; kept: Kept[]; dropped: Dropped[] }

/** What is paid, as it counts from then on. */
export const awardOf = ({ clause, project, amount, less }: Kept, year: number): Award => {
  const taken = less.flatMap(({ of, amount: off }) => (of ? [{ ...of, amount: off }] : []))
  return { clause, year, project, milestone: null, amount, ...(taken.length > 0 ? { less: taken } : {}) }
}

export function bestCombination(of: {
  candidates: readonly Candidate[]
  stacking: readonly Stacking[]
  past: Past
  year: number
  /** What clauses are called in sentences, by id; one that is left out is called by its id. */
  titles?: ReadonlyMap<string, string>
}): Combination {
  const odd = of.candidates.find(({ amount }) => !Number.isSafeInteger(amount) || amount < 0)
  if (odd) throw new Error(`${odd.clause}: ${odd.amount} is no amount in whole 分`)

  const called = (clause: string) => `「${of.titles?.get(clause) ?? clause}」`
  const stacking = canonical(of.stacking)
  const { field, barred } = fieldOf({ ...of, stacking }, orderOf(stacking))
  const claimed = new Set(components(field).flatMap((members) => search(field, members)))

  const standing = opening(field)
  const kept: Kept[] = []
  const dropped: Dropped[] = barred.map(({ candidate, bar }) => ({ ...candidate, because: whyBarred(bar, called) }))
  field.candidates.forEach((candidate, i) => {
    const cuts: Cut[] = []
    const amount = claimed.has(i) ? pay(field, standing, i, (cut) => cuts.push(cut)) : 0
    const less = cuts.map((cut) => ({
      by: cutSentence(cut, called),
      amount: cut.amount,
      of: cut.is === 'debit' ? cut.debit.of : null,
    }))
    if (amount > 0) kept.push({ ...candidate, amount, less })
    else dropped.push({ ...candidate, because: whyDropped(field, claimed, i, called) })
  })
  return {
    total: kept.reduce((sum, { amount }) => sum + amount, 0),
    kept: kept.sort(byId),
    dropped: dropped.sort(byId),
  }
}
