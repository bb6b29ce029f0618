/** One's own messages: the list, how many are unread, and that they were read. */
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import { administrators, type Ctx, officials } from '#platform/context.ts'
import { oneOf } from '#platform/fields.ts'
import { missing } from '#platform/problem.ts'
import { message, topics } from '../model.ts'
import { messages } from '../tables.ts'

/** Everybody with an account. */
export const signedIn = [...officials, ...administrators, 'enterprise', 'institution'] as const

const page = 20
const letter = message.pick({ topic: true, title: true, text: true, link: true, urgent: true, at: true, readAt: true })

export const inbox = query(
  {
    label: '我的消息',
    who: signedIn,
    input: z.object({
      unread: z.boolean().default(false),
      topic: oneOf('类别', topics).optional(),
      page: z.int().min(1).max(10_000).default(1),
    }),
    output: z.object({ rows: z.array(letter.extend({ id: z.uuid() })), total: z.number(), page: z.number(), size: z.number() }),
  },
  async ({ db, actor }, wanted) => {
    const mine = and(
      toMe(actor),
      wanted.unread ? isNull(messages.readAt) : undefined,
      wanted.topic ? eq(messages.topic, wanted.topic) : undefined,
    )
    const rows = await db
      .select()
      .from(messages)
      .where(mine)
      .orderBy(desc(messages.at), messages.id)
      .limit(page)
      .offset((wanted.page - 1) * page)
    return { rows, total: await db.$count(messages, mine), page: wanted.page, size: page }
  },
)

export const unread = query(
  { label: '未读消息数', who: signedIn, input: z.object({}), output: z.object({ count: z.number(), urgent: z.number() }) },
  async ({ db, actor }) => {
    const [found] = await db
      .select({
        count: sql<number>`count(*)::int`,
        urgent: sql<number>`(count(*) filter (where ${messages.urgent}))::int`,
      })
      .from(messages)
      .where(and(toMe(actor), isNull(messages.readAt)))
    return found!
  },
)

const which = z.object({ id: z.uuid() })
export const readMessage = command({ label: '阅读消息', who: signedIn, input: which, output: which }, async (ctx, { id }) => {
  const [found] = await ctx.db
    .select({ id: messages.id })
    .from(messages)
    .where(and(toMe(ctx.actor), eq(messages.id, id)))
  if (!found) throw missing('消息')
  await markRead(ctx, id)
  return { id }
})

export const readAll = command(
  { label: '全部标为已读', who: signedIn, input: z.object({}), output: z.object({ read: z.number() }) },
  async (ctx) => ({ read: await markRead(ctx) }),
)

/** The machine is above row rights, and has no messages: whose they are is asked here as well. */
const toMe = ({ id }: Ctx['actor']) => sql`${messages.recipient}::text = ${id}`

/** Messages are not journaled: other pages of the reader are told here. */
async function markRead({ db, actor, now }: Ctx, id?: string): Promise<number> {
  const marked = await db
    .update(messages)
    .set({ readAt: now.toISOString() })
    .where(and(toMe(actor), isNull(messages.readAt), id ? eq(messages.id, id) : undefined))
    .returning({ id: messages.id })
  if (marked.length) await db.execute(sql`select pg_notify('changes', ${actor.region} || ' message')`)
  return marked.length
}
