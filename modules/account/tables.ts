/** Accounts live in platform/auth/tables.ts; here is what three administrators (三员分立) add to the rights on posts. */
import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { posts } from '#modules/org/tables.ts'
import { administrators } from '#platform/context.ts'
import { as, either } from '#platform/rows.ts'

/** Whoever may keep posts, only the security administrator keeps those of administrators. */
const ordinary = sql.raw(`role not in (${administrators.map((role) => `'${role}'`).join(', ')})`)
const trusted = either(ordinary, as('secadmin', 'system'))

export const appointment = pg.pgPolicy('post_appointment', { as: 'restrictive', for: 'insert', withCheck: trusted }).link(posts)
export const dismissal = pg
  .pgPolicy('post_dismissal', { as: 'restrictive', for: 'update', using: trusted, withCheck: trusted })
  .link(posts)
