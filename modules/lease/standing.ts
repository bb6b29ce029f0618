/** How a lease and its account stand on the product's day; nothing needs to be flipped when a term runs out. */
import { and, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { scheduleOf } from '#engines/lease/schedule.ts'
import { type Account, accountOn, type Paid, type Sums, sumsOn } from '#engines/lease/standing.ts'
import type { Terms } from '#engines/lease/terms.ts'
import type { Ctx } from '#platform/context.ts'
import type { Standing } from './model.ts'
import { leases, receipts } from './tables.ts'

export type LeaseRow = typeof leases.$inferSelect
export type ReceiptRow = typeof receipts.$inferSelect

/** First day on which nothing of the lease holds any more. */
export const overOn = sql<string>`coalesce(${leases.endedOn}, ${leases.to} + 1)`

export const standingOn = (today: string): SQL<Standing> => sql`case
  when ${leases.status} in ('draft', 'cancelled') then ${leases.status}
  when ${leases.endedOn} <= ${today} then 'ended'
  when ${leases.to} < ${today} then 'expired'
  when ${leases.from} > ${today} then 'upcoming'
  else 'running' end`

export function standingOf({ status, from, to, endedOn }: LeaseRow, today: string): Standing {
  if (status === 'draft' || status === 'cancelled') return status
  if (endedOn !== null && endedOn <= today) return 'ended'
  if (to < today) return 'expired'
  return from > today ? 'upcoming' : 'running'
}

/** What was signed after the product's day is not known yet; nor is what was drawn up after it. */
export const knownLease = ({ today, now }: Ctx) =>
  or(lte(leases.signedOn, today), and(isNull(leases.signedOn), lte(leases.createdAt, now.toISOString())))

export const knownReceipt = ({ today }: Ctx) =>
  and(lte(receipts.knownFrom, today), or(isNull(receipts.knownUntil), gt(receipts.knownUntil, today)))

/** Receipts known today of so many leases, by lease. */
export async function receiptsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, ReceiptRow[]>> {
  if (!ids.length) return new Map()
  const rows = await ctx.db
    .select()
    .from(receipts)
    .where(and(inArray(receipts.lease, [...ids]), knownReceipt(ctx)))
    .orderBy(receipts.paidOn, receipts.createdAt)
  const found = new Map<string, ReceiptRow[]>(ids.map((id) => [id, []]))
  for (const row of rows) found.get(row.lease)?.push(row)
  return found
}

/** What was received by today of so many leases, as far as is known. */
export async function paidOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Paid>> {
  const { rows } = (await ctx.db.execute(sql`
    select ${receipts.lease} as lease, ${receipts.kind} as kind, (sum(${receipts.amount}) * 100)::float8 as fen from ${receipts}
    where ${receipts.lease} = any(${`{${ids.join()}}`}::uuid[]) and ${knownReceipt(ctx)} and ${receipts.paidOn} <= ${ctx.today}
    group by 1, 2`)) as unknown as { rows: { lease: string; kind: keyof Paid; fen: number }[] }
  const found = new Map(ids.map((id) => [id, { rent: 0, fee: 0, deposit: 0 }]))
  for (const { lease, kind, fen } of rows) found.get(lease)![kind] = fen
  return found
}

/** A draft and what was cancelled owe nothing. */
const owes = ({ status }: Pick<LeaseRow, 'status'>) => status !== 'draft' && status !== 'cancelled'

export const accountOf = (row: LeaseRow, received: readonly ReceiptRow[], today: string): Account =>
  accountOn(scheduleOf(row), received, owes(row) ? today : '1900-01-01')

/** Its sums alone, for lists of many. */
export const sumsOf = (row: Terms & Pick<LeaseRow, 'status'>, paid: Paid, today: string): Sums =>
  owes(row) ? sumsOn(row, paid, today) : { due: 0, paid: 0, overdue: 0, overdueDays: 0 }
