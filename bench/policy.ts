/** What deciding costs: the same 50 clauses for 20,000 firms, beside functions written by hand, CEL and a rules engine. */
import { explainAll } from '#engines/policy/compile.ts'
import { nothingBefore } from '#engines/policy/fact.ts'
import { rowOf } from '#engines/policy/layout.ts'
import { ms, ratio, spread } from './measure.ts'
import { factsOf, firmOf } from './policy/firms.ts'
import { celOf, contextOf, plainOf, rulesOf } from './policy/peers.ts'
import { assertSame, bareOf, compiledOf, day } from './policy/same.ts'
import { shapes } from './policy/shapes.ts'

export async function bench(): Promise<void> {
  await besideOthers()
  await screening()
}

/** Portion by portion, all ways in turn: what else the machine does meets all of them alike. */
async function besideOthers() {
  const [all, count, portion] = [shapes(50), 20_000, 1000]
  const { compiled, layout } = compiledOf(all)
  const expressions = celOf(all)
  const engine = rulesOf(all)
  // The rules engine is asked of one firm in fifty, and what it takes counted up.
  const few = 50
  const times = {
    hand: [] as number[],
    bare: [] as number[],
    cel: [] as number[],
    reasons: [] as number[],
    rules: [] as number[],
  }
  for (let first = -portion; first < count; first += portion) {
    // The first portion warms up.
    const firms = Array.from({ length: portion }, (_, n) => firmOf(Math.max(0, first) + n))
    const facts = firms.map(factsOf)
    const rows = facts.map((known) => rowOf(known, layout, day))
    const contexts = firms.map((firm) => contextOf(firm, day))
    const plain = facts.filter((_, n) => n % few === 0).map(plainOf)
    const results = () => new Float64Array(portion * all.length)
    const [wanted, found] = [results(), { bare: results(), cel: results(), reasons: results() }]
    const took = {
      hand: await timed(() => {
        let at = 0
        for (const firm of firms) for (const { byHand } of all) wanted[at++] = byHand(firm, nothingBefore, day)
      }),
      bare: await timed(() => {
        let at = 0
        for (const row of rows) for (const { bare } of compiled) found.bare[at++] = bare(row, nothingBefore, day)
      }),
      cel: await timed(() => {
        let at = 0
        for (const context of contexts) for (const run of expressions) found.cel[at++] = run(context) as number // each comes to a double
      }),
      reasons: await timed(() => {
        let at = 0
        for (const known of facts)
          for (const decision of explainAll(compiled, known, nothingBefore, day)) found.reasons[at++] = bareOf(decision)
      }),
      rules:
        few *
        (await timed(async () => {
          for (const known of plain) await engine.run(known)
        })),
    }
    for (const [way, results] of Object.entries(found)) {
      const at = wanted.findIndex((result, n) => result !== results[n])
      if (at >= 0)
        throw new Error(
          `${way}: firm ${first + Math.floor(at / all.length)}, clause ${at % all.length}: ${wanted[at]}, not ${results[at]}`,
        )
    }
    if (first >= 0) for (const way of Object.keys(times) as (keyof typeof times)[]) times[way].push(took[way]) // its own keys
  }
  const whole = (way: keyof typeof times) => ms(times[way].reduce((sum, time) => sum + time, 0))
  const beside = (way: keyof typeof times, other: keyof typeof times) =>
    ratio(middle(times[way].map((time, at) => time / times[other][at]!)), 1)
  const compared = assertSame(all, 2000)
  console.log(`${all.length} clauses × ${count} firms, every result that of the function written by hand`)
  console.log(`(and with what firms have had before: ${compared} decisions)`)
  console.log(`by hand ${whole('hand')}; CEL, typed ${whole('cel')}; rules engine, conditions only ${whole('rules')}`)
  console.log(`without reasons ${whole('bare')}: ${beside('bare', 'hand')} by hand, CEL takes ${beside('cel', 'bare')}`)
  console.log(
    `with every reason and step ${whole('reasons')}: CEL, which gives none, takes ${beside('cel', 'reasons')}, ` +
      `the rules engine ${beside('rules', 'reasons')}`,
  )
}

async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

/** All of the district at once, and one clause for everybody, in pure computing. */
async function screening() {
  const { compiled, layout } = compiledOf(shapes(60))
  const facts = Array.from({ length: 100_000 }, (_, n) => factsOf(firmOf(n)))
  const begun = performance.now()
  const rows = facts.map((known) => rowOf(known, layout, day))
  const laid = performance.now() - begun
  const screened = (clauses: typeof compiled) => {
    let sum = 0
    for (const row of rows) for (const clause of clauses) sum += clause.bare(row, nothingBefore, day)
    return sum
  }
  const bare = await spread(3, () => screened(compiled))
  const one = await spread(5, () => screened(compiled.slice(6, 7)))
  const reasons = await timed(() => {
    for (const known of facts) explainAll(compiled, known, nothingBefore, day)
  })
  console.log(
    `${facts.length} firms × ${compiled.length} clauses: rows ${ms(laid)}, then ${ms(bare.median)}; with every reason ${ms(reasons)}`,
  )
  console.log(`one clause for ${facts.length} firms: ${ms(one.median)}`)
}
