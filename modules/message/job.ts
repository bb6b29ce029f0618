/** Jobs: told messages are handed on and sent, by the queue; what waits without a job, as after a restored backup, is found every hour. */
import { and, eq, lt, sql } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import { machine } from '#platform/context.ts'
import { hour, startJob } from '#platform/job.ts'
import { isQueued, type Job } from '#platform/queue.ts'
import type { Session } from '#platform/session.ts'
import { handOnMessages, sendAt } from './sending/hand-on.ts'
import { handOn, handOnOrder, send, sendOrder } from './sending/orders.ts'
import { parcelNow, settle, transmit, type Ways } from './sending/send.ts'
import { deliveries } from './tables.ts'

/** What the queue runs for this module. */
export const messageWorks = (session: Session, ways: Ways): Record<string, (job: Job) => Promise<void>> => ({
  [handOn]: ({ region, of, finish }) =>
    session.run(machine(region), handOn, async (ctx) => {
      await handOnMessages(ctx, handOnOrder.parse(of))
      await finish(ctx)
    }),
  [send]: async ({ region, of, finish }) => {
    const { delivery } = sendOrder.parse(of)
    const parcel = await session.run(machine(region), send, (ctx) => parcelNow(ctx, delivery))
    const answer = parcel && (await transmit(delivery, parcel, ways))
    await session.run(machine(region), send, async (ctx) => {
      await settle(ctx, delivery, parcel, answer, ways)
      await finish(ctx)
    })
  },
})

type Ground = { session: Session; region: string; warn: (line: string) => void }

/** The answer ends it, once what is under way is done. */
export const findForgotten = ({ session, region, warn }: Ground): (() => Promise<void>) =>
  startJob({
    work: () => session.run(machine(region), 'message/find', sendForgotten),
    failed: '待发送的消息没有核查',
    every: hour,
    warn,
  })

/** Overdue for longer than any sending takes. */
const overdue = 15 * 60_000

export async function sendForgotten(ctx: Ctx): Promise<void> {
  const asOrdered = sql`jsonb_build_object('delivery', ${deliveries.id})`
  const found = await ctx.db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.status, 'waiting'),
        lt(deliveries.notBefore, new Date(ctx.now.getTime() - overdue).toISOString()),
        sql`not ${isQueued(send, asOrdered)}`,
      ),
    )
  for (const { id } of found) await sendAt(ctx, id, ctx.now)
}
