/** The facts of work as they stood on the product's today: nothing dated later is seen. */
import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lte, min, ne, or } from 'drizzle-orm'
import { planInForce } from '#modules/plan/queries.ts'
import { plans, tasks, taskUnits } from '#modules/plan/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { files } from '#platform/files.ts'
import { denied, missing } from '#platform/problem.ts'
import { measures, milestones, overrides, reports } from './tables.ts'

/** Lifted today, it no longer holds today. */
const lightOverrideOn = ({ today }: Ctx) =>
  and(lte(overrides.since, today), gte(overrides.until, today), or(isNull(overrides.liftedOn), gt(overrides.liftedOn, today)))

export const measuresOf = ({ db, today, now }: Ctx, taskKeys: string[]) =>
  db
    .select()
    .from(measures)
    .where(and(inArray(measures.task, taskKeys), lte(measures.createdAt, now.toISOString())))
    .orderBy(asc(measures.ordinal), asc(measures.dueOn))
    .then((rows) =>
      rows.map((row) => (row.droppedOn && row.droppedOn > today ? { ...row, droppedOn: null, dropReason: null } : row)),
    )

export const milestonesOf = ({ db, today, now }: Ctx, taskKeys: string[]) =>
  db
    .select()
    .from(milestones)
    .where(and(inArray(milestones.task, taskKeys), lte(milestones.createdAt, now.toISOString())))
    .orderBy(asc(milestones.dueOn), asc(milestones.ordinal))
    .then((rows) =>
      rows.map((row) => (row.doneOn && row.doneOn > today ? { ...row, doneOn: null, evidence: null, files: [] } : row)),
    )

const reportsKnown = ({ today, now }: Ctx, taskKeys: string[]) =>
  and(
    inArray(reports.task, taskKeys),
    lte(reports.month, today.slice(0, 7)),
    or(lte(reports.submittedOn, today), and(isNull(reports.submittedOn), lte(reports.createdAt, now.toISOString()))),
  )

/** Monthly reports with their words, newest month first. */
export const reportsOf = (ctx: Ctx, taskKeys: string[]) =>
  ctx.db
    .select()
    .from(reports)
    .where(reportsKnown(ctx, taskKeys))
    .orderBy(desc(reports.month), asc(reports.org))
    .then((rows) => rows.map((row) => ({ ...row, ...reviewKnown(row, ctx) })))

/** Where the monthly reports stand, without their words: what the matrix needs of thousands of them. */
export const marksOf = (ctx: Ctx, taskKeys: string[]) =>
  ctx.db
    .select({
      task: reports.task,
      org: reports.org,
      month: reports.month,
      status: reports.status,
      submittedOn: reports.submittedOn,
      reviewedOn: reports.reviewedOn,
      opinion: reports.opinion,
    })
    .from(reports)
    .where(reportsKnown(ctx, taskKeys))
    .then((rows) => rows.map((row) => ({ ...row, ...reviewKnown(row, ctx) })))

type Review = Pick<typeof reports.$inferSelect, 'status' | 'reviewedOn' | 'opinion'>

/** A review that came later had not happened yet. */
const reviewKnown = ({ status, reviewedOn, opinion }: Review, { today }: Ctx): Review =>
  reviewedOn && reviewedOn > today ? { status: 'submitted', reviewedOn: null, opinion: null } : { status, reviewedOn, opinion }

export const overridesOf = (ctx: Ctx, taskKeys: string[]) =>
  ctx.db
    .select()
    .from(overrides)
    .where(and(inArray(overrides.task, taskKeys), lightOverrideOn(ctx)))
    .orderBy(asc(overrides.since))

/** Since when each unit answers for each task, by `task org`: the first version of the plan that named it. */
export async function askedSince({ db, today }: Ctx, series: string): Promise<Map<string, string>> {
  const rows = await db
    .select({ task: taskUnits.taskKey, org: taskUnits.org, since: min(plans.publishedOn) })
    .from(taskUnits)
    .innerJoin(plans, eq(plans.id, taskUnits.plan))
    .where(and(eq(plans.series, series), ne(plans.status, 'draft'), lte(plans.publishedOn, today), isNotNull(taskUnits.org)))
    .groupBy(taskUnits.taskKey, taskUnits.org)
  return new Map(rows.map(({ task, org, since }) => [`${task} ${org}`, since!]))
}

/** Rows of several tasks, by task key. */
export function byTask<R extends { task: string }>(rows: R[]): Map<string, R[]> {
  const grouped = new Map<string, R[]>()
  for (const row of rows) {
    const group = grouped.get(row.task)
    if (group) group.push(row)
    else grouped.set(row.task, [row])
  }
  return grouped
}

/** Titles of the plan's tasks, by key. */
export const titlesOf = async ({ db }: Ctx, plan: string) =>
  new Map(
    (await db.select({ key: tasks.key, title: tasks.title }).from(tasks).where(eq(tasks.plan, plan))).map(({ key, title }) => [
      key,
      title,
    ]),
  )

/** Names of the files among these that the actor may open. */
export const filesOf = async ({ db }: Ctx, ids: string[]) =>
  new Map(
    (await db.select({ id: files.id, name: files.name }).from(files).where(inArray(files.id, ids))).map(({ id, name }) => [
      id,
      name,
    ]),
  )

export async function requireTask(ctx: Ctx, key: string): Promise<void> {
  const plan = await planInForce(ctx)
  if (!plan || !(await titlesOf(ctx, plan.id)).has(key)) throw missing('任务')
}

/** A row to change. Row rights also hold for `for update`: what can be seen but not locked is another unit's. */
async function toChange<R>(seen: Promise<R[]>, locked: () => Promise<R[]>, what: string): Promise<R> {
  if (!(await seen)[0]) throw missing(what)
  const [row] = await locked()
  if (!row) throw denied('您只能改动本单位的数据')
  return row
}

export const measureToChange = ({ db }: Ctx, id: string) => {
  const found = () => db.select().from(measures).where(eq(measures.id, id))
  return toChange(found(), () => found().for('update'), '举措')
}
export const milestoneToChange = ({ db }: Ctx, id: string) => {
  const found = () => db.select().from(milestones).where(eq(milestones.id, id))
  return toChange(found(), () => found().for('update'), '节点')
}
export const reportToChange = ({ db }: Ctx, id: string) => {
  const found = () => db.select().from(reports).where(eq(reports.id, id))
  return toChange(found(), () => found().for('update'), '月度进展')
}
