import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { orgs } from '#modules/org/tables.ts'
import { both, either, office } from '#platform/rows.ts'
import { table } from '#platform/table.ts'
import { goal, group, plan, safeguard, target, task, taskUnit, zone } from './model.ts'

/** Citizens see what is published; drafts are the office's own business. */
const outOfDraft = sql`status <> 'draft'`
export const plans = table(
  plan,
  { see: either(office, outOfDraft), add: office, change: office, remove: both(office, sql`status = 'draft'`) },
  { audience: 'internal', hidden: ['text'] },
  (t) => [
    pg.unique('plan_version').on(t.series!, t.version!),
    // One current version of a plan at a time.
    pg.uniqueIndex('plan_current').on(t.series!).where(sql`status = 'published'`),
  ],
)

/** Items follow their version: readable with it, changeable only while it is a draft. */
const draftOnly = both(office, sql`exists (select 1 from plan p where p.id = plan and p.status = 'draft')`)
const items = { see: sql`exists (select 1 from plan p where p.id = plan)`, add: draftOnly, change: draftOnly, remove: draftOnly }
const journaled = { audience: 'internal', subject: 'plan' } as const
const ofPlan = (t: Record<string, pg.AnyPgColumn>) => [pg.foreignKey({ columns: [t.plan!], foreignColumns: [plans.id] })]
const keyed = (name: string) => (t: Record<string, pg.AnyPgColumn>) => [
  ...ofPlan(t),
  pg.unique(`${name}_key`).on(t.plan!, t.key!),
]

export const goals = table(goal, items, journaled, keyed('goal'))
export const groups = table(group, items, journaled, keyed('task_group'))
export const tasks = table(task, items, journaled, (t) => [
  ...keyed('task')(t),
  pg.foreignKey({ columns: [t.taskGroup!], foreignColumns: [groups.id] }),
])
export const safeguards = table(safeguard, items, journaled, keyed('safeguard'))
export const zones = table(zone, items, journaled, keyed('zone'))
export const targets = table(target, items, journaled, (t) => [
  ...keyed('target')(t),
  pg.foreignKey({ columns: [t.keeper!], foreignColumns: [orgs.id] }),
])
export const taskUnits = table(taskUnit, items, journaled, (t) => [
  ...ofPlan(t),
  pg.foreignKey({ columns: [t.task!], foreignColumns: [tasks.id] }),
  pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] }),
  pg.unique('task_unit_once').on(t.task!, t.printed!, t.org!),
  pg.index('task_unit_key').on(t.taskKey!, t.org!),
])
