/** The product's clock: starts on any real day of the years the product knows, and runs on from there. */
import { describe, expect, it } from 'vitest'
import { clockFrom, dayOf } from './clock.ts'

describe('a clock that starts at a chosen day', () => {
  it('shows that day in China, whatever the hour here, and runs on', () => {
    let now = new Date('2026-11-23T17:30:00Z')
    const clock = clockFrom('2024-06-30', () => now)
    expect(dayOf(clock())).toBe('2024-06-30')
    now = new Date(now.getTime() + 24 * 60 * 60 * 1000)
    expect(dayOf(clock())).toBe('2024-07-01')
  })
  it('refuses what is no day, and days outside the years that fields take', () => {
    for (const no of ['2024-02-30', '20240630', '明天']) expect(() => clockFrom(no)).toThrow('无法识别')
    for (const far of ['1948-12-31', '9999-12-31']) expect(() => clockFrom(far)).toThrow('应在 1949 年至 2100 年之间')
  })
})
