/** Looking through the ledger: the filters of its lists, each as one condition shared by list, sums, map and export. */
import { and, asc, desc, eq, gte, ilike, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { orgs } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { area, day, oneOf, price, ref } from '#platform/fields.ts'
import { containing } from '#platform/search.ts'
import { ownerships, standings, uses } from '../model.ts'
import { buildings, carriers, floors, units } from '../tables.ts'
import { isStale, type SpaceRule } from './rule.ts'
import { letting, standingWord, sums, thereOn, used } from './standing.ts'

const words = z.string().trim().max(60, '查找内容不超过 60 个字')
export const buildingFilter = z.object({
  /** In the name, the address, or the name of its carrier. */
  words: words.optional(),
  zone: ref('所在园城', 'org').optional(),
  town: ref('所在镇街', 'org').optional(),
  carrier: ref('所属载体', 'carrier').optional(),
  ownership: oneOf('产权性质', ownerships).optional(),
  stale: z.boolean().optional(),
  unpinned: z.boolean().optional(),
  unkept: z.boolean().optional(),
})
export type BuildingFilter = z.output<typeof buildingFilter>
const buildingOrders = ['name', 'area', 'vacantArea', 'confirmedOn'] as const
export const buildingOrder = z.object({ by: z.enum(buildingOrders).default('name'), down: z.boolean().default(false) })

export const unitFilter = z.object({
  /** In the number of the unit or the name of its building. */
  words: words.optional(),
  zone: ref('所在园城', 'org').optional(),
  town: ref('所在镇街', 'org').optional(),
  building: ref('楼宇', 'building').optional(),
  use: oneOf('用途', uses).optional(),
  areaFrom: area('最小面积').optional(),
  areaTo: area('最大面积').optional(),
  rentTo: price('最高租金').optional(),
  readyBy: day('可交付不晚于').optional(),
  standing: oneOf('使用状态', standings).optional(),
  listed: z.boolean().optional(),
})
export type UnitFilter = z.output<typeof unitFilter>
const unitOrders = ['building', 'area', 'rent', 'readyOn'] as const
export const unitOrder = z.object({ by: z.enum(unitOrders).default('building'), down: z.boolean().default(false) })

const towns = pg.alias(orgs, 'town_org')
const zones = pg.alias(orgs, 'zone_org')
/** Named apart from the table, as the towns and zones are. */
const itsCarrier = pg.alias(carriers, 'its_carrier')
const has = (column: pg.AnyPgColumn, words: string) => ilike(column, containing(words))

export const buildingsMatching = (ctx: Ctx, of: BuildingFilter, rule: SpaceRule): SQL | undefined =>
  and(
    of.words ? or(has(buildings.name, of.words), has(buildings.address, of.words), inCarrier(of.words)) : undefined,
    of.zone ? eq(buildings.zone, of.zone) : undefined,
    of.town ? eq(buildings.town, of.town) : undefined,
    of.carrier ? eq(buildings.carrier, of.carrier) : undefined,
    of.ownership ? eq(buildings.ownership, of.ownership) : undefined,
    of.stale ? isStale(ctx, rule) : undefined,
    of.unpinned ? isNull(buildings.longitude) : undefined,
    of.unkept ? isNull(buildings.keeperName) : undefined,
  )

const inCarrier = (words: string) =>
  sql`exists (select 1 from ${carriers} where ${carriers.id} = ${buildings.carrier} and ${has(carriers.name, words)})`

const number = (column: string) => sql<number>`coalesce(${sql.raw(column)}, 0)`.mapWith(Number)

/** Lines of the list, the areas of their units beside them; leases are read, so it is asked over all. */
export function buildingLines({ db, today }: Ctx, where: SQL | undefined, { by, down }: z.output<typeof buildingOrder>) {
  const besideUnits = sql`left join ${letting(today)} on true left join ${used(today, today)} on true`
  const of = sql`lateral (select ${sums(today)} from unit ${besideUnits} where unit.building = ${buildings.id} and ${thereOn(today)}) sums`
  const column = by === 'vacantArea' ? sql`"vacantArea"` : buildings[by]
  return db
    .select({
      id: buildings.id,
      name: buildings.name,
      carrier: itsCarrier.name,
      zone: zones.shortName,
      town: towns.shortName,
      address: buildings.address,
      ownership: buildings.ownership,
      owner: buildings.owner,
      area: buildings.area,
      floorsAbove: buildings.floorsAbove,
      floorsBelow: buildings.floorsBelow,
      operator: buildings.operator,
      keeperName: buildings.keeperName,
      longitude: buildings.longitude,
      latitude: buildings.latitude,
      precision: buildings.precision,
      asOf: buildings.asOf,
      confirmedOn: buildings.confirmedOn,
      units: number('sums.units'),
      unitArea: number('sums."unitArea"'),
      letArea: number('sums."letArea"'),
      usedArea: number('sums."usedArea"'),
      vacantArea: number('sums."vacantArea"'),
      pendingArea: number('sums."pendingArea"'),
    })
    .from(buildings)
    .innerJoin(towns, eq(towns.id, buildings.town))
    .leftJoin(zones, eq(zones.id, buildings.zone))
    .leftJoin(itsCarrier, eq(itsCarrier.id, buildings.carrier))
    .leftJoin(of, sql`true`)
    .where(where)
    .orderBy(sql`${down ? desc(column) : asc(column)} nulls ${sql.raw(down ? 'last' : 'first')}`, asc(buildings.id))
}
export type BuildingLine = Awaited<ReturnType<typeof buildingLines>>[number]

export const unitsMatching = ({ today }: Ctx, of: UnitFilter): SQL | undefined =>
  and(
    thereOn(today),
    of.words ? or(has(units.name, of.words), has(buildings.name, of.words)) : undefined,
    of.zone ? eq(units.zone, of.zone) : undefined,
    of.town ? eq(units.town, of.town) : undefined,
    of.building ? eq(units.building, of.building) : undefined,
    of.use ? eq(units.use, of.use) : undefined,
    of.areaFrom === undefined ? undefined : gte(units.area, of.areaFrom),
    of.areaTo === undefined ? undefined : lte(units.area, of.areaTo),
    of.rentTo === undefined ? undefined : lte(units.rent, of.rentTo),
    of.readyBy ? and(isNotNull(units.readyOn), lte(units.readyOn, of.readyBy)) : undefined,
    of.standing ? sql`${standingWord(today)} = ${of.standing}` : undefined,
    of.listed === undefined ? undefined : eq(units.listed, of.listed),
  )

/** Asked over all, as above. */
export function unitLines({ db, today }: Ctx, where: SQL | undefined, { by, down }: z.output<typeof unitOrder>) {
  const column = by === 'building' ? buildings.name : units[by]
  return db
    .select({
      id: units.id,
      building: units.building,
      buildingName: buildings.name,
      zone: zones.shortName,
      town: towns.shortName,
      floor: floors.number,
      name: units.name,
      use: units.use,
      area: units.area,
      netArea: units.netArea,
      height: units.height,
      load: units.load,
      power: units.power,
      fitOut: units.fitOut,
      rent: units.rent,
      fee: units.fee,
      readyOn: units.readyOn,
      about: units.about,
      listed: units.listed,
      since: units.since,
      confirmedOn: units.confirmedOn,
      standing: sql<keyof typeof standings>`${standingWord(today)}`,
      letTo: sql<string | null>`letting.last`,
      usedTo: sql<string | null>`used.last`,
    })
    .from(units)
    .innerJoin(buildings, eq(buildings.id, units.building))
    .innerJoin(floors, eq(floors.id, units.floor))
    .innerJoin(towns, eq(towns.id, units.town))
    .leftJoin(zones, eq(zones.id, units.zone))
    .leftJoin(letting(today), sql`true`)
    .leftJoin(used(today, today), sql`true`)
    .where(where)
    .orderBy(
      sql`${down ? desc(column) : asc(column)} nulls last`,
      asc(buildings.name),
      asc(floors.number),
      asc(units.name),
      asc(units.id),
    )
}
export type UnitLine = Awaited<ReturnType<typeof unitLines>>[number]

/** How many they are, and how much area. */
export const unitSums = ({ db, today }: Ctx, where: SQL | undefined) =>
  db
    .select({
      total: sql<number>`count(*)`.mapWith(Number),
      area: sql<number>`coalesce(sum(${units.area}), 0)`.mapWith(Number),
      vacantArea: sql<number>`coalesce(sum(${units.area}) filter (where ${standingWord(today)} = 'vacant'), 0)`.mapWith(Number),
    })
    .from(units)
    .innerJoin(buildings, eq(buildings.id, units.building))
    .leftJoin(letting(today), sql`true`)
    .leftJoin(used(today, today), sql`true`)
    .where(where)
