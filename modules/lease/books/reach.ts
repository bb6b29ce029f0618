/** The buildings whose books the actor reads: the office and leaders all, a park those of its zone. */
import { sql } from 'drizzle-orm'
import { me } from '#platform/rows.ts'

/** Who reads them at all. */
export const readers = ['leader', 'office', 'park'] as const

/** As a query of id and name; where fewer leases are seen than rooms, what is not seen would look like a mistake. */
export const keptBuildings = sql`select b.id, b.name from building b
  where ${me.role} in ('office', 'leader', 'system') or b.zone = ${me.org} or b.zone = (select o.parent from org o where o.id = ${me.org})`
