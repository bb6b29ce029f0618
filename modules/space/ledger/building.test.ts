/** The ledger of buildings: who may write it, what it refuses in which words, what its sums say, and who sees what of it. */
import excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { boundaries } from '#modules/org/tables.ts'
import { machine } from '#platform/context.ts'
import { type Firms, openFirms } from '#test/firms.ts'
import { refusal, region } from '#test/it.ts'
import { building, hold, openBuilding, type Stock, unit, use } from '#test/space.ts'
import { units } from '../tables.ts'

const { space } = modules
const today = '2024-06-28'
let at: Firms
let stock: Stock
beforeAll(async () => {
  at = await openFirms()
  const { id } = await at.play(at.who.office, today, space.saveCarrier, {
    name: '缙云数字谷',
    zone: at.org('缙云园城'),
    town: at.org('天生街道'),
    operator: null,
    note: null,
  })
  stock = await openBuilding(at, {
    name: '数字谷一号楼',
    carrier: id,
    storeys: [
      { number: 1, units: { 101: 300, 102: 200.5, 103: 99.5 } },
      { number: 2, units: { 201: 600, 202: { area: 400, readyOn: '2024-09-01' } } },
    ],
  })
  await hold(at, { unit: stock.units['101']!, since: '2024-02-01', until: '2025-02-01' })
  await use(at, { unit: stock.units['101']!, since: '2024-02-10', area: 280 })
  await use(at, { unit: stock.units['102']!, since: '2024-03-01' })
})
afterAll(() => at.close())

const add = (name: string, rest = {}, by = at.who.jin) => at.play(by, today, space.addBuilding, building(at, name, rest))
const show = (id = stock.building, by = at.who.office) => at.play(by, today, space.showBuilding, { id })
const change = (values: object, by = at.who.jin) => at.play(by, today, space.changeBuilding, { id: stock.building, values })

