/** What stems from fewer than three enterprises its reader does not see is not told: in a split, by its rows, nor by both. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readDefinitions } from '#engines/indicator/text/read.ts'
import { filings } from '#modules/filing/tables.ts'
import { type Actor, machine } from '#platform/context.ts'
import { type FilingDistrict, type Firm, openFilingDistrict, quarterOf, settleFirm } from '#test/filing.ts'
import { type District, openDistrict, region } from '#test/it.ts'
import { enact } from '../actions/definition.ts'
import { split as splitOf } from '../actions/figure.ts'
import { rows } from '../actions/rows.ts'
import { ledgers } from '../ledgers.ts'

const written = `- 代码: revenue
  名称: 营业收入
  版本: 1
  生效: 2023-01-01
  口径: 本年以来的营业收入
  单位: 元
  方向: 越高越好
  期间: 本年累计
  算法: 合计
  取数:
    台账: 运行监测报表
    字段: 营业收入
  维度: [镇街, 行业]
  小数: 0
  责任单位: 区经济信息委
- 代码: per-head
  名称: 每名参保人员的企业数
  版本: 1
  生效: 2023-01-01
  口径: 企业数与参保人数之比
  单位: "%"
  方向: 越高越好
  期间: 时点
  算法: 占比
  取数:
    台账: 企业台账
  占比母数:
    台账: 运行监测报表
    字段: 期末参保人数
  维度: [镇街]
  小数: 4
  责任单位: 区经济信息委
`

let at: District
let of: FilingDistrict
const day = '2024-05-13'

/** Four in one town report 100 000, 200 000, 300 000 and 400 000 yuan, one in the other 500 000. */
beforeAll(async () => {
  at = await openDistrict()
  of = await openFilingDistrict(at)
  const towns = [of.org.天生街道, of.org.天生街道, of.org.天生街道, of.org.天生街道, of.org.朝阳街道]
  const firms: (Firm & { town: string })[] = []
  for (const [i, town] of towns.entries()) firms.push({ ...(await settleFirm(at, `第${i + 1}家`, { town })), town })
  await at.run(machine(region), '2024-04-09', async (ctx) => {
    for (const definition of readDefinitions(written, ledgers)) await enact(ctx, definition, { text: written, reason: null })
    await ctx.db.insert(filings).values(
      firms.map(({ id, town }, i) => ({
        ...quarterOf((i + 1) * 100_000),
        ...{ enterprise: id, month: '2024-03', revision: 1, status: 'accepted' as const, knownFrom: '2024-04-09' },
        ...{ town, zone: null, industry: '6513', division: '65', explanations: {}, objections: {} },
        ...{ unchanged: false, typed: 0, correction: null },
      })),
    )
  })
})
afterAll(() => at.close())

const split = async (who: Actor, by: 'town' | 'industry', code = 'revenue') =>
  (await at.play(who, day, splitOf, { code, by })).parts.map(({ value, hidden }) => value ?? hidden)
const wholeOf = async (who: Actor, part: string) =>
  (await at.play(who, day, rows, { code: 'revenue', by: 'town', part }))[0]!.whole

it('the rows of a part tell a department no more than the split, which hides it for the sake of another', async () => {
  expect(await split(of.department, 'town')).toEqual(['protects-another', 'fewer-than-three'])
  expect(await wholeOf(of.department, of.org.天生街道)).toBeNull()
  expect(await wholeOf(of.department, of.org.朝阳街道)).toBeNull()
  expect(await wholeOf(of.tian, of.org.天生街道)).toEqual({ amount: 1_000_000, rows: 4 })
  expect(await wholeOf(of.office, of.org.朝阳街道)).toEqual({ amount: 500_000, rows: 1 })
})

it('a part of which a town sees all but one report is hidden from it, and from nobody who sees fewer or all', async () => {
  const trade = 'industry'
  expect(await split(of.tian, trade)).toEqual(['fewer-than-three'])
  expect(await split(of.chao, trade)).toEqual([1_500_000])
  expect(await split(of.department, trade)).toEqual([1_500_000])
  expect(await split(of.leader, trade)).toEqual([1_500_000])
})

it('a share gives away its divisor: it is hidden where that is', async () => {
  // Both parts have one value: which comes first is not told.
  expect((await split(of.department, 'town', 'per-head')).toSorted()).toEqual(['fewer-than-three', 'protects-another'])
  expect(await split(of.office, 'town', 'per-head')).toEqual([0.01, 0.01])
})
