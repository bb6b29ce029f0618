/** One unit that is offered, with everything a visitor may know of it: its building, pictures, what adjoins it, benefits on offer. */
import { and, asc, eq, getTableColumns, inArray, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { orgs } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { files } from '#platform/files.ts'
import { missing } from '#platform/problem.ts'
import { building, buildingMeasure, floor, picture, unit } from '../model.ts'
import { adjoinings, buildingMeasures, buildingPlans, buildings, floors, pictures, units } from '../tables.ts'
import { offeredAmong } from './search.ts'

export const offered = z.object({
  /** False once it is let: who comes by an old link is told so. */
  free: z.boolean(),
  unit: unit.omit({ origins: true, since: true, until: true }).extend({ id: z.uuid() }),
  floor: floor.omit({ building: true }),
  building: building
    .pick({
      name: true,
      address: true,
      ownership: true,
      plannedUse: true,
      structure: true,
      builtIn: true,
      floorsAbove: true,
      floorsBelow: true,
      area: true,
      fireClass: true,
      lifts: true,
      goodsLifts: true,
      parking: true,
      power: true,
      network: true,
      facilities: true,
      transport: true,
      operator: true,
      directions: true,
      keeperName: true,
      keeperPhone: true,
      longitude: true,
      latitude: true,
      precision: true,
      asOf: true,
      confirmedOn: true,
    })
    .extend({ id: z.uuid() }),
  zoneName: z.string().nullable(),
  townName: z.string(),
  pictures: z.array(picture.pick({ kind: true, caption: true, unit: true }).extend({ id: z.uuid(), type: z.string() })),
  /** Beside it, and offered too: both can be had as one. */
  adjoining: z.array(z.object({ id: z.uuid(), name: z.string(), area: z.number() })),
  benefits: z.array(buildingMeasure.pick({ kind: true, content: true, benefit: true })),
  positioning: z.string().nullable(),
})
export type Offered = z.output<typeof offered>

/** Under the visitor's own rights: what is not listed he does not find. */
export async function readOffered(ctx: Ctx, id: string): Promise<Offered> {
  const { db } = ctx
  const [row] = await db
    .select({ unit: units, floor: floors, building: buildings })
    .from(units)
    .innerJoin(floors, eq(floors.id, units.floor))
    .innerJoin(buildings, eq(buildings.id, units.building))
    .where(and(eq(units.id, id), eq(units.listed, true)))
  if (!row) throw missing('房源')
  const places = await db.select({ id: orgs.id, name: orgs.shortName }).from(orgs)
  const nameOf = (org: string | null) => places.find(({ id }) => id === org)?.name ?? null
  return {
    ...row,
    free: (await offeredAmong(ctx, [id])).has(id),
    zoneName: nameOf(row.building.zone),
    townName: nameOf(row.building.town) ?? '',
    pictures: await picturesOf(ctx, row.building.id, id),
    adjoining: await adjoiningOf(ctx, id),
    ...(await planOf(ctx, row.building.id)),
  }
}

/** Its own first; with a plan of its own, those of the whole building would only confuse. */
async function picturesOf({ db }: Ctx, of: string, id: string) {
  const all = await db
    .select({ ...getTableColumns(pictures), type: files.type })
    .from(pictures)
    .innerJoin(files, eq(files.id, pictures.file))
    .where(and(eq(pictures.building, of), or(eq(pictures.unit, id), sql`${pictures.unit} is null`)))
    .orderBy(sql`${pictures.unit} nulls last`, asc(pictures.createdAt))
  const planned = all.some(({ unit, kind }) => unit === id && kind === 'plan')
  return all.filter(({ unit, kind }) => unit === id || kind === 'photo' || !planned)
}

async function adjoiningOf(ctx: Ctx, id: string) {
  const pairs = await ctx.db
    .select()
    .from(adjoinings)
    .where(or(eq(adjoinings.one, id), eq(adjoinings.other, id)))
  const beside = pairs.map(({ one, other }) => (one === id ? other : one))
  const open = [...(await offeredAmong(ctx, beside))]
  if (!open.length) return []
  return ctx.db
    .select({ id: units.id, name: units.name, area: units.area })
    .from(units)
    .where(inArray(units.id, open))
    .orderBy(asc(units.name))
}

/** What the building's plan in force offers its tenants, as far as it is public. */
async function planOf({ db, today }: Ctx, of: string) {
  const [plan] = await db
    .select()
    .from(buildingPlans)
    .where(and(eq(buildingPlans.building, of), sql`${buildingPlans.since} <= ${today}`))
    .orderBy(sql`${buildingPlans.since} desc`)
    .limit(1)
  if (!plan) return { benefits: [], positioning: null }
  const benefits = await db
    .select()
    .from(buildingMeasures)
    .where(and(eq(buildingMeasures.buildingPlan, plan.id), eq(buildingMeasures.public, true)))
    .orderBy(asc(buildingMeasures.createdAt))
  return { benefits, positioning: plan.positioning }
}
