/** Checks of a monthly report: what must be right, what asks for a reason, and the sentences that say so. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, cellNames, type Filed, type Values } from './cells.ts'
import { checkFiling, type Filing, openFindings } from './checks.ts'

/** A steady enterprise: the same amounts every month. */
const steady = (months: number, quarter = months % 3 === 0): Values => ({
  revenue: 1_200_000 * months,
  softwareRevenue: 1_000_000 * months,
  softwareProducts: 600_000 * months,
  itServices: 300_000 * months,
  security: 100_000 * months,
  embedded: 0,
  rndSpend: quarter ? 200_000 * months : null,
  profit: quarter ? 150_000 * months : null,
  exports: quarter ? 0 : null,
  tax: 70_000 * months,
  headcount: 60,
  rndStaff: 20,
  bachelors: quarter ? 40 : null,
})
const year = (name: number, months: number): Filed[] =>
  Array.from({ length: months }, (_, at) => ({ month: `${name}-${String(at + 1).padStart(2, '0')}`, values: steady(at + 1) }))

const may = (values: Partial<Values> = {}, rest: Partial<Filing> = {}) =>
  checkFiling({ month: '2024-05', values: { ...steady(5), ...values }, history: year(2024, 4), reasons: {}, ...rest })
const june = (values: Partial<Values> = {}, history = year(2024, 5)) =>
  checkFiling({ month: '2024-06', values: { ...steady(6), ...values }, history, reasons: {} })
const sentences = (findings: { sentence: string }[]) => findings.map(({ sentence }) => sentence)
const more = { revenue: 7_000_000, softwareRevenue: 6_000_000, softwareProducts: 4_000_000 }

describe('a report', () => {
  it('of a steady enterprise has no findings in any month', () => {
    for (let month = 1; month <= 12; month += 1) {
      const history = [...year(2023, 12), ...year(2024, month - 1)]
      const values = steady(month)
      expect(checkFiling({ month: `2024-${String(month).padStart(2, '0')}`, values, history, reasons: {} })).toEqual([])
    }
  })

  it('names every cell that is due and empty', () => {
    expect(sentences(may({ revenue: null, headcount: null }))).toEqual([
      '请填写营业收入（1—5月累计）',
      '请填写期末参保人数（5月末）',
    ])
    expect(sentences(june({ profit: null, bachelors: null }))).toEqual([
      '请填写本科及以上人员（6月末），季度末月须填报',
      '请填写利润总额（1—6月累计），季度末月须填报',
    ])
  })

  it('takes whole amounts, negative only for the profit', () => {
    expect(sentences(may({ tax: 0.5, embedded: Number.NaN }))).toEqual([
      '嵌入式系统软件收入应为整数，单位为元',
      '税收应为整数，单位为元',
    ])
    expect(sentences(may({ tax: -123_456 }))).toEqual(['税收不能为负，现为 -12.3456 万元'])
    expect(sentences(may({ profit: -500_000 }))).toEqual(['利润总额4—5月月均 -47.5 万元，1—3月月均 15 万元，请说明原因'])
  })

  it('has software revenue that is exactly the sum of its parts', () => {
    expect(sentences(may({ softwareRevenue: 5_000_001 }))).toEqual([
      '软件业务收入 500.0001 万元，比四项之和 500 万元多 0.0001 万元（软件产品收入 300 万元、信息技术服务收入 150 万元、信息安全收入 50 万元、嵌入式系统软件收入 0 万元）',
    ])
  })

  it('has no part greater than its whole', () => {
    expect(sentences(may({ revenue: 4_900_000, headcount: 19 }))).toEqual([
      '软件业务收入 500 万元，不能大于营业收入 490 万元',
      '研发人员 20 人，不能大于期末参保人数 19 人',
      '营业收入5月 10 万元，4月 120 万元（下降 91.7%），请说明原因',
      '期末参保人数5月末 19 人，4月末 60 人（下降 68.3%），请说明原因',
    ])
    expect(june({ bachelors: 61 })[0]).toMatchObject({ cell: 'bachelors', kind: 'must' })
  })

  it('has cumulative figures that do not fall, but for a reason; the profit may', () => {
    const fallen = may({ tax: 279_999 })
    expect(fallen).toMatchObject([{ cell: 'tax', kind: 'explain', reason: null }])
    expect(fallen[0]!.sentence).toBe('税收1—5月累计 27.9999 万元，低于1—4月累计 28 万元，请说明原因')
    expect(june({ profit: 400_000 }).filter(({ sentence }) => sentence.includes('低于'))).toEqual([])
  })

  it('compares a quarterly figure with the last quarter, not with the empty month between', () => {
    expect(sentences(june({ rndSpend: 500_000 }))).toEqual(['研发费用1—6月累计 50 万元，低于1—3月累计 60 万元，请说明原因'])
    expect(sentences(june({ rndSpend: 1_800_000 }))).toEqual([
      '研发费用4—6月月均 40 万元，1—3月月均 20 万元（增长 100%），请说明原因',
    ])
  })

  it('explains a month unlike the one before and a figure unlike last year’s, once for a cell', () => {
    const history = [...year(2023, 12), ...year(2024, 4)]
    expect(sentences(may(more, { history }))).toEqual([
      '营业收入5月 220 万元，4月 120 万元（增长 83.3%），请说明原因',
      '软件业务收入5月 200 万元，4月 100 万元（增长 100%），请说明原因',
    ])
    const poor = history.map((filed) =>
      filed.month === '2023-05' ? { ...filed, values: { ...filed.values, revenue: 3e6 } } : filed,
    )
    expect(sentences(may(more, { history: poor }))[0]).toBe(
      '营业收入5月 220 万元，4月 120 万元（增长 83.3%）；营业收入1—5月累计 700 万元，上年同期 300 万元（增长 133.3%），请说明原因',
    )
  })

  it('asks nothing for a change that is large in part but small in amount', () => {
    expect(may({ tax: 350_000 + 29_999 + 70_000 })).toEqual([])
    expect(may({ rndStaff: 24 }, { rule: { swing: 0.1, minimum: 100_000, persons: 5 } })).toEqual([])
  })

  it('keeps what was explained, and does not hold it open', () => {
    const explained = may(more, { reasons: { revenue: '5月验收两个项目', softwareRevenue: ' ' } })
    expect(explained.map(({ reason }) => reason)).toEqual(['5月验收两个项目', null])
    expect(openFindings(explained).map(({ cell }) => cell)).toEqual(['softwareRevenue'])
    expect(openFindings(may({ headcount: null }, { reasons: { headcount: '忘了' } }))).toHaveLength(1)
    expect(openFindings(may({ tax: null }))).toEqual([])
  })

  it('is not compared with a later month, nor a stock with one more than a year back', () => {
    expect(may({}, { history: [{ month: '2024-06', values: steady(60) }] })).toEqual([])
    expect(may({ headcount: 600 }, { history: [{ month: '2023-04', values: steady(4) }] })).toEqual([])
  })
})

