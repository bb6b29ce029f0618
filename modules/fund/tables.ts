import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { enterprises } from '#modules/enterprise/tables.ts'
import { as, both, either, me, nobody, office, official } from '#platform/rows.ts'
import { table } from '#platform/table.ts'
import { account, award, pot, potEntry } from './model.ts'

export const pots = table(pot, { see: official, add: office, change: office, remove: nobody }, { audience: 'internal' }, (t) => [
  pg.unique('pot_once').on(t.region!, t.year!, t.line!),
  pg.check('pot_amount', sql`amount >= 0`),
  pg.check('pot_balances', sql`reserved >= 0 and committed >= 0 and paid >= 0`),
  pg.check('pot_not_overspent', sql`reserved + committed + paid <= amount`),
])

/** Append-only: what was moved by mistake is moved back. */
export const potEntries = table(
  potEntry,
  { see: official, add: as('office', 'department'), change: nobody, remove: nobody },
  { audience: 'internal', subject: 'pot' },
  (t) => [
    pg.foreignKey({ columns: [t.pot!], foreignColumns: [pots.id] }),
    pg.index('pot_entry_pot').on(t.pot!),
    pg.index('pot_entry_matter').on(t.matter!),
  ],
)

const own = both(as('enterprise', 'institution'), sql`org = ${me.org}`)
/** Departments see the accounts and awards of firms whose matters they work on. */
const ofOwnMatter = sql`exists (select 1 from claim c where c.enterprise = payee_account.enterprise and c.hands ? ${me.org}::text)`
/** A number of an account is for whoever pays, and for its firm. */
export const accounts = table(
  account,
  {
    see: either(office, both(as('department'), ofOwnMatter), own),
    add: either(office, own),
    change: either(office, own),
    remove: nobody,
  },
  { audience: 'own', owner: 'org', hidden: ['number'] },
  (t) => [
    pg.foreignKey({ columns: [t.enterprise!], foreignColumns: [enterprises.id] }),
    pg.uniqueIndex('payee_account_now').on(t.enterprise!).where(sql`until is null`),
  ],
)

const ofTheirMatter = sql`exists (select 1 from claim c where c.enterprise = award.enterprise and c.hands ? ${me.org}::text)`
/** What it was granted before it had an account is its own from the day it adopts its file. */
const adopted = sql`exists (select 1 from enterprise e where e.id = enterprise and e.org = ${me.org})`
export const ownOrAdopted = both(as('enterprise', 'institution'), either(sql`org = ${me.org}`, both(sql`org is null`, adopted)))
/** What others had is not a firm's business; whoever decides must see it. */
export const awards = table(
  award,
  {
    see: either(as('office', 'leader'), both(as('department'), ofTheirMatter), ownOrAdopted),
    add: as('office', 'department'),
    change: as('office', 'department'),
    remove: nobody,
  },
  { audience: 'own', owner: 'org' },
  (t) => [
    pg.foreignKey({ columns: [t.enterprise!], foreignColumns: [enterprises.id] }),
    pg.index('award_enterprise').on(t.enterprise!),
  ],
)
