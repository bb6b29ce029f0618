import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { files } from '#platform/files.ts'
import { as, both, either, me, nobody, office } from '#platform/rows.ts'
import { table } from '#platform/table.ts'
import { intake, intakeRow } from './model.ts'

const own = either(office, both(as('department', 'park', 'town', 'statistician'), sql`org = ${me.org}`))
export const intakes = table(
  intake,
  { see: own, add: own, change: own, remove: nobody },
  { audience: 'own', owner: 'org' },
  (t) => [pg.foreignKey({ columns: [t.file!], foreignColumns: [files.id] })],
)

const withIntake = sql`exists (select 1 from intake i where i.id = intake)`
/** Not journaled: a working copy of the file, gone once it is committed or given up; the rows it becomes are journaled. */
export const intakeRows = table(
  intakeRow,
  { see: withIntake, add: withIntake, change: withIntake, remove: withIntake },
  null,
  (t) => [
    pg.foreignKey({ columns: [t.intake!], foreignColumns: [intakes.id] }),
    pg.unique('intake_row_once').on(t.intake!, t.row!),
  ],
)
