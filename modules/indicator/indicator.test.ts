/** Indicators at work: published, held against the ledgers, restated in the open; revised from a day on; told to each as he may. */
import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDefinitions } from '#engines/indicator/text/read.ts'
import { filings } from '#modules/filing/tables.ts'
import { machine } from '#platform/context.ts'
import { type FilingDistrict, type Firm, openFilingDistrict, quarterOf, settleFirm } from '#test/filing.ts'
import { type District, openDistrict, refusal, region } from '#test/it.ts'
import { enact, revise, tryOut, versions } from './actions/definition.ts'
import { correctEntry, enter, entered } from './actions/entry.ts'
import { list, show, split } from './actions/figure.ts'
import { drift, months, publish, published, restate } from './actions/publication.ts'
import { exportRows, rows } from './actions/rows.ts'
import { ledgers } from './ledgers.ts'

const revenue = `代码: revenue
名称: 营业收入
主题: 收入
版本: 1
生效: 2023-01-01
口径: 本年以来的营业收入
单位: 万元
方向: 越高越好
期间: 本年累计
算法: 合计
取数:
  台账: 运行监测报表
  字段: 营业收入
维度: [镇街]
小数: 2
责任单位: 区经济信息委
`
const enterprises = `代码: enterprises
名称: 企业数
版本: 1
生效: 2023-01-01
口径: 在区企业
单位: 家
方向: 越高越好
期间: 时点
算法: 合计
取数:
  台账: 企业台账
维度: [镇街]
小数: 0
责任单位: 区经济信息委
`

let at: District
let of: FilingDistrict
let firms: Firm[]

beforeAll(async () => {
  at = await openDistrict()
  of = await openFilingDistrict(at)
  firms = []
  for (const name of ['甲', '乙', '丙', '丁']) firms.push(await settleFirm(at, name, { town: of.org.天生街道 }))
  firms.push(await settleFirm(at, '戊', { town: of.org.朝阳街道 }))
  await at.run(machine(region), '2023-01-02', async (ctx) => {
    for (const text of [revenue, enterprises]) await enact(ctx, readDefinitions(text, ledgers)[0]!, { text, reason: null })
  })
  // 100 000, 200 000, … 500 000 yuan since January.
  for (const [i, firm] of firms.entries()) await report(firm, (i + 1) * 100_000, '2024-04-09')
})
afterAll(() => at.close())

/** An accepted report of March 2024; the second takes the place of the first. */
const report = (firm: Firm, amount: number, day: string) =>
  at.run(of.office, day, async ({ db }) => {
    const own = and(eq(filings.enterprise, firm.id), isNull(filings.knownUntil))
    const before = await db.update(filings).set({ knownUntil: day }).where(own).returning()
    const place = { town: firm === firms[4] ? of.org.朝阳街道 : of.org.天生街道, zone: null, industry: '6513', division: '65' }
    await db.insert(filings).values({
      ...quarterOf(amount),
      ...place,
      enterprise: firm.id,
      month: '2024-03',
      revision: before.length + 1,
      status: 'accepted',
      knownFrom: day,
      explanations: {},
      objections: {},
      unchanged: false,
      typed: 0,
      correction: before.length ? '漏报一份合同' : null,
    })
  })

const april = '2024-04-19'
const told = async (day: string, code = 'revenue') =>
  (await at.play(of.office, day, published, { month: '2024-03' })).rows.find((row) => row.code === code)

