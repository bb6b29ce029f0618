/** Offers of rooms from the real ledger, and the rules of matching by version, tried before they are enacted. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultRules } from '#engines/allocation/match/rules.ts'
import { modules } from '#modules/index.ts'
import { units } from '#modules/space/tables.ts'
import { machine } from '#platform/context.ts'
import { refusal, region } from '#test/it.ts'
import { bring, type Letting, openLetting, rule } from '#test/movein.ts'
import { hold, use } from '#test/space.ts'

const { movein, space } = modules
const today = '2024-06-28'
let at: Letting
beforeAll(async () => {
  at = await openLetting()
  await at.play(at.who.jin, today, space.joinUnits, { one: at.stock.units['105']!, other: at.stock.units['106']! })
})
afterAll(() => at.close())

const offers = (wanted: Parameters<typeof movein.offers>[1]['wanted'], by = at.who.jin) =>
  at.play(by, today, movein.offers, { wanted })
const names = ({ offers }: Awaited<ReturnType<typeof movein.offers>>) =>
  offers.map(({ units }) => units.map(({ name }) => name).join('+'))

describe('offers', () => {
  it('say for every point and every exclusion why', async () => {
    const found = await offers({ areaFrom: 60, areaTo: 110, budget: 5000 })
    const first = found.offers[0]!
    expect(first.marks.reduce((sum, { points }) => sum + Math.round(points * 10), 0)).toBe(Math.round(first.score * 10))
    expect(first.marks.every(({ sentence, name }) => sentence !== '' || name === 'whole')).toBe(true)
    expect(found.considered).toBe(8)
    expect(found.excluded.find(({ title }) => title === '面积上限')!.units).toBe(3)
    expect(Object.keys(found)).not.toContain('units')
  })

  it('put adjacent rooms together where one is too small', async () => {
    const wanted = { areaFrom: 190, areaTo: 210 }
    expect(names(await offers(wanted)).map((one) => one.split('+').toSorted().join('+'))).toEqual(['105+106'])
    const alone = await offers({ ...wanted, combine: false })
    expect(alone.offers).toEqual([])
    expect(alone.nearMisses.find(({ join }) => join !== null)!.sentence).toContain('合并可达 200')
  })

  it('leave out what is let for longer than the firm can wait, and tell from when it is free, not to whom', async () => {
    const wanted = { areaFrom: 60, areaTo: 70, combine: false, readyBy: '2025-01-31' }
    expect(names(await offers(wanted))).toEqual(['101'])
    await hold(at, { unit: at.stock.units['101']!, since: '2024-06-01', until: '2025-03-01' })
    const found = await offers(wanted)
    expect(found.offers).toEqual([])
    expect(found.nearMisses.find(({ unit }) => unit.name === '101')!.sentence).toContain('2025-03-01')
    expect(JSON.stringify(found)).not.toContain('甲公司')
    const told = await at.play(at.who.jin, today, movein.explainUnit, { wanted, units: [at.stock.units['101']!] })
    expect(told).toMatchObject({ verdict: 'not-met' })
    expect(told.findings.find(({ name }) => name === 'ready')!.sentence).toContain('2025-03-01')
  })

  it('leave out rooms somebody is in, unless his lease tells when he goes; without a day, all that are not free now', async () => {
    const room = at.stock.units['102']!
    const asked = (readyBy: string | null) => offers({ areaFrom: 80, areaTo: 81, combine: false, readyBy }).then(names)
    expect(await asked(null)).toEqual(['102'])
    await use(at, { unit: room, since: '2024-06-01' })
    expect([await asked(null), await asked('2026-12-31')]).toEqual([[], []])
    await hold(at, { unit: room, since: '2024-06-01', until: '2025-06-01' })
    expect([await asked(null), await asked('2025-05-31'), await asked('2025-06-01')]).toEqual([[], [], ['102']])
  })

  it('show an enterprise what is offered to everyone, and nothing else', async () => {
    const hidden = at.stock.units['103']!
    await at.run(machine(region), today, ({ db }) => db.update(units).set({ listed: false }).where(eq(units.id, hidden)))
    const wanted = { areaFrom: 115, areaTo: 125, combine: false }
    expect(names(await offers(wanted))).toEqual(['103'])
    expect(names(await offers(wanted, at.who.first))).toEqual([])
    expect(await refusal(at.play(at.who.first, today, movein.explainUnit, { wanted, units: [hidden] }))).toContain(
      '没有找到该房源',
    )
    const { id } = await at.play(at.who.first, today, movein.open, { contact: '小满', phone: '13800000001', wanted })
    expect(await refusal(at.play(at.who.first, today, movein.apply, { id, units: [hidden] }))).toBe(
      '单元“103”未对外推介，请从推荐的房源中选择',
    )
  })
})

describe('rules', () => {
  const weights = { ...defaultRules.weights, area: 5, price: 40 }
  it('of matching are tried on a matter before they are enacted, and add up to a hundred points', async () => {
    const wanted = { areaFrom: 90, areaTo: 130, budget: 5000 }
    const asked = { name: '重庆试算软件有限公司', contact: '李工', phone: '13800000000', wanted }
    const { id } = await at.play(at.who.jin, today, movein.open, asked)
    const tried = await at.play(at.who.office, today, movein.tryWeights, { id, weights: { weights } })
    expect(tried.length).toBeGreaterThan(0)
    expect(tried.some(({ score, was }) => was !== null && was.score !== score)).toBe(true)
    const enact = (since: string, of = weights) =>
      at.play(at.who.office, today, movein.enactWeights, { since, basis: '试行', weights: { weights: of } })
    expect(await refusal(enact('2024-07-01', { ...weights, area: 6 }))).toBe('各项分值合计应为 100 分')
    await enact('2024-07-01')
    expect(await refusal(enact('2024-07-01'))).toBe('最近一版自 2024-07-01 起生效，新规则的生效日期应晚于该日')
    const now = await at.play(at.who.office, today, movein.rules, {})
    expect(now.weights.weights.area).toBe(defaultRules.weights.area)
    expect((await at.play(at.who.office, '2024-07-01', movein.rules, {})).weights.weights.area).toBe(5)
  })

  it('of moving in hold for what begins after them; what was begun keeps its clock', async () => {
    const before = await bring(at, { units: [at.stock.units['102']!], to: 'viewing' })
    const enact = (more: Partial<Omit<typeof rule, 'owners'>> & { owners?: Record<string, string> }) =>
      at.play(at.who.office, today, movein.enactRule, { ...rule, ...more })
    expect(await refusal(enact({ since: '2024-07-01', owners: { registration: '无此局' } }))).toBe(
      '组织体系中没有“无此局”，请填写单位简称',
    )
    expect(await refusal(enact({ since: '2024-06-27' }))).toBe('新规则的生效日期不能早于今天')
    expect(await refusal(at.play(at.who.jin, today, movein.enactRule, rule))).toBe('您没有“修订入驻规则”的权限')
    await enact({ since: '2024-07-01', days: { ...rule.days, viewing: 2 } })
    const after = await bring(at, { units: [at.stock.units['102']!], to: 'viewing', day: '2024-07-01' })
    const daysOf = async (id: string) => (await at.play(at.who.jin, '2024-07-01', movein.one, { id })).steps.at(-1)!.days
    expect([await daysOf(before), await daysOf(after)]).toEqual([5, 2])
  })

  it('of lists: by state, zone, words, mine; as a sheet', async () => {
    const { rows, total } = await at.play(at.who.jin, today, movein.list, { state: 'viewing', words: '新芽', mine: true })
    expect(rows).toHaveLength(total)
    expect(rows[0]).toMatchObject({ status: 'viewing', holderName: '缙云公司', need: '50㎡以上', buildingName: '数字谷一号楼' })
    const counts = await at.play(at.who.jin, today, movein.summary, {})
    expect(counts.states.viewing).toBe(total)
    const { bytes } = await at.play(at.who.office, today, movein.exportList, {})
    expect(Buffer.from(bytes).subarray(0, 2).toString()).toBe('PK')
  })
})