describe('a building', () => {
  it('is shown with its floors from the top, its units as they stand, and its sums', async () => {
    const { floors, areas, names, keeps, staleFor } = await show()
    expect(floors.map(({ number }) => number)).toEqual([2, 1])
    expect(floors.flatMap(({ units }) => units.map(({ name, standing, occupant }) => [name, standing.is, occupant]))).toEqual([
      ['201', 'vacant', null],
      ['202', 'pending', null],
      ['101', 'let', '乙公司'],
      ['102', 'occupied', '乙公司'],
      ['103', 'vacant', null],
    ])
    expect(areas).toEqual({ units: 5, unitArea: 1600, letArea: 300, usedArea: 480.5, vacantArea: 699.5, pendingArea: 400 })
    expect(names).toEqual({ town: '天生街道', zone: '缙云园城', carrier: '缙云数字谷' })
    expect({ keeps, staleFor }).toEqual({ keeps: true, staleFor: 119 })
  })

  it('tells an official of another area neither who is in a unit nor lets him change it', async () => {
    const { floors, keeps } = await show(stock.building, at.who.cai)
    expect(floors.flatMap(({ units }) => units.map(({ occupant }) => occupant))).toEqual([null, null, null, null, null])
    expect(floors[1]!.units[0]!.standing.is).toBe('let')
    expect(keeps).toBe(false)
  })

  it.each<[string, object, string]>([
    ['a town that is none', { town: 'zone' }, '所在镇街应从镇街名录中选择'],
    ['a park that is none', { zone: 'town' }, '所在园城应从园城名录中选择'],
    ['an area another government runs', { town: 'outside' }, '水土街道由两江新区管理委员会管辖，不属于本区建档范围'],
    ['a day to come', { asOf: '2024-07-01' }, '数据截至日期不能晚于今天'],
    [
      'a name on the ledger',
      { name: '数字谷一号楼' },
      '台账中已有名为“数字谷一号楼”的楼宇，请核对是否为同一幢；不是的，请在名称中加以区分',
    ],
    ['a third decimal', { area: 10.005 }, '建筑面积最多保留两位小数'],
    ['an area below nought', { area: -1 }, '建筑面积不能为负数'],
  ])('is refused with %s', async (_, rest, sentence) => {
    const place = { zone: at.org('缙云园城'), town: at.org('天生街道'), outside: at.org('水土街道') }
    const given = Object.fromEntries(
      Object.entries(rest).map(([key, value]) => [key, place[value as keyof typeof place] ?? value]),
    )
    expect(await refusal(add('数字谷九号楼', given))).toBe(sentence)
  })

  it('is kept by the office and its own park, and by nobody else', async () => {
    const another = '园城只能维护本园城范围内的楼宇，其他范围的请由领导小组办公室办理'
    expect(await refusal(add('蔡家一号楼', { zone: at.org('蔡家园城'), town: at.org('蔡家岗街道') }))).toBe(another)
    expect(await refusal(add('无园城一号楼', { zone: null }))).toBe(another)
    const { id } = await add('蔡家一号楼', { zone: at.org('蔡家园城'), town: at.org('蔡家岗街道') }, at.who.office)
    const attempts = [
      at.play(at.who.jin, today, space.changeBuilding, { id, values: { owner: '他人' } }),
      at.play(at.who.jin, today, space.confirmBuilding, { id }),
      at.play(at.who.jin, today, space.addFloor, { building: id, number: 1, area: 10, height: null, load: null }),
      at.play(at.who.jin, today, space.pinBuilding, {
        id,
        longitude: 106.4,
        latitude: 29.8,
        datum: 'WGS-84',
        precision: 'exact',
      }),
      at.play(at.who.jin, today, space.appointKeeper, { id, name: '老秦', phone: '023-68000000' }),
      at.play(at.who.jin, today, space.changeBuilding, { id: stock.building, values: { zone: at.org('蔡家园城') } }),
    ].map(refusal)
    for (const attempt of attempts) expect(await attempt).toBe(another)
    for (const by of [at.who.tian, at.who.leader, at.who.science])
      expect(await refusal(change({ owner: '他人' }, by))).toBe('您没有“更新楼宇台账”的权限')
    expect(await refusal(show(stock.building, at.who.visitor))).toBe('请先登录')
    expect(await refusal(show(stock.building, at.who.first))).toBe('您没有“楼宇台账”的权限')
  })

  it('takes its units with it when the office puts it into another zone', async () => {
    const moving = await openBuilding(at, { name: '迁园楼', storeys: [{ number: 1, units: { 1: 10 } }] })
    const values = { zone: at.org('蔡家园城'), town: at.org('蔡家岗街道') }
    await at.play(at.who.office, today, space.changeBuilding, { id: moving.building, values })
    const { floors } = await show(moving.building)
    expect(floors[0]!.units[0]).toMatchObject(values)
  })

  it('has no fewer floors than are on the ledger', async () => {
    expect(await refusal(change({ floorsAbove: 1 }))).toBe('已登记 2 层，层数不能少于已登记的楼层')
  })

  it('is confirmed by its keeper, and stale once nobody has for longer than the rule allows', async () => {
    const stale = async (day: string) => (await at.play(at.who.office, day, space.showBuilding, { id: stock.building })).staleFor
    await at.play(at.who.jin, today, space.confirmBuilding, { id: stock.building })
    expect([await stale(today), await stale('2024-09-26'), await stale('2024-09-27')]).toEqual([null, null, 91])
    const { rows } = await at.play(at.who.office, '2024-09-27', space.listBuildings, { stale: true, words: '数字谷' })
    expect(rows.map(({ name, stale }) => [name, stale])).toEqual([['数字谷一号楼', true]])
    expect((await at.play(at.who.office, today, space.listBuildings, { stale: true, words: '数字谷' })).total).toBe(0)
  })

  it('has one named keeper, whose number is one', async () => {
    const appoint = (phone: string) =>
      at.play(at.who.jin, today, space.appointKeeper, { id: stock.building, name: '老秦', phone })
    expect(await refusal(appoint('三号楼'))).toBe('楼长电话应为电话号码，如 13800000000 或 023-68000000')
    await appoint('023-68000000')
    expect((await show()).building).toMatchObject({ keeperName: '老秦', keeperPhone: '023-68000000' })
  })
})

