import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { enterprises } from '#modules/enterprise/tables.ts'
import { anyone, as, both, either, me, nobody } from '#platform/rows.ts'
import { table } from '#platform/table.ts'
import { statReturn, statTable } from './model.ts'

const statistician = as('statistician')
const own = both(as('enterprise', 'institution'), sql`enterprise in (select e.id from enterprise e where e.org = ${me.org})`)
/** What an enterprise allowed its figures to be used for, and has not taken back. */
const allowed = both(
  as('office', 'department'),
  sql`exists (select 1 from consent c where c.enterprise = stat_return.enterprise and c.purpose in ('policy', 'appraisal') and c.until is null)`,
)

// Who keeps the books of others' deeds is no statistician: that a return came is recorded, what it said is not.
const figures = ['revenue', 'software_revenue', 'rnd_spend', 'profit', 'wages', 'headcount']

export const statReturns = table(
  statReturn,
  { see: either(statistician, own, allowed), add: statistician, change: statistician, remove: nobody },
  { audience: 'audit', subject: 'enterprise', hidden: figures },
  (t) => [
    pg.foreignKey({ columns: [t.enterprise!], foreignColumns: [enterprises.id] }),
    pg.uniqueIndex('stat_return_current').on(t.enterprise!, t.scheme!, t.month!).where(sql`known_until is null`),
    pg.index('stat_return_month').on(t.region!, t.month!, t.scheme!),
  ],
)

export const statTables = table(
  statTable,
  { see: anyone, add: statistician, change: nobody, remove: nobody },
  { audience: 'internal' },
  (t) => [pg.index('stat_table_month').on(t.month!)],
)
