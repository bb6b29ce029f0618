/** That the three ways come to the same: by hand, compiled without reasons, and with every reason. */
import { type Bare, people, refused, unknown } from '#engines/policy/bare.ts'
import { type Compiled, compile, explainAll } from '#engines/policy/compile.ts'
import type { Decision } from '#engines/policy/decision.ts'
import { nothingBefore } from '#engines/policy/fact.ts'
import { layoutOf, rowOf } from '#engines/policy/layout.ts'
import type { Layout } from '#engines/policy/policy.ts'
import { factsOf, firmOf, pastOf } from './firms.ts'
import { policyOf, type Shape } from './shapes.ts'

export const day = '2025-06-30'

export function compiledOf(all: readonly Shape[]): { compiled: Compiled[]; layout: Layout } {
  const policy = policyOf(all.map(({ clause }) => clause))
  const layout = layoutOf([policy])
  return { compiled: compile([policy], layout), layout }
}

/** Each clause for each firm, with and without what one firm in eight has had before; answers how many decisions were compared. */
export function assertSame(all: readonly Shape[], count: number): number {
  const { compiled, layout } = compiledOf(all)
  const ids = compiled.map(({ id }) => id)
  let compared = 0
  for (let n = 0; n < count; n += 1) {
    const firm = firmOf(n)
    const facts = factsOf(firm)
    const row = rowOf(facts, layout, day)
    const past = pastOf(n, ids)
    for (const before of past.length > 0 ? [nothingBefore, past] : [nothingBefore])
      for (const [at, decision] of explainAll(compiled, facts, before, day).entries()) {
        const wanted = all[at]!.byHand(firm, before, day)
        const bare = compiled[at]!.bare(row, before, day)
        if (bare !== wanted || bareOf(decision) !== wanted)
          throw new Error(`${decision.clause}, firm ${n}: ${wanted} by hand, ${bare} bare, ${decision.sentence}`)
        compared += 1
      }
  }
  return compared
}

const marks = { granted: 0, refused, unknown, people }
export const bareOf = ({ verdict, amount }: Pick<Decision, 'verdict' | 'amount'>): Bare => amount ?? marks[verdict]
