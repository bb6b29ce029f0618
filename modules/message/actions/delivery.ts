/** The log of sending: what was sent where, with every attempt; without the words of the messages. */
import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm'
import { z } from 'zod'
import { persons } from '#modules/org/tables.ts'
import { query } from '#platform/action.ts'
import { oneOf } from '#platform/fields.ts'
import { attempt, deliveryStates, mediums, delivery as model } from '../model.ts'
import { attempts, deliveries as table, webhooks } from '../tables.ts'

const page = 20
const keepers = ['sysadmin', 'auditor'] as const
const line = model
  .pick({ medium: true, status: true, notBefore: true, attempts: true, sentAt: true, answer: true })
  .extend({ id: z.uuid(), to: z.string(), carries: z.number(), createdAt: z.string() })

export const deliveries = query(
  {
    label: '发送记录',
    who: keepers,
    input: z.object({
      status: oneOf('状态', deliveryStates).optional(),
      medium: oneOf('方式', mediums).optional(),
      page: z.int().min(1).max(10_000).default(1),
    }),
    output: z.object({ rows: z.array(line), total: z.number(), page: z.number(), size: z.number() }),
  },
  async ({ db }, wanted) => {
    const which = and(
      wanted.status ? eq(table.status, wanted.status) : undefined,
      wanted.medium ? eq(table.medium, wanted.medium) : undefined,
    )
    const rows = await db
      .select({
        ...getTableColumns(table),
        to: sql<string>`coalesce(${persons.name}, ${webhooks.title})`,
        carries: sql<number>`jsonb_array_length(${table.messages})`,
      })
      .from(table)
      .leftJoin(persons, eq(persons.id, table.recipient))
      .leftJoin(webhooks, eq(webhooks.id, table.webhook))
      .where(which)
      .orderBy(desc(table.createdAt), table.id)
      .limit(page)
      .offset((wanted.page - 1) * page)
    return { rows, total: await db.$count(table, which), page: wanted.page, size: page }
  },
)

export const deliveryAttempts = query(
  {
    label: '发送尝试',
    who: keepers,
    input: z.object({ delivery: z.uuid() }),
    output: z.array(attempt.omit({ delivery: true })),
  },
  ({ db }, { delivery }) => db.select().from(attempts).where(eq(attempts.delivery, delivery)).orderBy(attempts.number),
)
