/** Sums are exact: numbers and BigInt come to the same, and both to what fractions of BigInt come to. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Layout, Node, Row } from '../policy.ts'
import { quantityOf } from './evaluate.ts'
import { isUnknown, numeratorOf } from './quantity.ts'

const titles = ['甲', '乙', '丙']
const layout: Layout = { titles, facts: [], slot: new Map(titles.map((title, at) => [title, at])) }

const scales = fc.constantFrom(1, 100, 1_000_000)
const { node } = fc.letrec<{ node: Node; leaf: Node }>((tie) => ({
  leaf: fc.oneof(
    fc.record({ is: fc.constant('number' as const), text: fc.constant(''), value: fc.nat(5_000_000), scale: scales }),
    fc.record({ is: fc.constant('fact' as const), title: fc.constantFrom(...titles), scale: scales }),
  ),
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie('leaf'),
    fc.record({
      is: fc.constantFrom('plus' as const, 'minus' as const, 'times' as const, 'beyond' as const),
      left: tie('node'),
      right: tie('node'),
      scale: fc.constant(1),
    }),
    fc.record({
      is: fc.constant('over' as const),
      left: tie('node'),
      by: fc.integer({ min: 1, max: 60 }),
      text: fc.constant(''),
      scale: fc.constant(1),
    }),
    fc.record({
      is: fc.constantFrom('least' as const, 'most' as const),
      of: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
      scale: fc.constant(1),
    }),
  ),
}))
const figure = fc.option(fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.maxSafeInteger()), { nil: null, freq: 12 })
const row: fc.Arbitrary<Row> = fc.tuple(figure, figure, figure)

it('whatever the sum and however large the figures', () => {
  fc.assert(
    fc.property(node, row, (sum, values) => {
      const quantity = quantityOf(sum, layout)
      const fast = quantity.fast(values, [])
      const exact = quantity.exact(values, [])
      const wanted = fractionOf(sum, values)
      expect(exact === null).toBe(wanted === null)
      expect(isUnknown(numeratorOf(quantity, values, []))).toBe(wanted === null)
      if (wanted === null || exact === null) return
      expect(exact * wanted.by).toBe(wanted.value * quantity.scale)
      if (!Number.isNaN(fast)) expect(BigInt(fast)).toBe(exact)
      expect(BigInt(numeratorOf(quantity, values, []))).toBe(exact)
    }),
    { numRuns: 3000 },
  )
})

type Fraction = { value: bigint; by: bigint }

/** By the book, with nothing shortened and nothing known beforehand. */
function fractionOf(sum: Node, values: Row): Fraction | null {
  switch (sum.is) {
    case 'number':
      return { value: BigInt(sum.value), by: BigInt(sum.scale) }
    case 'fact': {
      const value = values[titles.indexOf(sum.title)]
      return typeof value === 'number' ? { value: BigInt(value), by: BigInt(sum.scale) } : null
    }
    case 'over': {
      const left = fractionOf(sum.left, values)
      return left && { value: left.value, by: left.by * BigInt(sum.by) }
    }
    case 'least':
    case 'most': {
      const all = sum.of.map((one) => fractionOf(one, values))
      const less = sum.is === 'least'
      return all.reduce((a, b) => (a && b ? (a.value * b.by < b.value * a.by === less ? a : b) : null))
    }
    default: {
      const [left, right] = [fractionOf(sum.left, values), fractionOf(sum.right, values)]
      if (left === null || right === null) return null
      const [a, b, by] = [left.value * right.by, right.value * left.by, left.by * right.by]
      if (sum.is === 'times') return { value: left.value * right.value, by }
      if (sum.is === 'plus') return { value: a + b, by }
      return { value: sum.is === 'beyond' && a < b ? 0n : a - b, by }
    }
  }
}
