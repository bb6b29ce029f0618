import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { claims } from '#modules/claim/tables.ts'
import { enterprises } from '#modules/enterprise/tables.ts'
import { ownOrAdopted } from '#modules/fund/tables.ts'
import { journal } from '#platform/journal.ts'
import { as, both, either, me, nobody, office } from '#platform/rows.ts'
import { table } from '#platform/table.ts'
import { commitment, payment, remittance } from './model.ts'

const withClaim = sql`exists (select 1 from claim c where c.id = claim)`
/** The office, or the unit that pays by the rule. */
const treasury = both(as('department'), sql`exists (select 1 from claim_rule r where r.treasury = ${me.org})`)
const paying = either(office, treasury)
export const remittances = table(
  remittance,
  { see: either(as('leader'), paying), add: paying, change: paying, remove: nobody },
  { audience: 'internal' },
  (t) => [pg.unique('remittance_number').on(t.region!, t.number!)],
)

export const payments = table(
  payment,
  {
    see: either(as('leader'), paying, both(as('department'), withClaim), ownOrAdopted),
    add: paying,
    change: paying,
    remove: nobody,
  },
  { audience: 'matter', subject: 'claim', hidden: ['account_number'] },
  (t) => [
    pg.foreignKey({ columns: [t.remittance!], foreignColumns: [remittances.id] }),
    pg.foreignKey({ columns: [t.claim!], foreignColumns: [claims.id] }),
    pg.foreignKey({ columns: [t.enterprise!], foreignColumns: [enterprises.id] }),
    // Nothing is paid twice: of a claim and payee one line at most that neither came back nor was cancelled.
    pg.uniqueIndex('payment_once').on(t.claim!, t.payee!).where(sql`status not in ('failed', 'cancelled')`),
  ],
)

export const commitments = table(
  commitment,
  {
    see: either(as('office', 'leader'), both(as('department'), withClaim), ownOrAdopted),
    add: both(withClaim, as('office', 'department')),
    change: both(withClaim, as('office', 'department')),
    remove: nobody,
  },
  { audience: 'matter', subject: 'claim' },
  (t) => [
    pg.foreignKey({ columns: [t.claim!], foreignColumns: [claims.id] }),
    pg.foreignKey({ columns: [t.enterprise!], foreignColumns: [enterprises.id] }),
    pg.index('commitment_due').on(t.region!, t.status!, t.dueOn!),
  ],
)

export const journalOfPayouts = pg
  .pgPolicy('journal_payout', {
    for: 'select',
    using: sql`region = ${me.region} and case when audience = 'matter' and entity in ('payment', 'commitment') then exists (select 1 from claim c where c.id = subject::uuid) else false end`,
  })
  .link(journal)
