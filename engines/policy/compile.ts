/** Clauses compiled, each once: the fast way that tells verdict and amount alone, and the way that keeps every reason. */
import { type Bare, bareOf } from './bare.ts'
import type { Decision } from './decision.ts'
import { type Explain, explainOf, writingOf } from './explain.ts'
import type { Facts, Past } from './fact.ts'
import { type Find, type Finding, findingOf } from './finding.ts'
import { type Look, listingOf, lookAt, type Together, togetherOn } from './look.ts'
import { groundOf, partsOf } from './parts.ts'
import { type Clause, clauseId, type Layout, type Policy, type Row } from './policy.ts'
import { truthsIn } from './truths.ts'

export type Compiled = {
  /** `policy/clause` */
  id: string
  policy: Policy
  clause: Clause
  /** Over a row of the layout; what it means is told by verdictOf and amountOf (bare.ts). */
  bare: (row: Row, past: Past, day: string) => Bare
  /** What each reason of the decision comes to, without its words (truths.ts). */
  truths: (row: Row, past: Past, day: string) => string
  /** This clause alone. */
  explain: Explain
  /** Of a look at a firm that serves all clauses compiled together. */
  find: Find
  together: Together
}

export function compile(policies: readonly Policy[], layout: Layout): Compiled[] {
  const together = togetherOn(layout)
  return policies.flatMap((policy) => {
    const ground = groundOf(policy, layout)
    const listing = listingOf(together, ground)
    return policy.clauses.map((clause): Compiled => {
      const parts = partsOf(policy, clause, ground)
      return {
        id: clauseId(policy, clause),
        policy,
        clause,
        bare: bareOf(parts),
        truths: truthsIn(parts),
        explain: whenAsked(() => explainOf(policy, clause)),
        find: findingOf(parts, listing, writingOf(parts, clause, together)),
        together,
      }
    })
  })
}

/** Every clause for one firm, reasons kept: what they ask alike is looked at once; each is put in words when it is read. */
export function findAll(compiled: readonly Compiled[], facts: Facts, past: Past, day: string): Finding[] {
  const looks = new Map<Together, Look>()
  const found = new Array<Finding>(compiled.length)
  let [last, look]: [Together | null, Look | null] = [null, null]
  for (let at = 0; at < compiled.length; at += 1) {
    const { find, together } = compiled[at]!
    if (look === null || last !== together) {
      look = looks.get(together) ?? lookAt(together, facts, day)
      looks.set(together, look)
      last = together
    }
    found[at] = find(look, past)
  }
  return found
}

/** Every clause for one firm, every reason written out. */
export const explainAll = (compiled: readonly Compiled[], facts: Facts, past: Past, day: string): Decision[] =>
  findAll(compiled, facts, past, day).map(inWords)
const inWords = ({ decision }: Finding): Decision => decision

function whenAsked(make: () => Explain): Explain {
  let made: Explain | null = null
  return (facts, past, day) => {
    made ??= make()
    return made(facts, past, day)
  }
}
