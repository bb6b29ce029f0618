import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { persons } from '#modules/org/tables.ts'
import { as, either, me, nobody } from '#platform/rows.ts'
import { table } from '#platform/table.ts'
import { attempt, delivery, message, preference, webhook } from './model.ts'

const own = (column: string) => sql`${sql.raw(column)}::text = ${me.user}`

/** Written by the machine as part of what it tells of; not journaled: what it tells is, and sending has its own log. */
export const messages = table(
  message,
  { see: own('recipient'), add: nobody, change: own('recipient'), remove: nobody },
  null,
  (t) => [
    pg.foreignKey({ columns: [t.recipient!], foreignColumns: [persons.id] }),
    pg.unique('message_once').on(t.recipient!, t.key!),
    pg.index('message_unread').on(t.recipient!, t.at!).where(sql`read_at is null`),
  ],
)
export const preferences = table(
  preference,
  { see: own('person'), add: own('person'), change: own('person'), remove: nobody },
  { audience: 'audit', subject: 'person', hidden: ['email'] },
  (t) => [pg.foreignKey({ columns: [t.person!], foreignColumns: [persons.id] }), pg.unique('preference_person').on(t.person!)],
)
const keeper = as('sysadmin')
export const webhooks = table(
  webhook,
  { see: either(keeper, as('auditor')), add: keeper, change: keeper, remove: nobody },
  { audience: 'audit', hidden: ['secret'] },
)
/** The log of sending: for whom it is, and for whoever keeps the system. Not journaled: it only grows by itself. */
const logged = either(as('sysadmin', 'auditor'), own('recipient'))
export const deliveries = table(delivery, { see: logged, add: nobody, change: nobody, remove: nobody }, null, (t) => [
  pg.foreignKey({ columns: [t.recipient!], foreignColumns: [persons.id] }),
  pg.foreignKey({ columns: [t.webhook!], foreignColumns: [webhooks.id] }),
  pg.index('delivery_waiting').on(t.notBefore!).where(sql`status = 'waiting'`),
])
export const attempts = table(
  attempt,
  {
    see: either(as('sysadmin', 'auditor'), sql`exists (select 1 from delivery d where d.id = delivery)`),
    add: nobody,
    change: nobody,
    remove: nobody,
  },
  null,
  (t) => [
    pg.foreignKey({ columns: [t.delivery!], foreignColumns: [deliveries.id] }),
    pg.unique('attempt_number').on(t.delivery!, t.number!),
    // Sent once, for ever.
    pg.uniqueIndex('attempt_sent').on(t.delivery!).where(sql`ok`),
  ],
)
