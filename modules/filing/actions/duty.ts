/** What waits for me: reports to file for an enterprise, reports to check and those overdue for officials. */
import { and, count, eq, notInArray } from 'drizzle-orm'
import { z } from 'zod'
import { query } from '#platform/action.ts'
import { workdaysBetween } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { closedMonth, dueOn, overMonth, rulesOf } from '../clock.ts'
import { isBegun, statusOn } from '../queries.ts'
import { standingsOf } from '../standing.ts'
import { filings } from '../tables.ts'
import { ownMonths } from './own.ts'

export const duties = query(
  {
    label: '报表待办',
    who: ['leader', 'office', 'park', 'town', 'enterprise', 'institution'],
    input: z.object({}),
    output: z.object({
      /** The month that is being reported. */
      month: z.string(),
      dueOn: z.string().nullable(),
      workdaysLeft: z.int().nullable(),
      /** Officials: reports that wait for a check. */
      toCheck: z.int(),
      /** The latest closed month, and how many of it were not filed or stand returned. */
      closed: z.string().nullable(),
      overdue: z.int(),
      /** Enterprises: months still to be filed, the oldest first. */
      toFile: z.array(
        z.object({ month: z.string(), dueOn: z.string(), workdaysLeft: z.int(), returned: z.boolean(), late: z.boolean() }),
      ),
    }),
  },
  async (ctx) => {
    const rules = await rulesOf(ctx)
    const month = overMonth(ctx.today)
    const due = dueOn(month, rules)
    const closed = closedMonth(ctx.today, rules)
    const own = ctx.actor.role === 'enterprise' || ctx.actor.role === 'institution'
    return {
      month,
      dueOn: due,
      workdaysLeft: due === null ? null : workdaysBetween(ctx.today, due),
      toCheck: own || ctx.actor.role === 'leader' ? 0 : await waiting(ctx),
      closed,
      overdue: own || !closed ? 0 : await unfiled(ctx, closed),
      toFile: own ? await toFile(ctx) : [],
    }
  },
)

async function waiting(ctx: Ctx): Promise<number> {
  const [found] = await ctx.db
    .select({ of: count() })
    .from(filings)
    .where(and(eq(statusOn(ctx), 'submitted'), isBegun(ctx)))
  return found!.of
}

async function unfiled(ctx: Ctx, month: string): Promise<number> {
  const owed = standingsOf(ctx, month)
  const [found] = await ctx.db
    .select({ of: count() })
    .from(owed)
    .where(notInArray(owed.standing, ['accepted', 'submitted']))
  return found!.of
}

async function toFile(ctx: Ctx) {
  const months = await ownMonths(ctx)
  return (months ?? [])
    .filter(({ standing }) => standing !== 'accepted' && standing !== 'submitted')
    .map(({ month, dueOn, workdaysLeft, standing, late }) => ({
      month,
      dueOn,
      workdaysLeft,
      returned: standing === 'returned',
      late,
    }))
    .reverse()
}
