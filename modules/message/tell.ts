/** Telling people: one message to each person who holds a post there today, once a key, within the transaction of what it tells of. */
import { and, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { persons, posts } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { enqueue } from '#platform/queue.ts'
import { overAll } from '#platform/session.ts'
import type { Topic } from './model.ts'
import { type HandOn, handOn } from './sending/orders.ts'
import { messages } from './tables.ts'

export type Telling = {
  /** Those who hold a post today: the persons among them, and all of these units. */
  to: { persons?: readonly string[]; orgs?: readonly string[] }
  topic: Topic
  title: string
  text: string
  /** The page it is about. */
  link: string
  /** Breaks through quiet hours and digests. */
  urgent?: boolean
  /** The same key is told to a person once, however often a job runs. */
  key: string
}

/** Writes the messages; the sending follows by itself once the transaction is committed. */
export async function tell(ctx: Ctx, { to, topic, title, text, link, urgent = false, key }: Telling): Promise<void> {
  await aboveRights(ctx, async ({ db, now, today }) => {
    const recipients = await inPost({ db, today }, to)
    if (!recipients.length) return
    const of = { topic, title: cut(title, 200), text: cut(text, 1000), link, urgent, key, at: now.toISOString(), readAt: null }
    const told = await db
      .insert(messages)
      .values(recipients.map((recipient) => ({ ...of, recipient })))
      .onConflictDoNothing({ target: [messages.recipient, messages.key] })
      .returning({ id: messages.id })
    if (!told.length) return
    await enqueue(ctx, handOn, { messages: told.map(({ id }) => id) } satisfies HandOn)
    // Messages are not journaled, so the pages are told here; the database passes it on at commit.
    await db.execute(sql`select pg_notify('changes', ${ctx.actor.region} || ' message')`)
  })
}

/** Nobody may write to others by hand; what is told follows by itself from what was done, which may itself run above row rights. */
async function aboveRights(ctx: Ctx, write: (ctx: Ctx) => Promise<void>): Promise<void> {
  const { rows } = (await ctx.db.execute(sql`select current_setting('app.role', true) = 'system' as already`)) as unknown as {
    rows: [{ already: boolean }]
  }
  await (rows[0].already ? write(ctx) : overAll(ctx, write))
}

async function inPost({ db, today }: Pick<Ctx, 'db' | 'today'>, to: Telling['to']): Promise<string[]> {
  const wanted = [
    ...(to.persons?.length ? [inArray(posts.person, [...to.persons])] : []),
    ...(to.orgs?.length ? [inArray(posts.org, [...to.orgs])] : []),
  ]
  if (!wanted.length) return []
  const found = await db
    .selectDistinct({ id: persons.id })
    .from(posts)
    .innerJoin(persons, eq(persons.id, posts.person))
    .where(and(or(...wanted), lte(posts.since, today), or(isNull(posts.until), gt(posts.until, today))))
  return found.map(({ id }) => id).sort()
}

const cut = (words: string, most: number) => (words.length > most ? `${words.slice(0, most - 1)}…` : words)
