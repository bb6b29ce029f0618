/** The library of policies the product ships: no file has a flaw, every worked example comes out as told, every way is used. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkPolicies } from './check.ts'
import { nothingBefore } from './fact.ts'
import { factsOf } from './layout.ts'
import { type Clause, capScopes, clauseId, type Mechanism, payees, potNames, type Stacking } from './policy.ts'
import { bestCombination } from './stack/combination.ts'

const folder = new URL('../../seed/policies/', import.meta.url)
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
const { policies, flaws } = checkPolicies(files, true)
const clauses = policies.flatMap((policy) => policy.clauses.map((clause) => ({ id: clauseId(policy, clause), policy, clause })))
const yuan = 100

describe('the files of policies', () => {
  it('have no flaw, and their examples come out as told', () => expect(flaws).toEqual([]))

  it('are named by the code of their policy', () =>
    expect(policies.map(({ code }) => `${code}.yaml`)).toEqual(files.map(({ name }) => name)))

  it('show at least 53 clauses of other districts and of the city', () =>
    expect(clauses.filter(({ policy }) => policy.demonstration).length).toBeGreaterThanOrEqual(53))

  it("keep the district's own apart from what is shown only", () =>
    expect(policies.filter(({ demonstration }) => !demonstration).map(({ code }) => code)).toEqual([
      'beibei-2022',
      'demo-measures',
    ]))

  it('say of what is made up that it is', () => {
    const made = policies.find(({ code }) => code === 'demo-measures')!
    for (const said of [made.title, made.issuer, made.source]) expect(said).toContain('演示')
  })
})

describe('a clause of the library', () => {
  it.each(clauses)('$id is told plainly, and by examples for and against', ({ clause }) => {
    const verdicts = clause.examples.map(({ verdict }) => verdict)
    const best = isPending(clause.amount) ? 'unknown' : clause.amount.is === 'people' ? 'people' : 'granted'
    expect(clause.plain).not.toBeNull()
    expect(verdicts).toContain(best)
    expect(verdicts.some((verdict) => verdict === 'refused' || (best !== 'unknown' && verdict === 'unknown'))).toBe(true)
  })

  const capped = clauses.filter(({ clause }) => clause.caps.some(bites) && !isPending(clause.amount))
  it.each(capped)('$id shows how its cap bites', ({ clause }) => {
    const sums = clause.caps.filter(bites).map(({ amount }) => amount)
    const reached = clause.examples.some(({ amount, past, verdict }) => {
      const had = past.reduce((sum, award) => sum + award.amount, 0)
      return verdict === 'granted' ? sums.includes(amount! + had) : verdict === 'refused' && sums.includes(had)
    })
    expect(reached).toBe(true)
  })

  it.each(clauses.filter(({ policy, clause }) => !policy.demonstration && clause.channel === 'direct'))(
    '$id, given without being asked for, rests on the ledgers of the district alone',
    ({ policy, clause }) => {
      expect(factsOf(policy, clause).filter(({ from }) => from !== 'ledger')).toEqual([])
      expect(clause.materials.filter(({ ledger }) => ledger === null)).toEqual([])
    },
  )
})

describe('the library uses', () => {
  const used = new Set(clauses.flatMap(({ clause }) => waysOf(clause.amount)))
  it.each(Object.keys(ways))('the way %s', (way) => expect(used).toContain(way))

  it('every kind of cap, of payee, of pot and of stacking', () => {
    const all = clauses.map(({ clause }) => clause)
    expect(new Set(all.flatMap(({ caps }) => caps.map(({ scope }) => scope)))).toEqual(new Set(Object.keys(capScopes)))
    expect(new Set(all.map(({ payee }) => payee))).toEqual(new Set(Object.keys(payees)))
    expect(new Set(all.map(({ pot }) => pot))).toEqual(new Set(Object.keys(potNames)))
    const stacked: Record<Stacking['is'], true> = { exclusive: true, highest: true, deduct: true, together: true }
    expect(new Set(policies.flatMap(({ stacking }) => stacking.map(({ is }) => is)))).toEqual(new Set(Object.keys(stacked)))
  })
})

describe('clauses that bear on one another', () => {
  const stackingOf = (code: string) => policies.find((policy) => policy.code === code)!.stacking
  const candidate = (clause: string, sum: number) => ({ clause, project: null, amount: sum * yuan })

  it('let a firm of Futian have one rent in a year, the better', () => {
    const candidates = [
      candidate('shenzhen-futian/government-rent', 720_000),
      candidate('shenzhen-futian/private-rent', 2_600_000),
      candidate('shenzhen-futian/purchase', 3_000_000),
    ]
    const best = bestCombination({ candidates, stacking: stackingOf('shenzhen-futian'), past: nothingBefore, year: 2024 })
    expect(best.total).toBe(5_600_000 * yuan)
    expect(best.dropped.map(({ clause }) => clause)).toEqual(['shenzhen-futian/government-rent'])
  })

  it('take the rent had before off what is paid for buying in Yuhua', () => {
    const past = [{ clause: 'changsha-yuhua/rent', year: 2023, project: null, milestone: null, amount: 117_600 * yuan }]
    const candidates = [candidate('changsha-yuhua/purchase', 600_000)]
    const best = bestCombination({ candidates, stacking: stackingOf('changsha-yuhua'), past, year: 2024 })
    expect(best.total).toBe(482_400 * yuan)
  })

  it('give the highest title alone in Chengdu', () => {
    const candidates = [candidate('chengdu-2023/little-giant', 300_000), candidate('chengdu-2023/top-hundred', 500_000)]
    const best = bestCombination({ candidates, stacking: stackingOf('chengdu-2023'), past: nothingBefore, year: 2023 })
    expect(best.kept.map(({ clause }) => clause)).toEqual(['chengdu-2023/top-hundred'])
  })
})

/** Each kind of mechanism, so that a new one is missed here until the library shows it. */
const ways: Record<Mechanism['is'], true> = {
  flat: true,
  rate: true,
  unit: true,
  formula: true,
  tier: true,
  ladder: true,
  'area-rent': true,
  yearly: true,
  stages: true,
  matching: true,
  ranking: true,
  voucher: true,
  split: true,
  sum: true,
  least: true,
  most: true,
  cases: true,
  people: true,
  pending: true,
}

function waysOf(mechanism: Mechanism): Mechanism['is'][] {
  return [mechanism.is, ...partsOf(mechanism).flatMap(waysOf)]
}

function partsOf(mechanism: Mechanism): readonly Mechanism[] {
  if ('of' in mechanism) return mechanism.of
  if (mechanism.is === 'cases') return mechanism.cases.map(({ amount }) => amount)
  if (mechanism.is === 'voucher') return [mechanism.face]
  return mechanism.is === 'split' ? [mechanism.whole] : []
}

/** Nobody can be paid yet, since a part of the sum is not known. */
function isPending(mechanism: Clause['amount']): boolean {
  return waysOf(mechanism).includes('pending')
}

/** The pot is held by the fund; sums to be granted are held by the others. */
function bites({ scope }: Clause['caps'][number]): boolean {
  return scope !== 'pot'
}
