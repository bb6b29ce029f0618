/** The buildings of the ledger as a list and as pins on a map: looked through, summed, handed on as a sheet (plan task 8). */
import { and, asc, count, eq, isNotNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { keepers, requireKeeping, requirePlace } from '#modules/space/ledger/place.ts'
import { isStale, ruleOn, staleBefore } from '#modules/space/ledger/rule.ts'
import {
  type BuildingFilter,
  type BuildingLine,
  buildingFilter,
  buildingLines,
  buildingOrder,
  buildingsMatching,
} from '#modules/space/ledger/search.ts'
import { areasTogether } from '#modules/space/ledger/standing.ts'
import { areas } from '#modules/space/ledger/whole.ts'
import { building, carrier, certificates, ownerships, precisions, structures } from '#modules/space/model.ts'
import { buildings, carriers } from '#modules/space/tables.ts'
import { command, query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { download } from '#platform/fields.ts'
import { conflict, missing } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import { type Column, columnsOf, sheetBuffer } from '#platform/sheet.ts'

const precisionKeys = Object.keys(precisions) as (keyof typeof precisions)[]
const line = z.object({
  id: z.uuid(),
  name: z.string(),
  carrier: z.string().nullable(),
  zone: z.string().nullable(),
  town: z.string(),
  address: z.string(),
  ownership: building.shape.ownership,
  owner: z.string(),
  area: z.number(),
  floorsAbove: z.number(),
  floorsBelow: z.number(),
  operator: z.string().nullable(),
  keeperName: z.string().nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  precision: z.enum(precisionKeys).nullable(),
  confirmedOn: z.string().nullable(),
  stale: z.boolean(),
  ...areas.shape,
})
const page = { page: z.int().min(1).max(100_000).default(1), size: z.int().min(1).max(200).default(50) }
const ordered = { order: buildingOrder.default({ by: 'name', down: false }) }

const conditionOf = async (ctx: Ctx, of: BuildingFilter) => buildingsMatching(ctx, of, await ruleOn(ctx, ctx.today))

export const listBuildings = query(
  {
    label: '楼宇台账名录',
    who: officials,
    input: buildingFilter.extend({ ...page, ...ordered }),
    output: z.object({
      rows: z.array(line),
      total: z.number(),
      /** Of all that match, whatever the page. */
      together: areas.extend({ area: z.number() }),
    }),
  },
  async (ctx, { page, size, order, ...of }) => {
    const where = await conditionOf(ctx, of)
    const found = await overAll(ctx, (ctx) =>
      buildingLines(ctx, where, order)
        .limit(size)
        .offset((page - 1) * size),
    )
    const [all] = await ctx.db
      .select({ total: count(), area: sql<number>`coalesce(sum(${buildings.area}), 0)`.mapWith(Number) })
      .from(buildings)
      .where(where)
    const sums = await areasTogether(ctx, sql`select ${buildings.id} from ${buildings} where ${where ?? sql`true`}`)
    return { rows: await withFreshness(ctx, found), total: all!.total, together: { ...sums, area: all!.area } }
  },
)

async function withFreshness(ctx: Ctx, rows: BuildingLine[]) {
  const edge = staleBefore(ctx, await ruleOn(ctx, ctx.today))
  return rows.map(({ asOf, ...row }) => ({ ...row, stale: (row.confirmedOn ?? asOf) < edge }))
}

/** Enough for every building of a district; what matches beyond is found by narrowing. */
const mostPins = 2000

export const buildingPins = query(
  {
    label: '楼宇分布',
    who: officials,
    input: buildingFilter,
    output: z.object({
      pins: z.array(
        line.pick({ id: true, name: true, area: true, units: true, vacantArea: true }).extend({
          longitude: z.number(),
          latitude: z.number(),
          precision: z.enum(precisionKeys),
        }),
      ),
      /** Matching, but not on the map yet. */
      unpinned: z.number(),
    }),
  },
  async (ctx, of) => {
    const where = await conditionOf(ctx, of)
    const pinned = and(where, isNotNull(buildings.longitude), isNotNull(buildings.latitude))
    const found = await overAll(ctx, (ctx) => buildingLines(ctx, pinned, { by: 'name', down: false }).limit(mostPins))
    const pins = found.map((row) => ({
      ...row,
      longitude: row.longitude!,
      latitude: row.latitude!,
      precision: row.precision ?? 'approx',
    }))
    return { pins, unpinned: (await ctx.db.$count(buildings, where)) - (await ctx.db.$count(buildings, pinned)) }
  },
)

/** What wants doing on the ledger, of the whole district. */
export const buildingSummary = query(
  {
    label: '楼宇台账概况',
    who: officials,
    input: z.object({}),
    output: areas.extend({
      buildings: z.number(),
      area: z.number(),
      stale: z.number(),
      unpinned: z.number(),
      unkept: z.number(),
      staleDays: z.number(),
    }),
  },
  async (ctx) => {
    const rule = await ruleOn(ctx, ctx.today)
    const counted = (condition: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${condition})`.mapWith(Number)
    const [counts] = await ctx.db
      .select({
        buildings: count(),
        area: sql<number>`coalesce(sum(${buildings.area}), 0)`.mapWith(Number),
        stale: counted(isStale(ctx, rule)),
        unpinned: counted(sql`${buildings.longitude} is null`),
        unkept: counted(sql`${buildings.keeperName} is null`),
      })
      .from(buildings)
    const sums = await areasTogether(ctx, sql`select ${buildings.id} from ${buildings}`)
    return { ...sums, ...counts!, staleDays: rule.staleDays }
  },
)

export const exportBuildings = query(
  { label: '导出楼宇台账', who: officials, input: buildingFilter.extend(ordered), output: download('楼宇台账') },
  async (ctx, { order, ...of }) => {
    const where = await conditionOf(ctx, of)
    const rows = await exported(ctx, where, order)
    const note = `截至 ${ctx.today}，共 ${rows.length} 幢；不含楼长电话`
    const bytes = await sheetBuffer({ title: '楼宇台账', note, columns, rows })
    return { name: `楼宇台账（截至${ctx.today}）.xlsx`, type: workbook, bytes }
  },
)
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function exported(ctx: Ctx, where: Awaited<ReturnType<typeof conditionOf>>, order: z.output<typeof buildingOrder>) {
  const lines = await overAll(ctx, (ctx) => buildingLines(ctx, where, order))
  const whole = new Map((await ctx.db.select().from(buildings).where(where)).map((row) => [row.id, row]))
  return lines.map((row) => ({ ...whole.get(row.id)!, ...row }))
}

type Told = Awaited<ReturnType<typeof exported>>[number]
const column = (heading: string, width: number, value: Column<Told>['value']): Column<Told> => ({ heading, width, value })
const own = <K extends keyof Told & keyof typeof building.shape>(...keys: K[]) =>
  columnsOf(building, keys) as unknown as Column<Told>[]
const worded = (words: Record<string, string>, key: string | null) => (key === null ? null : (words[key] ?? null))

const columns: Column<Told>[] = [
  ...own('name'),
  column('所属载体', 20, ({ carrier }) => carrier),
  column('所在园城', 16, ({ zone }) => zone),
  column('所在镇街', 14, ({ town }) => town),
  ...own('address'),
  column('产权性质', 10, ({ ownership }) => ownerships[ownership]),
  ...own('owner'),
  column('不动产权证', 10, ({ certificate }) => certificates[certificate]),
  ...own('certificateNumber', 'plannedUse'),
  column('结构', 10, ({ structure }) => worded(structures, structure)),
  ...own('builtIn', 'floorsAbove', 'floorsBelow', 'area'),
  column('单元面积（㎡）', 14, ({ unitArea }) => unitArea),
  column('出租面积（㎡）', 14, ({ letArea }) => letArea),
  column('使用面积（㎡）', 14, ({ usedArea }) => usedArea),
  column('空置面积（㎡）', 14, ({ vacantArea }) => vacantArea),
  column('待交付面积（㎡）', 14, ({ pendingArea }) => pendingArea),
  ...own('lifts', 'goodsLifts', 'parking', 'power', 'network', 'transport', 'operator', 'team', 'directions'),
  column('楼长', 12, ({ keeperName }) => keeperName),
  ...own('longitude', 'latitude'),
  column('位置精度', 10, ({ precision }) => worded(precisions, precision)),
  ...own('source', 'asOf', 'confirmedOn'),
]

const carrierRow = carrier.extend({ id: z.uuid() })
export const listCarriers = query(
  { label: '载体名录', who: officials, input: z.object({}), output: z.array(carrierRow) },
  async ({ db }) => db.select().from(carriers).orderBy(asc(carriers.name)),
)

export const saveCarrier = command(
  { label: '登记载体', who: keepers, input: carrier.extend({ id: z.uuid().optional() }), output: carrierRow },
  async (ctx, { id, ...values }) => {
    await requirePlace(ctx, values)
    const [same] = await ctx.db.select({ id: carriers.id }).from(carriers).where(eq(carriers.name, values.name))
    if (same && same.id !== id) throw conflict(`已有名为“${values.name}”的载体`)
    if (!id) return (await ctx.db.insert(carriers).values(values).returning())[0]!
    const [before] = await ctx.db.select({ zone: carriers.zone }).from(carriers).where(eq(carriers.id, id))
    if (!before) throw missing('载体')
    await requireKeeping(ctx, before.zone)
    return (await ctx.db.update(carriers).set(values).where(eq(carriers.id, id)).returning())[0]!
  },
)
