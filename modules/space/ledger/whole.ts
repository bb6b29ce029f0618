/** One building with everything on its ledger: floors from the top with their units as they stand, pictures, freshness. */
import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { orgNames } from '#modules/enterprise/place.ts'
import { daysBetween } from '#modules/enterprise/rule.ts'
import type { Ctx } from '#platform/context.ts'
import { files } from '#platform/files.ts'
import { sheetOf } from '../building-plan/sheet.ts'
import { buildingRow, floor, picture, standings, unitRow } from '../model.ts'
import { adjoinings, buildingMeasures, carriers, occupancies, pictures, units } from '../tables.ts'
import { lackingOf } from '../unit/offer.ts'
import { mayKeep } from './place.ts'
import { type BuildingRow, byName, floorsOf, type UnitRow, unitsOn } from './queries.ts'
import { ruleOn } from './rule.ts'
import { areasOf, noAreas, type Standing, standingOf } from './standing.ts'

const identified = { id: z.uuid() }
const standingWords = Object.keys(standings) as (keyof typeof standings)[]
export const standing = z.object({
  is: z.enum(standingWords),
  letTo: z.string().nullable(),
  letArea: z.number(),
  usedSince: z.string().nullable(),
  usedTo: z.string().nullable(),
  usedArea: z.number(),
})
export const areas = z.object({
  units: z.number(),
  unitArea: z.number(),
  letArea: z.number(),
  usedArea: z.number(),
  vacantArea: z.number(),
  pendingArea: z.number(),
})
export const shownPicture = picture.extend({ ...identified, type: z.string() })
export const standingUnit = unitRow.extend({
  standing,
  /** Who is in it, for whoever may know. */
  occupant: z.string().nullable(),
  neighbours: z.array(z.uuid()),
  /** What it lacks before visitors may see it. */
  lacking: z.array(z.string()),
})
export const wholeBuilding = z.object({
  building: buildingRow,
  names: z.object({ town: z.string(), zone: z.string().nullable(), carrier: z.string().nullable() }),
  /** Not confirmed for so many days, where that is longer than the rule allows. */
  staleFor: z.number().nullable(),
  staleDays: z.number(),
  areas,
  floors: z.array(floor.extend({ ...identified, units: z.array(standingUnit) })),
  /** Split, merged or out of use, the latest first. */
  past: z.array(unitRow.extend({ floorNumber: z.number() })),
  pictures: z.array(shownPicture),
  /** On the version of its sheet that is in force. */
  measures: z.number(),
  /** Whether the reader keeps this building. */
  keeps: z.boolean(),
})
export type WholeBuilding = z.output<typeof wholeBuilding>

export async function readWhole(ctx: Ctx, building: BuildingRow): Promise<WholeBuilding> {
  const { db, today } = ctx
  const storeys = await floorsOf(ctx, building.id)
  const living = await unitsOn(ctx, building.id, today)
  const shown = await withStanding(ctx, living)
  const gone = await db
    .select()
    .from(units)
    .where(and(eq(units.building, building.id), lte(units.until, today)))
  const orgs = await orgNames(ctx, [building.town, building.zone])
  const sheet = await sheetOf(ctx, building.id)
  const rule = await ruleOn(ctx, today)
  const quiet = daysBetween(building.confirmedOn ?? building.asOf, today)
  const numbers = new Map(storeys.map(({ id, number }) => [id, number]))
  return {
    building,
    names: {
      town: orgs.get(building.town) ?? '',
      zone: (building.zone && orgs.get(building.zone)) ?? null,
      carrier: await carrierName(ctx, building.carrier),
    },
    staleFor: quiet > rule.staleDays ? quiet : null,
    staleDays: rule.staleDays,
    areas: (await areasOf(ctx, sql`select ${building.id}::uuid`)).get(building.id) ?? noAreas,
    floors: storeys.map((one) => ({
      ...one,
      units: shown.filter(({ floor }) => floor === one.id).sort((a, b) => byName(a.name, b.name)),
    })),
    past: gone
      .map((unit) => ({ ...unit, floorNumber: numbers.get(unit.floor)! }))
      .sort((a, b) => (a.until! < b.until! ? 1 : a.until! > b.until! ? -1 : byName(a.name, b.name))),
    pictures: await picturesOf(ctx, building.id),
    measures: sheet ? await db.$count(buildingMeasures, eq(buildingMeasures.buildingPlan, sheet)) : 0,
    keeps: await mayKeep(ctx, building.zone),
  }
}

async function carrierName({ db }: Ctx, id: string | null): Promise<string | null> {
  if (!id) return null
  const [found] = await db.select({ name: carriers.name }).from(carriers).where(eq(carriers.id, id))
  return found?.name ?? null
}

async function picturesOf({ db }: Ctx, building: string) {
  const found = await db
    .select({ picture: pictures, type: files.type })
    .from(pictures)
    .innerJoin(files, eq(files.id, pictures.file))
    .where(eq(pictures.building, building))
    .orderBy(asc(pictures.kind), asc(pictures.createdAt), asc(pictures.id))
  return found.map(({ picture, type }) => ({ ...picture, type }))
}

const vacant: Omit<Standing, 'unit'> = { is: 'vacant', letTo: null, letArea: 0, usedSince: null, usedTo: null, usedArea: 0 }

/** Units with how they stand today and, as far as the reader may know, who is in them. */
export async function withStanding(ctx: Ctx, of: UnitRow[]): Promise<z.output<typeof standingUnit>[]> {
  const ids = of.map(({ id }) => id)
  const stand = await standingOf(ctx, ids)
  const people = await occupantsOf(ctx, ids)
  const pairs = await neighboursOf(ctx, ids)
  return of.map((unit) => {
    const { unit: _, ...is } = stand.get(unit.id) ?? { unit: unit.id, ...vacant }
    return {
      ...unit,
      standing: is,
      occupant: people.get(unit.id) ?? null,
      neighbours: pairs.get(unit.id) ?? [],
      lacking: lackingOf(unit, is),
    }
  })
}

async function occupantsOf({ db, today }: Ctx, ids: string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const { unit, occupant, since, until, knownFrom, knownUntil } = occupancies
  const found = await db
    .select({ unit, occupant })
    .from(occupancies)
    .where(
      and(
        inArray(unit, ids),
        lte(since, today),
        or(isNull(until), gt(until, today)),
        lte(knownFrom, today),
        or(isNull(knownUntil), gt(knownUntil, today)),
      ),
    )
  return new Map(found.map(({ unit, occupant }) => [unit, occupant]))
}

/** Each pair is kept once, and told from both sides; units that are no more are left out. */
export async function neighboursOf({ db }: Ctx, ids: string[]): Promise<Map<string, string[]>> {
  const met = new Map<string, string[]>()
  if (!ids.length) return met
  const pairs = await db
    .select({ one: adjoinings.one, other: adjoinings.other })
    .from(adjoinings)
    .where(or(inArray(adjoinings.one, ids), inArray(adjoinings.other, ids)))
  const living = new Set(ids)
  const add = (of: string, next: string) => {
    if (living.has(of) && living.has(next)) met.set(of, [...(met.get(of) ?? []), next])
  }
  for (const { one, other } of pairs) {
    add(one, other)
    add(other, one)
  }
  return met
}
