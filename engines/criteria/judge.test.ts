/** Judging by criteria: three values, gaps that are exact, sentences that say what is missing. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeDemand, type Verdict } from './demand.ts'
import type { FactName, Facts, Known } from './facts.ts'
import { every, judge, some } from './judge.ts'
import { type Held, judgeLadder } from './ladder.ts'
import type { Criterion, Demand, Scheme, Test } from './scheme.ts'

const day = '2024-06-30'
const known = (values: Partial<Record<FactName, Known['value']>>): Facts =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, asOf: '2024-05-31', source: '月报' }]))
const least = (value: number, inclusive = true): Test => ({ kind: 'range', lower: { value, inclusive }, upper: null })
const most = (value: number, inclusive = true): Test => ({ kind: 'range', lower: null, upper: { value, inclusive } })
const demand = (fact: FactName, test: Test, over: FactName | null = null): Demand => ({ title: '要求', fact, over, test })
const judged = (one: Demand, values: Parameters<typeof known>[0]) => judgeDemand(one, known(values), day)
const scheme = (criteria: Criterion[], rest: Partial<Scheme> = {}): Scheme => ({
  code: 'sample',
  name: '示例企业',
  ladder: null,
  since: '2022-01-01',
  until: null,
  source: { title: '示例办法', number: null, date: null, note: null },
  validYears: 3,
  criteria,
  bonus: [],
  ...rest,
})

describe('a demand', () => {
  it('of a figure says how much is missing', () => {
    expect(judged(demand('rndStaff', least(10)), { rndStaff: 7 })).toMatchObject({
      verdict: 'not-met',
      have: 7,
      need: { value: 10, inclusive: true },
      gap: 3,
      asOf: '2024-05-31',
      source: '月报',
      sentence: '研发人员差 3 人（现 7 人，需达 10 人）',
    })
    expect(judged(demand('rndStaff', least(10)), { rndStaff: 10 }).sentence).toBe('研发人员 10 人，不低于 10 人')
    expect(judged(demand('rndStaff', least(10, false)), { rndStaff: 10 }).sentence).toBe(
      '研发人员差 1 人（现 10 人，需高于 10 人）',
    )
    expect(judged(demand('debtRatio', most(0.7)), { debtRatio: 0.715 }).sentence).toBe(
      '资产负债率高出 1.5 个百分点（现 71.5%，须不高于 70%）',
    )
    expect(judged(demand('revenue', most(50_000_000, false)), { revenue: 50_000_000 }).sentence).toBe(
      '营业收入高出 0.0001 万元（现 5,000 万元，须低于 5,000 万元）',
    )
    expect(judged(demand('yearsInNiche', least(2)), { yearsInNiche: 1.5 }).sentence).toBe(
      '从事细分市场年限差 0.5 年（现 1.5 年，需达 2 年）',
    )
    expect(judged(demand('exports', least(1_000_000)), { exports: 0 }).sentence).toBe(
      '软件业务出口差 100 万美元（现 0 万美元，需达 100 万美元）',
    )
  })

  it('of a share of staff counts new hires in the whole as well, and says so', () => {
    const quarter = demand('rndStaff', least(0.25), 'headcount')
    expect(judged(quarter, { rndStaff: 12, headcount: 60 })).toMatchObject({ gap: 4, have: 0.2 })
    const all = demand('rndStaff', least(1), 'headcount')
    expect(judged(all, { rndStaff: 12, headcount: 60 })).toMatchObject({
      gap: 48,
      sentence: '研发人员差 48 人（现 12 人，占从业人员 60 人的 20%，需达 100%；按从业人员不变、内部调整计）',
    })
  })

  it('of a share of money keeps a whole that the part is no part of', () => {
    const three = demand('rndSpend', least(0.03), 'revenue')
    expect(judged(three, { rndSpend: 2_999_999, revenue: 100_000_000 })).toMatchObject({
      gap: 1,
      sentence: '研发费用差 0.0001 万元（现 299.9999 万元，占营业收入 10,000 万元的 2.99%，需达 3%；按营业收入不变计）',
    })
    const software = demand('softwareRevenue', least(0.55), 'revenue')
    expect(judged(software, { softwareRevenue: 50, revenue: 100 })).toMatchObject({ gap: 12 })
    expect(judged(software, { softwareRevenue: 50, revenue: 100 }).sentence).toMatch(/按新增部分同时计入营业收入计）$/)
  })

  it('of a share at most says how much is beyond', () => {
    const exported = demand('softwareRevenue', most(0.5), 'revenue')
    expect(judged(exported, { softwareRevenue: 5_000_001, revenue: 10_000_000 })).toMatchObject({ verdict: 'not-met', gap: 1 })
    expect(judged(exported, { softwareRevenue: 5_000_000, revenue: 10_000_000 }).verdict).toBe('met')
  })

  it('is unknown without its facts, its whole, its standard, and for what is dated later', () => {
    const share = demand('rndStaff', least(0.25), 'headcount')
    expect(judged(share, {}).sentence).toBe('缺少研发人员、从业人员数据')
    expect(judged(share, { rndStaff: 5 }).sentence).toBe('缺少从业人员数据')
    expect(judged(share, { rndStaff: 0, headcount: 0 })).toMatchObject({
      verdict: 'unknown',
      sentence: '从业人员为 0 人，无法计算研发人员占比',
    })
    expect(judged(demand('revenue', { kind: 'pending' }), { revenue: 1e9 })).toMatchObject({
      verdict: 'unknown',
      sentence: '要求：标准待补',
    })
    const later: Facts = { headcount: { value: 50, asOf: '2024-07-31', source: null } }
    expect(judgeDemand(demand('headcount', least(10)), later, day).verdict).toBe('unknown')
    expect(judgeDemand(demand('headcount', least(10)), later, '2024-07-31').verdict).toBe('met')
  })

  it('of a yes or a word says what is the case', () => {
    const clean = demand('seriousOffence', { kind: 'is', yes: false })
    expect(judged(clean, { seriousOffence: false })).toMatchObject({
      verdict: 'met',
      sentence: '没有重大安全、质量、环境等违法或严重失信行为',
    })
    expect(judged(clean, { seriousOffence: true }).verdict).toBe('not-met')
    const division = demand('industryDivision', { kind: 'among', values: ['64', '65'] })
    expect(judged(division, { industryDivision: '73' }).sentence).toBe('行业大类为 73，须为 64、65 之一')
    expect(judged(division, { industryDivision: '65' })).toMatchObject({ verdict: 'met', sentence: '行业大类为 65，属于 64、65' })
  })
})

const persons = fc.integer({ min: 0, max: 5000 })
const share = fc.integer({ min: 0, max: 9999 }).map((points) => points / 10_000)

describe('the number of persons missing', () => {
  it('is enough, and one less is not', () => {
    fc.assert(
      fc.property(persons, persons, share, fc.boolean(), (part, rest, asked, inclusive) => {
        fc.pre(part + rest > 0)
        const one = demand('rndStaff', least(asked, inclusive), 'headcount')
        const hiring = (hired: number) => judged(one, { rndStaff: part + hired, headcount: part + rest + hired }).verdict
        const { gap, verdict } = judged(one, { rndStaff: part, headcount: part + rest })
        expect(verdict).toBe(gap === 0 ? 'met' : 'not-met')
        expect(hiring(gap!)).toBe('met')
        if (gap! > 0) expect(hiring(gap! - 1)).toBe('not-met')
      }),
      { numRuns: 500 },
    )
  })

  it('is met exactly at the threshold, whatever binary fractions make of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 900_000_000 }), (points, times) => {
        const at = (part: number) =>
          judged(demand('rndSpend', least(points / 10_000), 'revenue'), { rndSpend: part, revenue: times * 10_000 })
        expect(at(points * times).verdict).toBe('met')
        expect(at(points * times - 1)).toMatchObject({ verdict: 'not-met', gap: 1 })
      }),
    )
  })
})

const choice: Criterion = {
  title: '规模',
  anyOf: [
    { title: '大型', when: [demand('revenue', least(1e8))], all: [demand('rndSpend', least(0.03), 'revenue')] },
    {
      title: '小型',
      when: [demand('revenue', most(1e8, false))],
      all: [demand('rndSpend', least(0.06), 'revenue'), demand('rndOrganisation', { kind: 'is', yes: true })],
    },
  ],
}

describe('a choice', () => {
  const small = { revenue: 50_000_000, rndSpend: 2_000_000 }

  it('tells only the case that applies', () => {
    expect(judge(scheme([choice]), known({ ...small, rndOrganisation: false }), day).lacking).toEqual([
      '规模：小型——研发费用差 100 万元（现 200 万元，占营业收入 5,000 万元的 4%，需达 6%；按营业收入不变计），没有自建或联合建立的研发机构',
    ])
    expect(judge(scheme([choice]), known({ ...small, rndSpend: 3_000_000, rndOrganisation: true }), day)).toMatchObject({
      verdict: 'met',
      sentence: '符合示例企业条件',
      lacking: [],
    })
  })

  it('is unknown while a case may still be met, and tells what is not known', () => {
    expect(judge(scheme([choice]), known({ ...small, rndSpend: 3_000_000 }), day).unclear).toEqual([
      '规模：小型——缺少研发机构数据',
    ])
    expect(judge(scheme([choice]), {}, day).unclear).toEqual([
      '规模须符合其一：（1）大型——缺少营业收入数据，缺少研发费用、营业收入数据；（2）小型——缺少营业收入数据，缺少研发费用、营业收入数据，缺少研发机构数据',
    ])
  })
})

describe('a scheme', () => {
  const staff = demand('headcount', least(15))
  const ip = demand('ipCount', least(5))

  it('is missed as soon as one criterion is, whatever is unknown', () => {
    expect(judge(scheme([staff, ip]), known({ headcount: 12 }), day)).toMatchObject({
      verdict: 'not-met',
      sentence: '尚不符合示例企业条件，差 1 项，另有 1 项待定',
      lacking: ['从业人员差 3 人（现 12 人，需达 15 人）'],
      unclear: ['缺少自主知识产权数据'],
    })
    expect(judge(scheme([staff, ip]), known({ headcount: 20 }), day)).toMatchObject({
      verdict: 'unknown',
      sentence: '暂不能判定是否符合示例企业条件，有 1 项待定',
    })
  })

  it('shows its bonus, which never decides', () => {
    const judgement = judge(scheme([staff], { bonus: [ip] }), known({ headcount: 20, ipCount: 1 }), day)
    expect(judgement.verdict).toBe('met')
    expect(judgement.bonus).toMatchObject([{ verdict: 'not-met' }])
  })

  it('does not judge days it is not in force', () => {
    expect(judge(scheme([staff], { since: '2024-07-01' }), known({ headcount: 20 }), day).verdict).toBe('unknown')
    expect(judge(scheme([staff], { until: '2024-06-29' }), known({ headcount: 2 }), day).verdict).toBe('unknown')
    expect(judge(scheme([staff], { since: day, until: day }), known({ headcount: 20 }), day).verdict).toBe('met')
  })

  it('never turns over when what was unknown becomes known', () => {
    const criteria = [staff, choice, demand('rndStaff', least(0.25), 'headcount')]
    const value = fc.integer({ min: 1, max: 200_000_000 })
    const full = fc.record({ headcount: value, rndStaff: value, revenue: value, rndSpend: value, rndOrganisation: fc.boolean() })
    fc.assert(
      fc.property(
        full,
        fc.subarray(['headcount', 'rndStaff', 'revenue', 'rndSpend', 'rndOrganisation'] as const),
        (values, hidden) => {
          const part = Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.some((one) => one === name)))
          const before = judge(scheme(criteria), known(part), day).verdict
          const after = judge(scheme(criteria), known(values), day).verdict
          expect(after).not.toBe('unknown')
          if (before !== 'unknown') expect(after).toBe(before)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('joins verdicts as Kleene does', () => {
    const all: Verdict[] = ['not-met', 'unknown', 'met']
    const rank = (verdict: Verdict) => all.indexOf(verdict)
    for (const a of all) {
      for (const b of all) {
        expect(every([a, b])).toBe(all[Math.min(rank(a), rank(b))])
        expect(some([a, b])).toBe(all[Math.max(rank(a), rank(b))])
      }
    }
    expect([every([]), some([])]).toEqual(['met', 'not-met'])
  })
})

describe('a ladder', () => {
  const rung = (rank: number, least15: number, rest: Partial<Scheme> = {}): Scheme =>
    scheme([demand('headcount', least(least15))], {
      code: `rank-${rank}`,
      name: `第${rank}级`,
      ladder: { name: '梯队', rank },
      ...rest,
    })
  const ladder = [rung(2, 30), rung(1, 10), rung(3, 100), rung(3, 50, { ladder: { name: '别的梯队', rank: 3 } })]
  const state = (held: Held[], on = day) => judgeLadder('梯队', ladder, known({ headcount: 40 }), held, on)

  it('tells the present title and what the next one lacks', () => {
    expect(state([])).toMatchObject({
      present: null,
      next: { code: 'rank-1', verdict: 'met' },
      sentence: '尚未取得梯队的任何一级；符合第1级条件',
    })
    expect(state([{ code: 'rank-2', from: '2023-01-01', until: '2025-12-31' }])).toMatchObject({
      present: { code: 'rank-2', until: '2025-12-31' },
      next: { code: 'rank-3', lacking: ['从业人员差 60 人（现 40 人，需达 100 人）'] },
      sentence: '现为第2级；尚不符合第3级条件，差 1 项',
    })
  })

  it('counts a title only while it is valid, and the longest grant of it', () => {
    const held = [
      { code: 'rank-1', from: '2020-01-01', until: '2022-12-31' },
      { code: 'rank-1', from: '2023-01-01', until: '2025-12-31' },
      { code: 'rank-2', from: '2024-07-01', until: null },
    ]
    expect(state(held).present).toEqual({ code: 'rank-1', name: '第1级', until: '2025-12-31' })
    expect(state(held, '2024-07-01').present).toEqual({ code: 'rank-2', name: '第2级', until: null })
    expect(state(held.slice(0, 1)).present).toBeNull()
  })

  it('ends at its highest rank', () => {
    expect(state([{ code: 'rank-3', from: '2024-01-01', until: null }])).toMatchObject({
      next: null,
      sentence: '现为第3级；已是最高一级',
    })
  })
})
