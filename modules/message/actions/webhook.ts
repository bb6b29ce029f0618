/** Gateways that are told by signed requests: added with a secret shown once, tried, stopped. */
import { randomBytes } from 'node:crypto'
import { desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import { webhook as model } from '../model.ts'
import { deliver } from '../sending/hand-on.ts'
import { messages, webhooks as table } from '../tables.ts'

const shown = model.omit({ secret: true }).extend({ id: z.uuid(), waiting: z.number(), sent: z.number(), failed: z.number() })

export const webhooks = query(
  { label: '外发接口', who: ['sysadmin', 'auditor'], input: z.object({}), output: z.array(shown) },
  async ({ db }) => {
    const inState = (status: string) =>
      sql<number>`(select count(*)::int from delivery d where d.webhook = webhook.id and d.status = ${status})`
    const found = await db
      .select({ webhook: table, waiting: inState('waiting'), sent: inState('sent'), failed: inState('failed') })
      .from(table)
      .orderBy(desc(sql`${table.until} is null`), table.title)
    return found.map(({ webhook: { secret: _, ...rest }, ...counts }) => ({ ...rest, ...counts }))
  },
)

export const addWebhook = command(
  {
    label: '新增外发接口',
    who: ['sysadmin'],
    input: model.pick({ title: true, url: true, topics: true }),
    output: z.object({ id: z.uuid(), secret: z.string() }),
  },
  async ({ db, today }, given) => {
    const url = URL.canParse(given.url) ? new URL(given.url) : null
    if (url?.protocol !== 'https:' && url?.protocol !== 'http:') throw invalid('地址应以 https:// 或 http:// 开头')
    if (url.username || url.password) throw invalid('地址中不能含有用户名和密码')
    if (!given.topics.length) throw invalid('请选择消息类别')
    const secret = randomBytes(32).toString('base64url')
    const [made] = await db
      .insert(table)
      .values({ ...given, topics: [...new Set(given.topics)], secret, since: today, until: null })
      .returning({ id: table.id })
    return { id: made!.id, secret }
  },
)

const which = z.object({ id: z.uuid() })
export const stopWebhook = command(
  { label: '停用外发接口', who: ['sysadmin'], input: which, output: which },
  async (ctx, { id }) => {
    await inUse(ctx, id)
    await ctx.db.update(table).set({ until: ctx.today }).where(eq(table.id, id))
    return { id }
  },
)

/** The message is told to whoever tries, in the product as well. */
export const testWebhook = command(
  { label: '测试外发接口', who: ['sysadmin'], input: which, output: z.object({ delivery: z.uuid() }) },
  async (ctx, { id }) => {
    const { title } = await inUse(ctx, id)
    return overAll(ctx, async (wide) => {
      const key = `webhook-test-${id}-${ctx.now.toISOString()}`
      const words = {
        topic: 'system',
        title: '测试消息',
        text: `用于测试外发接口“${title}”，无须处理。`,
        link: '/admin/webhooks',
      } as const
      const [made] = await wide.db
        .insert(messages)
        .values({
          ...words,
          recipient: ctx.actor.id,
          urgent: false,
          at: ctx.now.toISOString(),
          key,
          readAt: ctx.now.toISOString(),
        })
        .onConflictDoNothing()
        .returning({ id: messages.id })
      if (!made) throw conflict('测试消息刚刚发送过，请稍后再试')
      return { delivery: await deliver(wide, { medium: 'webhook', recipient: null, webhook: id }, [made.id], ctx.now) }
    })
  },
)

async function inUse({ db, today }: Ctx, id: string): Promise<typeof table.$inferSelect> {
  const [found] = await db.select().from(table).where(eq(table.id, id))
  if (!found) throw missing('外发接口')
  if (found.until !== null && found.until <= today) throw conflict('该外发接口已停用')
  return found
}
