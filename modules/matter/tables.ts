import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { orgs } from '#modules/org/tables.ts'
import { journal } from '#platform/journal.ts'
import { as, both, either, me, nobody, office, official } from '#platform/rows.ts'
import { table } from '#platform/table.ts'
import { card, charge, matter, matterClimb, matterReply, matterRule, supervision } from './model.ts'

export const charges = table(
  charge,
  { see: official, add: office, change: office, remove: nobody },
  { audience: 'internal', subject: 'team' },
  (t) => [
    pg.foreignKey({ columns: [t.team!], foreignColumns: [orgs.id] }),
    pg.foreignKey({ columns: [t.lead!], foreignColumns: [orgs.id] }),
    pg.uniqueIndex('charge_now').on(t.task!).where(sql`until is null`),
  ],
)

const involved = both(official, sql`hands ? ${me.org}::text`)
const above = as('office', 'leader')
export const matters = table(
  matter,
  {
    see: either(above, involved),
    add: either(above, both(as('department', 'park', 'town'), sql`raised_by = ${me.org}`)),
    change: either(above, both(as('department', 'park', 'town'), involved)),
    remove: nobody,
  },
  { audience: 'matter' },
  (t) => [
    pg.unique('matter_number').on(t.region!, t.number!),
    pg.foreignKey({ columns: [t.owner!], foreignColumns: [orgs.id] }),
    pg.foreignKey({ columns: [t.holder!], foreignColumns: [orgs.id] }),
    pg.foreignKey({ columns: [t.raisedBy!], foreignColumns: [orgs.id] }),
    pg.index('matter_status').on(t.region!, t.status!, t.dueOn!),
    pg.index('matter_task').on(t.task!),
    pg.index('matter_hands').using('gin', t.hands!),
  ],
)

const withMatter = sql`exists (select 1 from matter m where m.id = matter)`
export const journalOfMatters = pg
  .pgPolicy('journal_matter', {
    for: 'select',
    using: sql`region = ${me.region} and case when audience = 'matter' and entity in ('matter', 'matter_reply', 'matter_climb', 'supervision') then exists (select 1 from matter m where m.id = subject::uuid) else false end`,
  })
  .link(journal)

const ofMatter = { audience: 'matter', subject: 'matter' } as const
export const supervisions = table(
  supervision,
  {
    see: withMatter,
    add: above,
    change: either(above, both(as('department', 'park', 'town'), sql`org = ${me.org}`)),
    remove: nobody,
  },
  ofMatter,
  (t) => [
    pg.unique('supervision_number').on(t.region!, t.number!),
    pg.foreignKey({ columns: [t.matter!], foreignColumns: [matters.id] }),
    pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] }),
    // One notice at a time to a unit about a matter.
    pg.uniqueIndex('supervision_open').on(t.matter!, t.org!).where(sql`status not in ('closed', 'withdrawn')`),
  ],
)
export const matterReplies = table(
  matterReply,
  {
    see: withMatter,
    add: both(withMatter, either(above, both(as('department', 'park', 'town'), sql`org = ${me.org}`))),
    change: above,
    remove: nobody,
  },
  ofMatter,
  (t) => [
    pg.foreignKey({ columns: [t.matter!], foreignColumns: [matters.id] }),
    pg.foreignKey({ columns: [t.supervision!], foreignColumns: [supervisions.id] }),
    pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] }),
    pg.index('matter_reply_matter').on(t.matter!),
  ],
)
/** By the machine when a clock runs out; by whoever has it in hand and asks one level up. */
export const matterClimbs = table(
  matterClimb,
  { see: withMatter, add: both(withMatter, official), change: nobody, remove: nobody },
  ofMatter,
  (t) => [
    pg.foreignKey({ columns: [t.matter!], foreignColumns: [matters.id] }),
    pg.foreignKey({ columns: [t.holder!], foreignColumns: [orgs.id] }),
    pg.index('matter_climb_matter').on(t.matter!),
  ],
)
/** Given by the machine alone; lifted by the office, with the reason. */
export const cards = table(
  card,
  { see: either(above, both(official, sql`org = ${me.org}`)), add: nobody, change: office, remove: nobody },
  { audience: 'own', owner: 'org' },
  (t) => [
    pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] }),
    pg.foreignKey({ columns: [t.matter!], foreignColumns: [matters.id] }),
    pg.unique('card_once').on(t.region!, t.org!, t.colour!, t.rule!, t.about!),
  ],
)
export const matterRules = table(
  matterRule,
  { see: official, add: office, change: nobody, remove: nobody },
  { audience: 'internal' },
  (t) => [pg.unique('matter_rule_since').on(t.region!, t.since!)],
)
