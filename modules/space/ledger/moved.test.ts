/** A building that goes over to another park takes along all that stands with it; what was before stays counted where it was. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Definition } from '#engines/indicator/definition.ts'
import { modules } from '#modules/index.ts'
import { partsOf } from '#modules/indicator/figures.ts'
import { machine } from '#platform/context.ts'
import { refusal, region } from '#test/it.ts'
import { onFile, signed } from '#test/lease.ts'
import { bring, type Letting, openLetting, paper } from '#test/movein.ts'
import { openBuilding } from '#test/space.ts'
import { makerspaces } from '../tables.ts'

const { enterprise, lease, movein, space } = modules
const [before, today, after] = ['2024-06-20', '2024-06-28', '2024-07-10']
let at: Letting
let let_: string
let matter: string
let effort: string
let firms: { inIt: string; left: string; elsewhere: string }
beforeAll(async () => {
  at = await openLetting()
  const { units, building } = at.stock
  let_ = (await signed(at, [units['101']!], { today: before })).id
  const stay = { unit: units['101']!, enterprise: null, occupant: '甲公司', area: 60, since: '2024-05-01', file: paper }
  await at.play(at.who.jin, before, space.recordOccupancy, stay)
  await at.play(at.who.jin, before, space.recordOccupancy, {
    ...stay,
    unit: units['102']!,
    occupant: '乙公司',
    since: '2024-04-01',
  })
  await at.play(at.who.jin, before, space.endOccupancy, { unit: units['102']!, on: '2024-06-01', note: null })
  await at.play(at.who.jin, today, space.recordOccupancy, { ...stay, unit: units['103']!, occupant: '丙公司', since: today })
  effort = (
    await at.play(at.who.jin, before, space.openAcquisition, { building, name: '整栋收储', area: 500, since: '2024-05-01' })
  ).id
  await at.run(machine(region), before, ({ db }) =>
    db.insert(makerspaces).values({
      ...{
        name: '缙云众创',
        kind: 'makerspace',
        building,
        zone: at.org('缙云园城'),
        town: at.org('天生街道'),
        operator: '缙云公司',
      },
      ...{ area: 80, since: '2024-05-01', recordedBy: '老秦', knownFrom: before },
    }),
  )
  matter = await bring(at, { units: [units['105']!], to: 'reviewing', day: today })
  const settled = async (n: number, rest: Parameters<typeof onFile>[2] = {}) => (await onFile(at, n, rest)).id
  const inIt = await settled(1, { building: '数字谷一号楼' })
  const assign = { id: inIt, person: at.person('老秦') }
  await at.play(at.who.office, before, enterprise.assignKeeper, assign)
  firms = {
    inIt,
    left: await settled(2, { building: '数字谷一号楼' }),
    elsewhere: await settled(3, { building: '数字谷一号楼', zone: null }),
  }
  await settled(4, { building: '智慧大厦' })
  const gone = { id: firms.left, how: 'left', on: '2024-06-10', destination: '渝中区', reason: '迁出' } as const
  await at.play(at.who.office, before, enterprise.leave, gone)
  const values = { zone: at.org('蔡家园城'), town: at.org('蔡家岗街道') }
  await at.play(at.who.office, today, space.changeBuilding, { id: building, values })
})
afterAll(() => at.close())

const firmsInDistrict: Definition = {
  ...{ code: 'firms', name: '在区企业', version: 1, since: '2022-01-01', meaning: '在区企业家数', unit: '家', direction: 'up' },
  ...{ period: 'as-of', form: 'amount', of: { ledger: 'enterprise', take: null, where: [] }, over: null, baseline: null },
  ...{ dimensions: ['zone'], decimals: 0, keeper: '经信委', target: null },
}

/** As an indicator counts a ledger on a day: what holds then, as far as is known today, by zone. */
async function byZone(history: 'occupancy' | 'acquisition_stage' | 'makerspace', day: string) {
  const { rows } = await at.owner.query(
    `select o.short_name as zone, sum(h.area)::float8 as area from ${history} h join org o on o.id = h.zone
     where h.known_until is null and h.since <= $1 and (h.until is null or h.until > $1) and h.region = $2 group by 1`,
    [day, region],
  )
  return Object.fromEntries(rows.map(({ zone, area }) => [zone, area]))
}

