/**
 * The journal: one append-only, hash-chained stream of every change of every business row.
 *
 * Entries are noted by migrations/0022_bulk-note.sql and written at commit by a deferred trigger (0010_chain.sql), inside the
 * transaction of the change, whoever makes it; the application role can only read them. Timelines, notices and audit pages read this one stream.
 */
import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import type pgDriver from 'pg'
import { officials } from './context.ts'
import { as, me } from './rows.ts'

const instant = () => pg.timestamp({ withTimezone: true, mode: 'string' })

/** Who may read an entry follows its audience: see `Journaled` in rows.ts. */
const readable = sql`region = ${me.region} and (${as('auditor', 'system')}
  or (audience = 'internal' and ${as(...officials)})
  or (audience = 'own' and (owner = ${me.org} or ${as('office', 'leader')})))`

export const journal = pg.pgTable(
  'journal',
  {
    seq: pg.bigint({ mode: 'number' }).primaryKey(),
    /** By the product's clock. */
    at: instant().notNull(),
    /** By the database's clock. */
    recordedAt: instant().notNull(),
    region: pg.text().notNull(),
    actor: pg.text().notNull(),
    actorName: pg.text().notNull(),
    role: pg.text().notNull(),
    org: pg.uuid(),
    action: pg.text().notNull(),
    entity: pg.text().notNull(),
    rowId: pg.text().notNull(),
    operation: pg.text({ enum: ['insert', 'update', 'delete'] }).notNull(),
    audience: pg.text({ enum: ['internal', 'own', 'matter', 'audit'] }).notNull(),
    owner: pg.uuid(),
    subject: pg.text().notNull(),
    /** The changed columns only (the whole row when deleted). */
    before: pg.jsonb().$type<Record<string, unknown>>(),
    /** The changed columns only (the whole row when inserted). */
    after: pg.jsonb().$type<Record<string, unknown>>(),
    algorithm: pg.text({ enum: ['sha256', 'sm3'] }).notNull(),
    previous: pg.text().notNull(),
    hash: pg.text().notNull(),
  },
  (self) => [
    pg.index('journal_subject').on(self.subject, self.seq),
    pg.index('journal_region').on(self.region, self.seq),
    pg.pgPolicy('journal_see', { for: 'select', using: readable }),
  ],
)

/** `previous` of the first entry. */
export const genesis = '0'.repeat(64)

/** Columns in the order they are hashed; the trigger in the migration joins the same ones. */
const hashed = `seq::text, previous, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at,
  to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as recorded, region, actor, actor_name, role,
  coalesce(org::text, '') as org, action, entity, row_id, operation, audience, coalesce(owner::text, '') as owner, subject,
  coalesce(before::text, '') as before, coalesce(after::text, '') as after`

export type Verdict =
  | { whole: true; entries: number; head: string }
  | { whole: false; entries: number; seq: number; reason: string }

type Row = Record<string, string> & { algorithm: 'sha256' | 'sm3'; hash: string; seq: string; previous: string }

/**
 * Walks the chain from the first entry, recomputing every hash outside the database.
 * @param client a connection that sees all entries (the owner's)
 * @returns the head, or the first entry that is altered, missing or out of place
 */
export async function verifyJournal(client: pgDriver.ClientBase, page = 5000): Promise<Verdict> {
  let previous = genesis
  let seq = 0
  for (;;) {
    const { rows } = await client.query<Row>(
      `select ${hashed}, algorithm, hash from public.journal where seq > $1 order by journal.seq limit $2`,
      [seq, page],
    )
    for (const { algorithm, hash, ...content } of rows) {
      const broken = (reason: string): Verdict => ({ whole: false, entries: seq, seq: seq + 1, reason })
      if (Number(content.seq) !== seq + 1) return broken(`第 ${seq + 1} 条缺失，其后为第 ${content.seq} 条`)
      if (content.previous !== previous) return broken('与上一条衔接不上')
      if (hashOf(algorithm, Object.values(content)) !== hash) return broken('内容与其摘要不符，已被改动')
      previous = hash
      seq += 1
    }
    if (rows.length < page) return { whole: true, entries: seq, head: previous }
  }
}

const hashOf = (algorithm: 'sha256' | 'sm3', parts: string[]) =>
  createHash(algorithm).update(parts.join('\u001f'), 'utf8').digest('hex')
