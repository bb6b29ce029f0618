import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { orgs } from '#modules/org/tables.ts'
import { anyone, as, both, either, me, nobody, office } from '#platform/rows.ts'
import { table } from '#platform/table.ts'
import { reading, waypoint } from './model.ts'

export const waypoints = table(
  waypoint,
  { see: anyone, add: office, change: office, remove: office },
  { audience: 'internal', subject: 'target' },
  (t) => [pg.unique('waypoint_year').on(t.target!, t.year!)],
)

/** Only the keeper whom the current plan names enters a target's values; nothing entered is changed or removed. */
const keeping = both(
  as('office', 'department', 'park', 'town'),
  sql`keeper = ${me.org}`,
  sql`exists (select 1 from target t join plan p on p.id = t.plan
    where t.key = reading.target and t.keeper = ${me.org} and p.status = 'published')`,
)
export const readings = table(
  reading,
  { see: anyone, add: either(keeping, both(office, sql`keeper = ${me.org}`)), change: nobody, remove: nobody },
  { audience: 'internal', subject: 'target', owner: 'keeper' },
  (t) => [
    pg.index('reading_target').on(t.target!, t.asOf!),
    pg.foreignKey({ columns: [t.keeper!], foreignColumns: [orgs.id] }),
    // A reading is corrected once; a later correction corrects the correction.
    pg.unique('reading_replaced_once').on(t.replaces!),
  ],
)
