/** What holds of every combination, whatever the candidates, the rules and what was had before. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Award } from '../fact.ts'
import { awardOf, bestCombination, type Candidate, type Combination } from './combination.ts'
import { drawing, type Make, randomCase, type StackingCase } from './random-case.ts'

const make: Make = { candidates: 12, clauses: 6, rules: 9, past: 4, largest: 40, year: 2025, projects: true }
const firm = fc.integer({ min: 0, max: 1e9 }).map((seed) => randomCase(seed, make))
const always = (holds: (given: StackingCase, found: Combination) => void, numRuns = 400) =>
  fc.assert(
    fc.property(firm, (given) => holds(given, bestCombination(given))),
    { numRuns },
  )
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
const nameOf = ({ clause, project }: Pick<Candidate, 'clause' | 'project'>) => `${clause} ${project}`

it('the order of candidates, rules, clauses within rules and past awards changes nothing, not a word', () => {
  fc.assert(
    fc.property(firm, fc.integer(), (given, seed) => {
      const draw = drawing(seed)
      const shuffled = <T>(list: readonly T[]): T[] =>
        list
          .map((one) => ({ one, at: draw() }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
      const stacking = shuffled(given.stacking).map((rule) =>
        rule.is === 'deduct' ? { ...rule, paid: shuffled(rule.paid) } : { ...rule, clauses: shuffled(rule.clauses) },
      )
      const other = { ...given, stacking, candidates: shuffled(given.candidates), past: shuffled(given.past) }
      expect(JSON.stringify(bestCombination(other))).toBe(JSON.stringify(bestCombination(given)))
    }),
    { numRuns: 400 },
  )
})

it('every candidate is kept or dropped once, with a reason, and what is taken off makes up the difference', () => {
  always(({ candidates }, { total, kept, dropped }) => {
    const asked = new Map(candidates.map((one) => [nameOf(one), one.amount]))
    expect([...kept, ...dropped].map(nameOf).sort()).toEqual([...asked.keys()].sort())
    expect(total).toBe(sum(kept.map(({ amount }) => amount)))
    for (const one of kept) {
      expect(one.amount).toBeGreaterThan(0)
      expect(Number.isInteger(one.amount)).toBe(true)
      expect(one.amount + sum(one.less.map(({ amount }) => amount))).toBe(asked.get(nameOf(one)))
      for (const { by, amount } of one.less) expect([amount > 0, by === '']).toEqual([true, false])
    }
    for (const { because, amount, ...one } of dropped) {
      expect(because).not.toBe('')
      expect(amount).toBe(asked.get(nameOf(one)))
    }
  })
})

it('no two clauses of an exclusive or highest group are paid in one year, or for one project, nor beside one had before', () => {
  let pairs = 0
  always(({ stacking, past, year }, { kept }) => {
    for (const rule of stacking) {
      if (rule.is !== 'exclusive' && rule.is !== 'highest') continue
      const mine = kept.filter(({ clause }) => rule.clauses.includes(clause))
      const before = rule.is === 'exclusive' ? past.filter(({ clause }) => rule.clauses.includes(clause)) : []
      for (const one of mine)
        for (const other of [...mine.map((another) => ({ ...another, year })), ...before]) {
          const together = rule.within === 'year' || one.project === null ? other.year === year : true
          const sameProject = rule.within === 'year' || one.project === other.project
          pairs += 1
          if (together && sameProject) expect(other.clause).toBe(one.clause)
        }
    }
  })
  expect(pairs).toBeGreaterThan(100)
})

it('a firm never gets more of a group in a year than its cap, what it had before included', () => {
  let reached = 0
  always(({ stacking, past, year }, { kept }) => {
    for (const rule of stacking) {
      if (rule.is !== 'together') continue
      const within = (one: { clause: string }) => rule.clauses.includes(one.clause)
      const had = sum(past.filter((one) => one.year === year && within(one)).map(({ amount }) => amount))
      const now = sum(kept.filter(within).map(({ amount }) => amount))
      if (now > 0) expect(had + now).toBeLessThanOrEqual(rule.amount)
      if (now > 0 && had + now === rule.amount) reached += 1
    }
  })
  expect(reached).toBeGreaterThan(50)
})

it('a further candidate never lowers the total: the firm need not take it', () => {
  always(({ candidates, ...rest }, { total }) => {
    for (const less of candidates)
      expect(bestCombination({ ...rest, candidates: candidates.filter((one) => one !== less) }).total).toBeLessThanOrEqual(total)
  }, 200)
})

it('a further exclusive rule never raises the total', () => {
  always((given, { total }) => {
    const clauses = [...new Set(given.candidates.map(({ clause }) => clause))].slice(0, 3)
    const rule = { is: 'exclusive', title: '不同享', clauses, within: 'year' } as const
    expect(bestCombination({ ...given, stacking: [...given.stacking, rule] }).total).toBeLessThanOrEqual(total)
  })
})

it('firms that share nothing add up: the combination of two parts is both their combinations', () => {
  fc.assert(
    fc.property(firm, firm, (one, two) => {
      const away = (clause: string) => `z${clause}`
      const moved: StackingCase = {
        ...two,
        candidates: two.candidates.map((each) => ({ ...each, clause: away(each.clause) })),
        past: two.past.map(({ less = [], ...each }) => ({
          ...each,
          clause: away(each.clause),
          less: less.map((off) => ({ ...off, clause: away(off.clause) })),
        })),
        stacking: two.stacking.map((rule) =>
          rule.is === 'deduct'
            ? { ...rule, from: away(rule.from), paid: rule.paid.map(away) }
            : { ...rule, clauses: rule.clauses.map(away) },
        ),
      }
      const both = bestCombination({
        candidates: [...one.candidates, ...moved.candidates],
        stacking: [...one.stacking, ...moved.stacking],
        past: [...one.past, ...moved.past],
        year: 2025,
      })
      const [first, second] = [bestCombination(one), bestCombination(moved)]
      expect(both.total).toBe(first.total + second.total)
      expect(both.kept).toEqual([...first.kept, ...second.kept])
      expect(both.dropped).toEqual([...first.dropped, ...second.dropped])
    }),
    { numRuns: 200 },
  )
})

it('over the years no clause is deducted more than the earlier clauses ever paid', () => {
  let deducted = 0
  fc.assert(
    fc.property(firm, (given) => {
      const stacking = given.stacking.filter((rule) => rule.is === 'deduct')
      const past: Award[] = given.past.map(({ less: _, ...award }) => award)
      const off = new Map<string, number>()
      for (const year of [2026, 2027, 2028]) {
        const { kept } = bestCombination({ ...given, stacking, past, year })
        for (const { clause, less } of kept) off.set(clause, (off.get(clause) ?? 0) + sum(less.map(({ amount }) => amount)))
        past.push(...kept.map((one) => awardOf(one, year)))
      }
      for (const [clause, amount] of off) {
        const earlier = new Set(stacking.flatMap(({ from, paid }) => (from === clause ? paid : [])))
        const had = past.filter((award) => earlier.has(award.clause)).map((award) => award.amount)
        expect(amount).toBeLessThanOrEqual(sum(had))
        if (amount > 0) deducted += 1
      }
    }),
    { numRuns: 400 },
  )
  expect(deducted).toBeGreaterThan(50)
})

it('the same rule told twice counts once', () => {
  always((given, found) => {
    expect(bestCombination({ ...given, stacking: [...given.stacking, ...given.stacking.slice(-2)] })).toEqual(found)
  })
})
