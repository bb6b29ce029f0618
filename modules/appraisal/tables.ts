import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { orgs, persons } from '#modules/org/tables.ts'
import { buildings } from '#modules/space/tables.ts'
import { journal } from '#platform/journal.ts'
import { as, both, either, me, nobody, office, official } from '#platform/rows.ts'
import { table } from '#platform/table.ts'
import {
  appraisal,
  appraisalRule,
  expertScore,
  objection,
  reckoning,
  scheme,
  score,
  selfEvaluation,
  subject,
  value,
} from './model.ts'

export const schemes = table(
  scheme,
  { see: official, add: office, change: office, remove: nobody },
  { audience: 'internal' },
  (t) => [pg.unique('appraisal_scheme_version').on(t.region!, t.code!, t.version!)],
)
export const appraisals = table(
  appraisal,
  { see: official, add: office, change: as('office', 'leader'), remove: nobody },
  { audience: 'internal' },
  (t) => [
    pg.foreignKey({ columns: [t.scheme!], foreignColumns: [schemes.id] }),
    pg.unique('appraisal_once').on(t.region!, t.scheme!, t.term!, t.year!),
  ],
)

const above = as('office', 'leader')
const told = sql`exists (select 1 from appraisal a where a.id = appraisal and a.status in ('published', 'archived'))`
/** A unit is appraised itself, or operates the building that is. */
export const subjects = table(
  subject,
  { see: either(above, both(official, either(sql`org = ${me.org}`, told))), add: office, change: office, remove: office },
  { audience: 'matter' },
  (t) => [
    pg.foreignKey({ columns: [t.appraisal!], foreignColumns: [appraisals.id] }),
    pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] }),
    pg.foreignKey({ columns: [t.building!], foreignColumns: [buildings.id] }),
    pg.unique('appraisal_subject_once').on(t.appraisal!, t.group!, t.name!),
  ],
)
const withSubject = sql`exists (select 1 from appraisal_subject s where s.id = subject)`
const ownSubject = sql`exists (select 1 from appraisal_subject s where s.id = subject and s.org = ${me.org})`
export const journalOfAppraisals = pg
  .pgPolicy('journal_appraisal', {
    for: 'select',
    using: sql`region = ${me.region} and case when audience = 'matter' and entity in ('appraisal_subject', 'appraisal_value', 'appraisal_self', 'appraisal_score', 'appraisal_objection') then exists (select 1 from appraisal_subject s where s.id = subject::uuid) else false end`,
  })
  .link(journal)
const ofSubject = { audience: 'matter', subject: 'subject' } as const
const units = as('department', 'park', 'town')

export const values = table(value, { see: withSubject, add: office, change: nobody, remove: nobody }, ofSubject, (t) => [
  pg.foreignKey({ columns: [t.subject!], foreignColumns: [subjects.id] }),
  pg.foreignKey({ columns: [t.appraisal!], foreignColumns: [appraisals.id] }),
  pg.unique('appraisal_value_once').on(t.subject!, t.item!, t.round!),
])
export const selfEvaluations = table(
  selfEvaluation,
  {
    see: either(above, both(official, ownSubject)),
    add: either(office, both(units, ownSubject)),
    change: either(office, both(units, ownSubject, sql`verified_on is null`)),
    remove: nobody,
  },
  ofSubject,
  (t) => [
    pg.foreignKey({ columns: [t.subject!], foreignColumns: [subjects.id] }),
    pg.foreignKey({ columns: [t.appraisal!], foreignColumns: [appraisals.id] }),
    pg.unique('appraisal_self_once').on(t.subject!, t.item!),
  ],
)
/** Blind: an expert sees his own; the office the others' only once the scores are reckoned with. */
export const expertScores = table(
  expertScore,
  {
    see: either(
      sql`expert::text = ${me.user}`,
      both(
        above,
        sql`exists (select 1 from appraisal a where a.id = appraisal and a.status not in ('preparing', 'self', 'verifying'))`,
      ),
    ),
    add: office,
    change: sql`expert::text = ${me.user}`,
    remove: nobody,
  },
  { audience: 'audit', subject: 'subject' },
  (t) => [
    pg.foreignKey({ columns: [t.subject!], foreignColumns: [subjects.id] }),
    pg.foreignKey({ columns: [t.appraisal!], foreignColumns: [appraisals.id] }),
    pg.foreignKey({ columns: [t.expert!], foreignColumns: [persons.id] }),
    pg.unique('appraisal_expert_once').on(t.subject!, t.item!, t.expert!),
    pg.check('appraisal_expert_points', sql`points between 0 and 100`),
  ],
)
export const reckonings = table(
  reckoning,
  { see: either(above, both(official, sql`sent`)), add: office, change: above, remove: nobody },
  { audience: 'internal', subject: 'appraisal' },
  (t) => [
    pg.foreignKey({ columns: [t.appraisal!], foreignColumns: [appraisals.id] }),
    pg.unique('appraisal_reckoning_round').on(t.appraisal!, t.round!),
  ],
)
const reckoned = sql`exists (select 1 from appraisal_reckoning r where r.id = reckoning)`
export const scores = table(
  score,
  { see: both(withSubject, reckoned), add: office, change: nobody, remove: nobody },
  ofSubject,
  (t) => [
    pg.foreignKey({ columns: [t.reckoning!], foreignColumns: [reckonings.id] }),
    pg.foreignKey({ columns: [t.subject!], foreignColumns: [subjects.id] }),
    pg.unique('appraisal_score_once').on(t.reckoning!, t.subject!),
  ],
)
export const objections = table(
  objection,
  {
    see: either(above, both(official, ownSubject)),
    add: both(units, ownSubject, sql`org = ${me.org}`),
    change: either(office, both(units, sql`org = ${me.org} and status in ('open', 'withdrawn')`)),
    remove: nobody,
  },
  ofSubject,
  (t) => [
    pg.unique('appraisal_objection_number').on(t.region!, t.number!),
    pg.foreignKey({ columns: [t.subject!], foreignColumns: [subjects.id] }),
    pg.foreignKey({ columns: [t.appraisal!], foreignColumns: [appraisals.id] }),
    pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] }),
  ],
)
export const appraisalRules = table(
  appraisalRule,
  { see: official, add: office, change: nobody, remove: nobody },
  { audience: 'internal' },
  (t) => [pg.unique('appraisal_rule_since').on(t.region!, t.since!)],
)
