/** Where an enterprise may be put on file: within what the district governs, and within the registrar's own area. */
import { and, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import { jurisdictions, orgs } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { denied, invalid } from '#platform/problem.ts'

export type Place = { town: string; zone: string | null }

/** Refuses a place that is none, that another government runs, or that lies outside of the actor's own area. */
export async function requirePlace(ctx: Ctx, place: Place): Promise<void> {
  const town = await orgOf(ctx, place.town)
  const zone = await orgOf(ctx, place.zone)
  if (town?.kind !== 'town') throw invalid('所在镇街应从镇街名录中选择')
  if (place.zone && zone?.kind !== 'park') throw invalid('所在园城应从园城名录中选择')
  const rule = await jurisdictionOf(ctx, town.areaCode)
  if (rule && !rule.governed) throw invalid(`${rule.areaName}由${rule.governedBy}管辖，不属于本区建档范围`)
  await requireOwnArea(ctx, place)
}

async function orgOf({ db }: Ctx, id: string | null) {
  if (!id) return undefined
  return (await db.select().from(orgs).where(eq(orgs.id, id)))[0]
}

async function jurisdictionOf({ db, today }: Ctx, areaCode: string | null) {
  if (!areaCode) return undefined
  const { since, until } = jurisdictions
  const inForce = and(eq(jurisdictions.areaCode, areaCode), lte(since, today), or(isNull(until), gt(until, today)))
  return (await db.select().from(jurisdictions).where(inForce))[0]
}

/** Row rights say the same; here it is said in a sentence that tells who can. */
async function requireOwnArea(ctx: Ctx, { town, zone }: Place): Promise<void> {
  const { role, org } = ctx.actor
  if (role === 'town' && town !== org) throw denied('镇街只能登记本镇街范围内的企业，其他镇街的请由领导小组办公室登记')
  if (role !== 'park') return
  if (!zone || !(await zonesOf(ctx)).includes(zone)) {
    throw denied('园城只能登记本园城范围内的企业，其他范围的请由领导小组办公室登记')
  }
}

/** The park the actor works for: his organisation itself, or the one it belongs to. */
async function zonesOf(ctx: Ctx): Promise<string[]> {
  const { org } = ctx.actor
  if (!org) return []
  const own = await orgOf(ctx, org)
  return own?.parent ? [org, own.parent] : [org]
}

/** Short names by id: of towns, zones and whatever else the ids are. */
export async function orgNames({ db }: Ctx, ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (!wanted.length) return new Map()
  const found = await db.select({ id: orgs.id, name: orgs.shortName }).from(orgs).where(inArray(orgs.id, wanted))
  return new Map(found.map(({ id, name }) => [id, name]))
}
