/** Circles of small graphs, counted by eye. */
import { expect, it } from 'vitest'
import { circles } from './circles.ts'

it('an edge on no circle is a bridge', () => {
  expect(
    circles([
      ['a', 'b'],
      ['b', 'c'],
      ['d', 'e'],
    ]),
  ).toEqual([0n, 0n, 0n])
})

it('edges on the same circles cut the graph together', () => {
  const [ab, bc, ca, cd] = circles([
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'a'],
    ['c', 'd'],
  ])
  expect(new Set([ab, bc, ca]).size).toBe(1)
  expect(ab).not.toBe(0n)
  expect(cd).toBe(0n)
})

it('two edges between the same two are a circle, three are no pair', () => {
  const [first, second] = circles([
    ['a', 'b'],
    ['a', 'b'],
  ])
  expect(first).toBe(second)
  expect(
    new Set(
      circles([
        ['a', 'b'],
        ['a', 'b'],
        ['a', 'b'],
      ]),
    ).size,
  ).toBe(3)
})

it('no edges are on no circles', () => expect(circles([])).toEqual([]))
