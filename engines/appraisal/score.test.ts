/** How points, places and grades come about, with the sentences that say so. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { GroupResult } from './result.ts'
import { schemeOf, single, subject } from './samples/scheme.ts'
import type { Scheme, Scoring } from './scheme.ts'
import { scoreGroup } from './score.ts'

const each = { is: 'each' } as const
const completion: Scoring = { is: 'completion', floor: 500_000, cap: 1_000_000 }
const ranking: Scoring = { is: 'ranking', of: 'value', better: 'more', shares: null, last: 600_000 }

const scored = (scheme: Scheme, values: Record<string, number | null>, targets: Record<string, number> = {}) =>
  scoreGroup(
    scheme,
    'parks',
    Object.entries(values).map(([id, value]) =>
      subject(id, { values: { it: value }, targets: targets[id] === undefined ? {} : { it: targets[id] } }),
    ),
  )
const of = (result: GroupResult, id: string) => result.subjects.find((one) => one.id === id)!
const item = (result: GroupResult, id: string) => of(result, id).items[0]!
const sentences = (result: GroupResult, id: string) => item(result, id).steps.map(({ sentence }) => sentence)

describe('completion', () => {
  const scheme = single(completion, {}, each)
  const one = (value: number, target: number, by = scheme) => scored(by, { 甲: value }, { 甲: target })

  it('gives the part of the weight that was completed, and says so', () => {
    expect(item(one(4.2, 5), '甲').points).toBe(840_000)
    expect(sentences(one(4.2, 5), '甲')).toEqual([
      '指标（期间增量）4.2家，来源：测试台账',
      '完成率＝4.2家÷5家＝84.00%，得 100×84.00%＝84.00 分',
    ])
  })

  it('calculates a rate that two decimals do not say from its parts', () =>
    expect(sentences(one(2, 3), '甲')[1]).toBe('完成率＝2家÷3家≈66.67%，得 100×2÷3≈66.67 分'))

  it('gives nothing below the floor, and what is reached on it', () => {
    expect(sentences(one(4.9, 10), '甲')[1]).toBe('完成率＝4.9家÷10家＝49.00%，低于 50%，得 0.00 分')
    expect(item(one(5, 10), '甲').points).toBe(500_000)
    expect(sentences(one(-1, 10), '甲')[1]).toBe('完成率＝-1家÷10家＝-10.00%，为负数，得 0.00 分')
  })

  it('stops at the cap, be it above the target', () => {
    expect(sentences(one(7, 5), '甲')[1]).toBe('完成率＝7家÷5家＝140.00%，按封顶 100% 计，得 100×100%＝100.00 分')
    const beyond = single({ ...completion, cap: 1_200_000 }, {}, each)
    expect(item(one(5.5, 5, beyond), '甲').points).toBe(1_100_000)
    expect(item(one(7, 5, beyond), '甲').points).toBe(1_200_000)
    expect(of(one(5.5, 5, beyond), '甲').lacks).toEqual([
      { code: 'it', points: 100_000, sentence: '指标：距封顶 6家 还差 0.5家，补足可再得 10.00 分' },
    ])
  })

  it('rounds half up once, to the digits of the scheme', () => {
    expect(item(one(0.66665, 1), '甲').points).toBe(666_700)
    expect(item(one(0.666649, 1), '甲').points).toBe(666_600)
    expect(item(one(0.665, 1, { ...scheme, decimals: 0 }), '甲').points).toBe(670_000)
    expect(sentences(one(0.665, 1, { ...scheme, decimals: 0 }), '甲')[1]).toMatch(/≈67 分$/)
  })

  it('waits for a target, whatever is said of missing data', () => {
    const result = scored({ ...scheme, missing: 'zero' }, { 甲: 4 })
    expect(item(result, '甲').points).toBeNull()
    expect(result.missing).toEqual(['对象甲“指标”：目标尚未下达'])
    expect(one(4, 0).missing).toEqual(['对象甲“指标”：目标不大于 0，无法计算'])
  })
})

describe('ranking', () => {
  it('falls evenly from full weight to the last', () => {
    const result = scored(single(ranking), { 甲: 30, 乙: 20, 丙: 10 })
    expect(result.subjects.map(({ points }) => points)).toEqual([1_000_000, 800_000, 600_000])
    expect(sentences(result, '乙')[1]).toBe('在本组 3 个对象中列第 2 名，得 100×[100%－(100%－60%)×1÷2]＝80.00 分')
  })

  it('gives equals the better place, and leaves out the next', () => {
    const result = scored(single(ranking), { 甲: 20, 乙: 20, 丙: 10 })
    expect(['甲', '乙', '丙'].map((id) => item(result, id).place)).toEqual([1, 1, 3])
    expect(item(result, '乙').points).toBe(1_000_000)
    expect(sentences(result, '乙')[1]).toContain('列第 1 名（并列）')
  })

  it('gives the shares of the list by place, and the last to all behind it', () => {
    const listed = single({ ...ranking, shares: [1_000_000, 700_000] })
    const result = scored(listed, { 甲: 4, 乙: 3, 丙: 2, 丁: 1 })
    expect(result.subjects.map(({ points }) => points)).toEqual([1_000_000, 700_000, 600_000, 600_000])
  })

  it('may prefer less, and may go by completion', () => {
    const less = scored(single({ ...ranking, better: 'less' }), { 甲: 4, 乙: 3 })
    expect(of(less, '乙').items[0]!.place).toBe(1)
    const rated = scored(single({ ...ranking, of: 'completion' }, {}, each), { 甲: 4, 乙: 3 }, { 甲: 8, 乙: 4 })
    expect(of(rated, '乙').items[0]!.place).toBe(1)
  })

  it('decides nothing while a value is missing, but says between which bounds', () => {
    const result = scored(single(ranking), { 甲: 30, 乙: null, 丙: 10 })
    expect(result.missing).toEqual(['对象乙“指标”：当月未发布'])
    expect(item(result, '甲').points).toBeNull()
    expect(sentences(result, '甲')[1]).toBe('本组还有 1 个对象缺数据或目标，名次在第 1 至第 2 名之间，暂不计分')
    expect(of(result, '甲')).toMatchObject({ points: null, least: 800_000, most: 1_000_000, place: null, grade: null })
    expect(of(result, '丙')).toMatchObject({ least: 600_000, most: 800_000 })
  })

  it('puts those last whose missing value counts nothing', () => {
    const result = scored(single(ranking, { missing: 'zero' }), { 甲: 30, 乙: null, 丙: 10 })
    expect(['甲', '丙', '乙'].map((id) => item(result, id).points)).toEqual([1_000_000, 800_000, 0])
    expect(sentences(result, '乙')).toEqual(['当月未发布，按办法计零分，得 0.00 分'])
  })

  it('leaves out those it does not concern', () => {
    const subjects = [subject('甲', { values: { it: 1 } }), subject('乙', { exempt: { it: '没有此项工作' } })]
    const result = scoreGroup(single(ranking, { exempt: 'full' }), 'parks', subjects)
    expect(sentences(result, '甲')[1]).toContain('在本组 1 个对象中列第 1 名')
    expect(sentences(result, '乙')).toEqual(['本项不适用（没有此项工作），计满分 100.00 分'])
  })
})

describe('deduction, steps and points of a hundred', () => {
  it('takes off so many for each, never below nothing', () => {
    const scheme = single({ is: 'deduction', each: 15_000 })
    expect(sentences(scored(scheme, { 甲: 3 }), '甲')[1]).toBe('得 100－1.5×3＝95.50 分')
    expect(sentences(scored(scheme, { 甲: 80 }), '甲')[1]).toBe('100－1.5×80 小于 0，得 0.00 分')
    expect(item(scored(scheme, { 甲: -3 }), '甲').points).toBe(1_000_000)
  })

  it('gives the share of the first step that is reached', () => {
    const steps: Scoring = {
      is: 'steps',
      of: 'value',
      steps: [
        { from: 10, share: 1_000_000 },
        { from: 5, share: 600_000 },
      ],
      below: 0,
    }
    expect(sentences(scored(single(steps), { 甲: 5 }), '甲')[1]).toBe('达到“不低于 5家”一档，得 100×60%＝60.00 分')
    expect(sentences(scored(single(steps), { 甲: 4.99 }), '甲')[1]).toBe('低于最低一档 5家，得 100×0%＝0.00 分')
    expect(of(scored(single(steps), { 甲: 5 }), '甲').lacks[0]!.sentence).toBe('指标：达到 10家，还差 5家，补足可再得 40.00 分')
  })

  it('says how far to go down where less is better', () => {
    const steps: Scoring = { is: 'steps', of: 'value', steps: [{ from: 0.3, share: 0 }], below: 1_000_000 }
    const scheme = single(steps)
    const inShares = { ...scheme, groups: scheme.groups.map((g) => ({ ...g, items: g.items.map((i) => ({ ...i, unit: '%' })) })) }
    const result = scored(inShares, { 甲: 0.35 })
    expect(sentences(result, '甲')).toEqual(['指标（期间增量）35%，来源：测试台账', '达到“不低于 30%”一档，得 100×0%＝0.00 分'])
    expect(of(result, '甲').lacks[0]!.sentence).toBe('指标：降到 30% 以下可再得 100.00 分')
  })

  it('keeps points of a hundred between none and all', () => {
    const scheme = single({ is: 'hundred' })
    expect(item(scored(scheme, { 甲: 87.5 }), '甲').points).toBe(875_000)
    expect(sentences(scored(scheme, { 甲: 120 }), '甲')[1]).toBe('超出 0 至 100 分，按 100 分计，得 100×100÷100＝100.00 分')
  })

  it('takes the mean of the experts, without the highest and the lowest from so many on', () => {
    const judged = (...points: number[]) => {
      const scheme = single({ is: 'hundred' })
      const experts = { is: 'experts', trimFrom: 5 } as const
      const groups = scheme.groups.map((g) => ({ ...g, items: g.items.map((i) => ({ ...i, source: experts })) }))
      return scoreGroup({ ...scheme, groups }, 'parks', [subject('甲', { experts: { it: points } })])
    }
    expect(item(judged(100, 80, 70, 90, 0), '甲').points).toBe(800_000)
    expect(sentences(judged(80, 81, 83), '甲')).toEqual(['指标由 3 位专家评分，平均 244÷3≈81.33 分', '得 100×244÷3÷100≈81.33 分'])
    expect(judged().missing).toEqual(['对象甲“指标”：专家尚未评分'])
  })
})

describe('what does not concern a subject', () => {
  const scheme = schemeOf()
  const data = {
    values: { area: 3, firms: 10, visits: 20, practice: 0, overdue: 0, red: 0 },
    targets: { area: 3 },
    experts: { mechanism: [100] },
  }

  it('gives its weight to the others, so that full marks stay a full hundred', () => {
    const result = scoreGroup(scheme, 'parks', [subject('甲', { ...data, exempt: { late: '不报送' } })])
    const found = of(result, '甲')
    expect(found.items.map(({ weight }) => weight)).toEqual([333_400, 222_200, 0, 222_200, 222_200])
    expect(found.points).toBe(1_000_000)
    expect(found.items[2]!.steps).toEqual([{ sentence: '本项不适用（不报送），权重 10 分按比例分摊到其他项目' }])
  })

  it('leaves nothing to appraise where it is everything', () => {
    const all = Object.fromEntries(scheme.groups[0]!.items.map(({ code }) => [code, '新设单位']))
    const result = scoreGroup(scheme, 'parks', [subject('甲', { ...data, exempt: all })])
    expect(of(result, '甲')).toMatchObject({ points: null, place: null, grade: null })
    expect(result.missing).toEqual(['对象甲“全部项目”：均不适用，无法计分'])
  })
})

describe('extras, vetoes and grades', () => {
  const scheme = schemeOf()
  const full = (id: string, more: Record<string, number | null> = {}) =>
    subject(id, {
      values: { area: 3, firms: 10, late: 0, visits: 20, practice: 0, overdue: 0, red: 0, ...more },
      targets: { area: 3 },
      experts: { mechanism: [100] },
    })

  it('stop at their cap', () => {
    const { extras, points } = of(scoreGroup(scheme, 'parks', [full('甲', { practice: 5, overdue: 9 })]), '甲')
    expect(extras.map((extra) => extra.points)).toEqual([30_000, -40_000])
    expect(extras.map(({ steps }) => steps[1]!.sentence)).toEqual([
      '每项加 1.5 分，1.5×5＝7.5 分，按封顶 3 分计，加 3.00 分',
      '每件减 1 分，1×9＝9 分，按封顶 4 分计，减 4.00 分',
    ])
    expect(points).toBe(990_000)
  })

  it('wait for their data, or count nothing without it', () => {
    const open = of(scoreGroup(scheme, 'parks', [full('甲', { practice: null, overdue: null })]), '甲')
    expect(open).toMatchObject({ points: null, least: 960_000, most: 1_030_000 })
    const counted = of(scoreGroup({ ...scheme, missing: 'zero' }, 'parks', [full('甲', { practice: null })]), '甲')
    expect(counted.points).toBe(1_000_000)
    expect(counted.extras[0]!.steps).toEqual([{ sentence: '当月未发布，按办法不加分' }])
  })

  it('a veto holds a subject to its grade, with the reason, and leaves its points and place', () => {
    const result = scoreGroup(scheme, 'parks', [full('甲', { red: 1 }), full('乙', { area: 2.9 })])
    expect(of(result, '甲')).toMatchObject({
      place: 1,
      grade: '合格',
      gradeWhy: '得分 100.00 分可评“优秀”；督办红牌 1张，达到 1张，等次最高为“合格”',
    })
    expect(of(result, '乙')).toMatchObject({ place: 2, grade: '优秀', gradeWhy: null })
  })

  it('a veto that is not known yet leaves all grades open', () => {
    const result = scoreGroup(scheme, 'parks', [full('甲', { red: null }), full('乙', { area: 2.9 })])
    expect(result.subjects.map(({ place, grade }) => [place, grade])).toEqual([
      [1, null],
      [2, null],
    ])
    expect(result.missing).toEqual(['对象甲“督办红牌”：当月未发布'])
  })

  it('a grade takes no more than its share of the group', () => {
    const result = scoreGroup(scheme, 'parks', [full('甲'), full('乙', { late: 2 }), full('丙', { late: 4 })])
    expect(result.subjects.map(({ grade }) => grade)).toEqual(['优秀', '良好', '良好'])
    expect(result.subjects[1]!.gradeWhy).toMatch(/可评“优秀”；“优秀”不超过本组的 50%（3 个对象中最多 1 个），名额不足$/)
  })

  it('equals are never parted: a grade too small for them takes none of them, nor anyone behind', () => {
    const result = scoreGroup(scheme, 'parks', [full('甲'), full('乙'), full('丙', { late: 4 })])
    expect(result.subjects.map(({ place, grade }) => [place, grade])).toEqual([
      [1, '良好'],
      [1, '良好'],
      [3, '良好'],
    ])
  })

  it('the last grade takes everyone, be he below nothing', () => {
    const nothing = { area: 0, firms: 0, late: 99, visits: 0, overdue: 9 }
    expect(of(scoreGroup(scheme, 'parks', [full('甲'), full('乙', nothing)]), '乙').grade).toBe('不合格')
  })
})

it('the order of the result is by place, then name, then id', () => {
  const scheme = single({ is: 'hundred' })
  const one = (id: string, name: string, value: number) => ({ ...subject(id, { values: { it: value } }), name })
  const result = scoreGroup(scheme, 'parks', [one('4', '乙', 80), one('2', '甲', 80), one('1', '甲', 80), one('3', '丙', 90)])
  expect(result.subjects.map(({ id, place }) => [id, place])).toEqual([
    ['3', 1],
    ['4', 2],
    ['1', 2],
    ['2', 2],
  ])
})

it('what would bring most comes first', () => {
  const [first] = schemeOf().examples
  const result = scoreGroup(
    schemeOf(),
    'parks',
    first!.subjects.map(({ name, data }) => ({ id: name, name, data })),
  )
  for (const { lacks } of result.subjects) {
    expect(lacks.length).toBeGreaterThan(3)
    expect(lacks.map(({ points }) => points)).toEqual(lacks.map(({ points }) => points).sort((a, b) => b - a))
  }
})

it('a group the scheme does not have is a mistake of ours', () => {
  expect(() => scoreGroup(schemeOf(), 'towns', [])).toThrow('sample-2025 has no group towns')
  expect(scoreGroup(schemeOf(), 'parks', [])).toEqual({ group: 'parks', subjects: [], missing: [] })
})

it('results kept are found again, byte for byte', () => {
  const kept = readFileSync(new URL('samples/results.json', import.meta.url), 'utf8')
  const scheme = schemeOf()
  const results = scheme.examples.map(({ group, subjects }) =>
    scoreGroup(
      scheme,
      group,
      subjects.map(({ name, data }) => ({ id: name, name, data })),
    ),
  )
  expect(`${JSON.stringify(results, null, 2)}\n`).toBe(kept)
})
