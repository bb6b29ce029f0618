/**
 * Row rights: who sees and changes a row, as SQL conditions that PostgreSQL enforces (row-level security).
 *
 * Every statement runs with `app.*` settings made local to its transaction (see session.ts); a condition may
 * name any column of its table.
 */
import { type SQL, sql } from 'drizzle-orm'
import { officials, type Role } from './context.ts'

/** Sub-selects, so that PostgreSQL evaluates each once a statement and not once a row. */
export const me = {
  region: sql`(select current_setting('app.region', true))`,
  role: sql`(select current_setting('app.role', true))`,
  org: sql`(select nullif(current_setting('app.org', true), '')::uuid)`,
  user: sql`(select current_setting('app.user', true))`,
}
/** The same region as a column default, where a sub-select is not allowed. */
export const ownRegion = sql`current_setting('app.region', true)`

const quoted = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(', '))

export const as = (...roles: Role[]) => sql`${me.role} in (${quoted(roles)})`
export const anyone = sql`true`
export const nobody = sql`false`
export const official = as(...officials)
export const office = as('office')
export const either = (...conditions: SQL[]) => sql`(${sql.join(conditions, sql` or `)})`
export const both = (...conditions: SQL[]) => sql`(${sql.join(conditions, sql` and `)})`

/** Four decisions a table must make; leaving one out does not compile. */
export type RowRights = { see: SQL; add: SQL; change: SQL; remove: SQL }

/**
 * How changes of a row enter the journal. `audience`: who may read those entries — every official of the region,
 * only the organisation that owns the row (with office and leader), whoever may see the matter itself (its module adds
 * that policy to the journal), or audit administrators alone.
 * `subject` / `owner` name the columns holding the matter the row belongs to (default: the row itself) and the owning
 * organisation; `hidden` columns (secrets) are recorded as changed, never with their value.
 */
export type Journaled = { audience: 'internal' | 'own' | 'matter' | 'audit'; subject?: string; owner?: string; hidden?: string[] }
