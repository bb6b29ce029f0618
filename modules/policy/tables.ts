import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { enterprises } from '#modules/enterprise/tables.ts'
import { orgs } from '#modules/org/tables.ts'
import { files } from '#platform/files.ts'
import { journal } from '#platform/journal.ts'
import { anyone, as, both, either, me, nobody, office, official } from '#platform/rows.ts'
import { table } from '#platform/table.ts'
import { bidStep, fairReview, policy, policyQuestion, policyVersion, scenario, upperBid, upperCall } from './model.ts'

/** The lead unit of a policy works on it; the office on all. */
const leading = either(office, both(as('department'), sql`org = ${me.org}`))

/** Drafts are for officials. */
export const policies = table(
  policy,
  { see: either(official, sql`status <> 'draft'`), add: leading, change: leading, remove: nobody },
  { audience: 'internal' },
  (t) => [
    pg.unique('policy_code').on(t.region!, t.code!),
    pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] }),
    pg.foreignKey({ columns: [t.successor!], foreignColumns: [t.id!] }),
    pg.foreignKey({ columns: [t.file!], foreignColumns: [files.id] }),
  ],
)

const withPolicy = sql`exists (select 1 from policy p where p.id = policy and (${me.role} = 'office' or (${me.role} = 'department' and p.org = ${me.org})))`
export const policyVersions = table(
  policyVersion,
  { see: either(official, sql`status = 'published'`), add: withPolicy, change: withPolicy, remove: nobody },
  { audience: 'internal', subject: 'policy' },
  (t) => [
    pg.foreignKey({ columns: [t.policy!], foreignColumns: [policies.id] }),
    pg.foreignKey({ columns: [t.base!], foreignColumns: [t.id!] }),
    pg.unique('policy_version_once').on(t.policy!, t.number!),
  ],
)

/** The review is made public with the policy. */
export const fairReviews = table(
  fairReview,
  {
    see: either(official, sql`exists (select 1 from policy_version v where v.id = version and v.status = 'published')`),
    add: office,
    change: nobody,
    remove: nobody,
  },
  { audience: 'internal', subject: 'policy' },
  (t) => [
    pg.foreignKey({ columns: [t.version!], foreignColumns: [policyVersions.id] }),
    pg.foreignKey({ columns: [t.policy!], foreignColumns: [policies.id] }),
    pg.foreignKey({ columns: [t.file!], foreignColumns: [files.id] }),
  ],
)

const asker = both(as('enterprise', 'institution'), sql`org = ${me.org}`)
export const policyQuestions = table(
  policyQuestion,
  {
    see: either(as('office', 'leader'), both(official, sql`holder = ${me.org}`), asker),
    add: either(office, asker, both(as('public'), sql`org is null and status = 'asked' and answer is null and not open`)),
    change: either(office, both(official, sql`holder = ${me.org}`)),
    remove: nobody,
  },
  { audience: 'matter', hidden: ['token', 'phone'] },
  (t) => [
    pg.unique('policy_question_number').on(t.region!, t.number!),
    pg.unique('policy_question_token').on(t.token!),
    pg.foreignKey({ columns: [t.policy!], foreignColumns: [policies.id] }),
    pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] }),
    pg.foreignKey({ columns: [t.holder!], foreignColumns: [orgs.id] }),
  ],
)

export const scenarios = table(
  scenario,
  { see: official, add: as('office', 'department'), change: as('office', 'department'), remove: nobody },
  { audience: 'internal', subject: 'policy', hidden: ['text', 'outcome'] },
  (t) => [
    pg.foreignKey({ columns: [t.policy!], foreignColumns: [policies.id] }),
    pg.foreignKey({ columns: [t.base!], foreignColumns: [policyVersions.id] }),
    pg.foreignKey({ columns: [t.draft!], foreignColumns: [policyVersions.id] }),
  ],
)

export const upperCalls = table(
  upperCall,
  { see: anyone, add: leading, change: leading, remove: nobody },
  { audience: 'internal' },
  (t) => [
    pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] }),
    pg.foreignKey({ columns: [t.file!], foreignColumns: [files.id] }),
  ],
)

/** The unit that recommends works on bids for its call. */
const recommending = sql`exists (select 1 from upper_call c where c.id = call and c.org = ${me.org})`
const bidder = both(as('enterprise', 'institution'), sql`org = ${me.org}`)
export const upperBids = table(
  upperBid,
  {
    see: either(as('office', 'leader'), both(as('department'), recommending), bidder),
    add: either(office, bidder),
    change: either(office, both(as('department'), recommending), bidder),
    remove: nobody,
  },
  { audience: 'matter' },
  (t) => [
    pg.unique('upper_bid_number').on(t.region!, t.number!),
    pg.unique('upper_bid_once').on(t.call!, t.enterprise!, t.project!),
    pg.foreignKey({ columns: [t.call!], foreignColumns: [upperCalls.id] }),
    pg.foreignKey({ columns: [t.enterprise!], foreignColumns: [enterprises.id] }),
    pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] }),
    pg.foreignKey({ columns: [t.file!], foreignColumns: [files.id] }),
  ],
)
const withBid = sql`exists (select 1 from upper_bid b where b.id = bid)`
export const bidSteps = table(
  bidStep,
  { see: withBid, add: withBid, change: nobody, remove: nobody },
  { audience: 'matter', subject: 'bid' },
  (t) => [pg.foreignKey({ columns: [t.bid!], foreignColumns: [upperBids.id] })],
)

export const journalOfPolicies = pg
  .pgPolicy('journal_policy', {
    for: 'select',
    using: sql`region = ${me.region} and case when audience <> 'matter' then false
      when entity = 'policy_question' then exists (select 1 from policy_question q where q.id = subject::uuid)
      when entity in ('upper_bid', 'bid_step') then exists (select 1 from upper_bid b where b.id = subject::uuid) else false end`,
  })
  .link(journal)
