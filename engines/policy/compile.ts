/** Clauses compiled, each once: the fast way that tells verdict and amount alone, and the way that tells every reason. */
import { type Bare, bareOf } from './bare.ts'
import { type Explain, explainOf } from './explain.ts'
import type { Past } from './fact.ts'
import { partsOf } from './parts.ts'
import { type Clause, clauseId, type Layout, type Policy, type Row } from './policy.ts'

export type Compiled = {
  /** `policy/clause` */
  id: string
  policy: Policy
  clause: Clause
  /** Over a row of the layout; what it means is told by verdictOf and amountOf (bare.ts). */
  bare: (row: Row, past: Past, day: string) => Bare
  explain: Explain
}

export const compile = (policies: readonly Policy[], layout: Layout): Compiled[] =>
  policies.flatMap((policy) =>
    policy.clauses.map((clause) => ({
      id: clauseId(policy, clause),
      policy,
      clause,
      bare: bareOf(partsOf(policy, clause, layout)),
      explain: explainOf(policy, clause),
    })),
  )
