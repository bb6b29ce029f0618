/** Clauses compiled, each once: the fast way that tells verdict and amount alone, and the way that tells every reason. */
import { type Bare, bareOf } from './bare.ts'
import type { Decision } from './decision.ts'
import { type Explain, explainOf, type Look, lookAt, placingOf, type Together, tellingOf } from './explain.ts'
import type { Facts, Past } from './fact.ts'
import { groundOf, partsOf } from './parts.ts'
import { type Clause, clauseId, type Layout, type Policy, type Row } from './policy.ts'

export type Compiled = {
  /** `policy/clause` */
  id: string
  policy: Policy
  clause: Clause
  /** Over a row of the layout; what it means is told by verdictOf and amountOf (bare.ts). */
  bare: (row: Row, past: Past, day: string) => Bare
  /** This clause alone. */
  explain: Explain
  /** Of a look at a firm that serves all clauses compiled together. */
  tell: (look: Look, past: Past) => Decision
  together: Together
}

export function compile(policies: readonly Policy[], layout: Layout): Compiled[] {
  const together: Together = { layout, reasonings: [] }
  return policies.flatMap((policy) => {
    const ground = groundOf(policy, layout)
    const placing = placingOf(together, ground)
    return policy.clauses.map((clause): Compiled => {
      const parts = partsOf(policy, clause, ground)
      return {
        id: clauseId(policy, clause),
        policy,
        clause,
        bare: bareOf(parts),
        explain: whenAsked(() => explainOf(policy, clause)),
        tell: tellingOf(parts, clause, together, placing),
        together,
      }
    })
  })
}

/** Every clause for one firm: what they ask alike is looked at once, which takes a fraction of asking one by one. */
export function explainAll(compiled: readonly Compiled[], facts: Facts, past: Past, day: string): Decision[] {
  const looks = new Map<Together, Look>()
  const lookOf = (together: Together): Look => {
    const look = looks.get(together) ?? lookAt(together, facts, day)
    looks.set(together, look)
    return look
  }
  const decisions: Decision[] = []
  let [last, look]: [Together | null, Look | null] = [null, null]
  for (const { tell, together } of compiled) {
    if (look === null || last !== together) look = lookOf(together)
    last = together
    decisions.push(tell(look, past))
  }
  return decisions
}

function whenAsked(make: () => Explain): Explain {
  let made: Explain | null = null
  return (facts, past, day) => {
    made ??= make()
    return made(facts, past, day)
  }
}
