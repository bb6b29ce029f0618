/** Which plan is in force on a day, and the whole of one version with all its items. */
import { and, asc, desc, eq, getTableColumns, lte, ne } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import { conflict, denied, missing } from '#platform/problem.ts'
import { goals, groups, plans, safeguards, targets, tasks, taskUnits, zones } from './tables.ts'

/** Everything of a version but its text, which may be megabytes and is read where it is shown. */
const { text: _text, ...headColumns } = getTableColumns(plans)

export { headColumns }

/** The version in force on the product's today: the one published last up to that day; null before any was. */
export async function planInForce({ db, today }: Ctx) {
  const [found] = await db
    .select(headColumns)
    .from(plans)
    .where(and(lte(plans.publishedOn, today), ne(plans.status, 'draft')))
    .orderBy(desc(plans.publishedOn), desc(plans.version))
    .limit(1)
  return found ?? null
}

export async function planById({ db }: Pick<Ctx, 'db'>, id: string) {
  const [found] = await db.select(headColumns).from(plans).where(eq(plans.id, id))
  if (!found) throw missing('方案')
  return found
}

/** A draft, held until the transaction ends: nobody publishes it while it is being changed. */
export async function draftById({ db }: Pick<Ctx, 'db'>, id: string) {
  const [found] = await db.select(headColumns).from(plans).where(eq(plans.id, id)).for('update')
  if (!found) {
    // Row rights hide from `for update` what may not be changed: what can be read tells which sentence is right.
    await planById({ db }, id)
    throw denied()
  }
  if (found.status !== 'draft') throw conflict('已发布的方案不可改动，请新建修订版本')
  return found
}

export async function textOf({ db }: Pick<Ctx, 'db'>, id: string): Promise<string> {
  const [found] = await db.select({ text: plans.text }).from(plans).where(eq(plans.id, id))
  if (!found) throw missing('方案')
  return found.text
}

/** All items of a version, each list in printed order. */
export async function itemsOf({ db }: Pick<Ctx, 'db'>, plan: string) {
  return {
    goals: await db.select().from(goals).where(eq(goals.plan, plan)).orderBy(asc(goals.ordinal)),
    targets: await db.select().from(targets).where(eq(targets.plan, plan)).orderBy(asc(targets.ordinal)),
    zones: await db.select().from(zones).where(eq(zones.plan, plan)).orderBy(asc(zones.ordinal)),
    groups: await db.select().from(groups).where(eq(groups.plan, plan)).orderBy(asc(groups.ordinal)),
    tasks: await db.select().from(tasks).where(eq(tasks.plan, plan)).orderBy(asc(tasks.ordinal)),
    safeguards: await db.select().from(safeguards).where(eq(safeguards.plan, plan)).orderBy(asc(safeguards.ordinal)),
    units: await unitsOf({ db }, plan),
  }
}

export const unitsOf = ({ db }: Pick<Ctx, 'db'>, plan: string) =>
  db
    .select()
    .from(taskUnits)
    .where(eq(taskUnits.plan, plan))
    .orderBy(asc(taskUnits.task), asc(taskUnits.ordinal), asc(taskUnits.org))

export async function taskText({ db }: Pick<Ctx, 'db'>, plan: string, key: string): Promise<string> {
  const [found] = await db
    .select({ text: tasks.text })
    .from(tasks)
    .where(and(eq(tasks.plan, plan), eq(tasks.key, key)))
  return found?.text ?? ''
}
