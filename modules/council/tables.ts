import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { matters } from '#modules/matter/tables.ts'
import { orgs, posts } from '#modules/org/tables.ts'
import { journal } from '#platform/journal.ts'
import { as, both, either, me, nobody, office, official } from '#platform/rows.ts'
import { table } from '#platform/table.ts'
import { absence, agendaItem, attendance, decision, meeting } from './model.ts'

export const absences = table(
  absence,
  { see: official, add: office, change: office, remove: nobody },
  { audience: 'internal', subject: 'post' },
  (t) => [
    pg.foreignKey({ columns: [t.post!], foreignColumns: [posts.id] }),
    pg.foreignKey({ columns: [t.deputy!], foreignColumns: [posts.id] }),
    pg.check('absence_days', sql`since <= until and post <> deputy`),
  ],
)

export const meetings = table(
  meeting,
  {
    see: either(as('office', 'leader'), both(official, sql`hands ? ${me.org}::text`)),
    add: office,
    change: office,
    remove: nobody,
  },
  { audience: 'matter', hidden: ['token'] },
  (t) => [
    pg.unique('meeting_number').on(t.region!, t.number!),
    pg.unique('meeting_token').on(t.token!),
    pg.unique('meeting_minutes').on(t.region!, t.body!, t.minutesNumber!),
    pg.foreignKey({ columns: [t.body!], foreignColumns: [orgs.id] }),
    pg.foreignKey({ columns: [t.chair!], foreignColumns: [posts.id] }),
    pg.index('meeting_hands').using('gin', t.hands!),
  ],
)
const withMeeting = sql`exists (select 1 from meeting m where m.id = meeting)`
export const journalOfMeetings = pg
  .pgPolicy('journal_meeting', {
    for: 'select',
    using: sql`region = ${me.region} and case when audience = 'matter' and entity in ('meeting', 'agenda_item', 'attendance', 'decision') then exists (select 1 from meeting m where m.id = subject::uuid) else false end`,
  })
  .link(journal)
const ofMeeting = { audience: 'matter', subject: 'meeting' } as const

export const agendaItems = table(
  agendaItem,
  {
    see: withMeeting,
    /** Whoever reports on it attaches his papers. */
    add: office,
    change: either(office, both(as('department', 'park', 'town'), withMeeting, sql`org = ${me.org}`)),
    remove: office,
  },
  ofMeeting,
  (t) => [
    pg.foreignKey({ columns: [t.meeting!], foreignColumns: [meetings.id] }),
    pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] }),
    pg.foreignKey({ columns: [t.matter!], foreignColumns: [matters.id] }),
  ],
)
export const attendances = table(
  attendance,
  {
    see: withMeeting,
    add: either(office, both(official, withMeeting, sql`org = ${me.org}`)),
    change: either(office, both(official, withMeeting, sql`org = ${me.org}`)),
    remove: office,
  },
  ofMeeting,
  (t) => [
    pg.foreignKey({ columns: [t.meeting!], foreignColumns: [meetings.id] }),
    pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] }),
    pg.foreignKey({ columns: [t.post!], foreignColumns: [posts.id] }),
    pg.unique('attendance_once').on(t.meeting!, t.org!, t.name!),
  ],
)
export const decisions = table(decision, { see: withMeeting, add: office, change: office, remove: nobody }, ofMeeting, (t) => [
  pg.foreignKey({ columns: [t.meeting!], foreignColumns: [meetings.id] }),
  pg.foreignKey({ columns: [t.agenda!], foreignColumns: [agendaItems.id] }),
  pg.foreignKey({ columns: [t.owner!], foreignColumns: [orgs.id] }),
  pg.foreignKey({ columns: [t.matter!], foreignColumns: [matters.id] }),
  pg.unique('decision_ordinal').on(t.meeting!, t.ordinal!),
  // Whoever is to do something has it as a matter, and each its own; what is only noted has neither.
  pg.unique('decision_matter').on(t.matter!),
  pg.check('decision_whole', sql`num_nulls(owner, matter, due_on) in (0, 3)`),
])