describe('a month', () => {
  it('is published once its reports are closed, and only once, by the office', async () => {
    const asked = (day: string, month: string, who = of.office) => refusal(at.play(who, day, publish, { month }))
    expect(await asked('2024-04-08', '2024-03')).toBe('2024-03 的报表尚未截止，暂不能公布')
    expect(await asked(april, '2024-04')).toBe('2024-04 尚未结束，不能公布')
    expect(await asked(april, '2024-03', of.department)).toBe('您没有“公布月度数据”的权限')
    expect((await at.play(of.leader, april, months, {})).map(({ month, state }) => [month, state])).toEqual([
      ['2024-04', 'open'],
      ['2024-03', 'due'],
    ])
    expect(await at.play(of.office, april, publish, { month: '2024-03' })).toEqual({ published: 2 })
    expect(await asked(april, '2024-03')).toBe('2024-03 的数据已于 2024-04-19 公布，如有变动请更正')
    expect(await told(april)).toMatchObject({ figure: { value: 150 }, restatement: 0, publishedBy: '周科', earlier: [] })
    expect((await at.play(of.leader, april, months, {}))[1]).toEqual({
      month: '2024-03',
      state: 'published',
      figures: 2,
      restated: 0,
      publishedOn: april,
    })
  })

  it('drifts by exactly what was corrected, and is restated with both figures staying', async () => {
    const drifted = (day: string) => at.play(of.leader, day, drift, {})
    expect(await drifted(april)).toEqual([])
    await report(firms[0]!, 130_000, '2024-05-10')
    expect((await drifted('2024-05-10')).map(({ name, month, published, present }) => [name, month, published, present])).toEqual(
      [['营业收入', '2024-03', ...[1_500_000, 1_530_000].map((amount) => expect.objectContaining({ of: { amount, rows: 5 } }))]],
    )
    const again = (code: string, who = of.office) =>
      refusal(at.play(who, '2024-05-10', restate, { figures: [{ code, month: '2024-03' }], reason: '企业更正报表' }))
    expect(await again('enterprises')).toBe('2024-03 的“企业数”与台账一致，无须更正')
    expect(await again('revenue', of.leader)).toBe('您没有“更正公布数据”的权限')
    expect(await told('2024-05-10')).toMatchObject({ figure: { value: 150 } })

    await at.play(of.office, '2024-05-11', restate, { figures: [{ code: 'revenue', month: '2024-03' }], reason: '企业更正报表' })
    expect(await told('2024-05-11')).toMatchObject({
      figure: { value: 153 },
      restatement: 1,
      reason: '企业更正报表',
      earlier: [{ figure: { value: 150 }, restatement: 0, publishedOn: april }],
    })
    expect(await told('2024-05-10')).toMatchObject({ figure: { value: 150 }, earlier: [] })
    expect(await drifted('2024-05-11')).toEqual([])
    const opened = await at.play(of.department, '2024-05-11', show, { code: 'revenue' })
    expect(opened.published.map(({ value, restatement }) => [value, restatement])).toEqual([
      [153, 1],
      [150, 0],
    ])
    expect((await at.play(of.leader, '2024-05-11', months, {})).find(({ state }) => state === 'published')!.restated).toBe(1)
  })
})

