import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { orgs } from '#modules/org/tables.ts'
import { buildings, inZone, keeping, units } from '#modules/space/tables.ts'
import { files } from '#platform/files.ts'
import { journal } from '#platform/journal.ts'
import { anyone, as, both, either, me, nobody, office, official } from '#platform/rows.ts'
import { table } from '#platform/table.ts'
import { booking, notice, noticeReading, sharedRoom, ticket, upkeepRule } from './model.ts'

/** A tenant sees and says what is its own; a neighbour's complaint is none of its business. */
const own = both(as('enterprise', 'institution'), sql`org = ${me.org}`)
/** In the building as the books say: the account's enterprise holds a lease or is in a room of it. */
const tenantOf = (building: string) =>
  sql.raw(`exists (select 1 from occupancy o join enterprise e on e.id = o.enterprise
  where o.building = ${building} and o.known_until is null and o.until is null
  and e.org = (select nullif(current_setting('app.org', true), '')::uuid))`)
const tenantIn = (table: string) => both(as('enterprise', 'institution'), tenantOf(`${table}.building`))

export const tickets = table(
  ticket,
  {
    see: either(as('office', 'leader'), inZone, own),
    add: either(keeping, both(own, tenantIn('ticket'))),
    change: either(keeping, own),
    remove: nobody,
  },
  { audience: 'matter' },
  (t) => [
    pg.unique('ticket_number').on(t.region!, t.number!),
    pg.foreignKey({ columns: [t.building!], foreignColumns: [buildings.id] }),
    pg.foreignKey({ columns: [t.unit!], foreignColumns: [units.id] }),
    pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] }),
    pg.foreignKey({ columns: [t.photo!], foreignColumns: [files.id] }),
    pg.index('ticket_building').on(t.building!, t.status!),
  ],
)
export const journalOfTickets = pg
  .pgPolicy('journal_ticket', {
    for: 'select',
    using: sql`region = ${me.region} and case when audience = 'matter' and entity = 'ticket' then exists (select 1 from ticket t where t.id = subject::uuid) else false end`,
  })
  .link(journal)

const insiders = either(official, as('enterprise', 'institution'))
export const sharedRooms = table(
  sharedRoom,
  { see: insiders, add: keeping, change: keeping, remove: nobody },
  { audience: 'internal', subject: 'building' },
  (t) => [
    pg.foreignKey({ columns: [t.building!], foreignColumns: [buildings.id] }),
    pg.unique('shared_room_name').on(t.building!, t.name!),
  ],
)

const roomKept = sql`exists (select 1 from shared_room r where r.id = room and (${me.role} = 'office' or (${me.role} = 'park'
  and (r.zone = ${me.org} or r.zone = (select o.parent from org o where o.id = ${me.org})))))`
/** That a room is taken is known to all who book; by whom and for what, to its own and the keeper (function room_taken). */
export const bookings = table(
  booking,
  {
    see: either(as('leader'), roomKept, own),
    add: either(roomKept, both(own, sql`exists (select 1 from shared_room r where r.id = room and ${tenantOf('r.building')})`)),
    change: either(roomKept, own),
    remove: nobody,
  },
  { audience: 'own', owner: 'org' },
  (t) => [
    pg.foreignKey({ columns: [t.room!], foreignColumns: [sharedRooms.id] }),
    pg.foreignKey({ columns: [t.org!], foreignColumns: [orgs.id] }),
    pg.check('booking_times', sql`"from" < "to"`),
    pg.index('booking_room').on(t.room!, t.from!),
  ],
)

export const notices = table(
  notice,
  { see: either(official, tenantIn('notice')), add: keeping, change: keeping, remove: nobody },
  { audience: 'internal', subject: 'building' },
  (t) => [pg.foreignKey({ columns: [t.building!], foreignColumns: [buildings.id] }), pg.index('notice_building').on(t.building!)],
)
/** Not journaled: that a page was opened is no decision. */
export const noticeReadings = table(
  noticeReading,
  {
    see: either(as('office', 'leader'), both(as('park'), sql`exists (select 1 from notice n where n.id = notice)`), own),
    add: own,
    change: nobody,
    remove: nobody,
  },
  null,
  (t) => [
    pg.foreignKey({ columns: [t.notice!], foreignColumns: [notices.id] }),
    pg.unique('notice_reading_once').on(t.notice!, t.org!),
  ],
)

export const upkeepRules = table(
  upkeepRule,
  { see: anyone, add: office, change: nobody, remove: nobody },
  { audience: 'internal' },
  (t) => [pg.unique('upkeep_rule_since').on(t.region!, t.since!)],
)
