/** The journal as people read it: the timeline of one matter, and the audit administrator's search. */
import { and, desc, eq, gte, inArray, lt, lte, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { query } from '#platform/action.ts'
import { officials } from '#platform/context.ts'
import { day } from '#platform/fields.ts'
import { journal } from '#platform/journal.ts'

const entry = z.object({
  seq: z.number(),
  at: z.string(),
  recordedAt: z.string(),
  actor: z.string(),
  actorName: z.string(),
  role: z.string(),
  org: z.string().nullable(),
  action: z.string(),
  entity: z.string(),
  rowId: z.string(),
  operation: z.enum(['insert', 'update', 'delete']),
  subject: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  algorithm: z.enum(['sha256', 'sm3']),
  hash: z.string(),
})
const page = { before: z.int().optional(), limit: z.int().min(1).max(200).default(50) }

/** What happened to some matters (a task key, a plan…), newest first, up to the day the product's clock shows. */
export const timeline = query(
  {
    label: '办理时间线',
    who: officials,
    input: z.object({ subjects: z.array(z.string()).min(1).max(50), ...page }),
    output: z.array(entry),
  },
  async ({ db, now }, { subjects, before, limit }) =>
    db
      .select()
      .from(journal)
      .where(and(inArray(journal.subject, subjects), lte(journal.at, now.toISOString()), earlier(before), tellable))
      .orderBy(desc(journal.seq))
      .limit(limit),
)

export const search = query(
  {
    label: '办理日志',
    who: ['auditor'],
    input: z.object({
      entity: z.string().optional(),
      actorName: z.string().optional(),
      action: z.string().optional(),
      rowId: z.string().optional(),
      from: day('起始日期').optional(),
      to: day('截止日期').optional(),
      ...page,
    }),
    output: z.array(entry),
  },
  async ({ db }, { entity, actorName, action, rowId, from, to, before, limit }) =>
    db
      .select()
      .from(journal)
      .where(
        and(
          entity ? eq(journal.entity, entity) : undefined,
          actorName ? eq(journal.actorName, actorName) : undefined,
          action ? eq(journal.action, action) : undefined,
          rowId ? eq(journal.rowId, rowId) : undefined,
          from ? gte(journal.at, sql`${from}::date::timestamp at time zone 'Asia/Shanghai'`) : undefined,
          to ? lt(journal.at, sql`(${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`) : undefined,
          earlier(before),
        ),
      )
      .orderBy(desc(journal.seq))
      .limit(limit),
)

const earlier = (seq: number | undefined): SQL | undefined => (seq === undefined ? undefined : lt(journal.seq, seq))

/**
 * An entry holds what its row held: about a report not yet sent, a draft of a plan, a unit's evidence, the figures an
 * enterprise filed or a title it holds, only those read it who may see the row now. The row rights of each say who that is.
 */
const tellable = sql`case
  when ${journal.entity} = 'report' then exists (select from report r where r.id = ${journal.rowId}::uuid)
  when ${journal.entity} = 'file' then exists (select from file f where f.id = ${journal.rowId}::uuid)
  when ${journal.entity} = 'filing' then exists (select from filing f where f.id = ${journal.rowId}::uuid)
  when ${journal.entity} = 'qualification' then exists (select from qualification q where q.id = ${journal.rowId}::uuid)
  when ${journal.entity} in ('plan', 'goal', 'task_group', 'task', 'safeguard', 'zone', 'target', 'task_unit')
    then exists (select from plan p where p.id = ${journal.subject}::uuid)
  else true end`
