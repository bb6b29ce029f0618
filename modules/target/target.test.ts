/** Targets in time: values are entered by their keeper, corrected in the open, and seen only from the day they were known. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type District, openDistrict, publishPlan, refusal, type Town } from '#test/it.ts'
import { correct, enter, list, plot, show } from './actions.ts'
import { readings, waypoints } from './tables.ts'

let at: District
let town: Town
beforeAll(async () => {
  at = await openDistrict()
  town = await publishPlan(at)
})
afterAll(() => at.close())

const gone = '没有找到该目标，它可能已被移除，或不在您可以查看的范围内'
const value = (asOf: string, value: number) => ({ target: town.target, asOf, value, source: '统计月报' })
const enterAs = (who: Town['office'], day: string, asOf: string, amount: number) => at.play(who, day, enter, value(asOf, amount))
const standing = async (day: string, who = town.visitor) =>
  (await at.play(who, day, list, {})).find(({ key }) => key === town.target)!.standing
const open = (day: string) => at.play(town.visitor, day, show, { key: town.target })

describe('readings', () => {
  it('by their keeper set the light, from the day they were entered', async () => {
    // From 0 at the end of 2023 to 100 at the end of 2025: 50 are asked for at the end of 2024.
    await enterAs(town.science, '2024-07-05', '2024-06-30', 24)
    expect(await standing('2024-07-04')).toMatchObject({ light: 'grey', latest: null })
    expect(await standing('2024-07-05')).toMatchObject({
      light: 'yellow',
      latest: { asOf: '2024-06-30', value: 24, source: '统计月报' },
    })
    expect((await standing('2024-12-31')).expected).toBeCloseTo(50, 0)
    expect(await standing('2024-12-31')).toMatchObject({ light: 'red' })
    expect((await open('2024-07-04')).readings).toEqual([])
    expect((await open('2024-07-05')).readings).toHaveLength(1)
  })

  it('are corrected with a reason, both staying to be seen', async () => {
    const { id } = await enterAs(town.science, '2024-08-05', '2024-07-31', 60)
    const again = { id, value: 30, source: '统计月报', reason: '重复计入' }
    const { id: corrected } = await at.play(town.science, '2024-08-12', correct, again)
    expect((await standing('2024-08-11')).latest?.value).toBe(60)
    expect((await standing('2024-08-12')).latest?.value).toBe(30)
    const shown = (await open('2024-08-12')).readings.filter(({ asOf }) => asOf === '2024-07-31')
    expect(shown).toMatchObject([
      { id, value: 60, replaces: null },
      { id: corrected, value: 30, replaces: id, reason: '重复计入', enteredBy: '柯科', enteredOn: '2024-08-12' },
    ])
    expect(await refusal(at.play(town.science, '2024-08-13', correct, again))).toBe('该数值已更正过，请更正最新的一条')
    await at.play(town.science, '2024-08-13', correct, { ...again, id: corrected, value: 31 })
    expect((await standing('2024-08-13')).latest?.value).toBe(31)
  })

  it('refuse what does not go, each in its sentence', async () => {
    const day = '2024-09-02'
    expect(await refusal(enterAs(town.science, day, '2024-09-03', 1))).toBe('截止日期不能晚于今天')
    expect(await refusal(enterAs(town.science, day, '2024-07-31', 1))).toBe('2024-07-31 已有填报数值，如有误请更正')
    expect(await refusal(enterAs(town.office, day, '2024-08-31', 1))).toBe('只有该目标的填报单位可以填报')
    expect(await refusal(enterAs(town.leader, day, '2024-08-31', 1))).toBe('您没有“填报目标数值”的权限')
    expect(await refusal(enterAs(town.visitor, day, '2024-08-31', 1))).toBe('请先登录')
    expect(await refusal(at.play(town.science, day, enter, { ...value('2024-08-31', 1), source: '' }))).toBe('请填写数据来源')
    expect(await refusal(at.play(town.science, day, enter, { ...value('2024-08-31', 1), target: town.tasks.firms }))).toBe(gone)
    expect(await refusal(at.play(town.science, '2024-01-07', enter, value('2024-01-01', 1)))).toBe(gone)
    expect(await refusal(at.play(town.visitor, day, show, { key: town.tasks.firms }))).toBe(gone)
    const absent = { id: town.target, value: 1, source: '月报', reason: '有误' }
    expect(await refusal(at.play(town.science, day, correct, absent))).toBe(
      '没有找到该填报数值，它可能已被移除，或不在您可以查看的范围内',
    )
    const [known] = (await open(day)).readings
    expect(await refusal(at.play(town.finance, day, correct, { ...absent, id: known!.id }))).toBe('只有该目标的填报单位可以填报')
    expect(await refusal(at.play(town.science, day, correct, { ...absent, id: known!.id, reason: '' }))).toBe('请填写更正原因')
    const later = await enterAs(town.science, '2024-09-05', '2024-08-31', 40)
    expect(await refusal(at.play(town.science, day, correct, { ...absent, id: later.id }))).toBe(
      '没有找到该填报数值，它可能已被移除，或不在您可以查看的范围内',
    )
  })

  it('sent twice at once are entered once', async () => {
    const twice = await Promise.allSettled([1, 2, 3].map((amount) => enterAs(town.science, '2024-09-10', '2024-09-09', amount)))
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await open('2024-09-10')).readings.filter(({ asOf }) => asOf === '2024-09-09')).toHaveLength(1)
  })

  it('of a target without a keeper are the office’s', async () => {
    const orphan = (await at.play(town.visitor, '2024-09-02', list, {})).find(({ keeper }) => keeper === null)!
    const entered = { ...value('2024-08-31', 5), target: orphan.key }
    expect(await refusal(at.play(town.science, '2024-09-02', enter, entered))).toBe(
      '该目标尚未指定填报单位，请由领导小组办公室填报',
    )
    await at.play(town.office, '2024-09-02', enter, entered)
  })

  it('are entered, changed and removed by nobody else past the action either', async () => {
    const row = { ...value('2024-08-01', 99), enteredBy: '他人', enteredOn: '2024-08-01', replaces: null, reason: null }
    const slip = (who: Town['office'], keeper: string) =>
      refusal(at.run(who, '2024-08-01', ({ db }) => db.insert(readings).values({ ...row, keeper })))
    expect(await slip(town.finance, town.org.财政局)).toBe('您只能改动本单位的数据')
    expect(await slip(town.finance, town.org.科技局)).toBe('您只能改动本单位的数据')
    expect(await slip(town.visitor, town.org.科技局)).toBe('您只能改动本单位的数据')
    for (const who of [town.science, town.office]) {
      const changed = await at.run(who, '2024-08-01', ({ db }) => db.update(readings).set({ value: 99 }).returning())
      const removed = await at.run(who, '2024-08-01', ({ db }) => db.delete(readings).returning())
      expect([changed, removed]).toEqual([[], []])
    }
  })
})

describe('the yearly path', () => {
  it('is set by the office and measured against from then on', async () => {
    const path = { target: town.target, waypoints: [{ year: 2024, value: 20 }] }
    await at.play(town.office, '2024-09-02', plot, path)
    expect((await standing('2024-12-31')).expected).toBe(20)
    expect((await open('2024-09-02')).waypoints).toMatchObject([{ year: 2024, value: 20 }])
    await at.play(town.office, '2024-09-02', plot, { ...path, waypoints: [] })
    expect((await open('2024-09-02')).waypoints).toEqual([])
  })

  it('refuses what does not go, each in its sentence', async () => {
    const draw = (years: number[], who = town.office, target = town.target) =>
      refusal(at.play(who, '2024-09-02', plot, { target, waypoints: years.map((year) => ({ year, value: 1 })) }))
    expect(await draw([2024, 2024])).toBe('同一年份只能有一个年度目标')
    expect(await draw([2023])).toBe('年度目标的年份应在 2024 至 2024 之间')
    expect(await draw([2025])).toBe('年度目标的年份应在 2024 至 2024 之间')
    expect(await draw([20240])).toBe('年份应为四位年份')
    expect(await draw([2024], town.science)).toBe('您没有“设定年度目标”的权限')
    expect(await draw([2024], town.office, town.tasks.firms)).toBe(gone)
    const slip = at.run(town.science, '2024-09-02', ({ db }) =>
      db.insert(waypoints).values({ target: town.target, year: 2024, value: 1 }),
    )
    expect(await refusal(slip)).toBe('您只能改动本单位的数据')
  })
})
