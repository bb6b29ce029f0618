/** The sheet of a building (一楼一策): its version in force on a day and the measures on it, with their owners (plan task 8). */
import { and, asc, desc, eq, inArray, lte, ne } from 'drizzle-orm'
import { orgNames } from '#modules/enterprise/place.ts'
import type { Ctx } from '#platform/context.ts'
import { buildingMeasures, buildingPlans } from '../tables.ts'

export type Sheet = typeof buildingPlans.$inferSelect
export type Measure = typeof buildingMeasures.$inferSelect
export type ShownMeasure = Measure & { ownerName: string; overdue: boolean }

/** Every version of a building's sheet, the latest first. */
export const versionsOf = ({ db }: Ctx, building: string): Promise<Sheet[]> =>
  db.select().from(buildingPlans).where(eq(buildingPlans.building, building)).orderBy(desc(buildingPlans.since))

/** The versions in force on a day, by building. */
export async function sheetsOn({ db }: Ctx, day: string): Promise<Map<string, Sheet>> {
  const begun = await db.select().from(buildingPlans).where(lte(buildingPlans.since, day)).orderBy(asc(buildingPlans.since))
  return new Map(begun.map((sheet) => [sheet.building, sheet]))
}

/** The version in force today. */
export async function sheetOf({ db, today }: Ctx, building: string): Promise<string | null> {
  const [sheet] = await db
    .select({ id: buildingPlans.id })
    .from(buildingPlans)
    .where(and(eq(buildingPlans.building, building), lte(buildingPlans.since, today)))
    .orderBy(desc(buildingPlans.since))
    .limit(1)
  return sheet?.id ?? null
}

/** In the order in which they are due; what has no day comes last. */
export async function measuresOf(ctx: Ctx, sheets: string[]): Promise<ShownMeasure[]> {
  if (!sheets.length) return []
  const found = await ctx.db
    .select()
    .from(buildingMeasures)
    .where(inArray(buildingMeasures.buildingPlan, sheets))
    .orderBy(asc(buildingMeasures.dueOn), asc(buildingMeasures.createdAt), asc(buildingMeasures.id))
  const names = await orgNames(
    ctx,
    found.map(({ owner }) => owner),
  )
  return found.map((row) => ({ ...row, ownerName: names.get(row.owner) ?? '', overdue: isOverdue(row, ctx.today) }))
}

const isOverdue = ({ dueOn, state }: Measure, today: string) =>
  dueOn !== null && dueOn < today && (state === 'planned' || state === 'underway')

/** What is offered in public to the tenants of a building, in the words of the offer: for the page of a unit. */
export async function offersOf(ctx: Ctx, building: string) {
  const sheet = await sheetOf(ctx, building)
  if (!sheet) return []
  const { kind, content, benefit, buildingPlan, state, public: open } = buildingMeasures
  return ctx.db
    .select({ kind, content, benefit })
    .from(buildingMeasures)
    .where(and(eq(buildingPlan, sheet), eq(open, true), ne(state, 'stopped')))
    .orderBy(asc(kind), asc(buildingMeasures.id))
}
