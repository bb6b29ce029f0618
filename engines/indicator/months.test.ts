/** Days and months count as the calendar of the machine does. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysIn, lastDayOf, monthAt, monthNumber, nextDay, shiftMonth, yearBefore } from './months.ts'

const dayAt = (at: number) => new Date(at * 86_400_000).toISOString().slice(0, 10)
const place = fc.integer({ min: -200_000, max: 200_000 })

describe('days', () => {
  it('follow one another as on the calendar', () => {
    fc.assert(
      fc.property(place, (at) => {
        expect(nextDay(dayAt(at))).toBe(dayAt(at + 1))
      }),
    )
  })

  it('a year before keeps the date, and is the 28th for 29 February', () => {
    expect(yearBefore('2024-02-29')).toBe('2023-02-28')
    fc.assert(
      fc.property(place, (at) => {
        const day = dayAt(at)
        fc.pre(!day.endsWith('02-29'))
        expect(yearBefore(day)).toBe(`${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`)
      }),
    )
  })
})

describe('months', () => {
  const month = place.map((at) => dayAt(at).slice(0, 7))

  it('shifted there and back are the same', () => {
    fc.assert(
      fc.property(month, fc.nat(600), (each, by) => {
        expect(shiftMonth(shiftMonth(each, by), -by)).toBe(each)
      }),
    )
    expect(shiftMonth('2025-01', -1)).toBe('2024-12')
    expect(shiftMonth('2024-12', 1)).toBe('2025-01')
  })

  it('are numbers and back', () => {
    fc.assert(
      fc.property(month, (each) => {
        expect(monthAt(monthNumber(each))).toBe(each)
      }),
    )
  })

  it('are as long as on the calendar', () => {
    fc.assert(
      fc.property(month, (each) => {
        const [year, number] = each.split('-').map(Number)
        expect(daysIn(each)).toBe(new Date(Date.UTC(year!, number!, 0)).getUTCDate())
      }),
    )
  })

  it('end the day before the next begins', () => {
    fc.assert(
      fc.property(month, (each) => {
        expect(nextDay(lastDayOf(each))).toBe(`${shiftMonth(each, 1)}-01`)
      }),
    )
  })
})
