import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { orgs } from '#modules/org/tables.ts'
import { anyone, as, both, either, me, nobody, office } from '#platform/rows.ts'
import { table } from '#platform/table.ts'
import { entry, indicator, publication } from './model.ts'

export const indicators = table(
  indicator,
  { see: anyone, add: office, change: nobody, remove: nobody },
  { audience: 'internal', hidden: ['text'] },
  (t) => [pg.unique('indicator_version').on(t.region!, t.code!, t.version!)],
)

const keeping = both(as('office', 'department', 'statistician'), sql`keeper = ${me.org}`)
export const entries = table(
  entry,
  { see: anyone, add: either(office, keeping), change: either(office, keeping), remove: nobody },
  { audience: 'internal', owner: 'keeper' },
  (t) => [
    pg.foreignKey({ columns: [t.keeper!], foreignColumns: [orgs.id] }),
    pg.uniqueIndex('entry_current').on(t.region!, t.series!, t.asOf!).where(sql`known_until is null`),
  ],
)

export const publications = table(
  publication,
  { see: anyone, add: office, change: nobody, remove: nobody },
  { audience: 'internal' },
  (t) => [pg.unique('publication_once').on(t.region!, t.code!, t.month!, t.restatement!)],
)
