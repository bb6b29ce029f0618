/** The book of money against the contract: what is late beyond the grace, and what came in after the end beyond what was owed. */
import { and, eq, sql } from 'drizzle-orm'
import { lastDay } from '#engines/lease/terms.ts'
import { ruleOn } from '#modules/space/ledger/rule.ts'
import { buildings } from '#modules/space/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { accountOf, knownLease, type LeaseRow, receiptsOf } from '../standing.ts'
import { leases } from '../tables.ts'
import type { About, Found } from './mismatch.ts'
import { overdueAmong } from './overdue.ts'
import { keptBuildings } from './reach.ts'

export async function overduePast(ctx: Ctx, of: About): Promise<Found[]> {
  const { arrearsDays } = await ruleOn(ctx, ctx.today)
  const late = (await overdueAmong(ctx, concerned(ctx, of), of.lease)).filter(({ account }) => account.overdueDays > arrearsDays)
  const names = await buildingNames(ctx, late)
  return late.map(({ account, ...row }) => ({
    ...head(row, names),
    kind: 'overdue',
    days: account.overdueDays,
    told: { amount: account.overdue.toFixed(2) },
  }))
}

/** Arrears paid late are in order; money beyond them has no contract behind it. */
export async function paidPastEnd(ctx: Ctx, of: About): Promise<Found[]> {
  // Only after an end can anything come in: few leases, found by their own days first.
  const after = sql`coalesce(${leases.endedOn} - 1, ${leases.to}) < ${ctx.today} and ${leases.id} in (
    select r.lease from receipt r join lease l on l.id = r.lease
    where r.amount > 0 and r.kind <> 'deposit' and r.paid_on > coalesce(l.ended_on - 1, l."to") and r.known_until is null)`
  const rows = await ctx.db
    .select()
    .from(leases)
    .where(and(concerned(ctx, of), sql`${leases.status} in ('running', 'ended')`, after))
  const received = await receiptsOf(
    ctx,
    rows.map(({ id }) => id),
  )
  const names = await buildingNames(ctx, rows)
  return rows.flatMap((row): Found[] => {
    const receipts = received.get(row.id) ?? []
    const last = lastDay(row)
    const late = receipts.filter(({ kind, paidOn, amount }) => kind !== 'deposit' && amount > 0 && paidOn > last)
    const { ahead } = accountOf(row, receipts, ctx.today)
    if (late.length === 0 || ahead === 0) return []
    const amount = late.reduce((sum, one) => sum + Math.round(one.amount * 100), 0) / 100
    const told = { last, amount: amount.toFixed(2), ahead: ahead.toFixed(2) }
    return [{ ...head(row, names), kind: 'paidPastEnd', days: null, told }]
  })
}

const concerned = (ctx: Ctx, { lease, building }: About) =>
  and(
    knownLease(ctx),
    sql`${leases.building} in (select id from (${keptBuildings}) kept)`,
    lease ? eq(leases.id, lease) : undefined,
    building ? eq(leases.building, building) : undefined,
  )

async function buildingNames({ db }: Ctx, rows: readonly Pick<LeaseRow, 'building'>[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map(({ building }) => building))]
  if (!ids.length) return new Map()
  const found = await db
    .select({ id: buildings.id, name: buildings.name })
    .from(buildings)
    .where(sql`${buildings.id} = any(${`{${ids.join()}}`}::uuid[])`)
  return new Map(found.map(({ id, name }) => [id, name]))
}

type Head = Pick<LeaseRow, 'id' | 'number' | 'building' | 'enterprise' | 'tenant'>
const head = ({ id, number, building, enterprise, tenant }: Head, names: Map<string, string>) => ({
  building,
  buildingName: names.get(building) ?? '',
  unit: null,
  unitName: null,
  lease: id,
  number,
  enterprise,
  name: tenant,
})
