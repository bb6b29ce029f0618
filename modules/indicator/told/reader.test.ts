/** Who does not see every report is told no sum over fewer than three of them, and none that moves by a report from day to day. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nextDay } from '#engines/indicator/months.ts'
import { readDefinitions } from '#engines/indicator/text/read.ts'
import { qualifications } from '#modules/enterprise/tables.ts'
import { filings } from '#modules/filing/tables.ts'
import { type Actor, machine } from '#platform/context.ts'
import { type FilingDistrict, type Firm, openFilingDistrict, quarterOf, settleFirm } from '#test/filing.ts'
import { type District, openDistrict, region } from '#test/it.ts'
import { enact } from '../actions/definition.ts'
import { list, show } from '../actions/figure.ts'
import { drift, publish, published } from '../actions/publication.ts'
import { ledgers } from '../ledgers.ts'

const indicator = (code: string, unit: string, period: string, of: string) => `- 代码: ${code}
  名称: ${code}
  版本: 1
  生效: 2023-01-01
  口径: 示例
  单位: ${unit}
  方向: 越高越好
  期间: ${period}
  算法: 合计
  取数:
    台账: 运行监测报表
${of}  小数: 0
  责任单位: 区经济信息委
`
const of = (field: string | null, condition: string | null = null) =>
  (field === null ? '' : `    字段: ${field}\n`) + (condition === null ? '' : `    条件:\n      - ${condition}\n`)
const written = [
  indicator('all', '元', '本年累计', of('营业收入')),
  indicator('backbone', '元', '本年累计', of('营业收入', '{ 字段: 骨干企业, 为: 是 }')),
  indicator('large', '家', '时点', of(null, '{ 字段: 营业收入, 不低于: 500000 }')),
].join('')

let at: District
let town: FilingDistrict
let firms: Firm[]
const sentence = '企业不足3家或可据以推算其他企业，不予列示'

/** Four in one town report 100 000, 200 000, 300 000 and 400 000 yuan, one in the other 500 000; two of the first are backbones. */
beforeAll(async () => {
  at = await openDistrict()
  town = await openFilingDistrict(at)
  firms = []
  for (const name of ['甲', '乙', '丙', '丁']) firms.push(await settleFirm(at, name, { town: town.org.天生街道 }))
  firms.push(await settleFirm(at, '戊', { town: town.org.朝阳街道 }))
  await at.run(machine(region), '2023-01-02', async (ctx) => {
    for (const definition of readDefinitions(written, ledgers)) await enact(ctx, definition, { text: written, reason: null })
    await ctx.db.insert(qualifications).values(
      firms.slice(0, 2).map(({ id, name }) => ({
        ...{ enterprise: id, holder: name, kind: 'backbone' as const, level: null, number: null, grantedBy: null },
        ...{ grantedOn: '2023-01-01', validUntil: null, town: town.org.天生街道, zone: null, source: 'visit' as const },
        ...{ evidence: null, recordedBy: '周科', knownFrom: '2023-01-02', knownUntil: null, reason: null },
      })),
    )
  })
  for (const [i, firm] of firms.entries()) await report(firm, '2024-03', (i + 1) * 100_000, '2024-04-09')
})
afterAll(() => at.close())

const report = ({ id, name }: Firm, month: string, amount: number, day: string) =>
  at.run(machine(region), day, ({ db }) =>
    db.insert(filings).values({
      ...{ ...quarterOf(amount), enterprise: id, month, revision: 1, status: 'accepted' as const, knownFrom: day },
      ...{ town: name === '戊' ? town.org.朝阳街道 : town.org.天生街道, zone: null, industry: '6513', division: '65' },
      ...{ explanations: {}, objections: {}, unchanged: false, typed: 0, correction: null },
    }),
  )
const told = async (who: Actor, day: string) =>
  new Map((await at.play(who, day, list, {})).rows.map(({ code, figure, course }) => [code, { figure, course }]))

describe('a sum over fewer than three', () => {
  const day = '2024-05-06'

  it('is told to who sees its rows, and to nobody else, its course included; how many there are is told to all', async () => {
    for (const who of [town.office, town.leader, town.tian]) {
      expect((await told(who, day)).get('backbone')!.figure.value).toBe(300_000)
    }
    for (const who of [town.department, town.chao, town.park]) {
      const { figure, course } = (await told(who, day)).get('backbone')!
      const nothing = { value: null, of: { amount: 0, rows: 0 }, over: null, before: null, month: null, missing: sentence }
      expect(figure).toEqual(nothing)
      expect(course.map(({ value }) => value).filter(Boolean)).toEqual([])
      const opened = await at.play(who, day, show, { code: 'backbone' })
      expect([opened.figure, opened.formula.includes('300')]).toEqual([nothing, false])
      expect((await told(who, day)).get('large')!.figure.value).toBe(1)
    }
  })

  it('is one a town sees all but one report of, though others are told it', async () => {
    expect((await told(town.tian, day)).get('all')!.figure).toMatchObject({ value: null, missing: sentence })
    for (const who of [town.chao, town.department]) expect((await told(who, day)).get('all')!.figure.value).toBe(1_500_000)
  })

  it('is published as not to be told, and is no drift', async () => {
    await at.play(town.office, '2024-05-07', publish, { month: '2024-03' })
    const { rows } = await at.play(town.office, '2024-05-07', published, { month: '2024-03' })
    expect(rows.map(({ code, figure: { value, missing } }) => [code, value, missing])).toEqual([
      ['all', 1_500_000, null],
      ['backbone', null, sentence],
      ['large', 1, null],
    ])
    expect(await at.play(town.office, '2024-05-07', drift, {})).toEqual([])
  })
})

describe('two days around an accepted report', () => {
  it('tell the same to who does not see it: there is one state a month', async () => {
    for (const [i, firm] of firms.entries()) await report(firm, '2024-05', (i + 1) * 1_000_000, `2024-06-${13 + i}`)
    await at.play(town.office, '2024-06-20', publish, { month: '2024-05' })
    await report(firms[0]!, '2024-04', 700_000, '2024-06-24')
    const seen = async (who: Actor) => {
      const found: [string, string][] = []
      for (let day = '2024-06-10'; day < '2024-07-03'; day = nextDay(day)) {
        const { figure, course } = await at.play(who, '2024-07-03', show, { code: 'all', day })
        const state = JSON.stringify([figure, course.map(({ value }) => value)])
        if (found.at(-1)?.[1] !== state) found.push([day, state])
      }
      return found.map(([day]) => day.slice(5))
    }
    expect(await seen(town.leader)).toEqual(['06-10', '06-14', '06-15', '06-16', '06-17', '06-24'])
    expect(await seen(town.department)).toEqual(['06-10', '06-20'])
    // Nor does the day itself while it lasts.
    const value = async (day: string) => (await told(town.department, day)).get('all')!.figure.value
    expect([await value('2024-06-20'), await value('2024-06-21')]).toEqual([1_500_000, 15_000_000])
  })
})
