/** Published tables as others read them. */
import { and, desc, eq, lte, type SQL } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import { missing } from '#platform/problem.ts'
import { statTables } from './tables.ts'

/** What is known and what is published of a month go together: whoever is about either waits for the other. */
export const aboutMonth = ({ actor }: Ctx, month: string) => `statistics ${actor.region} ${month}`

/** Published up to today, the latest period first. */
export const publishedTables = ({ db, today }: Ctx, where?: SQL) =>
  db
    .select()
    .from(statTables)
    .where(and(lte(statTables.publishedOn, today), where))
    .orderBy(desc(statTables.month), desc(statTables.publishedOn), desc(statTables.createdAt))

export async function publishedTable(ctx: Ctx, id: string) {
  const [found] = await publishedTables(ctx, eq(statTables.id, id))
  if (!found) throw missing('统计表')
  return found
}