const amount = fc.option(fc.integer({ min: -1_000_000, max: 1_000_000_000 }), { freq: 8 })
const anyValues = fc.record(Object.fromEntries(cellNames.map((cell) => [cell, amount])) as Record<Cell, typeof amount>)
const anyMonth = fc.integer({ min: 1, max: 12 }).map((number) => `2024-${String(number).padStart(2, '0')}`)
const anyHistory = fc.uniqueArray(fc.record({ month: anyMonth, values: anyValues }), {
  selector: ({ month }) => month,
  maxLength: 5,
})

describe('whatever is filed', () => {
  it('the sentences are whole, one explanation a cell at most, and reasons settle all explanations', () => {
    fc.assert(
      fc.property(anyMonth, anyValues, anyHistory, (month, values, history) => {
        const findings = checkFiling({ month, values, history, reasons: {} })
        for (const { sentence } of findings) expect(sentence).not.toMatch(/NaN|Infinity|undefined|null/)
        const explained = findings.filter(({ kind }) => kind === 'explain').map(({ cell }) => cell)
        expect(new Set(explained).size).toBe(explained.length)
        const reasons = Object.fromEntries(cellNames.map((cell) => [cell, '已核实']))
        const open = openFindings(checkFiling({ month, values, history, reasons }))
        expect(open).toEqual(findings.filter(({ kind }) => kind === 'must'))
      }),
    )
  })

  it('does not depend on the order of the history', () => {
    fc.assert(
      fc.property(anyMonth, anyValues, anyHistory, (month, values, history) => {
        const forward = checkFiling({ month, values, history, reasons: {} })
        expect(checkFiling({ month, values, history: [...history].reverse(), reasons: {} })).toEqual(forward)
      }),
    )
  })
})
