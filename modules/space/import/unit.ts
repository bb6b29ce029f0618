/** Units by spreadsheet, each row naming building, floor and unit: floors that are not there yet come with their first unit. */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { type Fault, type Importer, keyOf, keyParts, type Present, type Reading, type Values } from '#modules/intake/importer.ts'
import type { Ctx } from '#platform/context.ts'
import { metaOf } from '#platform/fields.ts'
import { conflict } from '#platform/problem.ts'
import { keepers } from '../ledger/place.ts'
import { buildings, floors, units } from '../tables.ts'
import { importedUnit, type UnitKey, unitColumns, unitKey } from './columns.ts'
import { again, changedOf, comingRows, outOfZone, zonesOf } from './rows.ts'

export const unitImporter: Importer = {
  ledger: 'unit',
  who: keepers,
  open: openReading,
  commit: async (ctx, { id, org }) => commitUnits(ctx, id, await openReading(ctx, org)),
}

const needed = ['use', 'area'] as const satisfies UnitKey[]
const beside = new Set<string>([...unitKey, 'floorArea'])
const compared = Object.keys(importedUnit.shape).filter((key) => !beside.has(key))

type Storey = { id: string | null; area: number | null; units: Map<string, number> }
type Building = { id: string; zone: string | null; town: string; above: number; below: number; storeys: Map<number, Storey> }

/** The whole stock, as far as judging needs it: names, floors, and how much of each floor is given to units. */
async function stockOf({ db }: Ctx): Promise<Map<string, Building>> {
  const stock = new Map<string, Building>()
  const byId = new Map<string, Building>()
  for (const { id, name, zone, town, floorsAbove, floorsBelow } of await db.select().from(buildings)) {
    const one: Building = { id, zone, town, above: floorsAbove, below: floorsBelow, storeys: new Map() }
    stock.set(name, one)
    byId.set(id, one)
  }
  const storeys = new Map<string, Storey>()
  for (const { id, building, number, area } of await db.select().from(floors)) {
    const storey: Storey = { id, area, units: new Map() }
    storeys.set(id, storey)
    byId.get(building)?.storeys.set(number, storey)
  }
  const living = db.select({ floor: units.floor, name: units.name, area: units.area }).from(units).where(isNull(units.until))
  for (const { floor, name, area } of await living) storeys.get(floor)?.units.set(name, area)
  return stock
}

async function openReading(ctx: Ctx, org: string): Promise<Reading> {
  const rules = { today: ctx.today, zones: await zonesOf(ctx, org), stock: await stockOf(ctx) }
  return {
    columns: unitColumns(),
    needed,
    choices: {},
    examples: {
      building: '数字谷一号楼（与楼宇台账中的名称一致）',
      floor: '3（地下一层写 -1）',
      name: '301',
      floorArea: '1200（该楼层尚未登记时必填）',
      since: '2024-06-30（不填时为导入当天）',
    },
    note: '带 * 的列新登记时必填。台账中已有的单元按楼宇、楼层和单元号更新，空白单元格不改动已有内容；楼宇须已登记，楼层尚未登记的另填楼层面积。',
    key: unitKey,
    name: 'name',
    present: presentOf,
    check: (values, present) => faultsOf(values, present, rules),
    before: (_, { row }) => row,
    changed: (values, { row }) => changedOf(values, row, compared),
    named: async () => [],
    alike: () => [],
    called: () => undefined,
  }
}

async function presentOf({ db }: Ctx, keys: string[]): Promise<Map<string, Present>> {
  if (!keys.length) return new Map()
  const named = keys.map(keyParts)
  const found = await db
    .select({ unit: units, building: buildings.name, floor: floors.number })
    .from(units)
    .innerJoin(buildings, eq(buildings.id, units.building))
    .innerJoin(floors, eq(floors.id, units.floor))
    .where(
      and(
        inArray(buildings.name, [...new Set(named.map(([building]) => building!))]),
        inArray(units.name, [...new Set(named.map(([, , name]) => name!))]),
        isNull(units.until),
      ),
    )
  return new Map(
    found.map(({ unit, building, floor }) => [
      keyOf({ key: unitKey }, { building, floor, name: unit.name })!,
      { id: unit.id, row: unit },
    ]),
  )
}

type Place = { building: string; floor: number; name: string }
/** Its key was read, each value of it in order. */
const placeOf = (values: Values): Place | null => (keyOf({ key: unitKey }, values) === undefined ? null : (values as Place))

