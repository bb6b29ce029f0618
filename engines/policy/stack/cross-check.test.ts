/** The search against trying every set of candidates. */
import { expect, it } from 'vitest'
import { bestOfAllSets } from './brute-force.ts'
import { bestCombination } from './combination.ts'
import { type Make, randomCase } from './random-case.ts'

const small: Make = { candidates: 6, clauses: 3, rules: 5, past: 3, largest: 12, year: 2025, projects: true }

it('agrees with trying everything on 10,000 random firms, to the 分 and to the clause', () => {
  const seen = { several: 0, reduced: 0, dropped: 0 }
  for (let seed = 0; seed < 10_000; seed += 1) {
    const given = randomCase(seed, small)
    const { total, kept, dropped } = bestCombination(given)
    const found = { total, kept: kept.map(({ clause, project, amount }) => ({ clause, project, amount })) }
    const expected = bestOfAllSets(given)
    if (JSON.stringify(found) !== JSON.stringify(expected))
      expect({ seed, given, ...found }).toEqual({ seed, given, ...expected })
    if (kept.length > 1) seen.several += 1
    if (kept.some(({ less }) => less.length > 0)) seen.reduced += 1
    if (dropped.length > 0) seen.dropped += 1
  }
  expect(Math.min(seen.several, seen.reduced, seen.dropped)).toBeGreaterThan(2000)
})
