/** What deciding costs: the same 50 clauses for 20,000 firms, beside functions written by hand, CEL and a rules engine. */
import { type Bare, people, refused, unknown } from '#engines/policy/bare.ts'
import { type Compiled, compile } from '#engines/policy/compile.ts'
import type { Decision } from '#engines/policy/decision.ts'
import { type Facts, nothingBefore } from '#engines/policy/fact.ts'
import { layoutOf, rowOf } from '#engines/policy/layout.ts'
import type { Layout } from '#engines/policy/policy.ts'
import { ms, ratio, spread } from './measure.ts'
import { factsOf, firmOf, pastOf } from './policy/firms.ts'
import { celOf, contextOf, plainOf, rulesOf } from './policy/peers.ts'
import { policyOf, type Shape, shapes } from './policy/shapes.ts'

const day = '2025-06-30'

export async function bench(): Promise<void> {
  await besideOthers()
  if (process.env.SCREEN !== "0") await screening()
}

async function besideOthers() {
  const all = shapes(50)
  const { compiled, layout } = compiledOf(all)
  const firms = Array.from({ length: 20_000 }, (_, n) => firmOf(n))
  const facts = firms.map(factsOf)
  const rows = facts.map((known) => rowOf(known, layout, day))
  const contexts = firms.map((firm) => contextOf(firm, day))
  const expressions = celOf(all)

  const hand = await spread(7, () => total(all, firms, ({ byHand }, firm) => byHand(firm, nothingBefore, day)))
  const bare = await spread(7, () => total(compiled, rows, (clause, row) => clause.bare(row, nothingBefore, day)))
  const cel = await spread(3, () => total(expressions, contexts, (run, context) => run(context) as number)) // each comes to a double
  const reasons = await spread(3, () =>
    total(compiled, facts, ({ explain }, known) => bareOf(explain(known, nothingBefore, day))),
  )
  const rules = await ruling(all, facts)

  assertSame(all, compiled, layout, firms.length)
  for (const [at, run] of expressions.entries())
    for (const [n, firm] of firms.entries())
      if (run(contexts[n]!) !== all[at]!.byHand(firm, nothingBefore, day))
        throw new Error(`CEL differs in clause ${at}, firm ${n}`)

  console.log(`${all.length} clauses × ${firms.length} firms, every result that of the function written by hand`)
  console.log(`by hand ${ms(hand.median)}; CEL, typed ${ms(cel.median)}; rules engine ${ms(rules)}, conditions only`)
  console.log(
    `without reasons ${ms(bare.median)}: ${ratio(bare.median, hand.median)} by hand, CEL takes ${ratio(cel.median, bare.median)}`,
  )
  console.log(
    `with every reason ${ms(reasons.median)}: CEL takes ${ratio(cel.median, reasons.median)} (and gives none), ` +
      `the rules engine ${ratio(rules, reasons.median)}`,
  )
}

/** The rules engine is asked of some firms only, and what it takes counted up to all. */
async function ruling(all: readonly Shape[], facts: readonly Facts[]): Promise<number> {
  const engine = rulesOf(all)
  const some = facts.slice(0, 200).map(plainOf)
  const { median } = await spread(3, async () => {
    for (const known of some) await engine.run(known)
  })
  return (median * facts.length) / some.length
}

/** All of the district at once, and one clause for everybody, in pure computing. */
async function screening() {
  const all = shapes(60)
  const { compiled, layout } = compiledOf(all)
  const facts = Array.from({ length: 100_000 }, (_, n) => factsOf(firmOf(n)))
  const begun = performance.now()
  const rows = facts.map((known) => rowOf(known, layout, day))
  const laid = performance.now() - begun
  const bare = await spread(3, () => total(compiled, rows, (clause, row) => clause.bare(row, nothingBefore, day)))
  const reasons = await spread(1, () =>
    total(compiled, facts, ({ explain }, known) => bareOf(explain(known, nothingBefore, day))),
  )
  const one = await spread(5, () => total(compiled.slice(6, 7), rows, (clause, row) => clause.bare(row, nothingBefore, day)))
  console.log(
    `${facts.length} firms × ${all.length} clauses: rows ${ms(laid)}, then ${ms(bare.median)}; with reasons ${ms(reasons.median)}`,
  )
  console.log(`one clause for ${facts.length} firms: ${ms(one.median)}`)
}

function compiledOf(all: readonly Shape[]): { compiled: Compiled[]; layout: Layout } {
  const policy = policyOf(all.map(({ clause }) => clause))
  const layout = layoutOf([policy])
  return { compiled: compile([policy], layout), layout }
}

function total<Clause, Of>(clauses: readonly Clause[], all: readonly Of[], of: (clause: Clause, one: Of) => number): number {
  let sum = 0
  for (const one of all) for (const clause of clauses) sum += of(clause, one)
  return sum
}

/** Each clause for each firm, with and without what one firm in eight has had before: the three ways come to the same. */
export function assertSame(all: readonly Shape[], compiled: readonly Compiled[], layout: Layout, count: number): void {
  const ids = compiled.map(({ id }) => id)
  for (let n = 0; n < count; n += 1) {
    const firm = firmOf(n)
    const facts = factsOf(firm)
    const row = rowOf(facts, layout, day)
    const past = pastOf(n, ids)
    for (const before of past.length > 0 ? [nothingBefore, past] : [nothingBefore])
      for (const [at, clause] of compiled.entries()) {
        const wanted = all[at]!.byHand(firm, before, day)
        const bare = clause.bare(row, before, day)
        const told = bareOf(clause.explain(facts, before, day))
        if (bare !== wanted || told !== wanted) throw new Error(`${clause.id}, firm ${n}: ${wanted}, ${bare}, ${told}`)
      }
  }
}

const marks = { granted: 0, refused, unknown, people }
const bareOf = ({ verdict, amount }: Decision): Bare => amount ?? marks[verdict]
