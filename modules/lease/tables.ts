import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { enterprises } from '#modules/enterprise/tables.ts'
import { buildings, keeping, units } from '#modules/space/tables.ts'
import { files } from '#platform/files.ts'
import { journal } from '#platform/journal.ts'
import { as, both, either, me, nobody } from '#platform/rows.ts'
import { table } from '#platform/table.ts'
import { lease, leaseUnit, receipt } from './model.ts'

/** What a firm pays is its own matter, its landlord's and the office's; no other unit's. */
const own = both(as('enterprise', 'institution'), sql`enterprise in (select e.id from enterprise e where e.org = ${me.org})`)
export const leases = table(
  lease,
  { see: either(keeping, as('leader'), own), add: keeping, change: keeping, remove: nobody },
  { audience: 'matter' },
  (t) => [
    pg.unique('lease_number').on(t.region!, t.number!),
    pg.foreignKey({ columns: [t.building!], foreignColumns: [buildings.id] }),
    pg.foreignKey({ columns: [t.enterprise!], foreignColumns: [enterprises.id] }),
    pg.foreignKey({ columns: [t.contract!], foreignColumns: [files.id] }),
    pg.foreignKey({ columns: [t.renews!], foreignColumns: [t.id!] }),
    pg.check('lease_days', sql`"from" <= "to" and (ended_on is null or ended_on > "from")`),
    pg.index('lease_building').on(t.building!),
    pg.index('lease_enterprise').on(t.enterprise!),
    pg.index('lease_renews').on(t.renews!),
    pg.index('lease_to').on(t.region!, t.to!),
  ],
)

const withLease = sql`exists (select 1 from lease l where l.id = lease)`
const keepingLease = both(as('office', 'park'), withLease)

/** What happened to a lease is told to whoever sees it. */
export const journalOfLeases = pg
  .pgPolicy('journal_lease', {
    for: 'select',
    using: sql`region = ${me.region} and case when audience = 'matter' and entity in ('lease', 'lease_unit', 'receipt') then exists (select 1 from lease l where l.id = subject::uuid) else false end`,
  })
  .link(journal)

/** Exclusion constraint lease_unit_free: see the migration. */
export const leaseUnits = table(
  leaseUnit,
  { see: withLease, add: keepingLease, change: keepingLease, remove: both(keepingLease, sql`not held`) },
  { audience: 'matter', subject: 'lease' },
  (t) => [
    pg.foreignKey({ columns: [t.lease!], foreignColumns: [leases.id] }),
    pg.foreignKey({ columns: [t.unit!], foreignColumns: [units.id] }),
    pg.check('lease_unit_days', sql`since < until`),
    pg.index('lease_unit_lease').on(t.lease!),
    pg.index('lease_unit_unit').on(t.unit!),
  ],
)

export const receipts = table(
  receipt,
  { see: withLease, add: keepingLease, change: keepingLease, remove: nobody },
  { audience: 'matter', subject: 'lease' },
  (t) => [pg.foreignKey({ columns: [t.lease!], foreignColumns: [leases.id] }), pg.index('receipt_lease').on(t.lease!)],
)