type Rules = { today: string; zones: readonly string[] | null; stock: Map<string, Building> }
function faultsOf(values: Values, present: Present | undefined, { today, zones, stock }: Rules): Fault[] {
  const place = placeOf(values)
  if (!place) return []
  const building = stock.get(place.building)
  if (!building) return [{ key: 'building', problem: `没有找到名为“${place.building}”的楼宇，请先登记楼宇` }]
  if (zones && !zones.includes(building.zone ?? '')) return [{ key: 'building', problem: outOfZone }]
  if (place.floor > building.above || place.floor < -building.below) {
    const { above, below } = building
    return [{ key: 'floor', problem: `该楼地上 ${above} 层、地下 ${below} 层，没有 ${place.floor} 层` }]
  }
  const faults: Fault[] = []
  const refuse = (key: UnitKey, problem: string) => void faults.push({ key, problem })
  if (!present) for (const key of needed) if (isEmpty(values[key])) refuse(key, `新登记的单元请填写${titleOf(key)}`)
  const area = Number(values.area ?? present?.row.area ?? 0)
  const netArea = Number(values.netArea ?? present?.row.netArea ?? 0)
  if (!isEmpty(values.area) && area <= 0) refuse('area', '建筑面积应大于 0')
  if (netArea > area && area > 0) refuse('netArea', `使用面积 ${netArea} ㎡ 超过建筑面积 ${area} ㎡`)
  if (String(values.since ?? '') > today) refuse('since', '启用日期不能晚于今天')
  fitFloor(building, place, values, area, refuse)
  return faults
}

/** Units of the sheet are counted with those on the ledger; each once, however often its row is judged. */
function fitFloor(
  { storeys }: Building,
  { floor, name }: Place,
  { floorArea }: Values,
  area: number,
  refuse: (key: UnitKey, problem: string) => void,
): void {
  const storey = storeys.get(floor) ?? { id: null, area: null, units: new Map<string, number>() }
  storeys.set(floor, storey)
  if (!storey.id && storey.area === null && !isEmpty(floorArea)) storey.area = Number(floorArea)
  if (storey.area === null) {
    refuse('floorArea', `${floor} 层尚未登记，请填写楼层面积`)
    return
  }
  if (!isEmpty(floorArea) && Number(floorArea) !== storey.area) {
    const where = storey.id ? '台账' : '本表前面的行'
    refuse('floorArea', `与${where}中该层的 ${storey.area} ㎡ 不一致${storey.id ? '，请在楼宇台账中更正楼层面积' : ''}`)
    return
  }
  storey.units.set(name, area)
  const sum = [...storey.units.values()].reduce((sum, one) => sum + Math.round(one * 100), 0)
  if (sum > Math.round(storey.area * 100))
    refuse(
      'area',
      `${floor} 层各单元面积合计 ${sum / 100} ㎡，超过楼层面积 ${storey.area} ㎡（有单元调减的，请将其放在前面的行）`,
    )
}

const isEmpty = (value: unknown) => value === null || value === undefined
const titleOf = (key: UnitKey) => metaOf(importedUnit.shape[key]).title ?? key

async function commitUnits(ctx: Ctx, intake: string, reading: Reading): Promise<void> {
  const stock = await stockOf(ctx)
  for await (const rows of comingRows(ctx, intake)) {
    const present = await presentOf(
      ctx,
      rows.flatMap(({ values }) => keyOf(reading, values) ?? []),
    )
    const fresh: (typeof units.$inferInsert)[] = []
    for (const { row, values, present: was } of rows) {
      const now = present.get(keyOf(reading, values)!)
      if ((now?.id ?? null) !== was) throw conflict(`第 ${row} 行的单元在检查之后有变动，${again}`)
      const [fault] = reading.check(values, now)
      if (fault) throw conflict(`第 ${row} 行：${fault.problem}，${again}`)
      const given = Object.fromEntries(compared.filter((key) => !isEmpty(values[key])).map((key) => [key, values[key]]))
      if (was) {
        await ctx.db
          .update(units)
          .set({ ...given, confirmedOn: ctx.today })
          .where(eq(units.id, was))
        continue
      }
      const { building, floor, name } = placeOf(values)!
      const house = stock.get(building)!
      const place = { building: house.id, floor: await floorIn(ctx, house, floor, values), zone: house.zone, town: house.town }
      const born = { listed: false, origins: [], since: ctx.today, confirmedOn: ctx.today }
      fresh.push({ ...born, ...given, ...place, name } as unknown as typeof units.$inferInsert) // checked to be whole
    }
    if (fresh.length) await ctx.db.insert(units).values(fresh)
  }
}

async function floorIn(ctx: Ctx, { id, storeys }: Building, number: number, { floorArea }: Values): Promise<string> {
  const there = storeys.get(number)
  if (there?.id) return there.id
  const [row] = await ctx.db
    .insert(floors)
    .values({ building: id, number, area: Number(floorArea) })
    .returning()
  storeys.set(number, { id: row!.id, area: row!.area, units: new Map() })
  return row!.id
}
