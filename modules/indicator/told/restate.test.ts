/** Several published figures are restated for one reason: each by a restatement of its own, all of them or none. */
import { isNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readDefinitions } from '#engines/indicator/text/read.ts'
import { filings } from '#modules/filing/tables.ts'
import { machine } from '#platform/context.ts'
import { type Firm, openFilingDistrict, quarterOf, settleFirm } from '#test/filing.ts'
import { type District, openDistrict, refusal, region } from '#test/it.ts'
import { enact } from '../actions/definition.ts'
import { drift, publish, published, restate } from '../actions/publication.ts'
import { ledgers } from '../ledgers.ts'

const written = (code: string, unit: string, period: string, from: string) => `代码: ${code}
名称: ${code}
版本: 1
生效: 2023-01-01
口径: 示例
单位: ${unit}
方向: 越高越好
期间: ${period}
算法: 合计
取数:
  ${from}
小数: 0
责任单位: 区经济信息委
`
const revenue = written('revenue', '万元', '本年累计', '台账: 运行监测报表\n  字段: 营业收入')
const staff = written('staff', '人', '时点', '台账: 运行监测报表\n  字段: 期末参保人数')
const enterprises = written('enterprises', '家', '时点', '台账: 企业台账')

let at: District
beforeAll(async () => {
  at = await openDistrict()
})
afterAll(() => at.close())

it('restates all that is asked for, or nothing', async () => {
  const of = await openFilingDistrict(at)
  const three: Firm[] = []
  for (const name of ['甲', '乙', '丙']) three.push(await settleFirm(at, name, { town: of.org.天生街道 }))
  const addAll = (day: string, amount: number, before: string | null) =>
    at.run(machine(region), day, async ({ db }) => {
      if (before) await db.update(filings).set({ knownUntil: day }).where(isNull(filings.knownUntil))
      await db.insert(filings).values(
        three.map(({ id }) => ({
          ...quarterOf(amount, amount / 1000),
          ...{ enterprise: id, month: '2024-03', revision: before ? 2 : 1, status: 'accepted' as const, knownFrom: day },
          ...{ town: of.org.天生街道, zone: null, industry: '6513', division: '65', explanations: {}, objections: {} },
          ...{ unchanged: false, typed: 0, correction: before },
        })),
      )
    })
  await at.run(machine(region), '2023-01-02', async (ctx) => {
    for (const text of [revenue, staff, enterprises]) await enact(ctx, readDefinitions(text, ledgers)[0]!, { text, reason: null })
  })
  await addAll('2024-04-09', 100_000, null)
  await at.play(of.office, '2024-04-19', publish, { month: '2024-03' })
  await addAll('2024-05-10', 200_000, '全部更正')
  const many = (codes: string[], who = of.office) =>
    at.play(who, '2024-05-11', restate, {
      figures: codes.map((code) => ({ code, month: '2024-03' })),
      reason: '企业更正报表',
    })
  expect(await refusal(many(['revenue', 'enterprises']))).toBe('2024-03 的“enterprises”与台账一致，无须更正')
  expect(await refusal(many(['revenue', 'nothing']))).toContain('没有找到该公布数据')
  expect(await refusal(many(['revenue'], of.leader))).toBe('您没有“更正公布数据”的权限')
  expect(await refusal(many([]))).toBe('请选择要更正的公布数据')
  const told = async () => (await at.play(of.office, '2024-05-11', published, { month: '2024-03' })).rows
  expect((await told()).map(({ restatement }) => restatement)).toEqual([0, 0, 0])
  expect(await many(['revenue', 'staff', 'staff'])).toEqual({ restated: 2 })
  expect((await told()).map(({ code, figure, reason, earlier }) => [code, figure.value, reason, earlier.length])).toEqual([
    ['enterprises', 3, null, 0],
    ['revenue', 60, '企业更正报表', 1],
    ['staff', 600, '企业更正报表', 1],
  ])
  expect(await at.play(of.office, '2024-05-11', drift, {})).toEqual([])
})
