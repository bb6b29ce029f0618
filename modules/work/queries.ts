/** The facts of work as they stood on the product's today: nothing dated later is seen. */
import { and, asc, desc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import { measures, milestones, overrides, reports } from './tables.ts'

const lightOverrideOn = ({ today }: Ctx) =>
  and(lte(overrides.since, today), gte(overrides.until, today), or(isNull(overrides.liftedOn), gte(overrides.liftedOn, today)))

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

type ReportRow = typeof reports.$inferSelect

export const reportsOf = ({ db, today }: Ctx, taskKeys: string[], since?: string) =>
  db
    .select()
    .from(reports)
    .where(
      and(
        inArray(reports.task, taskKeys),
        since ? gte(reports.month, since) : undefined,
        lte(reports.month, today.slice(0, 7)),
        or(isNull(reports.submittedOn), lte(reports.submittedOn, today)),
      ),
    )
    .orderBy(desc(reports.month))
    .then((rows) => rows.map((row) => asKnown(row, today)))

/** A review that came later had not happened yet. */
const asKnown = (row: ReportRow, today: string): ReportRow =>
  row.reviewedOn && row.reviewedOn > today ? { ...row, status: 'submitted', reviewedOn: null, opinion: null } : row

export const overridesOf = (ctx: Ctx, taskKeys: string[]) =>
  ctx.db
    .select()
    .from(overrides)
    .where(and(inArray(overrides.task, taskKeys), lightOverrideOn(ctx)))
    .orderBy(asc(overrides.since))

/** Rows of several tasks, by task key. */
export const byTask = <R extends { task: string }>(rows: R[]): Map<string, R[]> => {
  const grouped = new Map<string, R[]>()
  for (const row of rows) grouped.set(row.task, [...(grouped.get(row.task) ?? []), row])
  return grouped
}

export const measureById = async ({ db }: Ctx, id: string) =>
  (await db.select().from(measures).where(eq(measures.id, id)).for('update'))[0]
export const milestoneById = async ({ db }: Ctx, id: string) =>
  (await db.select().from(milestones).where(eq(milestones.id, id)).for('update'))[0]
