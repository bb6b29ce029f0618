/** The money of a year over its four lines, with what it is arranged by (plan task 3). */
import { and, eq } from 'drizzle-orm'
import { type Pot, potNames } from '#engines/policy/policy.ts'
import type { Ctx } from '#platform/context.ts'
import { oneAtATime } from '#platform/session.ts'
import { pots } from './tables.ts'

export const potLines = Object.keys(potNames) as Pot[]
type Arranged = { year: number; basis: string; amounts: Record<Pot, number> }

/** A sum below what is bound is refused by the database, which says what is bound. Answers the lines that were changed. */
export async function arrange(ctx: Ctx, { year, basis, amounts }: Arranged): Promise<Pot[]> {
  await oneAtATime(ctx, `pots ${year}`)
  const before = await ctx.db.select().from(pots).where(eq(pots.year, year))
  const changed = potLines.filter((line) => before.find((one) => one.line === line)?.amount !== amounts[line])
  for (const line of changed) {
    const amount = amounts[line]
    const known = before.some((one) => one.line === line)
    if (!known) await ctx.db.insert(pots).values({ year, line, amount, basis, reserved: 0, committed: 0, paid: 0 })
    else
      await ctx.db
        .update(pots)
        .set({ amount, basis })
        .where(and(eq(pots.year, year), eq(pots.line, line)))
  }
  return changed
}
