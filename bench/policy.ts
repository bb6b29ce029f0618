/** What deciding costs: the same 50 clauses for 20,000 firms, beside functions written by hand, CEL and a rules engine. */
import { explainAll, findAll } from '#engines/policy/compile.ts'
import { nothingBefore } from '#engines/policy/fact.ts'
import { rowOf } from '#engines/policy/layout.ts'
import { ms, ratio, spread } from './measure.ts'
import { factsOf, firmOf } from './policy/firms.ts'
import { celOf, contextOf, enginesOf, plainOf, rulesOf } from './policy/peers.ts'
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
  const engines = enginesOf(all)
  // The rules engine is asked of one firm in fifty, and what it takes counted up.
  const few = 50
  const times = {
    hand: [] as number[],
    bare: [] as number[],
    cel: [] as number[],
    kept: [] as number[],
    written: [] as number[],
    rules: [] as number[],
    singly: [] as number[],
  }
  for (let first = -portion; first < count; first += portion) {
    // The first portion warms up.
    const firms = Array.from({ length: portion }, (_, n) => firmOf(Math.max(0, first) + n))
    const facts = firms.map(factsOf)
    const rows = facts.map((known) => rowOf(known, layout, day))
    const contexts = firms.map((firm) => contextOf(firm, day))
    const plain = facts.filter((_, n) => n % few === 0).map(plainOf)
    const results = () => new Float64Array(portion * all.length)
    const [wanted, found] = [results(), { bare: results(), cel: results(), kept: results(), written: results() }]
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
      kept: await timed(() => {
        let at = 0
        for (const known of facts)
          for (const finding of findAll(compiled, known, nothingBefore, day)) found.kept[at++] = bareOf(finding)
      }),
      written: await timed(() => {
        let at = 0
        for (const known of facts)
          for (const decision of explainAll(compiled, known, nothingBefore, day)) found.written[at++] = bareOf(decision)
      }),
      rules:
        few *
        (await timed(async () => {
          for (const known of plain) await engine.run(known)
        })),
      singly:
        few *
        (await timed(async () => {
          for (const known of plain) for (const one of engines) await one.run(known)
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
  console.log(`by hand ${whole('hand')}; CEL, typed ${whole('cel')}`)
  console.log(`without reasons ${whole('bare')}: ${beside('bare', 'hand')} by hand, CEL takes ${beside('cel', 'bare')}`)
  console.log('json-rules-engine weighs the conditions alone, no amounts, and tells the outcome of each:')
  console.log(`  all clauses in one engine ${whole('rules')}; an engine for each clause ${whole('singly')}`)
  for (const [way, name] of [
    ['kept', 'reasons kept (outcome, figure and source of every condition, the amount; no sentence written)'],
    ['written', 'every reason and step written out in sentences'],
  ] as const)
    console.log(
      `${name} ${whole(way)}: CEL, which gives none, takes ${beside('cel', way)}, ` +
        `json-rules-engine ${beside('rules', way)} in one engine, ${beside('singly', way)} clause by clause`,
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
  const kept = await timed(() => {
    for (const known of facts) findAll(compiled, known, nothingBefore, day)
  })
  const written = await timed(() => {
    for (const known of facts) explainAll(compiled, known, nothingBefore, day)
  })
  console.log(
    `${facts.length} firms × ${compiled.length} clauses: rows ${ms(laid)}, then ${ms(bare.median)}; ` +
      `reasons kept ${ms(kept)}, written out ${ms(written)}`,
  )
  console.log(`one clause for ${facts.length} firms: ${ms(one.median)}`)
}
