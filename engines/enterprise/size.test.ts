/** Size classes: both measures must hold, and nothing is guessed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aboveScale, sizeOf, sizes } from './size.ts'
import { grouped, percent, wan } from './wording.ts'

const day = '2024-06-30'
const size = (headcount: number | null, revenue: number | null) => sizeOf({ headcount, revenue }, day).size

describe('the size of an enterprise', () => {
  it.each([
    [300, 1e8, 'large'],
    [299, 1e8, 'medium'],
    [300, 99_999_999, 'medium'],
    [100, 1e7, 'medium'],
    [5000, 9_999_999, 'small'],
    [10, 500_000, 'small'],
    [9, 1e9, 'micro'],
    [400, 0, 'micro'],
  ] as const)('%i persons and %i yuan are %s', (headcount, revenue, expected) => expect(size(headcount, revenue)).toBe(expected))

  it('is known from one measure only where that is the lowest', () => {
    expect([size(9, null), size(null, 0), size(50, null), size(null, 1e9), size(null, null)]).toEqual([
      'micro',
      'micro',
      null,
      null,
      null,
    ])
  })

  it('says why', () => {
    expect(sizeOf({ headcount: 1200, revenue: 9_876_543 }, day).reasons).toEqual([
      '从业人员 1,200 人，达到大型标准',
      '营业收入 987.6543 万元，达到小型标准',
      '两项须同时达到，划为小型企业',
    ])
    expect(sizeOf({ headcount: 50, revenue: null }, day).reasons[1]).toBe('缺少营业收入，无法对照')
  })

  it('is not told for a day before the rule', () => expect(sizeOf({ headcount: 9, revenue: 0 }, '2017-01-01').size).toBeNull())

  it('never falls as the enterprise grows', () => {
    const rank = Object.keys(sizes).reverse()
    const whole = fc.integer({ min: 0, max: 2e8 })
    fc.assert(
      fc.property(whole, whole, whole, whole, (headcount, revenue, hires, more) => {
        const before = rank.indexOf(size(headcount, revenue)!)
        expect(rank.indexOf(size(headcount + hires, revenue + more)!)).toBeGreaterThanOrEqual(before)
      }),
    )
  })
})

describe('规模以上', () => {
  it('is a line of yearly revenue', () => {
    expect(aboveScale(20_000_000, day)).toMatchObject({ above: true, sentence: '年营业收入 2,000 万元，达到 2,000 万元' })
    expect(aboveScale(19_999_999, day)).toMatchObject({
      above: false,
      sentence: '年营业收入差 0.0001 万元（现 1,999.9999 万元，需达 2,000 万元）',
    })
    expect(aboveScale(null, day).above).toBeNull()
    expect(aboveScale(1e9, '2012-01-01').above).toBeNull()
  })
})

describe('amounts in words', () => {
  it('group their digits and lose nothing', () => {
    expect([wan(0), wan(1), wan(-12_345_600), wan(123_456_789_012)]).toEqual([
      '0 万元',
      '0.0001 万元',
      '-1,234.56 万元',
      '12,345,678.9012 万元',
    ])
    expect([grouped(999), grouped(-1000), percent(0.0725), percent(0.3)]).toEqual(['999', '-1,000', '7.25%', '30%'])
  })
})
