/** Job: a ticket done and not judged for as long as the rule allows is closed; looked at when the server starts and every hour. */
import { and, eq, sql } from 'drizzle-orm'
import { type Ctx, machine } from '#platform/context.ts'
import { hour, startJob } from '#platform/job.ts'
import type { Session } from '#platform/session.ts'
import { ruleOn } from './rule.ts'
import { tickets } from './tables.ts'

type Ground = { session: Session; region: string; warn: (line: string) => void }

/** The answer ends it, once what is under way is done. */
export const closeUnjudged = ({ session, region, warn }: Ground): (() => Promise<void>) =>
  startJob({
    work: () => session.run(machine(region), 'upkeep/close', closeDue),
    failed: '报事没有自动办结',
    every: hour,
    warn,
  })

/** By the rule of today; the day itself still belongs to whoever may judge. */
export async function closeDue(ctx: Ctx): Promise<void> {
  const { closeAfter } = await ruleOn(ctx, ctx.today)
  const doneOn = sql`(${tickets.doneAt} at time zone 'Asia/Shanghai')::date`
  await ctx.db
    .update(tickets)
    .set({ status: 'closed' })
    .where(and(eq(tickets.status, 'done'), sql`${doneOn} + ${closeAfter}::int < ${ctx.today}::date`))
}
