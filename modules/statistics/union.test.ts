/** What several published tables give away together, against an attacker who tries every enterprise and every pair. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workedOut } from '#test/attacker.ts'
import { givenAway, type Part } from './union.ts'

const inSums = (sums: Record<string, string[]>): Part[] => {
  const enterprises = [...new Set(Object.values(sums).flat())]
  return enterprises.map((enterprise) => ({
    enterprise,
    sums: Object.keys(sums).filter((sum) => sums[sum]!.includes(enterprise)),
  }))
}

describe('by hand', () => {
  it('a sum of three gives nothing away, a sum of two does', () => {
    expect(givenAway(inSums({ all: ['a', 'b', 'c'] }))).toEqual([])
    expect(givenAway(inSums({ all: ['a', 'b'] }))).toEqual([['a', 'b']])
  })

  it('two harmless tables over the same total give away their difference', () => {
    const zones = { total: ['a', 'b', 'c', 'd', 'e', 'f', 'g'], north: ['a', 'b', 'c'] }
    const towns = { total: ['a', 'b', 'c', 'd', 'e', 'f', 'g'], upper: ['a', 'b', 'c', 'd'] }
    expect(givenAway(inSums(zones))).toEqual([])
    expect(givenAway(inSums(towns))).toEqual([])
    expect(givenAway(inSums({ ...zones, upper: towns.upper }))).toEqual([['d']])
  })

  it('the total before and after a correction gives away by how much one enterprise was corrected', () => {
    const kept = ['a', 'b', 'c'].map((enterprise) => ({ enterprise, sums: ['before', 'after'] }))
    const corrected = [
      { enterprise: 'd', sums: ['before'] },
      { enterprise: 'd', sums: ['after'] },
    ]
    expect(givenAway([...kept, ...corrected])).toEqual([['d']])
  })
})

it('finds an enterprise or pair exactly when an attacker who tries all of them does', () => {
  const firms = fc.constantFrom(...'abcdefghijkl')
  // From sums that hardly overlap, most of them safe, to many that cross, most of them not.
  const some = (sums: string, maxLength: number) =>
    fc.array(fc.record({ enterprise: firms, sums: fc.uniqueArray(fc.constantFrom(...sums), { maxLength }) }), {
      minLength: 6,
      maxLength: 18,
    })
  const seen = { safe: 0, unsafe: 0 }
  fc.assert(
    fc.property(fc.oneof(some('12', 1), some('123', 2), some('123456', 5)), (parts) => {
      const found = givenAway(parts)
      const told = (who: string[][]) => new Set(who.map((names) => [...names].sort().join('+')))
      expect(told(found)).toEqual(told(workedOut(parts)))
      if (found.length) seen.unsafe += 1
      else seen.safe += 1
    }),
    { numRuns: 300 },
  )
  // Both outcomes were tried.
  expect(Math.min(seen.safe, seen.unsafe)).toBeGreaterThan(10)
})
