/** One lease with everything about it: units, account, receipts, what comes before and after, what does not agree. */
import { and, desc, eq, lte, sql } from 'drizzle-orm'
import { z } from 'zod'
import { daysBetween } from '#engines/lease/days.ts'
import { orgNames } from '#modules/enterprise/place.ts'
import { mayKeep } from '#modules/space/ledger/place.ts'
import { buildingToSee } from '#modules/space/ledger/queries.ts'
import { type Ctx, isOfficial } from '#platform/context.ts'
import { available } from '#platform/flow.ts'
import { mismatch, mismatchesOf } from './books/mismatch.ts'
import { leaseFlow } from './flow.ts'
import { leaseRow, receipt, receiptKinds, standings } from './model.ts'
import { unitsOf } from './queries.ts'
import { heldBeside } from './signing/sign.ts'
import { accountOf, type LeaseRow, receiptsOf, standingOf } from './standing.ts'
import { leases, receipts } from './tables.ts'

const oneOfKeys = <K extends string>(of: Record<K, string>) => z.enum(Object.keys(of) as [K, ...K[]])
export const money = { due: z.number(), paid: z.number(), overdue: z.number(), overdueDays: z.number() }
const dueLine = z.object({
  kind: oneOfKeys(receiptKinds),
  from: z.string(),
  to: z.string(),
  dueOn: z.string(),
  amount: z.number(),
  formula: z.string(),
  paid: z.number(),
  state: z.enum(['paid', 'overdue', 'open', 'later']),
})
export const account = z.object({
  ...money,
  ahead: z.number(),
  deposit: z.number(),
  next: z.object({ dueOn: z.string(), amount: z.number() }).nullable(),
  dues: z.array(dueLine),
})
const beside = z.object({ id: z.uuid(), number: z.string(), standing: oneOfKeys(standings) }).nullable()
export const wholeLease = z.object({
  lease: leaseRow,
  standing: oneOfKeys(standings),
  /** Days to the last one, while it runs. */
  daysLeft: z.number().nullable(),
  names: z.object({ building: z.string(), zone: z.string().nullable() }),
  units: z.array(
    z.object({
      unit: z.uuid(),
      name: z.string(),
      floor: z.number(),
      area: z.number(),
      unitArea: z.number(),
      since: z.string(),
      until: z.string(),
      /** Of a draft: last day for which somebody else holds it in this term. */
      takenTo: z.string().nullable(),
    }),
  ),
  account,
  receipts: z.array(receipt.extend({ id: z.uuid() })),
  /** What was entered and withdrawn, with the note of who did. */
  withdrawn: z.array(receipt.extend({ id: z.uuid() })),
  renews: beside,
  renewedBy: beside,
  mismatches: z.array(mismatch),
  steps: z.array(z.enum(['sign', 'end', 'cancel'])),
  keeps: z.boolean(),
})

export async function readWhole(ctx: Ctx, lease: LeaseRow): Promise<z.output<typeof wholeLease>> {
  const { id } = lease
  const standing = standingOf(lease, ctx.today)
  const building = await buildingToSee(ctx, lease.building)
  const zones = await orgNames(ctx, [lease.zone])
  const received = (await receiptsOf(ctx, [id])).get(id) ?? []
  const taken = standing === 'draft' ? new Map((await heldBeside(ctx, id)).map(({ unit, last }) => [unit, last])) : new Map()
  const insider = isOfficial(ctx.actor.role)
  const keeps = await mayKeep(ctx, lease.zone)
  const units = (await unitsOf(ctx, [id])).get(id) ?? []
  return {
    lease,
    standing,
    daysLeft: standing === 'running' ? daysBetween(ctx.today, lease.to) : null,
    names: { building: building.name, zone: (lease.zone && zones.get(lease.zone)) ?? null },
    units: units.map((unit) => ({ ...unit, takenTo: taken.get(unit.unit) ?? null })),
    account: accountOf(lease, received, ctx.today),
    receipts: received,
    withdrawn: insider ? await withdrawnOf(ctx, id) : [],
    renews: lease.renews ? await besideOf(ctx, eq(leases.id, lease.renews)) : null,
    renewedBy: await besideOf(ctx, and(eq(leases.renews, id), sql`${leases.status} <> 'cancelled'`)!),
    mismatches: insider ? await mismatchesOf(ctx, { lease: id }) : [],
    steps: keeps ? available(leaseFlow, lease, ctx.actor).filter((step) => step !== 'end' || standing !== 'expired') : [],
    keeps,
  }
}

async function besideOf(ctx: Ctx, where: ReturnType<typeof sql>) {
  const [found] = await ctx.db.select().from(leases).where(where)
  return found ? { id: found.id, number: found.number, standing: standingOf(found, ctx.today) } : null
}

const withdrawnOf = ({ db, today }: Ctx, lease: string) =>
  db
    .select()
    .from(receipts)
    .where(and(eq(receipts.lease, lease), lte(receipts.knownUntil, today)))
    .orderBy(desc(receipts.knownUntil), desc(receipts.createdAt))
