/** The four forms of a figure, and the sentences where there is none. */
import { describe, expect, it } from 'vitest'
import type { Definition, Read } from '../definition.ts'
import { counting, definition } from '../samples.ts'
import { combine, type Found } from './combine.ts'

const found = (side: Read['side'], amount: number, rows = 1, sign: 1 | -1 = 1, month?: string): Found => ({
  read: {
    side,
    sign,
    measure: counting('enterprise'),
    window: month ? { kind: 'month', month } : { kind: 'standing', on: '2025-06-30' },
  },
  sum: { amount, rows },
})
const figure = (changes: Partial<Definition>, ...all: Found[]) => combine(definition(changes), all)

describe('an amount', () => {
  it('adds and takes away its reads, and is shown in its unit', () => {
    const answer = figure(
      { unit: '万元', decimals: 2 },
      found('of', 12_345_678, 3, 1, '2025-05'),
      found('of', 1_000_000, 2, 1, '2024-12'),
      found('of', 345_678, 1, -1, '2024-05'),
    )
    expect(answer).toEqual({
      value: 1300,
      of: { amount: 13_000_000, rows: 6 },
      over: null,
      before: null,
      month: '2025-05',
      missing: null,
    })
  })

  it.each([
    ['元', 285_000, 285_000],
    ['千元', 285_500, 285.5],
    ['万元', 28_500, 2.85],
    ['亿元', 28_500_000, 0.29],
    ['万㎡', 19_995, 2],
    ['千瓦时', 28_500, 28_500],
    ['万千瓦时', 28_500, 2.85],
  ])('of %s in base units %d is %d', (unit, amount, value) => {
    expect(figure({ unit, decimals: 2 }, found('of', amount)).value).toBe(value)
  })

  it('of no rows is nothing', () => expect(figure({}, found('of', 0, 0)).value).toBe(0))
})

describe('an increase', () => {
  it('is what there is more than at the baseline', () => {
    expect(figure({ form: 'increase' }, found('of', 1250), found('before', 980)).value).toBe(270)
    expect(figure({ form: 'increase' }, found('of', 980), found('before', 1250)).value).toBe(-270)
    expect(figure({ form: 'increase' }, found('of', 980), found('before', 0, 0)).value).toBe(980)
  })

  it('of monthly figures needs a month that was reported', () => {
    const answer = figure({ form: 'increase' }, found('of', 9, 1, 1, '2025-05'), found('before', 0, 0, 1, '2023-12'))
    expect(answer).toMatchObject({ value: null, missing: '没有基期数据', of: { amount: 9 } })
  })
})

describe('a growth', () => {
  const growth = { form: 'growth', unit: '%', decimals: 3 } as const

  it('is a fraction of the year before', () => {
    expect(figure(growth, found('of', 1250), found('before', 980)).value).toBe(0.276)
    expect(figure(growth, found('of', 980), found('before', 1250)).value).toBe(-0.216)
  })

  it.each([
    [0, 0, '没有上年同期数据'],
    [0, 5, '上年同期为零，无法计算增速'],
    [-7, 5, '上年同期为负数，无法计算增速'],
  ])('upon %d in %d rows cannot be told', (amount, rows, missing) => {
    expect(figure(growth, found('of', 5), found('before', amount, rows))).toMatchObject({ value: null, missing })
  })
})

describe('a share', () => {
  const share = { form: 'share', unit: '%', decimals: 4, over: counting('enterprise') } as const

  it('is a fraction of its whole', () => {
    const answer = figure(share, found('of', 450), found('over', 1250))
    expect(answer).toMatchObject({ value: 0.36, over: { amount: 1250, rows: 1 }, before: null })
  })

  it.each([
    [0, '占比母数为零，无法计算占比'],
    [-1, '占比母数为负数，无法计算占比'],
  ])('of %d cannot be told', (over, missing) => {
    expect(figure(share, found('of', 5), found('over', over))).toMatchObject({ value: null, missing })
  })
})
