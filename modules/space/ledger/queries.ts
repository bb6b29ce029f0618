/** Buildings, floors and units as they are looked up: to be seen, to be changed, as they were on a day. */
import { and, asc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import { missing } from '#platform/problem.ts'
import { buildings, floors, units } from '../tables.ts'
import { requireKeeping } from './place.ts'

export type BuildingRow = typeof buildings.$inferSelect
export type FloorRow = typeof floors.$inferSelect
export type UnitRow = typeof units.$inferSelect

/** The row, as far as the actor may see it. */
export async function buildingToSee({ db }: Ctx, id: string): Promise<BuildingRow> {
  const [found] = await db.select().from(buildings).where(eq(buildings.id, id))
  if (!found) throw missing('楼宇')
  return found
}

/** The row, held until the end of the step by one who keeps it. */
export async function buildingToChange(ctx: Ctx, id: string): Promise<BuildingRow> {
  const { zone } = await buildingToSee(ctx, id)
  await requireKeeping(ctx, zone)
  const [held] = await ctx.db.select().from(buildings).where(eq(buildings.id, id)).for('update')
  return held!
}

export async function unitToSee({ db }: Ctx, id: string): Promise<UnitRow> {
  const [found] = await db.select().from(units).where(eq(units.id, id))
  if (!found) throw missing('单元')
  return found
}

export async function unitToChange(ctx: Ctx, id: string): Promise<UnitRow> {
  return (await unitsToChange(ctx, [id]))[0]!
}

/** In the order of their names; always locked in the same order. */
export async function unitsToChange(ctx: Ctx, ids: readonly string[]): Promise<UnitRow[]> {
  const wanted = [...new Set(ids)]
  const seen = await ctx.db.select({ zone: units.zone }).from(units).where(inArray(units.id, wanted))
  if (seen.length < wanted.length) throw missing('单元')
  for (const zone of new Set(seen.map(({ zone }) => zone))) await requireKeeping(ctx, zone)
  const held = await ctx.db.select().from(units).where(inArray(units.id, wanted)).orderBy(units.id).for('update')
  return held.sort((a, b) => byName(a.name, b.name))
}

const collator = new Intl.Collator('zh-CN', { numeric: true })
export const byName = (a: string, b: string): number => collator.compare(a, b)

export async function floorOf({ db }: Ctx, id: string): Promise<FloorRow> {
  const [found] = await db.select().from(floors).where(eq(floors.id, id))
  if (!found) throw missing('楼层')
  return found
}

/** From the top down. */
export async function floorsOf({ db }: Ctx, building: string): Promise<FloorRow[]> {
  const found = await db.select().from(floors).where(eq(floors.building, building))
  return found.sort((a, b) => b.number - a.number)
}

/** The units there were on a day: since then some may have been split or merged. */
export const unitsOn = ({ db }: Ctx, building: string, day: string): Promise<UnitRow[]> =>
  db
    .select()
    .from(units)
    .where(and(eq(units.building, building), lte(units.since, day), or(isNull(units.until), gt(units.until, day))))
    .orderBy(asc(units.name))
