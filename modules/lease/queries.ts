/** Leases as they are looked up: to be seen, to be changed; and the units of each. */
import { eq, inArray } from 'drizzle-orm'
import { requireKeeping } from '#modules/space/ledger/place.ts'
import { byName } from '#modules/space/ledger/queries.ts'
import { floors, units } from '#modules/space/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { missing } from '#platform/problem.ts'
import type { LeaseRow } from './standing.ts'
import { leases, leaseUnits } from './tables.ts'

/** The row, as far as the actor may see it. */
export async function leaseToSee({ db }: Ctx, id: string): Promise<LeaseRow> {
  const [found] = await db.select().from(leases).where(eq(leases.id, id))
  if (!found) throw missing('租约')
  return found
}

/** The row, held until the end of the step by one who keeps its building. */
export async function leaseToChange(ctx: Ctx, id: string): Promise<LeaseRow> {
  const { zone } = await leaseToSee(ctx, id)
  await requireKeeping(ctx, zone)
  const [held] = await ctx.db.select().from(leases).where(eq(leases.id, id)).for('update')
  return held!
}

/** Units of leases with their names, by lease, in the order of the names. */
export async function unitsOf({ db }: Ctx, ids: readonly string[]) {
  const rows = ids.length
    ? await db
        .select({
          lease: leaseUnits.lease,
          unit: leaseUnits.unit,
          name: units.name,
          floor: floors.number,
          area: leaseUnits.area,
          unitArea: units.area,
          since: leaseUnits.since,
          until: leaseUnits.until,
          held: leaseUnits.held,
        })
        .from(leaseUnits)
        .innerJoin(units, eq(units.id, leaseUnits.unit))
        .innerJoin(floors, eq(floors.id, units.floor))
        .where(inArray(leaseUnits.lease, [...ids]))
    : []
  const found = new Map<string, typeof rows>(ids.map((id) => [id, []]))
  for (const row of rows.sort((a, b) => byName(a.name, b.name))) found.get(row.lease)?.push(row)
  return found
}
