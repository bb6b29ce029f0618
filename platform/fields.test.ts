/** What a field takes: nothing that arithmetic or the calendar would choke on later. */
import { describe, expect, it } from 'vitest'
import { amount, day, month } from './fields.ts'

const fault = (of: ReturnType<typeof amount | typeof day | typeof month>, value: unknown) =>
  of.safeParse(value).error?.issues[0]?.message ?? null

describe('a field', () => {
  it('of an amount takes what a district counts and no more', () => {
    expect(fault(amount('数值'), 16_000_000_000)).toBeNull()
    expect(fault(amount('数值'), -0.3)).toBeNull()
    expect(fault(amount('数值'), 1e308)).toBe('数值过大')
    expect(fault(amount('数值'), -1e308)).toBe('数值过大')
  })
  it('of a day takes the years a plan can speak of', () => {
    expect(fault(day('期限'), '2024-02-29')).toBeNull()
    expect(fault(day('期限'), '2023-02-29')).toBe('期限应为日期，如 2024-06-30')
    for (const far of ['0000-01-01', '0204-06-30', '9999-12-31']) {
      expect(fault(day('期限'), far)).toBe('期限的年份应在 1949 至 2100 之间')
    }
  })
  it('of a month likewise', () => {
    expect(fault(month('月份'), '2024-06')).toBeNull()
    expect(fault(month('月份'), '9999-12')).toBe('月份应为年月，如 2024-06')
  })
})
