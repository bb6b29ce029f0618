/**
 * A delivery is sent: looked up, sent outside of any transaction, and written down with the end of its job in one.
 *
 * Who dies between sending and writing has it sent again under the same id; it is written down once.
 */
import { eq, sql } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import { attempts, deliveries } from '../tables.ts'
import type { post } from './gateway.ts'
import { sendAt } from './hand-on.ts'
import type { Post } from './mail.ts'
import { type Delivery, type Parcel, parcelOf } from './parcel.ts'

export type Answer = { ok: boolean; answer: string }
export type Ways = {
  mail: Post
  gateway: typeof post
  publicUrl: string
  /** Seconds before each further attempt; after the last it is given up. */
  waits: readonly number[]
}
export const waits = [60, 300, 900, 3600, 3 * 3600, 6 * 3600, 12 * 3600] as const

/** Null when there is nothing to send, or not yet. */
export async function parcelNow(ctx: Ctx, id: string): Promise<Parcel | null> {
  const [found] = await ctx.db.select().from(deliveries).where(eq(deliveries.id, id))
  if (found?.status !== 'waiting' || isEarly(ctx, found)) return null
  return parcelOf(ctx, found)
}

export async function transmit(id: string, parcel: Parcel, { mail, gateway, publicUrl }: Ways): Promise<Answer> {
  if (parcel.to === null) return { ok: false, answer: parcel.because }
  try {
    return await (parcel.to === 'email' ? mail(id, parcel, publicUrl) : gateway(id, parcel, publicUrl))
  } catch (error) {
    return { ok: false, answer: reasonOf(error as Error) }
  }
}

/** Why a request failed stands in its cause. */
const reasonOf = ({ message, cause }: Error) => (cause instanceof Error ? `${message}：${cause.message || cause.name}` : message)

/** Writes down how it went and what follows. Whoever comes second finds it written. */
export async function settle(ctx: Ctx, id: string, parcel: Parcel | null, given: Answer | null, { waits }: Ways): Promise<void> {
  const [found] = await ctx.db.select().from(deliveries).where(eq(deliveries.id, id)).for('update')
  if (found?.status !== 'waiting') return
  if (!parcel || !given) {
    if (isEarly(ctx, found)) await sendAt(ctx, id, new Date(found.notBefore))
    return
  }
  const number = found.attempts + 1
  const answer = given.answer.slice(0, 500) || '—'
  await ctx.db.insert(attempts).values({ delivery: id, number, at: ctx.now.toISOString(), ok: given.ok, answer })
  const after = { attempts: number, answer }
  const wait = parcel.to === null ? undefined : waits[number - 1]
  if (given.ok) await change(ctx, id, { ...after, status: 'sent', sentAt: ctx.now.toISOString() })
  else if (wait === undefined) await change(ctx, id, { ...after, status: 'failed' })
  else {
    const next = new Date(ctx.now.getTime() + wait * 1000)
    await change(ctx, id, { ...after, notBefore: next.toISOString() })
    await sendAt(ctx, id, next)
  }
}

const change = async (ctx: Ctx, id: string, to: Partial<Delivery>) => {
  await ctx.db.update(deliveries).set(to).where(eq(deliveries.id, id))
  await ctx.db.execute(sql`select pg_notify('changes', ${ctx.actor.region} || ' delivery')`)
}

/** Two clocks of two servers differ a little. */
const isEarly = ({ now }: Ctx, { notBefore }: Delivery) => Date.parse(notBefore) > now.getTime() + 2000
