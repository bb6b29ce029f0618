/** Buildings by spreadsheet: new ones are put on the ledger, those on it kept up, as a keeper would one by one. */
import { eq, inArray } from 'drizzle-orm'
import { moveAlong } from '#modules/enterprise/file/site-moved.ts'
import type { Fault, Importer, Present, Reading, Values } from '#modules/intake/importer.ts'
import type { Ctx } from '#platform/context.ts'
import { metaOf } from '#platform/fields.ts'
import { conflict, Problem } from '#platform/problem.ts'
import { pinned } from '../ledger/pin.ts'
import { keeperPhone, keepers } from '../ledger/place.ts'
import { facilities } from '../model.ts'
import { buildings } from '../tables.ts'
import { type BuildingKey, buildingColumns, facilityKeys, facilityWords, importedBuilding, strangeFacility } from './columns.ts'
import { again, changedOf, comingRows, outOfZone, zonesOf } from './rows.ts'

export const buildingImporter: Importer = {
  ledger: 'building',
  who: keepers,
  open: openReading,
  commit: async (ctx, { id, org }) => commitBuildings(ctx, id, await openReading(ctx, org)),
}

const needed = ['town', 'address', 'ownership', 'owner', 'certificate', 'floorsAbove', 'area'] as const satisfies BuildingKey[]
const pinKeys = ['longitude', 'latitude', 'datum'] as const satisfies BuildingKey[]
/** How the others are meant. */
const beside = new Set<string>(['name', 'source', 'asOf'])
const compared = Object.keys(importedBuilding.shape).filter((key) => !beside.has(key))

async function openReading(ctx: Ctx, org: string): Promise<Reading> {
  const { columns, choices, names } = await buildingColumns(ctx)
  const zones = await zonesOf(ctx, org)
  return {
    columns,
    needed,
    choices,
    examples: {
      name: '数字谷一号楼',
      facilities: '食堂、会议室',
      directions: '软件信息、数字文创',
      datum: 'GCJ-02（高德、腾讯地图）；BD-09（百度地图）；未注明的按 WGS-84',
      source: '表格导入（不填时）',
      asOf: '2024-06-30（不填时为导入当天）',
    },
    note: '带 * 的列新登记时必填。台账中已有的楼宇按名称更新，空白单元格不改动已有内容；楼层和单元另用“楼宇单元”表格导入。',
    key: ['name'],
    name: 'name',
    present: presentOf,
    check: (values, present) => faultsOf(values, present, { today: ctx.today, zones }),
    before: (_, { row }) => row,
    changed: (values, { row }) => changedOf(values, row, compared),
    named: async () => [],
    alike: () => [],
    called: (id) => names.get(id),
  }
}

/** Rows as the sheet writes them: facilities by their words, a pin in the datum it is kept in. */
async function presentOf({ db }: Ctx, names: string[]): Promise<Map<string, Present>> {
  if (!names.length) return new Map()
  const found = await db.select().from(buildings).where(inArray(buildings.name, names))
  return new Map(
    found.map((row) => [
      row.name,
      { id: row.id, row: { ...row, facilities: facilityWords(row.facilities), datum: row.datum && 'WGS-84' } },
    ]),
  )
}

type Rules = { today: string; zones: readonly string[] | null }
function faultsOf(values: Values, present: Present | undefined, { today, zones }: Rules): Fault[] {
  const faults: Fault[] = []
  const refuse = (key: BuildingKey, problem: string) => void faults.push({ key, problem })
  const next: Values = { ...present?.row, ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) }
  if (!present) for (const key of needed) if (next[key] === undefined) refuse(key, `新登记的楼宇请填写${titleOf(key)}`)
  if (String(values.asOf ?? '') > today) refuse('asOf', '数据截至不能晚于今天')
  if (zones && !(zones as unknown[]).includes(present ? present.row.zone : next.zone))
    refuse(present ? 'name' : 'zone', outOfZone)
  else if (zones && !(zones as unknown[]).includes(next.zone)) refuse('zone', outOfZone)
  const number = values.keeperPhone
  if (number) {
    const { error } = keeperPhone.safeParse(number)
    if (error) refuse('keeperPhone', error.issues[0]!.message)
  }
  const strange = strangeFacility((values.facilities ?? []) as string[])
  if (strange) refuse('facilities', `“${strange}”不在可选设施之中，只能填写${Object.values(facilities).join('、')}`)
  const given = pinKeys.slice(0, 2).filter((key) => values[key] !== null && values[key] !== undefined)
  if (given.length === 1) refuse(given[0] === 'longitude' ? 'latitude' : 'longitude', '经度和纬度应同时填写')
  if (given.length === 2) {
    const problem = pinProblem(values)
    if (problem) refuse('longitude', problem)
  }
  return faults
}

const pinOf = (values: Values) =>
  pinned({
    longitude: Number(values.longitude),
    latitude: Number(values.latitude),
    datum: (values.datum ?? 'WGS-84') as 'WGS-84', // the column offers the datums only
    precision: (values.precision ?? 'approx') as 'approx',
  })

function pinProblem(values: Values): string | null {
  try {
    pinOf(values)
    return null
  } catch (error) {
    if (error instanceof Problem) return error.message
    throw error
  }
}

const titleOf = (key: BuildingKey) => metaOf(importedBuilding.shape[key]).title ?? key

async function commitBuildings(ctx: Ctx, intake: string, reading: Reading): Promise<void> {
  for await (const rows of comingRows(ctx, intake)) {
    const present = await presentOf(
      ctx,
      rows.map(({ values }) => String(values.name)),
    )
    for (const { row, values, present: was } of rows) {
      const now = present.get(String(values.name))
      if ((now?.id ?? null) !== was) throw conflict(`第 ${row} 行的楼宇在检查之后有变动，${again}`)
      const [fault] = reading.check(values, now)
      if (fault) throw conflict(`第 ${row} 行：${fault.problem}，${again}`)
      await write(ctx, values, now)
    }
  }
}

async function write(ctx: Ctx, values: Values, present: Present | undefined): Promise<void> {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Values
  if (given.facilities) given.facilities = facilityKeys(given.facilities as string[])
  const moved = changedOf(values, present?.row ?? {}, ['longitude', 'latitude']).length > 0
  for (const key of pinKeys) delete given[key]
  if (moved) Object.assign(given, pinOf(values), { pinnedBy: ctx.actor.name })
  if (present) {
    const was = present.row as typeof buildings.$inferSelect // as it was read
    await ctx.db.update(buildings).set(given).where(eq(buildings.id, present.id))
    await moveAlong(ctx, was, { ...was, ...given })
    return
  }
  const fresh = { floorsBelow: 0, facilities: [], directions: [], source: '表格导入', asOf: ctx.today }
  await ctx.db.insert(buildings).values({ ...fresh, ...given } as unknown as typeof buildings.$inferInsert) // checked to be whole
}