describe('a pin', () => {
  const pin = (given: object) =>
    at.play(at.who.jin, today, space.pinBuilding, {
      id: stock.building,
      longitude: 106.43,
      latitude: 29.82,
      datum: 'WGS-84',
      precision: 'exact',
      ...given,
    })

  it('is kept in WGS-84 with the datum it was given in and who gave it', async () => {
    await pin({ longitude: 106.43, latitude: 29.82, datum: 'GCJ-02' })
    const { longitude, latitude, ...rest } = (await show()).building
    expect(rest).toMatchObject({ datum: 'GCJ-02', precision: 'exact', pinnedBy: '老秦' })
    expect(Math.hypot((longitude! - 106.43) * 96_600, (latitude! - 29.82) * 110_900)).toBeGreaterThan(300)
    expect(Math.hypot((longitude! - 106.43) * 96_600, (latitude! - 29.82) * 110_900)).toBeLessThan(700)
  })

  it('is refused outside the country, the two numbers swapped, or far from the district', async () => {
    const range = '经度应在 73 至 136 之间，纬度应在 3 至 54 之间'
    expect(await refusal(pin({ longitude: 10 }))).toBe(range)
    expect(await refusal(pin({ longitude: 29.82, latitude: 106.43 }))).toBe(`${range}，经度和纬度似已填反`)
    const ring: [number, number][] = [
      [106.3, 29.6],
      [106.6, 29.6],
      [106.6, 30],
      [106.3, 29.6],
    ]
    await at.run(machine(region), '2024-01-01', ({ db }) =>
      db.insert(boundaries).values({ areaCode: '500109', rings: [ring], source: '示例', note: '示意', since: '2024-01-01' }),
    )
    expect(await refusal(pin({ longitude: 107.43 }))).toBe('该位置不在本区范围内，请核对经度、纬度和坐标系')
    await pin({})
  })

  it('puts the building on the map, and only then', async () => {
    const { pins, unpinned } = await at.play(at.who.leader, today, space.buildingPins, {})
    expect(pins).toMatchObject([
      { name: '数字谷一号楼', longitude: 106.43, latitude: 29.82, precision: 'exact', vacantArea: 699.5 },
    ])
    expect(unpinned).toBe(2)
  })
})

describe('floors and units', () => {
  const floor = () => stock.floors.get(1)!
  const addUnit = (name: string, area: number, rest = {}) =>
    at.play(at.who.jin, today, space.addUnit, unit(floor(), name, area, rest))
  const changeUnit = (name: string, values: object) =>
    at.play(at.who.jin, today, space.changeUnit, { id: stock.units[name]!, values })
  const addFloor = (number: number, area = 10) =>
    at.play(at.who.jin, today, space.addFloor, { building: stock.building, number, area, height: null, load: null })

  it('are refused where they cannot be', async () => {
    expect(await refusal(addFloor(11))).toBe('“数字谷一号楼”地上 10 层、地下 1 层，没有 11 层；楼宇层数有误的请先更正')
    expect(await refusal(addFloor(0))).toBe('没有 0 层')
    expect(await refusal(addFloor(2))).toBe('“数字谷一号楼”2 层已经登记')
    expect(await refusal(addUnit('101', 10))).toBe('该层已有单元“101”，请改用其他单元号')
    expect(await refusal(addUnit('104', 0))).toBe('单元“104”的建筑面积应大于 0')
    expect(await refusal(addUnit('104', 10, { netArea: 10.5 }))).toBe('单元“104”的使用面积 10.5 ㎡ 超过其建筑面积 10 ㎡')
    expect(await refusal(addUnit('104', 10, { since: '2024-07-01' }))).toBe('启用日期不能晚于今天')
  })

  it('never add up to more than what they are part of', async () => {
    expect(await refusal(addUnit('104', 400.01))).toBe('“数字谷一号楼”1 层各单元面积合计 1000.01 ㎡，超过楼层面积 1000.00 ㎡')
    expect(await refusal(changeUnit('103', { area: 500 }))).toBe(
      '“数字谷一号楼”1 层各单元面积合计 1000.50 ㎡，超过楼层面积 1000.00 ㎡',
    )
    expect(await refusal(addFloor(3, 8000.01))).toBe('“数字谷一号楼”各楼层面积合计 10000.01 ㎡，超过楼宇建筑面积 10000.00 ㎡')
    expect(await refusal(change({ area: 1999 }))).toBe('“数字谷一号楼”各楼层面积合计 2000.00 ㎡，超过楼宇建筑面积 1999.00 ㎡')
    expect(await refusal(changeUnit('101', { area: 299 }))).toMatch(
      /^单元“101”已由租约 租 .* 租出 300.00 ㎡ 至 2025-01-31，不能停用或减少面积$/,
    )
    const shrink = { id: floor(), values: { area: 599.99 } }
    expect(await refusal(at.play(at.who.jin, today, space.changeFloor, shrink))).toBe(
      '“数字谷一号楼”1 层各单元面积合计 600.00 ㎡，超过楼层面积 599.99 ㎡',
    )
  })

  it('go out of use when nobody holds or uses them, and not before', async () => {
    const end = (name: string, on: string) => at.play(at.who.jin, today, space.endUnit, { id: stock.units[name]!, on })
    expect(await refusal(end('101', today))).toBe('单元“101”已出租至 2025-01-31，不能自 2024-06-28 起停用')
    expect(await refusal(end('102', today))).toBe('单元“102”有单位在用，不能自 2024-06-28 起停用')
    expect(await refusal(end('103', '2024-07-01'))).toBe('停用日期不能晚于今天')
    expect(await refusal(end('103', '2024-01-01'))).toBe('单元“103”自 2024-01-01 启用，停用日期应晚于该日')
    const { id } = await addUnit('199', 10)
    await at.play(at.who.jin, today, space.endUnit, { id, on: today })
    expect((await show()).past.map(({ name, until }) => [name, until])).toEqual([['199', today]])
    expect(await refusal(at.play(at.who.jin, today, space.changeUnit, { id, values: { rent: 1 } }))).toBe(
      '单元“199”已于 2024-06-28 停用，不能更新',
    )
    expect(await refusal(at.play(at.who.jin, today, space.offerUnit, { id }))).toBe('单元“199”已于 2024-06-28 停用，不能对外推介')
  })

  it('are shown to visitors when nothing is lacking, and visitors see no others', async () => {
    const offer = (name: string) => at.play(at.who.jin, today, space.offerUnit, { id: stock.units[name]! })
    await changeUnit('103', { rent: null, readyOn: null })
    expect(await refusal(offer('103'))).toBe('单元“103”缺少参考租金、可交付日期，补齐后才能对外推介')
    expect(await refusal(offer('102'))).toBe(
      '单元“102”缺少腾退安排（单元在用，可交付日期应晚于租约或使用到期日），补齐后才能对外推介',
    )
    await changeUnit('103', { rent: 35, readyOn: '2024-07-01' })
    await offer('103')
    const seen = (by = at.who.visitor) =>
      at.run(by, today, async ({ db }) => (await db.select().from(units)).map(({ name }) => name))
    expect(await seen()).toEqual(['103'])
    expect(await refusal(changeUnit('103', { rent: null }))).toBe('单元“103”缺少参考租金，补齐后才能对外推介')
    await at.play(at.who.jin, today, space.withholdUnit, { id: stock.units['103']! })
    expect(await seen()).toEqual([])
    expect((await seen(at.who.first)).length).toBeGreaterThan(4)
  })
})

