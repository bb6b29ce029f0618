/** Whom a group of a scheme appraises: the parks that run zones, the departments that carry tasks, the towns of the district, its buildings. */
import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm'
import type { SubjectKind } from '#engines/appraisal/scheme.ts'
import { jurisdictions, members, orgs } from '#modules/org/tables.ts'
import { planInForce } from '#modules/plan/queries.ts'
import { taskUnits } from '#modules/plan/tables.ts'
import { buildings } from '#modules/space/tables.ts'
import type { Ctx } from '#platform/context.ts'

/** `org`: who answers for it. */
export type Candidate = { org: string | null; building: string | null; name: string }

export const candidatesOf = (ctx: Ctx, kind: SubjectKind): Promise<Candidate[]> => proposals[kind](ctx)

const proposals: Record<SubjectKind, (ctx: Ctx) => Promise<Candidate[]>> = {
  department: departments,
  park: parks,
  town: towns,
  building: allBuildings,
}

const standing = ({ today }: Ctx) => or(isNull(orgs.until), gt(orgs.until, today))

async function departments(ctx: Ctx): Promise<Candidate[]> {
  const plan = await planInForce(ctx)
  if (!plan) return []
  const rows = await ctx.db
    .selectDistinct({ org: orgs.id, name: orgs.shortName })
    .from(taskUnits)
    .innerJoin(orgs, eq(orgs.id, taskUnits.org))
    .where(and(eq(taskUnits.plan, plan.id), eq(orgs.kind, 'department'), standing(ctx)))
    .orderBy(asc(orgs.shortName))
  return rows.map((row) => ({ ...row, building: null }))
}

/** Companies that belong to some body of the district; one it does not govern belongs to none. */
async function companies(ctx: Ctx) {
  const belongs = ctx.db
    .select({ org: members.org })
    .from(members)
    .where(and(lte(members.since, ctx.today), or(isNull(members.until), gt(members.until, ctx.today))))
  return ctx.db
    .select({ id: orgs.id, zone: orgs.parent })
    .from(orgs)
    .where(and(eq(orgs.kind, 'company'), isNotNull(orgs.parent), standing(ctx), inArray(orgs.id, belongs)))
}

async function parks(ctx: Ctx): Promise<Candidate[]> {
  const run = new Map((await companies(ctx)).map(({ id, zone }) => [zone!, id]))
  if (run.size === 0) return []
  const rows = await ctx.db
    .select({ id: orgs.id, name: orgs.shortName })
    .from(orgs)
    .where(and(eq(orgs.kind, 'park'), inArray(orgs.id, [...run.keys()])))
    .orderBy(asc(orgs.shortName))
  return rows.map(({ id, name }) => ({ org: run.get(id)!, building: null, name }))
}

async function towns(ctx: Ctx): Promise<Candidate[]> {
  const rows = await ctx.db
    .select({ org: orgs.id, name: orgs.shortName, areaCode: orgs.areaCode })
    .from(orgs)
    .where(and(eq(orgs.kind, 'town'), standing(ctx)))
    .orderBy(asc(orgs.areaCode), asc(orgs.shortName))
  const others = await ctx.db
    .select({ areaCode: jurisdictions.areaCode })
    .from(jurisdictions)
    .where(and(eq(jurisdictions.governed, false), lte(jurisdictions.since, ctx.today)))
  const outside = new Set(others.map(({ areaCode }) => areaCode))
  return rows.flatMap(({ areaCode, ...row }) => (areaCode && outside.has(areaCode) ? [] : [{ ...row, building: null }]))
}

async function allBuildings(ctx: Ctx): Promise<Candidate[]> {
  const run = new Map((await companies(ctx)).map(({ id, zone }) => [zone!, id]))
  const rows = await ctx.db
    .select({ building: buildings.id, name: buildings.name, zone: buildings.zone })
    .from(buildings)
    .where(isNotNull(buildings.zone))
    .orderBy(asc(buildings.name))
  return rows.flatMap(({ building, name, zone }) => (run.has(zone!) ? [{ building, name, org: run.get(zone!)! }] : []))
}
