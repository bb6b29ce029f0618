/** Numbers are written as officials write them. */
import { expect, test } from 'vitest'
import { dated, moment, readable, written } from './number.ts'

test('large amounts in 万 and 亿, small ones in full, fractions as percentages', () => {
  expect(written(190_000, '㎡')).toBe('19 万㎡')
  expect(written(16_000_000_000, '元')).toBe('160 亿元')
  expect(written(19_000, '人')).toBe('19,000 人')
  expect(written(750, '家')).toBe('750 家')
  expect(written(0.305, '%')).toBe('30.5%')
  expect(readable(-120_000)).toEqual({ figure: '-12', unit: '万' })
})

test('what is not known is a dash', () => {
  expect(written(null, '家')).toBe('—')
  expect(dated(null)).toBe('—')
})

test('days and instants are those of China', () => {
  expect(dated('2024-06-30')).toBe('2024年6月30日')
  expect(moment('2024-06-30T17:05:00Z')).toBe('2024-07-01 01:05')
})
