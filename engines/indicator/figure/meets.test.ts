/** Conditions on a row: all must hold, and nothing is known of a null. */
import { expect, it } from 'vitest'
import type { Condition } from '../definition.ts'
import { meets } from './meets.ts'

const values = { zone: '星汇园', scaled: true, capital: 5_000_000, arrived: '2025-03-01', industry: null }
const row = { id: 'a', from: '2025-03-01', until: null, knownFrom: '2025-03-01', knownUntil: null, values }

it.each<[Condition, boolean]>([
  [{ field: 'zone', is: ['星汇园', '星云园'] }, true],
  [{ field: 'zone', is: ['星云园'] }, false],
  [{ field: 'scaled', yes: true }, true],
  [{ field: 'scaled', yes: false }, false],
  [{ field: 'capital', atLeast: 5_000_000 }, true],
  [{ field: 'capital', below: 5_000_000 }, false],
  [{ field: 'capital', atLeast: 1, below: 5_000_001 }, true],
  [{ field: 'arrived', atLeast: '2025-03-01', below: '2025-04-01' }, true],
  [{ field: 'arrived', atLeast: '2025-03-02' }, false],
  [{ field: 'capital', atLeast: '5000000' }, false],
  [{ field: 'arrived', below: 20_260_101 }, false],
])('%j is %s', (condition, expected) => expect(meets(row, [condition])).toBe(expected))

it('what is not known meets nothing', () => {
  for (const field of ['industry', 'absent']) {
    const conditions: Condition[] = [
      { field, is: ['', 'null'] },
      { field, yes: false },
      { field, atLeast: '' },
      { field, below: 1 },
    ]
    for (const condition of conditions) expect(meets(row, [condition])).toBe(false)
  }
})

it('all conditions must hold', () => {
  const is = { field: 'zone', is: ['星汇园'] }
  expect(meets(row, [])).toBe(true)
  expect(meets(row, [is, { field: 'scaled', yes: true }])).toBe(true)
  expect(meets(row, [is, { field: 'scaled', yes: false }])).toBe(false)
})
