/** Told messages become deliveries: to each who wants e-mail, when he wants it, and to every gateway of the topic. */
import { and, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { dayOf } from '#platform/clock.ts'
import type { Ctx } from '#platform/context.ts'
import { enqueue } from '#platform/queue.ts'
import { oneAtATime } from '#platform/session.ts'
import { deliveries, messages, preferences, webhooks } from '../tables.ts'
import { momentFor } from './moment.ts'
import { type HandOn, type Send, send } from './orders.ts'

type Message = typeof messages.$inferSelect
type Preference = typeof preferences.$inferSelect
/** A digest that is about to go out takes nothing more up. */
const closing = 60_000

export async function handOnMessages(ctx: Ctx, { messages: told }: HandOn): Promise<void> {
  const found = await ctx.db.select().from(messages).where(inArray(messages.id, told)).orderBy(messages.recipient, messages.id)
  const wishes = await ctx.db
    .select()
    .from(preferences)
    .where(
      and(
        inArray(
          preferences.person,
          found.map(({ recipient }) => recipient),
        ),
        eq(preferences.byEmail, true),
      ),
    )
  const wishesOf = new Map(wishes.map((one) => [one.person, one]))
  for (const message of found) {
    const wished = wishesOf.get(message.recipient)
    if (wished && wantsByMail(message, wished)) await toMail(ctx, message, wished)
  }
  await toGateways(ctx, found)
}

/** What was told before he asked for e-mail is not sent after him. */
const wantsByMail = ({ topic, at }: Message, { email, muted, createdAt }: Preference) =>
  email !== null && !muted.includes(topic) && Date.parse(at) >= Date.parse(createdAt)

async function toMail(ctx: Ctx, message: Message, wished: Preference): Promise<void> {
  const moment = momentFor(new Date(message.at), message.urgent, wished)
  const together = wished.digest === 'daily' && !message.urgent && moment.getTime() > ctx.now.getTime() + closing
  if (together && (await joinDigest(ctx, message, moment))) return
  await deliver(ctx, { medium: 'email', recipient: message.recipient, webhook: null }, [message.id], moment)
}

/** Two at once would each begin the digest. */
async function joinDigest(ctx: Ctx, { id, recipient }: Message, moment: Date): Promise<boolean> {
  await oneAtATime(ctx, `digest ${recipient}`)
  const joined = await ctx.db
    .update(deliveries)
    .set({ messages: sql`${deliveries.messages} || ${JSON.stringify([id])}::jsonb` })
    .where(
      and(
        eq(deliveries.recipient, recipient),
        eq(deliveries.medium, 'email'),
        eq(deliveries.status, 'waiting'),
        eq(deliveries.attempts, 0),
        eq(deliveries.notBefore, moment.toISOString()),
      ),
    )
    .returning({ id: deliveries.id })
  return joined.length > 0
}

/** A gateway is told once of what many persons are told. */
async function toGateways(ctx: Ctx, told: Message[]): Promise<void> {
  const [first] = told
  if (!first) return
  const on = dayOf(new Date(first.at))
  const found = await ctx.db
    .select({ id: webhooks.id, topics: webhooks.topics })
    .from(webhooks)
    .where(and(lte(webhooks.since, on), or(isNull(webhooks.until), gt(webhooks.until, ctx.today))))
  for (const { id, topics } of found) {
    const wanted = told.filter(({ topic }) => topics.includes(topic)).map((message) => message.id)
    if (wanted.length) await deliver(ctx, { medium: 'webhook', recipient: null, webhook: id }, wanted, ctx.now)
  }
}

type To = Pick<typeof deliveries.$inferInsert, 'medium' | 'recipient' | 'webhook'>

/** A delivery waits with its job, in one transaction. */
export async function deliver(ctx: Ctx, to: To, carried: string[], moment: Date): Promise<string> {
  const waiting = { status: 'waiting', attempts: 0, notBefore: moment.toISOString(), sentAt: null, answer: null } as const
  const [made] = await ctx.db
    .insert(deliveries)
    .values({ ...to, ...waiting, messages: carried })
    .returning({ id: deliveries.id })
  await sendAt(ctx, made!.id, moment)
  return made!.id
}

/** The queue keeps real time; the product's may be set, and runs as fast. */
export const sendAt = (ctx: Ctx, delivery: string, moment: Date): Promise<void> =>
  enqueue(ctx, send, { delivery } satisfies Send, (moment.getTime() - ctx.now.getTime()) / 1000)