describe('a figure', () => {
  const day = '2024-05-13'
  const opened = (who: FilingDistrict['office'], code = 'revenue') => at.play(who, day, show, { code })
  const behind = async (who: FilingDistrict['office'], rest = {}) =>
    (await at.play(who, day, rows, { code: 'revenue', ...rest }))[0]!

  it('is the same for everybody who may see its rows, and so is its formula; others are told it once the month is over', async () => {
    for (const who of [of.office, of.leader]) {
      const { figure, formula } = await opened(who)
      expect([figure.value, formula]).toEqual([153, '5 条记录合计 1,530,000元 ÷ 10,000 = 153.00万元'])
    }
    for (const who of [of.department, of.chao, of.park]) {
      expect((await opened(who)).figure.value).toBe(150)
      const { course } = await at.play(who, '2024-06-01', show, { code: 'revenue' })
      expect(course.find(({ month }) => month === '2024-03')!.value).toBe(153)
    }
  })

  it('opens down to the rows the reader may see, and tells a town what part of it they are', async () => {
    const whole = { amount: 1_530_000, rows: 5 }
    expect(await behind(of.office)).toMatchObject({ whole, visible: whole, read: { take: '营业收入', cumulative: true } })
    // As known the day the month was published.
    const then = { amount: 1_500_000, rows: 5 }
    const mine = await behind(of.tian)
    expect(mine.rows.map(({ name, amount }) => [name, amount])).toEqual([
      ['丁', 400_000],
      ['丙', 300_000],
      ['乙', 200_000],
      ['甲', 100_000],
    ])
    // The one report that is missing would be told by the difference.
    expect(mine).toMatchObject({ whole: null, visible: { amount: 1_000_000, rows: 4 } })
    expect((await behind(of.chao)).whole).toEqual(then)
    expect(await behind(of.department)).toMatchObject({ whole: then, visible: { amount: 0, rows: 0 }, rows: [] })
  })

  it('is opened a page and a part at a time', async () => {
    const second = await behind(of.office, { page: 2, size: 2 })
    expect(second.rows.map(({ name }) => name)).toEqual(['丙', '乙'])
    const part = await behind(of.office, { by: 'town', part: of.org.朝阳街道 })
    expect([part.whole, part.rows.map(({ name }) => name)]).toEqual([{ amount: 500_000, rows: 1 }, ['戊']])
    const called = async (who: FilingDistrict['office'], name: string, rest = {}) => {
      const { rows, found, visible } = await behind(who, { name, ...rest })
      return [rows.map((row) => row.name), found, visible.rows]
    }
    expect(await called(of.office, ' 丙')).toEqual([['丙'], 1, 5])
    expect(await called(of.office, '%')).toEqual([[], 0, 5])
    expect(await called(of.office, '戊', { by: 'town', part: of.org.天生街道 })).toEqual([[], 0, 4])
    expect(await called(of.tian, '戊')).toEqual([[], 0, 4])
    expect(await called(of.office, '丁', { code: 'enterprises' })).toEqual([['丁'], 1, 5])
    expect(await refusal(behind(of.office, { by: 'zone', part: '' }))).toBe('“营业收入”不能按园城拆分')
    expect(await refusal(at.play(of.office, day, rows, { code: 'nothing' }))).toContain('没有找到该指标')
    expect(await refusal(at.play(of.office, day, show, { code: 'revenue', day: '2024-05-14' }))).toBe('日期不能晚于今天')
  })

  it('hides the part of a single enterprise from a department, and no part from the office', async () => {
    const partsOf = async (who: FilingDistrict['office']) =>
      (await at.play(who, day, split, { code: 'revenue', by: 'town' })).parts.map(({ name, value, hidden }) => [
        name,
        value,
        hidden,
      ])
    expect(await partsOf(of.office)).toEqual([
      ['天生街道', 103, null],
      ['朝阳街道', 50, null],
    ])
    expect(await partsOf(of.department)).toEqual([
      ['天生街道', null, 'protects-another'],
      ['朝阳街道', null, 'fewer-than-three'],
    ])
  })

  it('stands beside the one of a year and a month before', async () => {
    const { rows } = await at.play(of.leader, day, list, {})
    const told = rows.map(({ code, theme, figure, previous, yearAgo }) => [code, theme, figure, previous, yearAgo])
    expect(told).toMatchObject([
      ['enterprises', undefined, { value: 5, month: null }, 5, 5],
      // Nobody had a report accepted for February 2024, nor for March 2023.
      ['revenue', '收入', { value: 153, month: '2024-03' }, 0, 0],
    ])
  })

  it('is handed on as a sheet, or refused where nothing can be told', async () => {
    const file = await at.play(of.tian, day, exportRows, { code: 'revenue' })
    expect(file.name).toBe('营业收入明细（2024-05-13）.xlsx')
    expect(file.bytes.length).toBeGreaterThan(1000)
    expect(await refusal(at.play(of.tian, day, exportRows, { code: 'revenue', day: '2023-01-05' }))).toBe(
      '尚无已审核的月报，没有明细可以导出',
    )
  })
})

