/** What a decision says: conditions with near misses, what the clause itself asks, rounding and caps; and that it never changes. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decide } from './decide.ts'
import type { Decision, Reason } from './decision.ts'
import { type Facts, nothingBefore, type Past, type Value } from './fact.ts'
import { day, had, known, policyWith } from './samples/sample.ts'

const yuan = 100
const wan = 10_000 * yuan
const flat = '定额: 10万元'

const asked = (condition: string, facts: Facts, on = day): Decision =>
  decide(policyWith(flat, `条件:\n  - ${condition}`), 'it', facts, nothingBefore, on)
const reasonOf = (decision: Decision, title: string): Reason => decision.reasons.find((one) => one.title === title)!

describe('a condition', () => {
  const staff = '{名称: 规模, 事实: 软件从业人员, 不低于: 50人}'

  it('that is nearly met tells how much is missing, from which source and day', () => {
    const decision = asked(staff, known({ 软件从业人员: 47 }))
    expect(decision).toMatchObject({ verdict: 'refused', amount: null, steps: [], payees: [], missing: [] })
    expect(reasonOf(decision, '规模')).toEqual({
      title: '规模',
      met: 'not-met',
      sentence: '软件从业人员差 3 人（现 47 人，需达 50 人）',
      fact: '软件从业人员',
      asOf: '2025-05-31',
      source: '测试台账',
      gap: 3,
      within: [],
    })
  })

  it('about what is not known leaves the decision open and names the fact', () => {
    const decision = asked(staff, known({}))
    expect(decision).toMatchObject({ verdict: 'unknown', sentence: '尚待核实：缺少软件从业人员数据', missing: ['软件从业人员'] })
  })

  it('does not know what was only known later', () => {
    expect(asked(staff, known({ 软件从业人员: 60 }), '2025-05-30')).toMatchObject({
      verdict: 'unknown',
      missing: ['软件从业人员', '注册地在本区'].toReversed(),
    })
  })

  it('that is missed refuses even where another is not known', () => {
    const facts = known({ 注册地在本区: false })
    expect(asked(staff, facts)).toMatchObject({ verdict: 'refused', sentence: '不符合条件：注册地不在本区', missing: [] })
  })

  type Said = [condition: string, facts: Record<string, Value>, sentence: string, gap: number | null]
  it.each<Said>([
    [
      '{名称: 甲, 事实: 营业收入, 高于: 5000万元}',
      { 营业收入: 5000 * wan },
      '营业收入不足（现 5,000 万元，需高于 5,000 万元）',
      1,
    ],
    [
      '{名称: 甲, 事实: 营业收入, 高于: 5000万元}',
      { 营业收入: 4800.5 * wan },
      '营业收入差 199.5 万元（现 4,800.5 万元，需高于 5,000 万元）',
      199.5 * wan + 1,
    ],
    [
      '{名称: 甲, 事实: 租用面积, 不高于: 1000㎡}',
      { 租用面积: 105_050 },
      '租用面积高出 50.5 ㎡（现 1,050.5 ㎡，须不高于 1,000 ㎡）',
      5050,
    ],
    [
      '{名称: 甲, 事实: 租用面积, 不低于: 100㎡, 低于: 1000㎡}',
      { 租用面积: 50_000 },
      '租用面积 500 ㎡，不低于 100 ㎡且低于 1,000 ㎡',
      0,
    ],
    [
      '{名称: 甲, 事实: 落户日期, 不早于: 2024-01-01}',
      { 落户日期: '2023-12-31' },
      '落户日期 2023-12-31，须不早于 2024-01-01',
      null,
    ],
    ['{名称: 甲, 事实: 认证等级, 属于: [四级, 五级]}', { 认证等级: '三级' }, '认证等级为三级，须为四级、五级之一', null],
    ['{名称: 甲, 事实: 完成股改, 为: 是}', { 完成股改: false }, '未完成股改', null],
    [
      '{名称: 甲, 事实: 资产负债率, 不高于: 70%}',
      { 资产负债率: 725_000 },
      '资产负债率高出 2.5 个百分点（现 72.5%，须不高于 70%）',
      25_000,
    ],
    ['{名称: 甲, 事实: 认证等级, 标准: 待补}', { 认证等级: '三级' }, '甲：标准待补', null],
    [
      '{名称: 甲, 事实: 研发费用, 除以: 营业收入, 不低于: 3.125%}',
      { 研发费用: 31_249 * yuan, 营业收入: 100 * wan },
      '研发费用差 1 元（现 31,249 元，占营业收入 100 万元的 3.12%，需达 3.125%；按营业收入不变计）',
      100,
    ],
    [
      '{名称: 甲, 事实: 研发人员, 除以: 从业人员, 不低于: 20%}',
      { 研发人员: 9, 从业人员: 50 },
      '研发人员差 2 人（现 9 人，占从业人员 50 人的 18%，需达 20%；按新招计，新招人员同时计入从业人员；由现有人员转任则差 1 人）',
      2,
    ],
    [
      '{名称: 甲, 事实: 研发费用, 除以: 营业收入, 不低于: 3%}',
      { 研发费用: 1, 营业收入: 0 },
      '营业收入不大于 0，无法计算研发费用占比',
      null,
    ],
  ])('%s of %o', (condition, facts, sentence, gap) => {
    expect(reasonOf(asked(condition, known(facts)), '甲')).toMatchObject({ sentence, gap })
  })

  it('may be any one of several cases; only those that apply are told', () => {
    const choice = `名称: 规模
    任一:
      - {情形: 软件企业, 条件: [{名称: 软件人员, 事实: 软件从业人员, 不低于: 50人}]}
      - 情形: 专精特新企业
        适用: [{名称: 梯度, 事实: 专精特新梯度, 属于: [专精特新中小企业]}]
        条件: [{名称: 人员, 事实: 从业人员, 不低于: 20人}]`
    const said = (facts: Record<string, Value>) => reasonOf(asked(choice, known(facts)), '规模')
    expect(said({ 软件从业人员: 60 })).toMatchObject({ met: 'met', sentence: '规模：符合“软件企业”' })
    expect(said({ 软件从业人员: 40, 专精特新梯度: '未入库', 从业人员: 45 })).toMatchObject({
      met: 'not-met',
      sentence: '规模：软件企业——软件从业人员差 10 人（现 40 人，需达 50 人）',
    })
    expect(said({ 软件从业人员: 40, 专精特新梯度: '专精特新中小企业' })).toMatchObject({
      met: 'unknown',
      sentence: '规模：专精特新企业——缺少从业人员数据',
      within: [{ met: 'not-met' }, { met: 'unknown' }],
    })
  })
})

describe('what the clause itself asks', () => {
  const verdict = (policy: ReturnType<typeof policyWith>, past: Past, facts: Record<string, Value> = {}, on = day) => {
    const { verdict, sentence } = decide(policy, 'it', known(facts), past, on)
    return `${verdict} ${sentence}`
  }
  const once = policyWith(flat, '', '一次性')
  const yearly = policyWith(flat, '年限: 3', '每年')
  const project = policyWith(flat, '', '每项目')

  it('are its days in force', () => {
    const refused = 'refused 不符合条件：本政策当日不在有效期内（自 2024-01-01 至 2026-12-31）'
    expect(verdict(once, [], {}, '2027-01-01')).toBe(refused)
    expect(verdict(once, [], {}, '2026-12-31')).toContain('granted')
    expect(verdict(once, [], {}, '2023-12-31')).toContain('当日不在有效期内')
  })

  it.each<[string, typeof once, Past, Record<string, Value>, string]>([
    ['once is once', once, [had(10 * wan)], {}, 'refused 不符合条件：一次性支持，2024 年度已享受 10 万元'],
    ['what was had of another clause does not count', once, [had(10 * wan, { clause: 'sample/other' })], {}, 'granted'],
    ['a year is had once', yearly, [had(10 * wan, { year: 2025 })], {}, 'refused 不符合条件：每年一次，2025 年度已享受 10 万元'],
    ['another year is another', yearly, [had(10 * wan)], {}, 'granted'],
    ['years end', yearly, [2022, 2023, 2024].map((year) => had(wan, { year })), {}, '最多享受 3 年，已享受 3 年'],
    ['a project has to be named', project, [], {}, 'unknown 尚待核实：按项目支持，未注明所申报的项目'],
    [
      'a project has it once',
      project,
      [had(wan, { project: '甲' })],
      { 项目: '甲' },
      '每项目一次，本项目，2024 年度已享受 1 万元',
    ],
    ['another project is another', project, [had(wan, { project: '甲' })], { 项目: '乙' }, 'granted'],
  ])('%s', (_, policy, past, facts, wanted) => expect(verdict(policy, past, facts)).toContain(wanted))

  it('is missing where the project is', () => expect(decide(project, 'it', known({}), [], day).missing).toEqual(['项目']))
})

describe('the amount', () => {
  const rate = '比例: {基数: 市级奖励, 比率: 50%}'
  const granted = (more: string, upper: number, past: Past = [], facts: Record<string, Value> = {}) => {
    const decision = decide(policyWith(rate, more), 'it', known({ 市级奖励: upper, ...facts }), past, day)
    return { amount: decision.amount, sentence: decision.sentence, last: decision.steps.at(-1) }
  }

  it.each([
    ['舍去到元', 12_399, 6100],
    ['四舍五入到元', 12_300, 6200],
    ['四舍五入到元', 12_298, 6100],
    ['进一到百元', 20_002, 20_000],
    ['进一到百元', 20_000, 10_000],
    ['四舍五入到分', 3, 2],
  ])('is rounded once (%s)', (rounding, upper, amount) => expect(granted(`取整: ${rounding}`, upper).amount).toBe(amount))

  it('that is rounded to nothing refuses', () =>
    expect(granted('取整: 舍去到万元', wan).sentence).toBe('不符合条件：取整后的金额为 0'))

  it('is capped after it was rounded, and a cap is paid to the 分', () => {
    expect(granted('上限: {每次: 12345.67元}\n取整: 舍去到百元', 10 * wan)).toMatchObject({
      amount: 1_234_567,
      last: { title: '每次上限', sum: '较小(5 万元, 12,345.67 元)', result: '12,345.67 元' },
    })
  })

  it('is what is left of the year, of all years, of the project', () => {
    const past = [had(3 * wan, { year: 2025, project: '甲' }), had(4 * wan, { project: '乙' })]
    expect(granted('上限: {每企业每年: 5万元}', 100 * wan, past).amount).toBe(2 * wan)
    expect(granted('上限: {每企业累计: 10万元}', 100 * wan, past).amount).toBe(3 * wan)
    expect(granted('上限: {每项目累计: 6万元}', 100 * wan, past, { 项目: '乙' }).amount).toBe(2 * wan)
    expect(granted('上限: {每企业累计: 7万元}', 100 * wan, past).sentence).toBe(
      '不符合条件：每企业累计上限已用完：较小(50 万元, 7 万元 − 已享受 7 万元) = 0 元',
    )
  })

  it('leaves the pot to the fund', () => expect(granted('上限: {全部企业每年: 1万元}', 100 * wan).amount).toBe(50 * wan))
})

it('decisions kept are decided again, byte for byte', () => {
  const file = new URL('samples/decisions.json', import.meta.url)
  const kept = JSON.parse(readFileSync(file, 'utf8')) as {
    amount: string
    more: string
    frequency: string
    facts: Facts
    past: Past
    decision: Decision
  }[] // as written by this product
  expect(kept.length).toBeGreaterThan(8)
  for (const { amount, more, frequency, facts, past, decision } of kept) {
    const policy = policyWith(amount, more, frequency)
    const again = () => JSON.stringify(decide(policy, 'it', facts, past, day))
    expect(again()).toBe(JSON.stringify(decision))
    expect(again()).toBe(again())
  }
})