describe('a building moved to another park', () => {
  it('counts for the old zone until the day and for the new one from then on, with the same sum', async () => {
    expect([await byZone('occupancy', '2024-05-15'), await byZone('occupancy', '2024-06-27')]).toEqual([
      { 缙云园城: 120 },
      { 缙云园城: 60 },
    ])
    expect([await byZone('occupancy', today), await byZone('occupancy', after)]).toEqual([{ 蔡家园城: 120 }, { 蔡家园城: 120 }])
    for (const [history, area] of [
      ['acquisition_stage', 500],
      ['makerspace', 80],
    ] as const)
      expect([await byZone(history, '2024-06-27'), await byZone(history, today)]).toEqual([
        { 缙云园城: area },
        { 蔡家园城: area },
      ])
  })

  it('still tells of an earlier day what was known on it', async () => {
    const known = await at.owner.query(
      `select count(distinct o.short_name)::int as zones, sum(h.area)::float8 as area from occupancy h join org o on o.id = h.zone
       where h.known_from <= $1 and (h.known_until is null or h.known_until > $1) and h.since <= $1 and (h.until is null or h.until > $1)`,
      ['2024-06-25'],
    )
    expect(known.rows).toEqual([{ zones: 1, area: 60 }])
  })

  it('takes leases, efforts and rooms along; the former park sees and changes nothing of them, the new one does', async () => {
    const [was, is] = [at.who.jin, { ...at.who.jin, org: at.org('蔡家园城') }]
    const numbers = async (by: typeof was) => (await at.play(by, after, lease.list, {})).rows.map(({ id }) => id)
    expect([await numbers(was), await numbers(is)]).toEqual([[], [let_]])
    expect(await refusal(at.play(was, after, lease.show, { id: let_ }))).toContain('没有找到该租约')
    const ending = { id: let_, on: '2024-08-01', kind: 'early' as const, reason: '退租' }
    expect(await refusal(at.play(was, after, lease.end, ending))).toContain('没有找到该租约')
    expect(await refusal(at.play(was, after, space.acquisitionShown, { id: effort }))).toContain('没有找到该收储项目')
    expect((await at.play(is, after, space.acquisitionShown, { id: effort })).effort).toMatchObject({ zone: at.org('蔡家园城') })
    const out = { unit: at.stock.units['103']!, on: after, note: null }
    expect(await refusal(at.play(was, after, space.endOccupancy, out))).toBe(
      '园城只能维护本园城范围内的楼宇，其他范围的请由领导小组办公室办理',
    )
    await at.play(is, after, space.endOccupancy, out)
    await at.play(is, after, lease.end, ending)
  })

  it('takes the enterprises in it along from the day on; those that left or stood elsewhere stay as they are', async () => {
    const placed = async (id: string, on: string) => {
      const { file, names, events } = await at.play(at.who.office, on, enterprise.show, { id })
      return {
        zone: names.zone,
        town: names.town,
        keeper: file.keeperName,
        moves: events.filter(({ title }) => title === '区内迁移'),
      }
    }
    expect(await placed(firms.inIt, after)).toMatchObject({
      zone: '蔡家园城',
      town: '蔡家岗街道',
      keeper: null,
      moves: [{ day: today, note: '所在楼宇“数字谷一号楼”划转' }],
    })
    expect(await placed(firms.left, after)).toMatchObject({ zone: '缙云园城', moves: [] })
    expect(await placed(firms.elsewhere, after)).toMatchObject({ zone: null, town: '天生街道', moves: [] })
    const seen = async (org: string) =>
      (await at.play({ ...at.who.jin, org: at.org(org) }, after, enterprise.list, {})).rows.map(({ id }) => id)
    expect([(await seen('缙云园城')).includes(firms.inIt), await seen('蔡家园城')]).toEqual([false, [firms.inIt]])
  })

  it('has the indicator of enterprises count them in the new zone from the day on, and before it in the old one', async () => {
    const counted = async (day: string, known = day) => {
      const view = { day, known, closedMonth: null }
      const parts = await at.run(at.who.office, known, (ctx) => partsOf(ctx, firmsInDistrict, view, { by: 'zone' }))
      return Object.fromEntries([...parts].map(([zone, { figure }]) => [zone, figure.of.amount]))
    }
    const [jin, cai] = [at.org('缙云园城'), at.org('蔡家园城')]
    const was = { [jin]: 2, '': 1 }
    expect([await counted('2024-06-27'), await counted('2024-06-27', after)]).toEqual([was, was])
    const is = { [jin]: 1, [cai]: 1, '': 1 }
    expect([await counted(today), await counted(after)]).toEqual([is, is])
  })

  it('hands matters under way over to the park that takes it', async () => {
    const [was, is] = [at.who.jin, { ...at.who.jin, org: at.org('蔡家园城') }]
    expect(await refusal(at.play(was, after, movein.one, { id: matter }))).toContain('没有找到该')
    const found = await at.play(is, after, movein.one, { id: matter })
    expect(found.steps.at(-1)).toMatchObject({ endedOn: null, holder: at.org('蔡家园城') })
    await at.play(is, after, movein.approve, { id: matter })
  })

  it('is journaled row by row under the name of whoever moved it', async () => {
    const { rows } = await at.owner.query(
      `select distinct entity from journal where actor_name = $1 and after->>'zone' = $2 order by 1`,
      [at.who.office.name, at.org('蔡家园城')],
    )
    expect(rows.map(({ entity }) => entity)).toEqual([
      'acquisition',
      'building',
      'enterprise',
      'lease',
      'makerspace',
      'move_in',
      'occupancy',
      'unit',
    ])
  })
})

it('no signed lease goes to a place that is not its building’s', async () => {
  const cai = await openBuilding(at, { name: '迁园楼', storeys: [{ number: 1, units: { 1: 10 } }] })
  const { id } = await signed(at, [cai.units['1']!])
  const { leases } = await import('#modules/lease/tables.ts')
  const said = await refusal(at.run(at.who.jin, today, ({ db }) => db.update(leases).set({ town: at.org('蔡家岗街道') })))
  expect(said).toBe('所在园城、镇街应与楼宇台账一致，请刷新后再试')
  expect((await at.play(at.who.jin, today, lease.show, { id })).lease.town).toBe(at.org('天生街道'))
})
