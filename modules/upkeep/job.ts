/** Job: a ticket done and not judged for as long as the rule allows is closed; looked at when the server starts and every hour. */
import { and, eq, sql } from 'drizzle-orm'
import { type Ctx, machine } from '#platform/context.ts'
import type { Session } from '#platform/session.ts'
import { ruleOn } from './rule.ts'
import { tickets } from './tables.ts'

type Ground = { session: Session; region: string; warn: (line: string) => void }

const hour = 3_600_000

/** The answer ends it, once what is under way is done. */
export function closeUnjudged({ session, region, warn }: Ground): () => Promise<void> {
  let underWay = Promise.resolve()
  const sweep = () => {
    underWay = session
      .run(machine(region), 'upkeep/close', closeDue)
      .catch((error: Error) => warn(`报事没有自动办结：${error.message.slice(0, 500)}`))
  }
  sweep()
  const clock = setInterval(sweep, hour)
  return async () => {
    clearInterval(clock)
    await underWay
  }
}

/** By the rule of today; the day itself still belongs to whoever may judge. */
export async function closeDue(ctx: Ctx): Promise<void> {
  const { closeAfter } = await ruleOn(ctx, ctx.today)
  const doneOn = sql`(${tickets.doneAt} at time zone 'Asia/Shanghai')::date`
  await ctx.db
    .update(tickets)
    .set({ status: 'closed' })
    .where(and(eq(tickets.status, 'done'), sql`${doneOn} + ${closeAfter}::int < ${ctx.today}::date`))
}
