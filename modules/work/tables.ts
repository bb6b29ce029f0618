import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { orgs } from '#modules/org/tables.ts'
import { as, both, either, me, nobody, office, official } from '#platform/rows.ts'
import { table } from '#platform/table.ts'
import { measure, milestone, override, report } from './model.ts'

/** An administrator may belong to a unit too; its work is not his. */
const worker = as('office', 'department', 'park', 'town')
/** A unit the current plan makes responsible for the row's task, alone or as a member of a named group. */
const responsible = (of: string) =>
  both(
    worker,
    sql`exists (select 1 from task_unit u join plan p on p.id = u.plan
      where u.task_key = ${sql.raw(of)}.task and u.org = ${me.org} and p.status = 'published')`,
  )
/** The one the current plan names to lead it. */
const leading = (of: string) =>
  both(
    worker,
    sql`exists (select 1 from task_unit u join plan p on p.id = u.plan
      where u.task_key = ${sql.raw(of)}.task and u.org = ${me.org} and u.duty = 'lead' and p.status = 'published')`,
  )

export const measures = table(
  measure,
  { see: official, add: either(office, leading('measure')), change: either(office, leading('measure')), remove: nobody },
  { audience: 'internal', subject: 'task', owner: 'owner' },
  (t) => [pg.foreignKey({ columns: [t.owner!], foreignColumns: [orgs.id] }), pg.index('measure_task').on(t.task!)],
)

const ownMilestone = both(sql`owner = ${me.org}`, responsible('milestone'))
export const milestones = table(
  milestone,
  {
    see: official,
    add: either(office, leading('milestone')),
    change: either(office, leading('milestone'), ownMilestone),
    remove: nobody,
  },
  { audience: 'internal', subject: 'task', owner: 'owner' },
  (t) => [
    pg.foreignKey({ columns: [t.measure!], foreignColumns: [measures.id] }),
    pg.foreignKey({ columns: [t.owner!], foreignColumns: [orgs.id] }),
    pg.index('milestone_task').on(t.task!),
    pg.index('milestone_due').on(t.dueOn!),
  ],
)

const ownReport = both(sql`org = ${me.org}`, responsible('report'))
export const reports = table(
  report,
  {
    see: both(official, either(sql`org = ${me.org}`, sql`status <> 'draft'`)),
    add: ownReport,
    // The office reviews what was submitted; nobody writes in another unit's draft.
    change: either(ownReport, both(office, sql`status <> 'draft'`)),
    remove: nobody,
  },
  { audience: 'internal', subject: 'task', owner: 'org' },
  (t) => [
    pg.unique('report_month').on(t.task!, t.org!, t.month!),
    pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] }),
    pg.index('report_by_month').on(t.month!),
  ],
)

export const overrides = table(
  override,
  { see: official, add: either(office, leading('override')), change: either(office, leading('override')), remove: nobody },
  { audience: 'internal', subject: 'task' },
  (t) => [pg.index('override_task').on(t.task!)],
)
