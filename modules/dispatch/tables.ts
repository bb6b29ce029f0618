import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { matters } from '#modules/matter/tables.ts'
import { orgs } from '#modules/org/tables.ts'
import { as, both, either, me, nobody, office, official } from '#platform/rows.ts'
import { table } from '#platform/table.ts'
import { burden, burdenMark, dispatchRule, round, sheet } from './model.ts'

export const rounds = table(
  round,
  { see: official, add: office, change: office, remove: nobody },
  { audience: 'internal' },
  (t) => [pg.unique('dispatch_round_once').on(t.region!, t.rhythm!, t.period!)],
)
const units = as('department', 'park', 'town')
export const sheets = table(
  sheet,
  {
    see: either(as('office', 'leader'), both(official, sql`hands ? ${me.org}::text`)),
    add: office,
    change: either(office, both(units, sql`org = ${me.org}`)),
    remove: nobody,
  },
  { audience: 'own', owner: 'org' },
  (t) => [
    pg.foreignKey({ columns: [t.round!], foreignColumns: [rounds.id] }),
    pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] }),
    pg.foreignKey({ columns: [t.matter!], foreignColumns: [matters.id] }),
    pg.unique('dispatch_sheet_once').on(t.round!, t.kind!, t.name!),
    pg.index('dispatch_sheet_hands').using('gin', t.hands!),
  ],
)
export const dispatchRules = table(
  dispatchRule,
  { see: official, add: office, change: nobody, remove: nobody },
  { audience: 'internal' },
  (t) => [pg.unique('dispatch_rule_since').on(t.region!, t.since!)],
)

/** Not journaled, neither of them: they are sums over the journal itself, which only the machine adds up. */
const counted = { see: official, add: nobody, change: nobody, remove: nobody }
export const burdens = table(burden, counted, null, (t) => [
  pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] }),
  pg.unique('burden_once').on(t.region!, t.org!, t.month!, t.ledger!),
])
export const burdenMarks = table(burdenMark, counted, null, (t) => [pg.unique('burden_mark_once').on(t.region!)])
