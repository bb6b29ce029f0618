import * as pg from 'drizzle-orm/pg-core'
import { anyone, as, either, nobody, office, official } from '#platform/rows.ts'
import { table } from '#platform/table.ts'
import { boundary, jurisdiction, member, org, person, post, spot } from './model.ts'

/** Security administrators keep people and posts; the office keeps bodies and their members. */
const keepers = { add: either(office, as('secadmin')), change: either(office, as('secadmin')), remove: nobody }
const insiders = either(official, as('sysadmin', 'secadmin', 'auditor'))

export const orgs = table(org, { see: anyone, ...keepers }, { audience: 'internal' }, (t) => [
  pg.unique('org_name').on(t.region!, t.name!),
])
export const members = table(
  member,
  { see: anyone, ...keepers, remove: office },
  { audience: 'internal', subject: 'body' },
  (t) => [
    pg.unique('member_once').on(t.body!, t.org!, t.since!),
    pg.foreignKey({ columns: [t.body!], foreignColumns: [orgs.id] }),
    pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] }),
  ],
)
export const persons = table(person, { see: insiders, ...keepers }, { audience: 'internal' }, (t) => [
  pg.unique('person_account').on(t.account!),
])
export const posts = table(
  post,
  { see: insiders, ...keepers },
  { audience: 'internal', subject: 'person', owner: 'org' },
  (t) => [
    pg.foreignKey({ columns: [t.person!], foreignColumns: [persons.id] }),
    pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] }),
    pg.index('post_person').on(t.person!),
  ],
)
export const jurisdictions = table(jurisdiction, { see: anyone, ...keepers }, { audience: 'internal' })
export const boundaries = table(boundary, { see: anyone, add: office, change: office, remove: nobody }, { audience: 'internal' })
export const spots = table(
  spot,
  { see: anyone, add: office, change: office, remove: nobody },
  { audience: 'internal', subject: 'org' },
  (t) => [pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] })],
)
