/** Commercial rounding, exactly: half goes away from zero, whatever binary fractions say. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quotient } from './rounding.ts'

it('rounds half away from zero', () => {
  expect(quotient(285, 1000, 2)).toBe(0.29)
  expect(quotient(1005, 1000, 2)).toBe(1.01)
  expect(quotient(-285, 1000, 2)).toBe(-0.29)
  expect(quotient(285, -1000, 2)).toBe(-0.29)
  expect(quotient(5, 10, 0)).toBe(1)
  expect(quotient(4, 10, 0)).toBe(0)
  expect(Object.is(quotient(-4, 10, 0), 0)).toBe(true)
  expect(quotient(2, 3, 6)).toBe(0.666667)
  expect(quotient(0.285, 1, 2)).toBe(0.29)
  expect(quotient(1.5, 0.4, 1)).toBe(3.8)
  expect(quotient(1e22, 1e24, 3)).toBe(0.01)
  expect(quotient(9_007_199_254_740_991, 1, 0)).toBe(9_007_199_254_740_991)
})

it('is never further from the quotient than half of the last digit', () => {
  const amount = fc.integer({ min: -1e15, max: 1e15 })
  fc.assert(
    fc.property(amount, fc.integer({ min: 1, max: 1e9 }), fc.nat(6), (above, below, decimals) => {
      const scaled = BigInt(Math.round(Number((quotient(above, below, decimals) * 10 ** decimals).toPrecision(15))))
      fc.pre(scaled < 10n ** 15n && scaled > -(10n ** 15n))
      const off = BigInt(above) * 10n ** BigInt(decimals) - scaled * BigInt(below)
      expect((off < 0n ? -off : off) * 2n <= BigInt(below)).toBe(true)
      // At exactly half, the rounded one is the larger in size.
      if ((off < 0n ? -off : off) * 2n === BigInt(below)) expect(off < 0n === above > 0).toBe(true)
    }),
  )
})
