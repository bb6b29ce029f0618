/** Targets an indicator measures: officials see what the ledgers tell, everybody else what was published, and nobody enters it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDefinitions } from '#engines/indicator/text/read.ts'
import { filingRules } from '#modules/filing/tables.ts'
import { enact } from '#modules/indicator/actions/definition.ts'
import { enter as enterFigure } from '#modules/indicator/actions/entry.ts'
import { publish } from '#modules/indicator/actions/publication.ts'
import { ledgers } from '#modules/indicator/ledgers.ts'
import { machine } from '#platform/context.ts'
import { type District, openDistrict, publishPlan, refusal, region, type Town } from '#test/it.ts'
import { enter, list, show } from './actions.ts'

const text = `代码: firms
名称: 新增企业数
版本: 1
生效: 2024-02-01
口径: 新增的企业
单位: 家
方向: 越高越好
期间: 时点
算法: 合计
取数:
  台账: 录入数据
  字段: 数值
  条件:
    - 字段: 数据项
      属于: [媒体报道篇数]
小数: 0
责任单位: 科技局
对应目标:
  指标: 新增企业
`
let at: District
let town: Town
beforeAll(async () => {
  at = await openDistrict()
  town = await publishPlan(at)
  await at.run(machine(region), '2024-01-15', async (ctx) => {
    const rule = { dueWorkday: 8, enough: 0, swing: 0.5, least: 1_000_000, staleDays: 180, renewalDays: 90, basis: '演示规则' }
    await ctx.db.insert(filingRules).values({ ...rule, since: '2024-01-01' })
    await enact(ctx, readDefinitions(text, ledgers)[0]!, { text, reason: null })
  })
  const counted = { series: 'coverage', asOf: '2024-06-28', value: 40, source: '登记' } as const
  await at.play(town.science, '2024-07-02', enterFigure, counted)
})
afterAll(() => at.close())

const targetOn = async (day: string, who: Town['office']) =>
  (await at.play(who, day, list, {})).find(({ key }) => key === town.target)!
const reading = (asOf: string) => ({ target: town.target, asOf, value: 7, source: '统计月报' })

describe('a target an indicator measures', () => {
  it('stands where the ledgers put it, and tells by which indicator', async () => {
    const target = await targetOn('2024-07-03', town.finance)
    expect(target).toMatchObject({ indicator: 'firms', standing: { latest: { value: 40, asOf: '2024-07-03' } } })
    const { measured, readings } = await at.play(town.finance, '2024-07-03', show, { key: town.target })
    expect([measured?.code, measured?.name, measured?.readings.at(-1)]).toEqual([
      'firms',
      '新增企业数',
      { day: '2024-07-03', value: 40 },
    ])
    expect(readings).toEqual([])
  })

  it('is not entered by hand once the indicator is in force', async () => {
    expect(await refusal(at.play(town.science, '2024-03-01', enter, reading('2024-02-29')))).toBe(
      '该目标由指标“新增企业数”依据台账计算，无须填报',
    )
    expect((await at.play(town.science, '2024-01-31', show, { key: town.target })).measured).toBeNull()
    await at.play(town.science, '2024-01-31', enter, reading('2024-01-30'))
  })

  it('is told to the public as it was published, and not before', async () => {
    const latest = async (day: string) => (await targetOn(day, town.visitor)).standing.latest
    expect(await latest('2024-07-18')).toBeNull()
    await at.play(town.office, '2024-07-18', publish, { month: '2024-06' })
    expect(await latest('2024-07-18')).toMatchObject({ value: 40, asOf: '2024-06-30' })
  })
})
