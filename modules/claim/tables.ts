import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { enterprises } from '#modules/enterprise/tables.ts'
import { accounts } from '#modules/fund/tables.ts'
import { orgs } from '#modules/org/tables.ts'
import { policies, policyVersions } from '#modules/policy/tables.ts'
import { files } from '#platform/files.ts'
import { journal } from '#platform/journal.ts'
import { anyone, as, both, either, me, nobody, office, official } from '#platform/rows.ts'
import { table } from '#platform/table.ts'
import {
  appeal,
  claim,
  claimMaterial,
  claimOpinion,
  claimPause,
  claimRule,
  claimStep,
  cycle,
  objection,
  publicity,
  publicityItem,
  screening,
  screeningRow,
} from './model.ts'

const own = both(as('enterprise', 'institution'), sql`org = ${me.org}`)
const leading = either(office, both(as('department'), sql`org = ${me.org}`))

export const cycles = table(
  cycle,
  { see: anyone, add: leading, change: leading, remove: nobody },
  { audience: 'internal' },
  (t) => [
    pg.foreignKey({ columns: [t.policy!], foreignColumns: [policies.id] }),
    pg.foreignKey({ columns: [t.version!], foreignColumns: [policyVersions.id] }),
    pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] }),
  ],
)

export const screenings = table(
  screening,
  {
    see: as('office', 'leader', 'department'),
    add: as('office', 'department'),
    change: as('office', 'department'),
    remove: nobody,
  },
  { audience: 'internal' },
  (t) => [
    pg.foreignKey({ columns: [t.cycle!], foreignColumns: [cycles.id] }),
    pg.foreignKey({ columns: [t.version!], foreignColumns: [policyVersions.id] }),
  ],
)
/** The unit that leads the batch. */
const ledBatch = sql`exists (select 1 from screening s join claim_cycle c on c.id = s.cycle where s.id = screening and c.org = ${me.org})`
/** Not journaled: sealed by the digest of its run, which is; a hundred thousand firms are screened in one night. */
export const screeningRows = table(
  screeningRow,
  {
    see: either(as('office', 'leader'), both(as('department'), ledBatch), own),
    add: as('office', 'department'),
    change: nobody,
    remove: nobody,
  },
  null,
  (t) => [
    pg.foreignKey({ columns: [t.screening!], foreignColumns: [screenings.id] }),
    pg.unique('screening_row_once').on(t.screening!, t.enterprise!),
    pg.index('screening_row_enterprise').on(t.enterprise!),
  ],
)

const involved = both(as('department'), sql`hands ? ${me.org}::text`)
export const claims = table(
  claim,
  {
    see: either(as('office', 'leader'), involved, own),
    add: either(office, own),
    change: either(office, involved, own),
    remove: nobody,
  },
  { audience: 'matter' },
  (t) => [
    pg.unique('claim_number').on(t.region!, t.number!),
    pg.foreignKey({ columns: [t.cycle!], foreignColumns: [cycles.id] }),
    pg.foreignKey({ columns: [t.policy!], foreignColumns: [policies.id] }),
    pg.foreignKey({ columns: [t.version!], foreignColumns: [policyVersions.id] }),
    pg.foreignKey({ columns: [t.enterprise!], foreignColumns: [enterprises.id] }),
    pg.foreignKey({ columns: [t.holder!], foreignColumns: [orgs.id] }),
    pg.foreignKey({ columns: [t.account!], foreignColumns: [accounts.id] }),
    pg.foreignKey({ columns: [t.publicity!], foreignColumns: [publicities.id] }),
    // A firm claims a clause once in a year, and of a project.
    pg
      .uniqueIndex('claim_once')
      .on(t.enterprise!, t.policy!, t.clause!, t.year!, sql`coalesce(project, '')`)
      .where(sql`status not in ('refused', 'withdrawn', 'lapsed')`),
    pg.index('claim_status').on(t.region!, t.status!),
    pg.index('claim_hands').using('gin', t.hands!),
    pg.index('claim_org').on(t.org!),
  ],
)

const withClaim = sql`exists (select 1 from claim c where c.id = claim)`
const working = both(withClaim, as('office', 'department', 'enterprise', 'institution'))
const matter = { audience: 'matter', subject: 'claim' } as const
const ofClaim = { see: withClaim, add: working, change: working, remove: nobody }

