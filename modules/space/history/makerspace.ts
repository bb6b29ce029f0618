/** Dual-innovation space (双创空间) zone by zone against what the plan promises of each (plan task 9). */
import { and, eq, gt, isNull, lte, or, sum } from 'drizzle-orm'
import { knownOn } from '#modules/enterprise/presence.ts'
import { orgs } from '#modules/org/tables.ts'
import { planInForce } from '#modules/plan/queries.ts'
import { targets, zones } from '#modules/plan/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { overAll } from '#platform/session.ts'
import { makerspaces } from '../tables.ts'

/** A promise of the plan to one zone: so much by the end of a year. */
export type Aim = { zone: string; year: number; area: number }
export type ZoneStanding = {
  /** Null for what lies in no zone. */
  zone: string | null
  name: string
  area: number
  /** In the order of their years; `reached` is the area at the end of the year, or now where that is still to come. */
  aims: { year: number; area: number; reached: number; isOver: boolean }[]
}

/** Targets of the plan about such space, for each of the zones they name; the words of the plan lead from a zone to its park. */
export async function aimsInForce(ctx: Ctx): Promise<Aim[]> {
  const plan = await planInForce(ctx)
  if (!plan) return []
  const named = await ctx.db.select({ name: zones.name, org: zones.org }).from(zones).where(eq(zones.plan, plan.id))
  const promised = await ctx.db
    .select({ subject: targets.subject, scope: targets.scope, value: targets.value, unit: targets.unit, year: targets.year })
    .from(targets)
    .where(eq(targets.plan, plan.id))
  return promised
    .filter(({ subject, unit }) => subject.includes('双创空间') && unit === '㎡')
    .flatMap(({ scope, value, year }) =>
      named.flatMap(({ name, org }): Aim[] =>
        org !== null && value !== null && scope.includes(name) ? [{ zone: org, year: year ?? plan.to, area: value }] : [],
      ),
    )
    .sort((a, b) => a.year - b.year)
}

/** Sums over all zones, whoever asks; the entries behind them stay under his own rights. */
export async function standingByZone(ctx: Ctx): Promise<ZoneStanding[]> {
  const aims = await aimsInForce(ctx)
  const { today } = ctx
  const days = [...new Set([today, ...aims.map(({ year }) => lastDay(year))])].filter((day) => day <= today)
  const areas = new Map<string, Map<string | null, number>>()
  for (const day of days) areas.set(day, await areasOn(ctx, day))
  const now = areas.get(today)!
  const names = await namesOf(ctx)
  const all = [...new Set([...aims.map(({ zone }) => zone), ...now.keys()])]
  return all
    .map((zone) => ({
      zone,
      name: zone === null ? '园城以外' : (names.get(zone) ?? ''),
      area: now.get(zone) ?? 0,
      aims: aims
        .filter((aim) => aim.zone === zone)
        .map(({ year, area }) => {
          const isOver = lastDay(year) < today
          return { year, area, isOver, reached: areas.get(isOver ? lastDay(year) : today)?.get(zone) ?? 0 }
        }),
    }))
    .sort((a, b) => b.aims.length - a.aims.length || b.area - a.area)
}

const lastDay = (year: number) => `${year}-12-31`

/** In operation on a day, as far as is known today. */
export const openOn = (ctx: Ctx, day: string) =>
  and(knownOn(makerspaces, ctx.today), lte(makerspaces.since, day), or(isNull(makerspaces.until), gt(makerspaces.until, day)))

async function areasOn(ctx: Ctx, day: string): Promise<Map<string | null, number>> {
  const found = await overAll(ctx, ({ db }) =>
    db
      .select({ zone: makerspaces.zone, area: sum(makerspaces.area) })
      .from(makerspaces)
      .where(openOn(ctx, day))
      .groupBy(makerspaces.zone),
  )
  return new Map(found.map(({ zone, area }) => [zone, Number(area)]))
}

async function namesOf({ db }: Ctx): Promise<Map<string, string>> {
  const found = await db.select({ id: orgs.id, name: orgs.shortName }).from(orgs).where(eq(orgs.kind, 'park'))
  return new Map(found.map(({ id, name }) => [id, name]))
}
