import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { orgs, persons } from '#modules/org/tables.ts'
import { files } from '#platform/files.ts'
import { journal } from '#platform/journal.ts'
import { as, both, either, me, nobody, office } from '#platform/rows.ts'
import { table } from '#platform/table.ts'
import { adoption, consent, enterprise, ipRight, presence, qualification } from './model.ts'

/** A town has those in it; a park, and the company that runs it, those in its zone. */
const inTown = both(as('town'), sql`town = ${me.org}`)
const inZone = both(as('park'), sql`(zone = ${me.org} or zone = (select o.parent from org o where o.id = ${me.org}))`)
export const inArea = either(inTown, inZone)
export const everywhere = as('leader', 'office', 'department')
/** The statistical register needs to know who is there. */
const counting = as('statistician')

export const enterprises = table(
  enterprise,
  {
    see: either(everywhere, counting, inArea, sql`org = ${me.org}`),
    add: either(office, inArea),
    change: either(office, inArea, sql`org = ${me.org}`),
    remove: nobody,
  },
  { audience: 'matter', hidden: ['contact', 'phone'] },
  (t) => [
    pg.unique('enterprise_code').on(t.region!, t.creditCode!),
    pg.uniqueIndex('enterprise_org').on(t.org!).where(sql`org is not null`),
    pg.index('enterprise_name').on(t.region!, t.name!),
    // As lists show them first: what settled last. Row rights then look at the rows of a page, not at all.
    pg.index('enterprise_settled').on(t.region!, (t.settledOn as pg.ExtraConfigColumn).desc().nullsLast(), t.id!),
    pg.index('enterprise_town').on(t.town!),
    pg.index('enterprise_zone').on(t.zone!),
    pg.foreignKey({ columns: [t.town!], foreignColumns: [orgs.id] }),
    pg.foreignKey({ columns: [t.zone!], foreignColumns: [orgs.id] }),
    pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] }),
    pg.foreignKey({ columns: [t.keeper!], foreignColumns: [persons.id] }),
    pg.foreignKey({ columns: [t.keeperOrg!], foreignColumns: [orgs.id] }),
  ],
)

/** Whoever sees the enterprise; for tables whose rows belong to one. */
export const withEnterprise = sql`exists (select 1 from enterprise e where e.id = enterprise)`
const own = both(
  as('enterprise', 'institution'),
  sql`exists (select 1 from enterprise e where e.id = enterprise and e.org = ${me.org})`,
)

/** What happened to an enterprise is told to whoever sees it. */
export const journalOfMatters = pg
  .pgPolicy('journal_enterprise', {
    for: 'select',
    using: sql`region = ${me.region} and case when audience = 'matter' then exists (select 1 from enterprise e where e.id = subject::uuid) else false end`,
  })
  .link(journal)

/**
 * Not journaled: it is a history itself. Its rows say who recorded them and when; what is recorded is only ever withdrawn
 * (trigger presence_keep), and every change of the enterprise's row is in the journal.
 */
export const presences = table(
  presence,
  {
    see: either(everywhere, counting, inArea, own),
    add: either(office, inArea),
    change: either(office, inArea),
    remove: nobody,
  },
  null,
  (t) => [
    pg.foreignKey({ columns: [t.enterprise!], foreignColumns: [enterprises.id] }),
    pg.index('presence_enterprise').on(t.enterprise!, t.since!),
    // One place at a time, as far as is known.
    pg.uniqueIndex('presence_now').on(t.enterprise!).where(sql`until is null and known_until is null`),
  ],
)

/** Where an enterprise moves, what it holds goes with it: a town and a park see no other enterprise than theirs. */
const movedHere = both(as('town', 'park'), withEnterprise)

export const qualifications = table(
  qualification,
  {
    see: either(everywhere, counting, inArea, withEnterprise, sql`enterprise is null`),
    add: either(office, as('department'), inArea),
    change: either(office, as('department'), inArea, movedHere),
    remove: nobody,
  },
  { audience: 'internal', subject: 'enterprise' },
  (t) => [
    pg.foreignKey({ columns: [t.enterprise!], foreignColumns: [enterprises.id] }),
    pg.foreignKey({ columns: [t.evidence!], foreignColumns: [files.id] }),
    pg.index('qualification_enterprise').on(t.enterprise!),
    pg.index('qualification_kind').on(t.kind!, t.grantedOn!),
  ],
)

export const ipRights = table(
  ipRight,
  {
    see: either(everywhere, counting, inArea, withEnterprise),
    add: either(office, as('department'), inArea),
    change: office,
    remove: nobody,
  },
  { audience: 'matter', subject: 'enterprise' },
  (t) => [
    pg.foreignKey({ columns: [t.enterprise!], foreignColumns: [enterprises.id] }),
    pg.index('ip_right_enterprise').on(t.enterprise!),
    pg.index('ip_right_day').on(t.registeredOn!),
  ],
)

/** Given and withdrawn by the enterprise; the office may record one given on paper. */
export const consents = table(
  consent,
  { see: withEnterprise, add: either(own, both(office, sql`evidence is not null`)), change: either(own, office), remove: nobody },
  { audience: 'matter', subject: 'enterprise' },
  (t) => [
    pg.foreignKey({ columns: [t.enterprise!], foreignColumns: [enterprises.id] }),
    pg.uniqueIndex('consent_now').on(t.enterprise!, t.purpose!).where(sql`until is null`),
  ],
)

const applicant = both(as('enterprise', 'institution'), sql`org = ${me.org}`)
export const adoptions = table(
  adoption,
  { see: either(office, applicant), add: applicant, change: either(office, applicant), remove: nobody },
  { audience: 'own', owner: 'org' },
  (t) => [
    pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] }),
    pg.foreignKey({ columns: [t.proof!], foreignColumns: [files.id] }),
    pg.uniqueIndex('adoption_open').on(t.org!).where(sql`status = 'submitted'`),
  ],
)
