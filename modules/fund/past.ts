/** What firms had before, clause by clause, as decisions count it (已享政策, plan task 3). */
import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import type { Award, Past } from '#engines/policy/fact.ts'
import type { Ctx } from '#platform/context.ts'
import { awards } from './tables.ts'

/** As known today, in one order for ever: the same past gives the same decision to the letter. */
export async function pastOf(ctx: Ctx, enterprise: string): Promise<Past> {
  return (await pastOfMany(ctx, [enterprise])).get(enterprise)!
}

/** Every firm that is asked for is in the answer. */
export async function pastOfMany({ db, today }: Ctx, enterprises: readonly string[]): Promise<Map<string, Past>> {
  const found = new Map<string, Award[]>(enterprises.map((id) => [id, []]))
  const rows = await db
    .select()
    .from(awards)
    .where(and(sql`${awards.enterprise} = any(${`{${enterprises.join()}}`}::uuid[])`, had(today)))
    .orderBy(asc(awards.on), asc(awards.clause), asc(awards.project), asc(awards.milestone), asc(awards.amount))
  for (const { enterprise, clause, year, project, milestone, amount, less } of rows)
    found.get(enterprise)!.push({ clause, year, project, milestone, amount, ...(less.length > 0 ? { less } : {}) })
  return found
}

/** Granted by that day, and not taken back by then. */
export const had = (day: string) => and(lte(awards.on, day), or(isNull(awards.knownUntil), gt(awards.knownUntil, day)))

type Kept = 'id' | 'region' | 'createdAt' | 'updatedAt' | 'knownUntil' | 'note' | 'less' | 'on'
type Granted = Omit<typeof awards.$inferInsert, Kept> & Partial<Pick<typeof awards.$inferSelect, 'note' | 'less'>>

/** Had from today on. */
export async function record({ db, today }: Ctx, award: Granted | readonly Granted[]): Promise<void> {
  const rows = [award].flat() as Granted[]
  if (rows.length === 0) return
  await db.insert(awards).values(rows.map((row) => ({ note: null, less: [], ...row, on: today, knownUntil: null })))
}

/** Money of a claim came back: so much of what was had is not had any more, the rest stays as it was. */
export async function takeBack(ctx: Ctx, claim: string, amount: number): Promise<void> {
  const now = and(eq(awards.claim, claim), isNull(awards.knownUntil))
  const rows = await ctx.db.select().from(awards).where(now).orderBy(asc(awards.createdAt), asc(awards.id)).for('update')
  let left = amount
  for (const { id, createdAt, updatedAt, region, knownUntil, on, ...award } of rows) {
    if (left <= 0) return
    const back = Math.min(left, award.amount)
    left -= back
    await ctx.db.update(awards).set({ knownUntil: ctx.today }).where(eq(awards.id, id))
    if (back < award.amount) await record(ctx, { ...award, amount: award.amount - back })
  }
}