describe('the lists', () => {
  it('sum all that match, whatever the page', async () => {
    const { rows, total, together } = await at.play(at.who.leader, today, space.listBuildings, { size: 1 })
    expect([rows.length, total, together.area]).toEqual([1, 3, 30_000])
    expect(together).toMatchObject({ letArea: 300, usedArea: 480.5 })
    const own = { zone: at.org('缙云园城'), words: '缙云数字谷', ownership: 'state' as const }
    expect((await at.play(at.who.leader, today, space.listBuildings, own)).rows.map(({ name }) => name)).toEqual(['数字谷一号楼'])
    expect((await at.play(at.who.leader, today, space.listBuildings, { words: '100%' })).total).toBe(0)
    expect(await at.play(at.who.leader, today, space.buildingSummary, {})).toMatchObject({ buildings: 3, unpinned: 2, unkept: 2 })
  })

  it('find units by area, rent, day and standing', async () => {
    const found = async (of: object) =>
      (await at.play(at.who.science, today, space.listUnits, { building: stock.building, ...of })).rows.map(({ name }) => name)
    expect(await found({})).toEqual(['101', '102', '103', '201', '202'])
    expect(await found({ areaFrom: 200.5, areaTo: 400 })).toEqual(['101', '102', '202'])
    expect(await found({ rentTo: 35 })).toEqual(['103'])
    expect(await found({ readyBy: '2024-06-30' })).toEqual(['101', '102', '201'])
    expect(await found({ standing: 'vacant' })).toEqual(['201'])
    expect(await found({ standing: 'pending' })).toEqual(['103', '202'])
    expect(await found({ order: { by: 'area', down: true } })).toEqual(['201', '202', '101', '102', '103'])
    const sums = await at.play(at.who.science, today, space.listUnits, { building: stock.building, size: 1 })
    expect(sums).toMatchObject({ total: 5, area: 1600, vacantArea: 600 })
  })

  it('do not tell the keeper’s number when handed on', async () => {
    const { bytes } = await at.play(at.who.leader, today, space.exportBuildings, {})
    const rows = await sheetRows(Buffer.from(bytes))
    expect(rows.flat()).toContain('数字谷一号楼')
    expect(rows.flat().filter((cell) => String(cell).includes('68000000'))).toEqual([])
  })
})

async function sheetRows(bytes: Buffer) {
  const book = new excel.Workbook()
  await book.xlsx.load(bytes as never) // its types are of an older Buffer
  const rows: unknown[][] = []
  book.worksheets[0]!.eachRow((row) => void rows.push(row.values as unknown[]))
  return rows
}