export const claimSteps = table(claimStep, ofClaim, matter, (t) => [
  pg.foreignKey({ columns: [t.claim!], foreignColumns: [claims.id] }),
  pg.foreignKey({ columns: [t.holder!], foreignColumns: [orgs.id] }),
  pg.uniqueIndex('claim_step_open').on(t.claim!).where(sql`ended_on is null`),
])
export const claimPauses = table(
  claimPause,
  { ...ofClaim, add: both(withClaim, as('office', 'department', 'public')), change: both(withClaim, as('office', 'department')) },
  matter,
  (t) => [
    pg.foreignKey({ columns: [t.claim!], foreignColumns: [claims.id] }),
    pg.foreignKey({ columns: [t.step!], foreignColumns: [claimSteps.id] }),
    pg.uniqueIndex('claim_pause_open').on(t.step!).where(sql`until is null`),
  ],
)
/** Each department writes its own and reads all; the firm reads none before the decision. */
export const claimOpinions = table(
  claimOpinion,
  {
    see: both(withClaim, as('office', 'leader', 'department')),
    add: both(withClaim, as('office', 'department')),
    change: both(withClaim, either(office, both(as('department'), sql`department = ${me.org}`))),
    remove: nobody,
  },
  matter,
  (t) => [
    pg.foreignKey({ columns: [t.claim!], foreignColumns: [claims.id] }),
    pg.foreignKey({ columns: [t.department!], foreignColumns: [orgs.id] }),
    pg.unique('claim_opinion_once').on(t.claim!, t.round!, t.department!),
  ],
)
/** Whoever pays sees the matter, not its papers, unless it examines it as well. */
const reading = both(
  withClaim,
  sql`(not exists (select 1 from claim_rule r where r.treasury = ${me.org})
    or exists (select 1 from claim_opinion o where o.claim = claim_material.claim and o.department = ${me.org})
    or exists (select 1 from claim c join claim_cycle y on y.id = c.cycle where c.id = claim_material.claim and y.org = ${me.org}))`,
)
export const claimMaterials = table(
  claimMaterial,
  { see: reading, add: both(withClaim, as('office', 'enterprise', 'institution')), change: working, remove: nobody },
  matter,
  (t) => [
    pg.foreignKey({ columns: [t.claim!], foreignColumns: [claims.id] }),
    pg.foreignKey({ columns: [t.file!], foreignColumns: [files.id] }),
    pg.index('claim_material_claim').on(t.claim!),
  ],
)

export const publicities = table(
  publicity,
  { see: anyone, add: leading, change: leading, remove: nobody },
  { audience: 'internal' },
  (t) => [
    pg.unique('publicity_number').on(t.region!, t.number!),
    pg.check('publicity_days', sql`days >= 5`),
    pg.foreignKey({ columns: [t.cycle!], foreignColumns: [cycles.id] }),
    pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] }),
  ],
)
/** Published figures stay as they were published. */
export const publicityItems = table(
  publicityItem,
  { see: anyone, add: as('office', 'department'), change: nobody, remove: nobody },
  { audience: 'internal', subject: 'publicity' },
  (t) => [
    pg.foreignKey({ columns: [t.publicity!], foreignColumns: [publicities.id] }),
    pg.foreignKey({ columns: [t.claim!], foreignColumns: [claims.id] }),
    pg.unique('publicity_item_once').on(t.publicity!, t.claim!),
  ],
)
/** Who objects is told to the office and whoever examines it, never to the firm. */
export const objections = table(
  objection,
  {
    see: both(as('office', 'leader', 'department'), withClaim),
    add: either(office, both(as('public', 'enterprise', 'institution'), sql`status = 'open' and finding is null`)),
    change: both(withClaim, as('office', 'department')),
    remove: nobody,
  },
  { audience: 'matter', subject: 'claim', hidden: ['token', 'name', 'phone'] },
  (t) => [
    pg.unique('objection_number').on(t.region!, t.number!),
    pg.unique('objection_token').on(t.token!),
    pg.foreignKey({ columns: [t.publicity!], foreignColumns: [publicities.id] }),
    pg.foreignKey({ columns: [t.claim!], foreignColumns: [claims.id] }),
  ],
)
export const appeals = table(
  appeal,
  { see: withClaim, add: both(withClaim, either(office, own)), change: both(withClaim, as('office')), remove: nobody },
  matter,
  (t) => [
    pg.foreignKey({ columns: [t.claim!], foreignColumns: [claims.id] }),
    pg.foreignKey({ columns: [t.file!], foreignColumns: [files.id] }),
    pg.uniqueIndex('appeal_open').on(t.claim!).where(sql`decided_on is null`),
  ],
)

export const claimRules = table(
  claimRule,
  { see: anyone, add: office, change: nobody, remove: nobody },
  { audience: 'internal' },
  (t) => [pg.unique('claim_rule_since').on(t.region!, t.since!)],
)

export const journalOfClaims = pg
  .pgPolicy('journal_claim', {
    for: 'select',
    using: sql`region = ${me.region} and case when audience = 'matter' and entity in ('claim', 'claim_step', 'claim_pause', 'appeal') then exists (select 1 from claim c where c.id = subject::uuid)
      when audience = 'matter' and entity = 'claim_material' then exists (select 1 from claim_material m where m.id = row_id::uuid)
      when audience = 'matter' and entity in ('claim_opinion', 'objection') and ${official} then exists (select 1 from claim c where c.id = subject::uuid) else false end`,
  })
  .link(journal)
