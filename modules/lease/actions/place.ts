/** Contracts by place: who holds which room of a building, and who held a room one after the other. */
import { and, eq, gte, inArray, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { rentOn } from '#engines/lease/terms.ts'
import { buildingToSee, byName, unitToSee } from '#modules/space/ledger/queries.ts'
import { units } from '#modules/space/tables.ts'
import { query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { readers } from '../books/reach.ts'
import { standings } from '../model.ts'
import { knownLease, paidOf, standingOf, sumsOf } from '../standing.ts'
import { leases, leaseUnits } from '../tables.ts'

const letting = z.object({
  unit: z.uuid(),
  unitName: z.string(),
  area: z.number(),
  since: z.string(),
  /** Last day. */
  last: z.string(),
  lease: z.uuid(),
  number: z.string(),
  tenant: z.string(),
  enterprise: z.uuid().nullable(),
  rent: z.number(),
  standing: z.enum(Object.keys(standings) as [keyof typeof standings, ...(keyof typeof standings)[]]),
  overdue: z.number(),
})

export const ofBuilding = query(
  {
    label: '楼宇租约',
    who: readers,
    input: z.object({ building: z.uuid() }),
    output: z.array(letting),
  },
  async (ctx, { building }) => {
    await buildingToSee(ctx, building)
    const live = or(eq(leases.status, 'draft'), gte(sql`${leaseUnits.until} - 1`, ctx.today))
    const found = await lettings(ctx, and(eq(leases.building, building), live)!)
    return found.sort((a, b) => byName(a.unitName, b.unitName) || (a.since < b.since ? -1 : 1))
  },
)

export const ofUnit = query(
  { label: '单元租约', who: readers, input: z.object({ unit: z.uuid() }), output: z.array(letting) },
  async (ctx, { unit }) => {
    await unitToSee(ctx, unit)
    const found = await lettings(ctx, eq(leaseUnits.unit, unit))
    return found.sort((a, b) => (a.since < b.since ? 1 : -1))
  },
)

/** What was cancelled held nothing and is left out. */
async function lettings(ctx: Ctx, where: NonNullable<ReturnType<typeof and>>): Promise<z.output<typeof letting>[]> {
  const rows = await ctx.db
    .select({ lease: leases, held: leaseUnits, unitName: units.name, last: sql<string>`(${leaseUnits.until} - 1)::text` })
    .from(leaseUnits)
    .innerJoin(leases, eq(leases.id, leaseUnits.lease))
    .innerJoin(units, eq(units.id, leaseUnits.unit))
    .where(and(where, knownLease(ctx), inArray(leases.status, ['draft', 'running', 'ended'])))
  const received = await paidOf(ctx, [...new Set(rows.map(({ lease }) => lease.id))])
  return rows.map(({ lease, held, unitName, last }) => ({
    ...{ unit: held.unit, unitName, area: held.area, since: held.since, last },
    ...{ lease: lease.id, number: lease.number, tenant: lease.tenant, enterprise: lease.enterprise },
    rent: rentOn(lease, ctx.today < lease.from ? lease.from : ctx.today) / 100,
    standing: standingOf(lease, ctx.today),
    overdue: sumsOf(lease, received.get(lease.id)!, ctx.today).overdue,
  }))
}
