/** The clock of a step against counting day by day: working days only, none while it stands still. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAfter } from '#engines/lease/days.ts'
import { isWorkday } from './calendar.ts'
import { clockOf, type Pause } from './step-clock.ts'

/** What is left, as somebody who looks at the calendar every evening would say. */
function counted(since: string, days: number, pauses: Pause[], today: string): number {
  let left = days
  for (let day = dayAfter(since); day <= today; day = dayAfter(day)) {
    const still = pauses.some((one) => day > one.since && (one.until === null || day <= one.until))
    if (isWorkday(day) && !still) left -= 1
  }
  return left
}

const start = fc.integer({ min: 0, max: 700 }).map((n) => dayAfter('2024-01-01', n))
/** Pauses one after the other, the last perhaps still open. */
const course = fc
  .record({
    since: start,
    days: fc.integer({ min: 1, max: 30 }),
    gaps: fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })), { maxLength: 4 }),
    open: fc.boolean(),
    rest: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ since, days, gaps, open, rest }) => {
    let at = since
    const pauses = gaps.map(([before, long], nth): Pause => {
      const from = dayAfter(at, before)
      at = dayAfter(from, long)
      return { since: from, until: open && nth === gaps.length - 1 ? null : at }
    })
    return { since, days, pauses, today: dayAfter(at, rest) }
  })

describe('the clock of a step', () => {
  it('leaves what counting day by day leaves, over holidays, make-up days and pauses', () => {
    fc.assert(
      fc.property(course, ({ since, days, pauses, today }) => {
        const clock = clockOf({ since, days, endedOn: null }, pauses, today)
        expect(clock.left).toBe(counted(since, days, pauses, today))
        expect(clock.paused).toBe(pauses.some(({ until }) => until === null))
      }),
      { numRuns: 500 },
    )
  })

  it('is due on a working day: the one on which nothing is left, if the clock runs on', () => {
    fc.assert(
      fc.property(course, ({ since, days, pauses, today }) => {
        const ended = pauses.map((one) => ({ ...one, until: one.until ?? today }))
        const { dueOn } = clockOf({ since, days, endedOn: null }, ended, today)
        expect(isWorkday(dueOn)).toBe(true)
        if (dueOn >= today) expect(counted(since, days, ended, dueOn)).toBe(0)
      }),
    )
  })

  it('counts no National Day, and a Saturday that is made up for: five days from 30 September end on 12 October', () => {
    expect(clockOf({ since: '2024-09-30', days: 5, endedOn: null }, [], '2024-09-30')).toEqual({
      dueOn: '2024-10-12',
      left: 5,
      paused: false,
    })
  })

  it('stands still with what was left, and ends with what was left on its last day', () => {
    const step = { since: '2024-06-03', days: 5, endedOn: null }
    const pauses = [{ since: '2024-06-05', until: null }]
    expect(clockOf(step, pauses, '2024-06-05').left).toBe(3)
    expect(clockOf(step, pauses, '2024-07-05')).toMatchObject({ left: 3, paused: true })
    expect(clockOf({ ...step, endedOn: '2024-06-04' }, [], '2024-08-01')).toEqual({ dueOn: '2024-06-11', left: 4, paused: false })
  })
})
