/** A definition that reads without a fault can be reckoned: what the database could not compare is told at its place. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#platform/context.ts'
import { openFilingDistrict } from '#test/filing.ts'
import { type District, openDistrict, refusal } from '#test/it.ts'
import { revise, tryOut } from './actions/definition.ts'
import { list } from './actions/figure.ts'

let at: District
let office: Actor
const day = '2024-05-13'
beforeAll(async () => {
  at = await openDistrict()
  office = (await openFilingDistrict(at)).office
})
afterAll(() => at.close())

type Changes = { version?: string; since?: string; ledger?: string; period?: string; take?: string; where?: string }
const written = ({ version = '1', since = '2024-06-01', ledger = '企业台账', period = '时点', take, where }: Changes) =>
  `代码: tried
名称: 试一试
版本: ${version}
生效: ${since}
口径: 试一试
单位: ${take ? '元' : '家'}
方向: 越高越好
期间: ${period}
算法: 合计
取数:
  台账: ${ledger}
${take ? `  字段: ${take}\n` : ''}${where ? `  条件:\n    - ${where}\n` : ''}维度: []
小数: 0
责任单位: 区经济信息委
`
const tried = (changes: Changes) => at.play(office, day, tryOut, { text: written(changes) })
const reports = { ledger: '运行监测报表', period: '本年累计', take: '营业收入' }

describe('a condition the database could not meet', () => {
  it.each<[Changes, string]>([
    [{ where: '{ 字段: 镇街, 属于: [天生街道] }' }, '“镇街”不能作为条件，请写入“维度”，按其拆分'],
    [{ where: '{ 字段: 园城, 为: 是 }' }, '“园城”不是“是”“否”两项，不能用“为”'],
    [{ where: '{ 字段: 行业, 为: 是 }' }, '“行业”不是“是”“否”两项，不能用“为”'],
    [{ where: '{ 字段: 提供 SaaS 服务, 属于: [是] }' }, '“提供 SaaS 服务”只有“是”“否”两项，请用“为”'],
    [{ where: '{ 字段: 落户日期, 不低于: "0000-01-01" }' }, '“落户日期”应与日期比较，如 2025-01-01'],
    [{ ...reports, where: '{ 字段: 营业收入, 不低于: 1.5 }' }, '“营业收入”应与整数比较'],
    [{ ...reports, where: '{ 字段: 营业收入, 低于: 1e21 }' }, '“营业收入”所比的数过大'],
    [{ since: '"0000-01-01"' }, '日期的年份应在 1949 至 2100 之间'],
  ])('%j is told of', async (changes, sentence) => {
    expect((await tried(changes)).problems.map((problem) => problem.sentence)).toEqual([sentence])
  })
})

describe('a number that is larger than its column holds, or has a fraction', () => {
  it.each<Changes>([
    { ...reports, where: '{ 字段: 期末参保人数, 低于: 3000000000 }' },
    { ledger: '录入数据', where: '{ 字段: 数值, 不低于: 1.5 }' },
  ])('%j is compared all the same', async (changes) => {
    expect((await tried(changes)).after).toMatchObject({ of: { rows: 0 } })
  })
})

it('the first version is the first', async () => {
  const refused = refusal(at.play(office, day, revise, { text: written({ version: '99999999999' }), reason: '新增指标' }))
  expect(await refused).toBe('“试一试”尚无口径，版本应为 1')
  expect(await at.play(office, day, revise, { text: written({}), reason: '新增指标' })).toEqual({ code: 'tried', version: 1 })
  expect((await at.play(office, day, list, {})).rows).toEqual([])
})
