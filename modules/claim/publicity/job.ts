/**
 * Job: lists whose days are over are ended, as is what firms let go by, what waits for money is taken up once there is some, and a
 * firm that adopts its file finds its claims; at the start, when money moves, and every hour.
 */
import { eq } from 'drizzle-orm'
import { type Ctx, machine } from '#platform/context.ts'
import { hour, startJob } from '#platform/job.ts'
import type { Changes } from '#platform/live/listen.ts'
import type { Session } from '#platform/session.ts'
import { handOver } from '../course/adopt.ts'
import { lapseDue } from '../course/lapse.ts'
import { takeUp } from '../course/money.ts'
import { claims } from '../tables.ts'
import { endAllDue } from './list.ts'

type Ground = { session: Session; region: string; changes: Changes; warn: (line: string) => void }

/** The answer ends it, once what is under way is done. */
export function keepGoing({ session, region, changes, warn }: Ground): () => Promise<void> {
  const run = (name: string, work: (ctx: Ctx) => Promise<unknown>) => session.run(machine(region), name, work)
  return startJob({
    work: async () => {
      await run('claim/handOver', handOver)
      await run('claim/endPublicity', endAllDue)
      await run('claim/lapse', lapseDue)
      await run('claim/takeUp', takeUpAll)
    },
    failed: '公示期满、逾期、轮候或认领没有自动办理',
    hears: { changes, region, entities: ['pot', 'objection', 'adoption'] },
    every: hour,
    warn,
  })
}

/** Pot by pot, as far as the money goes. */
export async function takeUpAll(ctx: Ctx): Promise<number> {
  const pots = await ctx.db
    .selectDistinct({ line: claims.line, year: claims.year })
    .from(claims)
    .where(eq(claims.status, 'queued'))
    .orderBy(claims.year, claims.line)
  let taken = 0
  for (const pot of pots) taken += await takeUp(ctx, pot)
  return taken
}
