/** Sums under one heading are of one unit, and lose nothing by it. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inTenThousands } from './wording.ts'

it.each([
  [0, '0.00'],
  [1, '0.000001'],
  [900_005_0, '9.00005'],
  [123_450_000_0, '1,234.50'],
  [-20_000_00, '-2.00'],
])('%i 分 is %s 万元', (cents, said) => expect(inTenThousands(cents)).toBe(said))

it('is exact to the 分 whatever the sum', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), (cents) => {
      const [whole, decimals] = inTenThousands(cents).replaceAll(',', '').split('.') as [string, string]
      const sign = cents < 0 ? -1n : 1n
      return BigInt(whole.replace('-', '')) * 1_000_000n + BigInt(decimals.padEnd(6, '0')) === sign * BigInt(cents)
    }),
  )
})
