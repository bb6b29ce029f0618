import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { enterprises } from '#modules/enterprise/tables.ts'
import { leases } from '#modules/lease/tables.ts'
import { orgs } from '#modules/org/tables.ts'
import { buildings, inZone, keeping, units } from '#modules/space/tables.ts'
import { files } from '#platform/files.ts'
import { journal } from '#platform/journal.ts'
import { anyone, as, both, either, me, nobody, office, official } from '#platform/rows.ts'
import { table } from '#platform/table.ts'
import { assignment, checkItem, matchRule, moveIn, moveInPause, moveInRule, moveInStep, viewing } from './model.ts'

const applicant = both(as('enterprise', 'institution'), sql`applicant = ${me.org}`)
const involved = both(official, sql`hands ? ${me.org}::text`)
/** A visitor asks once; where it stands he learns by his token (function move_in_standing). */
const asking = both(
  as('public'),
  sql`origin = 'portal' and status in ('matching', 'viewing') and enterprise is null and applicant is null
    and lease is null and closed_on is null and outcome is null`,
)

export const moveIns = table(
  moveIn,
  {
    see: either(as('office', 'leader'), inZone, applicant, involved),
    add: either(keeping, both(as('park'), sql`zone is null`), applicant, asking),
    change: either(keeping, both(as('park'), involved), applicant),
    remove: nobody,
  },
  { audience: 'matter', hidden: ['token', 'contact', 'phone'] },
  (t) => [
    pg.unique('move_in_number').on(t.region!, t.number!),
    pg.unique('move_in_token').on(t.token!),
    pg.foreignKey({ columns: [t.enterprise!], foreignColumns: [enterprises.id] }),
    pg.foreignKey({ columns: [t.building!], foreignColumns: [buildings.id] }),
    pg.foreignKey({ columns: [t.lease!], foreignColumns: [leases.id] }),
    pg.foreignKey({ columns: [t.applicant!], foreignColumns: [orgs.id] }),
    pg.foreignKey({ columns: [t.holder!], foreignColumns: [orgs.id] }),
    pg.index('move_in_status').on(t.region!, t.status!),
    pg.index('move_in_hands').using('gin', t.hands!),
  ],
)

const withMatter = sql`exists (select 1 from move_in m where m.id = move_in)`
export const journalOfMoveIns = pg
  .pgPolicy('journal_move_in', {
    for: 'select',
    using: sql`region = ${me.region} and case when audience = 'matter' and entity in ('move_in', 'move_in_step', 'move_in_pause', 'viewing', 'check_item') then exists (select 1 from move_in m where m.id = subject::uuid) else false end`,
  })
  .link(journal)

/** Whoever may work on the matter, the statisticians on its checklist. */
const working = both(withMatter, as('office', 'park', 'department', 'town', 'statistician', 'enterprise', 'institution'))
/** A visitor leaves the first step and his viewing with the matter he opens, and nothing with any other (function move_in_begun). */
const opening = both(as('public'), sql`move_in_begun(move_in)`)
const ofMatter = { see: withMatter, add: either(working, opening), change: working, remove: nobody }
const matter = { audience: 'matter', subject: 'move_in' } as const

export const moveInSteps = table(moveInStep, ofMatter, matter, (t) => [
  pg.foreignKey({ columns: [t.moveIn!], foreignColumns: [moveIns.id] }),
  pg.foreignKey({ columns: [t.holder!], foreignColumns: [orgs.id] }),
  pg.foreignKey({ columns: [t.evidence!], foreignColumns: [files.id] }),
  // One thing is awaited at a time.
  pg.uniqueIndex('move_in_step_open').on(t.moveIn!).where(sql`ended_on is null`),
])

export const moveInPauses = table(moveInPause, { ...ofMatter, add: working }, matter, (t) => [
  pg.foreignKey({ columns: [t.moveIn!], foreignColumns: [moveIns.id] }),
  pg.foreignKey({ columns: [t.step!], foreignColumns: [moveInSteps.id] }),
  pg.uniqueIndex('move_in_pause_open').on(t.step!).where(sql`until is null`),
])

export const viewings = table(
  viewing,
  { ...ofMatter, add: either(working, both(opening, sql`status = 'asked'`)) },
  matter,
  (t) => [
    pg.foreignKey({ columns: [t.moveIn!], foreignColumns: [moveIns.id] }),
    pg.foreignKey({ columns: [t.building!], foreignColumns: [buildings.id] }),
    pg.foreignKey({ columns: [t.unit!], foreignColumns: [units.id] }),
    pg.index('viewing_move_in').on(t.moveIn!),
  ],
)

export const checkItems = table(checkItem, { ...ofMatter, add: working }, matter, (t) => [
  pg.foreignKey({ columns: [t.moveIn!], foreignColumns: [moveIns.id] }),
  pg.foreignKey({ columns: [t.owner!], foreignColumns: [orgs.id] }),
  pg.foreignKey({ columns: [t.evidence!], foreignColumns: [files.id] }),
  pg.unique('check_item_once').on(t.moveIn!, t.kind!),
])

const ruled = { see: anyone, add: office, change: nobody, remove: nobody }
export const moveInRules = table(moveInRule, ruled, { audience: 'internal' }, (t) => [
  pg.unique('move_in_rule_since').on(t.region!, t.since!),
])
export const matchRules = table(matchRule, ruled, { audience: 'internal' }, (t) => [
  pg.unique('match_rule_since').on(t.region!, t.since!),
])

export const assignments = table(
  assignment,
  { see: either(as('office', 'leader'), inZone), add: keeping, change: keeping, remove: nobody },
  { audience: 'own', hidden: ['asked', 'answer'] },
)