describe('a revision', () => {
  const second = revenue
    .replace('版本: 1', '版本: 2')
    .replace('生效: 2023-01-01', '生效: 2024-05-14')
    .replace('字段: 营业收入', '字段: 软件业务收入')
  const submit = (text: string, day = '2024-05-13', who = of.office) => at.play(who, day, revise, { text, reason: '按新口径' })

  it('is tried out beside the version in force, with every problem in its place, and changes nothing', async () => {
    const tried = await at.play(of.office, '2024-05-13', tryOut, { text: second })
    expect(tried).toMatchObject({ problems: [], before: { value: 153 }, after: { value: 76.5 } })
    const flawed = await at.play(of.office, '2024-05-13', tryOut, { text: second.replace('本年累计', '一年') })
    expect(flawed).toMatchObject({ definition: null, before: null, after: null, problems: [{ line: 9, column: 5 }] })
    const two = `${second.replace(/^/gm, '  ').replace('  ', '- ').trimEnd()}\n- ${enterprises.replace(/^/gm, '  ').trim()}`
    expect((await at.play(of.office, '2024-05-13', tryOut, { text: two })).problems).toEqual([
      { line: 1, column: 1, sentence: '一次只能修订一个指标' },
    ])
    expect((await at.play(of.office, '2024-05-13', versions, { code: 'revenue' })).map(({ version }) => version)).toEqual([1])
  })

  it('is refused where it would change what is past', async () => {
    expect(await refusal(submit(revenue))).toBe('“营业收入”现为第 1 版，新版本应为第 2 版')
    expect(await refusal(submit(second.replace('2024-05-14', '2024-05-12')))).toBe('新版本的生效日期不能早于今天')
    expect(await refusal(submit(second.replace('2024-05-14', '2023-01-01')))).toBe('新版本的生效日期应晚于 2023-01-01')
    expect(await refusal(submit(second.replace('单位: 万元', '单位: 家')))).toBe('口径文本有 1 处问题，请改正后再提交')
    expect(await refusal(submit(second, '2024-05-13', of.department))).toBe('您没有“修订口径”的权限')
    expect(await refusal(at.play(of.office, '2024-05-13', revise, { text: second, reason: ' ' }))).toBe('请填写修订原因')
  })

  it('gives the new figure from its day on, and leaves the old one on every day before', async () => {
    expect(await submit(second)).toEqual({ code: 'revenue', version: 2 })
    const on = async (day: string, rest = {}) =>
      (await at.play(of.leader, '2024-05-14', show, { code: 'revenue', day, ...rest })).figure.value
    expect(await on('2024-05-13')).toBe(153)
    expect(await on('2024-05-14')).toBe(76.5)
    expect(await on('2024-05-14', { version: 1 })).toBe(153)
    // What was published under the first version is still held against the first.
    expect(await at.play(of.office, '2024-05-14', drift, {})).toEqual([])
  })
})

describe('an entered figure', () => {
  const day = '2024-05-20'
  const gdp = { series: 'gdp', asOf: '2024-03-31', value: 200_00000000, source: '统计公报' } as const

  it('is corrected in the open: both stay, and the old one held until that day', async () => {
    const { id } = await at.play(of.department, day, enter, gdp)
    const { id: next } = await at.play(of.department, '2024-05-22', correctEntry, {
      id,
      value: 201_00000000,
      source: '统计公报（修订）',
      reason: '修订数',
    })
    expect(await at.play(of.leader, '2024-05-21', entered, {})).toMatchObject([{ id, value: 200_00000000 }])
    expect(await at.play(of.leader, '2024-05-22', entered, {})).toMatchObject([
      { id, value: 200_00000000, knownUntil: '2024-05-22' },
      { id: next, value: 201_00000000, knownUntil: null, reason: '修订数', asOf: '2024-03-31' },
    ])
    const again = (of: string, who: FilingDistrict['office']) =>
      refusal(at.play(who, '2024-05-23', correctEntry, { id: of, value: 1, source: '公报', reason: '误' }))
    expect(await again(id, of.department)).toBe('该数据已更正过，请更正最新的一条')
    expect(await again(next, { ...of.department, org: of.org.区政府 })).toBe('只有填报单位可以更正')
    expect(await again(next, of.tian)).toBe('您没有“更正录入数据”的权限')
  })

  it('is refused where it does not go', async () => {
    expect(await refusal(at.play(of.department, day, enter, { ...gdp, asOf: '2024-05-21' }))).toBe('数据截至日期不能晚于今天')
    expect(await refusal(at.play(of.department, '2024-05-24', enter, gdp))).toBe('2024-03-31 已有录入数据，如有误请更正')
    expect(await refusal(at.play(of.department, day, enter, { ...gdp, source: '' }))).toBe('请填写数据来源')
    expect(await refusal(at.play(of.tian, day, enter, gdp))).toBe('您没有“录入数据”的权限')
  })
})
