/** Leases with something unpaid after its day: accounts are not kept but reckoned, part by part, so that nobody waits for it. */
import { type SQL, sql } from 'drizzle-orm'
import type { Paid, Sums } from '#engines/lease/standing.ts'
import type { Terms } from '#engines/lease/terms.ts'
import type { Ctx } from '#platform/context.ts'
import { inParts } from '#platform/parts.ts'
import { knownReceipt, type LeaseRow, sumsOf } from '../standing.ts'
import { leases, receipts } from '../tables.ts'

type Told = Pick<LeaseRow, 'id' | 'number' | 'building' | 'enterprise' | 'tenant' | 'status'>
export type Overdue = Told & { account: Sums }

/** Among the signed leases of a condition, as far as the actor sees them; `only` where it is about one. */
export async function overdueAmong(ctx: Ctx, where: SQL | undefined, only?: string): Promise<Overdue[]> {
  const found: Overdue[] = []
  for await (const rows of inParts<Told & Terms & { paid: Partial<Paid> }>(ctx, 'accounts', accounts(ctx, where, only)))
    for (const { paid, ...row } of rows) {
      const account = sumsOf(row, { ...nothing, ...paid }, ctx.today)
      const { id, number, building, enterprise, tenant, status } = row
      if (account.overdue > 0) found.push({ id, number, building, enterprise, tenant, status, account })
    }
  return found
}

const nothing: Paid = { rent: 0, fee: 0, deposit: 0 }

/**
 * What an account follows from: the terms, and what came in by today as far as is known. Nothing is due before the first day.
 * Receipts are summed as they lie, not lease by lease: most of them are wanted.
 */
const accounts = (ctx: Ctx, where: SQL | undefined, only: string | undefined) => sql`
  with sums as (select lease, kind, sum(amount) * 100 as fen from ${receipts}
      where ${knownReceipt(ctx)} and paid_on <= ${ctx.today} ${only ? sql`and lease = ${only}` : sql``} group by lease, kind),
    paid as materialized (select lease, jsonb_object_agg(kind, fen) as fen from sums group by lease)
  select id, number, building, enterprise, tenant, status, "from"::text, "to"::text, ended_on::text as "endedOn", area::float8, rent::float8,
    fee::float8, steps, free, growth, pay_every as "payEvery", due_days as "dueDays", deposit::float8, coalesce(paid.fen, '{}') as paid
  from ${leases} left join paid on paid.lease = ${leases.id}
  where ${where ?? sql`true`} and status in ('running', 'ended') and "from" <= ${ctx.today}`
