/** What several published tables give away together, against an attacker who tries every enterprise and every pair. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
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

/** Field of a prime beyond all coefficients here: an attacker of another kind than the one under test. */
const prime = 2n ** 61n - 1n
const inverse = (n: bigint) => {
  let [result, base, power] = [1n, ((n % prime) + prime) % prime, prime - 2n]
  for (; power; power >>= 1n, base = (base * base) % prime) if (power & 1n) result = (result * base) % prime
  return result
}
function rank(rows: bigint[][]): number {
  const work = rows.map((row) => [...row])
  let found = 0
  for (let column = 0; column < (work[0]?.length ?? 0); column += 1) {
    const at = work.findIndex((row, index) => index >= found && row[column] !== 0n)
    if (at < 0) continue
    ;[work[found], work[at]] = [work[at]!, work[found]!]
    const pivot = work[found]!
    const scale = inverse(pivot[column]!)
    for (const [index, row] of work.entries()) {
      if (index === found || row[column] === 0n) continue
      const factor = (row[column]! * scale) % prime
      for (const [i, value] of pivot.entries()) row[i] = (((row[i]! - factor * value) % prime) + prime) % prime
    }
    found += 1
  }
  return found
}

/** Every enterprise and pair for whom the sums and their own figures together span less than they should. */
function bruteForce(parts: Part[]): Set<string> {
  const sums = [...new Set(parts.flatMap((part) => part.sums))]
  const equations = sums.map((sum) => parts.map((part) => (part.sums.includes(sum) ? 1n : 0n)))
  const whole = rank(equations)
  const names = [...new Set(parts.map(({ enterprise }) => enterprise))]
  const falls = (who: string[]) => {
    const own = parts.flatMap(({ enterprise }, at) =>
      who.includes(enterprise) ? [parts.map((_, i) => (i === at ? 1n : 0n))] : [],
    )
    return rank([...equations, ...own]) < whole + own.length
  }
  const alone = names.filter((name) => falls([name]))
  const pairs = names.flatMap((a, i) => names.slice(i + 1).flatMap((b) => (falls([a, b]) ? [[a, b]] : [])))
  return new Set([...alone.map((a) => [a]), ...pairs].map((who) => [...who].sort().join('+')))
}

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
      const broken = bruteForce(parts)
      for (const who of found) expect(broken).toContain([...who].sort().join('+'))
      // A pair of which one falls alone need not be named again.
      const alone = new Set(found.filter(({ length }) => length === 1).flat())
      for (const who of broken) {
        const names = who.split('+')
        expect(names.some((name) => alone.has(name)) || found.some((f) => [...f].sort().join('+') === who)).toBe(true)
      }
      if (found.length) seen.unsafe += 1
      else seen.safe += 1
    }),
    { numRuns: 300 },
  )
  // Both outcomes were tried.
  expect(Math.min(seen.safe, seen.unsafe)).toBeGreaterThan(10)
})
