/** Job: lists whose days are over are ended, and what waits for money is taken up once there is some; at the start, when money moves, and every hour. */
import { eq } from 'drizzle-orm'
import { type Ctx, machine } from '#platform/context.ts'
import type { Changes } from '#platform/live/listen.ts'
import type { Session } from '#platform/session.ts'
import { takeUp } from '../course/money.ts'
import { claims } from '../tables.ts'
import { endAllDue } from './list.ts'

type Ground = { session: Session; region: string; changes: Changes; warn: (line: string) => void }

const hour = 3_600_000
const stirring = ['pot', 'objection']

/** The answer ends it, once what is under way is done. */
export function keepGoing({ session, region, changes, warn }: Ground): () => Promise<void> {
  let underWay = Promise.resolve()
  const run = (name: string, work: (ctx: Ctx) => Promise<unknown>) => session.run(machine(region), name, work)
  const wake = () => {
    underWay = underWay
      .then(async () => {
        await run('claim/endPublicity', endAllDue)
        await run('claim/takeUp', takeUpAll)
      })
      .catch((error: Error) => warn(`公示期满或轮候没有自动办理：${error.message.slice(0, 500)}`))
  }
  wake()
  const clock = setInterval(wake, hour)
  const deafen = changes((change) => {
    if (change === 'anything' || (change.region === region && stirring.includes(change.entity))) wake()
  }, warn)
  return async () => {
    clearInterval(clock)
    await deafen()
    await underWay
  }
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
