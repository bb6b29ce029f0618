/** What the portal's pages show, read under the rights of a visitor. */
import { and, desc, eq, lte, ne } from 'drizzle-orm'
import type { published } from '#modules/indicator/actions/publication.ts'
import { orgs } from '#modules/org/tables.ts'
import { headColumns, type itemsOf, type planInForce } from '#modules/plan/queries.ts'
import { plans } from '#modules/plan/tables.ts'
import type { targetsInForce } from '#modules/target/actions.ts'
import { readings } from '#modules/target/tables.ts'
import type { Ctx } from '#platform/context.ts'

export type PlanRow = NonNullable<Awaited<ReturnType<typeof planInForce>>>
export type Items = Awaited<ReturnType<typeof itemsOf>>
export type TargetInForce = Awaited<ReturnType<typeof targetsInForce>>[number]
export type Out = Awaited<ReturnType<typeof published>>
export type ReadingRow = typeof readings.$inferSelect

/** The district's name is its government's without the word. */
export async function districtOf({ db }: Ctx): Promise<string> {
  const [government] = await db.select({ name: orgs.name }).from(orgs).where(eq(orgs.kind, 'government'))
  return government?.name.replace(/人民政府$/, '') ?? '本区'
}

/** All versions published up to today, the latest first. */
export const versionsOf = ({ db, today }: Ctx): Promise<PlanRow[]> =>
  db
    .select(headColumns)
    .from(plans)
    .where(and(ne(plans.status, 'draft'), lte(plans.publishedOn, today)))
    .orderBy(desc(plans.publishedOn), desc(plans.version))

/** Short names of organisations, by id. */
export const namesOf = async ({ db }: Ctx): Promise<Map<string, string>> =>
  new Map((await db.select({ id: orgs.id, name: orgs.shortName }).from(orgs)).map(({ id, name }) => [id, name]))

/** Every reading known today, those corrected later included, the latest first. */
export const allReadings = ({ db, today }: Ctx, target: string): Promise<ReadingRow[]> =>
  db
    .select()
    .from(readings)
    .where(and(eq(readings.target, target), lte(readings.enteredOn, today)))
    .orderBy(desc(readings.asOf), desc(readings.enteredOn))

const collate = new Intl.Collator('zh-CN').compare

export type Unit = { printed: string; orgs: string[] }

/** The responsible units of a task as printed: a collective name with those it stands for. */
export function unitsOf({ units }: Items, taskKey: string, names: Map<string, string>): { lead: Unit[]; partners: Unit[] } {
  const own = units.filter((unit) => unit.taskKey === taskKey).sort((a, b) => a.ordinal - b.ordinal)
  const under = (duty: 'lead' | 'partner'): Unit[] => {
    const printed = [...new Set(own.flatMap((unit) => (unit.duty === duty ? [unit.printed] : [])))]
    return printed.map((name) => ({
      printed: name,
      orgs: own.flatMap(({ printed, org }) => (printed === name && org ? [names.get(org) ?? ''] : [])).sort(collate),
    }))
  }
  return { lead: under('lead'), partners: under('partner') }
}
