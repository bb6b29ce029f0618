/**
 * Facts of leases and receipts. A firm without a lease in the books may rent elsewhere: nothing is known of it then.
 *
 * A calendar month counts as let from half a month on, as far as the day; a firm's first year of renting begins with its first lease.
 */
import { and, gt, isNull, lte, or, sql } from 'drizzle-orm'
import { dayAt, numberOf } from '#engines/lease/days.ts'
import { duesBy } from '#engines/lease/schedule.ts'
import { hundredths, lastDay, rentOn } from '#engines/lease/terms.ts'
import { type Days, idsOf, recordedBy } from '#modules/ladder/known/asked.ts'
import { leases, receipts } from '#modules/lease/tables.ts'
import { buildings } from '#modules/space/tables.ts'
import type { Ctx } from '#platform/context.ts'
import type { Source } from './firm.ts'

const titles = [
  ...['租用面积', '租金单价', '当年租赁月数', '合同租期', '当年实付租金', '当年应付租金', '当年实付物业费'],
  ...['租赁起始日', '租赁年次', '租用区属国企存量楼宇'],
] as const

export const letting: Source = {
  titles,
  async add(ctx, firms, days, into) {
    const ids = firms.map(({ id }) => id)
    const found = await leasesOf(ctx, ids, days)
    if (found.size === 0) return
    const paid = await paidOf(ctx, [...found.keys()], days)
    for (const [id, own] of found) Object.assign(into.get(id)!, ofLeases(own, paid.get(id) ?? { rent: 0, fee: 0 }, days))
  },
}

type Lease = typeof leases.$inferSelect & { stateOwned: boolean }

/** Begun by the day, also those that are over. */
async function leasesOf({ db }: Ctx, ids: readonly string[], { day, known }: Days): Promise<Map<string, Lease[]>> {
  const rows = await db
    .select({ lease: leases, ownership: buildings.ownership })
    .from(leases)
    .innerJoin(buildings, sql`${buildings.id} = ${leases.building}`)
    .where(
      and(
        sql`${leases.enterprise} = any(${idsOf({ ids })})`,
        sql`${leases.status} not in ('draft', 'cancelled')`,
        lte(leases.from, day),
        or(lte(leases.signedOn, known), isNull(leases.signedOn)),
      ),
    )
    .orderBy(leases.from, leases.number)
  const found = new Map<string, Lease[]>()
  for (const { lease, ownership } of rows) {
    // An end that was not agreed yet is not known.
    const row = { ...lease, endedOn: lease.endedOn !== null && lease.endedOn <= known ? lease.endedOn : null }
    const own = found.get(lease.enterprise!) ?? []
    own.push({ ...row, stateOwned: ownership === 'state' })
    found.set(lease.enterprise!, own)
  }
  return found
}

type Paid = { rent: number; fee: number }
/** 分 received within the year, by the day. */
async function paidOf({ db }: Ctx, ids: readonly string[], days: Days): Promise<Map<string, Paid>> {
  const rows = await db
    .select({ enterprise: leases.enterprise, kind: receipts.kind, fen: sql<number>`(sum(${receipts.amount}) * 100)::float8` })
    .from(receipts)
    .innerJoin(leases, sql`${leases.id} = ${receipts.lease}`)
    .where(
      and(
        sql`${leases.enterprise} = any(${idsOf({ ids })})`,
        gt(receipts.paidOn, `${Number(days.day.slice(0, 4)) - 1}-12-31`),
        lte(receipts.paidOn, days.day),
        recordedBy(receipts, days),
      ),
    )
    .groupBy(leases.enterprise, receipts.kind)
  const found = new Map<string, Paid>()
  for (const { enterprise, kind, fen } of rows)
    found.set(enterprise!, { ...(found.get(enterprise!) ?? { rent: 0, fee: 0 }), [kind]: Math.round(fen) })
  return found
}

function ofLeases(own: readonly Lease[], paid: Paid, { day }: Days) {
  const from = (value: number | string | boolean, source = '租约台账') => ({ value, asOf: day, source })
  const running = own.filter((one) => lastDay(one) >= day)
  const area = running.reduce((sum, one) => sum + hundredths(one.area), 0)
  const start = own[0]!.from
  return {
    租用面积: from(area),
    ...(area > 0 ? { 租金单价: from(weightedRent(running, area, day)) } : {}),
    当年租赁月数: from(monthsLet(own, day)),
    ...(running.length > 0 ? { 合同租期: from(Math.max(...running.map(monthsAgreed))) } : {}),
    当年应付租金: from(rentDue(own, day)),
    当年实付租金: from(paid.rent, '收款台账'),
    当年实付物业费: from(paid.fee, '收款台账'),
    租赁起始日: from(start),
    租赁年次: from(yearsSince(start, day) + 1),
    租用区属国企存量楼宇: from(running.some(({ stateOwned }) => stateOwned)),
  }
}

const weightedRent = (running: readonly Lease[], area: number, day: string): number =>
  Math.round(running.reduce((sum, one) => sum + hundredths(one.area) * rentOn(one, day), 0) / area)

/** Whole months from the first day to the last. */
function monthsAgreed({ from, to }: Lease): number {
  const after = dayAt(numberOf(to) + 1)
  const [a, b] = [from, after].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)))
  return b! - a! - (after.slice(8) < from.slice(8) ? 1 : 0)
}

const half = 15
function monthsLet(own: readonly Lease[], day: string): number {
  const year = Number(day.slice(0, 4))
  const spans = own.map((one) => [numberOf(one.from), Math.min(numberOf(lastDay(one)), numberOf(day))] as const)
  let months = 0
  for (let month = 0; month < 12; month += 1) {
    const [first, next] = [Date.UTC(year, month, 1) / 86_400_000, Date.UTC(year, month + 1, 1) / 86_400_000]
    const days = spans.map(([from, to]) => Math.min(to, next - 1) - Math.max(from, first) + 1)
    if (Math.max(...days) >= half) months += 1
  }
  return months
}

function rentDue(own: readonly Lease[], day: string): number {
  const [first, last] = [numberOf(`${day.slice(0, 4)}-01-01`), numberOf(day)]
  const dues = own.flatMap((one) => duesBy(one, last).filter(({ kind, dueOn }) => kind === 'rent' && dueOn >= first))
  return dues.reduce((sum, { dueOn, fen }) => (dueOn <= last ? sum + fen : sum), 0)
}

const yearsSince = (from: string, day: string): number =>
  Number(day.slice(0, 4)) - Number(from.slice(0, 4)) - (day.slice(5) < from.slice(5) ? 1 : 0)
