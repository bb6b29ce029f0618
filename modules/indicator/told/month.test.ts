/** A month is told once enough of its reports are accepted: half a month's reports are not taken for a fall. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDefinitions } from '#engines/indicator/text/read.ts'
import { filingRules, filings } from '#modules/filing/tables.ts'
import { machine } from '#platform/context.ts'
import { cellsOf, type FilingDistrict, type Firm, openFilingDistrict, settleFirm } from '#test/filing.ts'
import { type District, openDistrict, refusal, region } from '#test/it.ts'
import { enact } from '../actions/definition.ts'
import { publish } from '../actions/publication.ts'
import { viewOf } from '../figures.ts'
import { ledgers } from '../ledgers.ts'

const text = `代码: headcount
名称: 从业人员
版本: 1
生效: 2023-01-01
口径: 期末参保人数
单位: 人
方向: 越高越好
期间: 时点
算法: 合计
取数:
  台账: 运行监测报表
  字段: 期末参保人数
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
  for (const name of ['甲', '乙', '丙', '丁', '戊']) firms.push(await settleFirm(at, name, { town: of.org.天生街道 }))
  await at.run(machine(region), '2023-01-02', async (ctx) => {
    await enact(ctx, readDefinitions(text, ledgers)[0]!, { text, reason: null })
    const rule = { dueWorkday: 8, enough: 0.8, swing: 0.5, least: 1_000_000, staleDays: 180, renewalDays: 90, basis: '演示规则' }
    await ctx.db.insert(filingRules).values({ ...rule, since: '2024-01-01' })
  })
  await accepted('2024-01', firms, '2024-02-05')
})
afterAll(() => at.close())

const accepted = (month: string, those: Firm[], knownFrom: string) =>
  at.run(machine(region), knownFrom, ({ db }) =>
    db.insert(filings).values(
      those.map(({ id }) => ({
        ...cellsOf(10_000),
        enterprise: id,
        month,
        revision: 1,
        status: 'accepted' as const,
        explanations: {},
        objections: {},
        correction: null,
        unchanged: false,
        typed: 0,
        town: of.org.天生街道,
        zone: null,
        industry: '6513',
        division: '65',
        direction: null,
        knownFrom,
      })),
    ),
  )
const told = (day: string) => at.run(of.office, day, (ctx) => viewOf(ctx, day))

describe('the latest month told', () => {
  it('is the one before while too few reports of the month due are accepted, as was known on the day', async () => {
    await accepted('2024-02', firms.slice(0, 3), '2024-03-05')
    expect((await told('2024-03-20')).closedMonth).toBe('2024-01')
    expect(await refusal(at.play(of.office, '2024-03-20', publish, { month: '2024-02' }))).toBe(
      '2024-02 的报表尚未审核到最低比例，暂不能公布',
    )
    await accepted('2024-02', firms.slice(3, 4), '2024-03-21')
    expect((await told('2024-03-21')).closedMonth).toBe('2024-02')
    expect((await told('2024-03-20')).closedMonth).toBe('2024-01')
    expect(await at.play(of.office, '2024-03-21', publish, { month: '2024-02' })).toEqual({ published: 1 })
  })

  it('is none before the month is due, however many are accepted', async () => {
    expect((await told('2024-02-06')).closedMonth).not.toBe('2024-01')
    expect((await told('2024-02-28')).closedMonth).toBe('2024-01')
  })
})
