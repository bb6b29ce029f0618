/** Where the report of each enterprise asked for a month stands: the ground of completeness and of the lists behind it. */
import { and, eq, sql } from 'drizzle-orm'
import { enterprises, presences } from '#modules/enterprise/tables.ts'
import type { Ctx } from '#platform/context.ts'
import type { Standing } from './model.ts'
import { asked, isBegun, isCurrent, isOpen, presentAt, statusOn } from './queries.ts'
import { filings } from './tables.ts'

/** One row for each enterprise that owes a report of the month, among those the actor may see. */
export function standingsOf(ctx: Ctx, month: string) {
  const report = ctx.db
    .select({
      enterprise: filings.enterprise,
      latest: sql<string>`(array_agg(${filings.id} order by ${filings.revision} desc))[1]`.as('latest'),
      reached: sql<Standing>`case when bool_or(${isCurrent(ctx)}) then 'accepted' else max(${statusOn(ctx)}) end`.as('reached'),
      correcting: sql<boolean>`bool_or(${isCurrent(ctx)}) and bool_or(${isOpen(ctx)})`.as('correcting'),
    })
    .from(filings)
    .where(and(eq(filings.month, month), isBegun(ctx)))
    .groupBy(filings.enterprise)
    .as('report')
  return ctx.db
    .select({
      enterprise: sql<string>`${presences.enterprise}`.as('of_enterprise'),
      name: enterprises.name,
      town: presences.town,
      zone: presences.zone,
      filing: sql<string | null>`${report.latest}`.as('filing'),
      standing: sql<Standing>`coalesce(${report.reached}, 'none')`.as('standing'),
      /** Accepted, with a correction under way. */
      correcting: sql<boolean>`coalesce(${report.correcting}, false)`.as('is_correcting'),
    })
    .from(presences)
    .innerJoin(enterprises, eq(enterprises.id, presences.enterprise))
    .leftJoin(report, eq(report.enterprise, presences.enterprise))
    .where(and(presentAt(month, ctx), asked(month)))
    .as('owed')
}
