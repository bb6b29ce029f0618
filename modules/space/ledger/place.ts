/** Where a building may be put on the ledger, and who keeps it: the office all, a park those of its zone. */
import { and, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import { jurisdictions, orgs } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { text } from '#platform/fields.ts'
import { denied, invalid } from '#platform/problem.ts'

export const keepers = ['office', 'park'] as const
/** As a form or a sheet gives it. */
export const keeperPhone = text('楼长电话', 30).regex(
  /^[\d+\-() ]{7,30}$/,
  '楼长电话应为电话号码，如 13800000000 或 023-68000000',
)

export type Place = { town: string; zone: string | null }

/** Refuses a place that is none, that another government runs, or that the actor does not keep. */
export async function requirePlace(ctx: Ctx, { town, zone }: Place): Promise<void> {
  const found = await ctx.db
    .select()
    .from(orgs)
    .where(inArray(orgs.id, zone ? [town, zone] : [town]))
  const of = new Map(found.map((org) => [org.id, org]))
  const there = of.get(town)
  if (there?.kind !== 'town') throw invalid('所在镇街应从镇街名录中选择')
  if (zone && of.get(zone)?.kind !== 'park') throw invalid('所在园城应从园城名录中选择')
  const rule = there.areaCode ? await jurisdictionOf(ctx, there.areaCode) : undefined
  if (rule && !rule.governed) throw invalid(`${rule.areaName}由${rule.governedBy}管辖，不属于本区建档范围`)
  await requireKeeping(ctx, zone)
}

async function jurisdictionOf({ db, today }: Ctx, areaCode: string) {
  const { since, until } = jurisdictions
  const inForce = and(eq(jurisdictions.areaCode, areaCode), lte(since, today), or(isNull(until), gt(until, today)))
  return (await db.select().from(jurisdictions).where(inForce))[0]
}

/** Row rights say the same; here it is said in a sentence that tells who can. */
export async function requireKeeping(ctx: Ctx, zone: string | null): Promise<void> {
  if (await mayKeep(ctx, zone)) return
  throw denied('园城只能维护本园城范围内的楼宇，其他范围的请由领导小组办公室办理')
}

/** Told to pages, so that a button says why it cannot be used. */
export async function mayKeep(ctx: Ctx, zone: string | null): Promise<boolean> {
  const { role } = ctx.actor
  if (role === 'office' || role === 'system') return true
  return role === 'park' && zone !== null && (await ownZones(ctx)).includes(zone)
}

/** The park the actor works for: his organisation itself, or the one it belongs to. */
export async function ownZones({ db, actor }: Ctx): Promise<string[]> {
  if (!actor.org) return []
  const [own] = await db.select({ parent: orgs.parent }).from(orgs).where(eq(orgs.id, actor.org))
  return own?.parent ? [actor.org, own.parent] : [actor.org]
}
