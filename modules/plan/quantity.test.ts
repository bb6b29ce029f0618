import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFigure, readQuantity, rounded, written, writtenRange } from './quantity.ts'

describe('writing', () => {
  it.each([
    [190_000, '㎡', '19万㎡'],
    [16_000_000_000, '元', '160亿元'],
    [100_000_000, '元', '1亿元'],
    [19_000, '人', '1.9万人'],
    [12_345, '人', '12,345人'],
    [3000, '㎡', '3000㎡'],
    [750, '家', '750家'],
    [0.3, '%', '30%'],
    [0.155, '%', '15.5%'],
    [0.07, '%', '7%'],
    [0, '家', '0家'],
    [-190_000, '㎡', '-19万㎡'],
    [1, null, '1'],
  ])('%s %s is written %s', (value, unit, words) => expect(written(value, unit)).toBe(words))

  it('an absent value is a dash', () => expect(written(null, '元')).toBe('—'))
  it('a range says its unit once', () => {
    expect(writtenRange(1, 2, '个')).toBe('1—2个')
    expect(writtenRange(10_000, 20_000, '㎡')).toBe('1万—2万㎡')
    expect(writtenRange(3, null, '个')).toBe('3个')
  })
  it('rounds only where asked', () => {
    expect(rounded(16_012_345_678, '元')).toEqual({ figure: '160.12', unit: '亿元' })
    expect(rounded(0.12345, '%', 1)).toEqual({ figure: '12.3', unit: '%' })
  })
})

describe('reading', () => {
  it.each([
    ['19万平方米', { value: 190_000, upper: null, unit: '㎡' }],
    ['19 万 ㎡', { value: 190_000, upper: null, unit: '㎡' }],
    ['160亿元', { value: 16_000_000_000, upper: null, unit: '元' }],
    ['1.9万人', { value: 19_000, upper: null, unit: '人' }],
    ['３０％', { value: 0.3, upper: null, unit: '%' }],
    ['190,000', { value: 190_000, upper: null, unit: null }],
    ['3千万元', { value: 30_000_000, upper: null, unit: '元' }],
    ['1-2个', { value: 1, upper: 2, unit: '个' }],
    ['1—2万㎡', { value: 10_000, upper: 20_000, unit: '㎡' }],
    ['10%—15%', { value: 0.1, upper: 0.15, unit: '%' }],
    ['10家—15人', null],
    ['2-1个', null],
    ['', null],
    ['很多', null],
    ['十几家', null],
    ['1.2.3元', null],
  ])('%s', (text, read) => expect(readQuantity(text)).toEqual(read))

  it('a figure may leave its unit out, but not name another', () => {
    expect(readFigure('6.2万', '㎡')).toBe(62_000)
    expect(readFigure('6.2万平米', '㎡')).toBe(62_000)
    expect(readFigure('30', '%')).toBe(0.3)
    expect(readFigure('6.2万元', '㎡')).toBeNull()
    expect(readFigure('1-2', '个')).toBeNull()
    expect(readFigure('12', null)).toBe(12)
  })
})

describe('writing and reading back', () => {
  const value = fc
    .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: -4, max: 6 }))
    .map(([digits, power]) => Number(`${digits}e${power}`))
  const unit = fc.constantFrom('元', '㎡', '家', '人', '个', '%', '‰', '人次', null)

  it('gives the same value and unit', () =>
    fc.assert(
      fc.property(value, unit, (value, unit) => {
        const same = value === 0 ? 0 : value
        expect(readQuantity(written(value, unit))).toEqual({ value: same, upper: null, unit })
        expect(readFigure(written(value, unit), unit)).toBe(same)
      }),
    ))
  it('gives the same range', () =>
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), unit, (value, more, unit) => {
        fc.pre(unit !== '%' && unit !== '‰')
        expect(readQuantity(writtenRange(value, value + more, unit))).toEqual({ value, upper: value + more, unit })
      }),
    ))
  it('never throws, whatever is typed', () => fc.assert(fc.property(fc.string(), (text) => void readQuantity(text))))
})
