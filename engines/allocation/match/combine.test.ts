/** Looking for combinations ends where it is told to, says so, and finds the same whatever comes first. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { askedBy } from './asked.ts'
import { combine } from './combine.ts'
import { match } from './match.ts'
import { type Need, openNeed } from './need.ts'
import { keyOf } from './rank.ts'
import { defaultRules, matchRules } from './rules.ts'
import { plainUnit, today } from './samples.ts'
import type { Unit } from './unit.ts'

/** An open floor: every unit opens into every other. */
const openFloor = (count: number): Unit[] => {
  const ids = Array.from({ length: count }, (_, n) => `u${n}`)
  return ids.map((id, n) => ({ ...plainUnit, id, area: 50 + (n % 7), adjacent: ids }))
}
const need: Need = { ...openNeed, area: { from: 200, to: 215 } }
const asked = askedBy(need, defaultRules, today)

it('a floor where everything adjoins everything is given up after so many sets', () => {
  const { sets, steps, finished } = combine(openFloor(400), asked, 5000)
  expect([steps, finished]).toEqual([5000, false])
  expect(sets.length).toBeGreaterThan(0)
})

it('what is found before giving up does not depend on the order of the units', () =>
  fc.assert(
    fc.property(fc.shuffledSubarray(openFloor(40), { minLength: 40 }), (units) => {
      expect(combine(units, asked, 800)).toEqual(combine(openFloor(40), asked, 800))
    }),
    { numRuns: 50 },
  ))

it('every set is found once, those of fewer units first', () => {
  const { sets, finished } = combine(openFloor(16), { ...asked, need: { ...need, parts: 5 } }, 1_000_000)
  expect(finished).toBe(true)
  expect(new Set(sets.map(keyOf)).size).toBe(sets.length)
  const lengths = sets.map(({ length }) => length)
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
})

it('no unit is taken that the others do not need', () => {
  const row: Unit[] = [10, 20, 60].map((power, n) => ({
    ...plainUnit,
    id: `u${n}`,
    area: 300 - n,
    power,
    adjacent: [`u${n + 1}`],
  }))
  const keys = (power: number) => combine(row, askedBy({ ...openNeed, power }, defaultRules, today), 100).sets.map(keyOf)
  expect(keys(70)).toEqual(['u1+u2'])
  expect(keys(90)).toEqual(['u0+u1+u2'])
})

it('a large building does not keep smaller ones from being looked at, and is named', () => {
  const pair: Unit[] = ['p1', 'p2'].map((id) => ({
    ...plainUnit,
    id,
    building: 'b2',
    buildingName: '二号楼',
    area: 105,
    adjacent: ['p1'],
  }))
  const rules = matchRules.parse({ limits: { sets: 1000, offers: 5000 } })
  const { offers, unfinished } = match(need, [...openFloor(300), ...pair], rules, today)
  expect(unfinished).toEqual(['一号楼'])
  expect(offers[0]!.key).toBe('p1+p2')
})
