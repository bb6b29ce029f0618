/** Statutory working days: the published calendar, its edges, and the arithmetic on it. */
import chineseDays from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkdays, calendarKnownUntil, calendarKnows, isWorkday, workdaysBetween } from './calendar.ts'

const dayAt = (at: number) => new Date(at * 86_400_000).toISOString().slice(0, 10)
const from = Date.parse('2018-01-01') / 86_400_000
const anyDay = fc.integer({ min: from, max: from + 13 * 365 }).map(dayAt)

describe('the statutory calendar', () => {
  it('knows holidays, working weekends and ordinary days', () => {
    expect(isWorkday('2024-10-01')).toBe(false)
    expect(isWorkday('2024-10-07')).toBe(false)
    expect(isWorkday('2024-09-29')).toBe(true) // a Sunday worked in exchange
    expect(isWorkday('2024-10-12')).toBe(true) // a Saturday worked in exchange
    expect(isWorkday('2024-10-13')).toBe(false)
    expect(isWorkday('2024-10-14')).toBe(true)
  })

  // The publisher's own function asks the machine's clock, and is a day early west of Greenwich.
  it.runIf(new Date().getTimezoneOffset() <= 0)('agrees with the publisher on every day of the published years', () => {
    for (let at = Date.parse('2004-01-01') / 86_400_000; dayAt(at) <= calendarKnownUntil(); at += 1) {
      expect([dayAt(at), isWorkday(dayAt(at))]).toEqual([dayAt(at), chineseDays.isWorkday(dayAt(at))])
    }
  })

  it('takes only weekends as free beyond the published years, and says so', () => {
    const next = Number(calendarKnownUntil().slice(0, 4)) + 1
    expect(calendarKnows(calendarKnownUntil())).toBe(true)
    expect(calendarKnows(`${next}-01-01`)).toBe(false)
    expect(calendarKnows('2003-12-31')).toBe(false)
    expect(isWorkday('2040-10-01')).toBe(true) // a Monday, though surely a holiday when published
    expect(isWorkday('2040-10-06')).toBe(false)
    expect(isWorkday('1999-10-02')).toBe(false)
  })

  it('refuses what is not a day', () => {
    for (const wrong of ['2024-02-30', '2024-6-1', '2024-13-01', '今天', '']) {
      expect(() => isWorkday(wrong)).toThrow(`日期“${wrong}”无法识别`)
    }
  })
})

describe('arithmetic on working days', () => {
  it('finds the fifth working day of a month', () => {
    expect(addWorkdays('2024-06-30', 5)).toBe('2024-07-05')
    expect(addWorkdays('2024-09-30', 5)).toBe('2024-10-12')
    expect(addWorkdays('2024-01-31', 5)).toBe('2024-02-06')
  })

  it('leaves the day alone when nothing is added', () => {
    expect(addWorkdays('2024-10-01', 0)).toBe('2024-10-01')
  })

  it('counts across holidays and worked weekends', () => {
    expect(workdaysBetween('2024-09-30', '2024-10-08')).toBe(1)
    expect(workdaysBetween('2024-10-08', '2024-09-30')).toBe(-1)
    expect(workdaysBetween('2024-09-28', '2024-09-29')).toBe(1)
    expect(workdaysBetween('2024-10-01', '2024-10-07')).toBe(0)
  })

  it('counts exactly the working days in between', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (day, span) => {
        const start = Date.parse(day) / 86_400_000
        const days = Array.from({ length: span }, (_, index) => dayAt(start + index + 1))
        return workdaysBetween(day, dayAt(start + span)) === days.filter(isWorkday).length
      }),
    )
  })

  it('adds up over any day between, and changes sign with direction', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (a, b, c) => {
        expect(workdaysBetween(a, b) + workdaysBetween(b, c)).toBe(workdaysBetween(a, c))
        expect(workdaysBetween(a, b) + workdaysBetween(b, a)).toBe(0)
      }),
    )
  })

  it('always lands on a working day, that many working days away', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 260 }), (day, n) => {
        const later = addWorkdays(day, n)
        expect(isWorkday(later)).toBe(true)
        expect(workdaysBetween(day, later)).toBe(n)
        const earlier = addWorkdays(day, -n)
        expect(isWorkday(earlier)).toBe(true)
        expect(addWorkdays(earlier, isWorkday(day) ? n : n - 1)).toBe(isWorkday(day) ? day : addWorkdays(day, -1))
      }),
    )
  })
})
