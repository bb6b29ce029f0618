/** The line for money that is free: its order, and that nobody is overtaken. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ordered, queueRules, taken, type Waiting } from './queue.ts'

const one = (id: string, amount: number, since: string): Waiting => ({ id, amount, since })
const line = [one('c', 300, '2025-03-02'), one('a', 500, '2025-03-01'), one('b', 100, '2025-03-03')]
const ids = (of: readonly Waiting[]) => of.map(({ id }) => id).join('')

const waiting = fc.record({
  id: fc.uuid(),
  amount: fc.integer({ min: 1, max: 1_000_000_000 }),
  since: fc.integer({ min: 1, max: 9 }).map((n) => `2025-03-0${n}`),
})
const queue = fc.uniqueArray(waiting, { selector: ({ id }) => id, maxLength: 30 })

describe('the line', () => {
  it('goes by the day of handing in, or by the sum', () => {
    expect(ids(ordered(line, 'time'))).toBe('acb')
    expect(ids(ordered(line, 'amount'))).toBe('bca')
  })

  it('is served from the front as far as the money goes', () => {
    expect(ids(taken(ordered(line, 'time'), 900))).toBe('acb')
    expect(ids(taken(ordered(line, 'time'), 899))).toBe('ac')
    expect(ids(taken(ordered(line, 'amount'), 450))).toBe('bc')
  })

  it('lets nobody overtake, however little would do', () => expect(ids(taken(ordered(line, 'time'), 499))).toBe(''))

  it('is one, in whatever order it is given', () =>
    fc.assert(
      fc.property(queue, fc.constantFrom(...queueRules), (all, by) => {
        expect(ordered([...all].reverse(), by)).toEqual(ordered(all, by))
      }),
    ))

  it('gives out no more than there is, and the next would not fit', () =>
    fc.assert(
      fc.property(queue, fc.nat(3_000_000_000), fc.constantFrom(...queueRules), (all, free, by) => {
        const inOrder = ordered(all, by)
        const served = taken(inOrder, free)
        const sum = served.reduce((total, { amount }) => total + amount, 0)
        expect(sum).toBeLessThanOrEqual(free)
        expect(inOrder.slice(0, served.length)).toEqual(served)
        const next = inOrder[served.length]
        if (next) expect(sum + next.amount).toBeGreaterThan(free)
      }),
    ))
})
