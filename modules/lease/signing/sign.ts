/** Signing a lease and ending it. Of all who sign for a unit at one time the database lets one; the others are told until when it is let. */
import { eq, sql } from 'drizzle-orm'
import { scheduleOf } from '#engines/lease/schedule.ts'
import { unitsToChange } from '#modules/space/ledger/queries.ts'
import type { Ctx } from '#platform/context.ts'
import { advance } from '#platform/flow.ts'
import { conflict, invalid, type Problem } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import { leaseFlow } from '../flow.ts'
import { leaseToChange } from '../queries.ts'
import { accountOf, type LeaseRow, receiptsOf } from '../standing.ts'
import { leases, leaseUnits } from '../tables.ts'

export type Signing = {
  id: string
  signedOn?: string | undefined /** The signed paper, already kept. */
  contract?: string | null | undefined
}

/** Signs a draft: from here on its units are held. */
export async function signLease(ctx: Ctx, { id, signedOn = ctx.today, contract = null }: Signing): Promise<{ id: string }> {
  const lease = await leaseToChange(ctx, id)
  const status = advance(leaseFlow, lease, 'sign', ctx.actor)
  if (signedOn > ctx.today) throw invalid('签订日期不能晚于今天')
  await hold(ctx, id)
  await ctx.db.update(leases).set({ status, signedOn, contract }).where(eq(leases.id, id))
  return { id }
}

/** The exclusion constraint decides; those who wait for the unit queue at its row, so that none of them blocks another in turn. */
async function hold(ctx: Ctx, id: string): Promise<void> {
  const wanted = await ctx.db.select().from(leaseUnits).where(eq(leaseUnits.lease, id))
  await unitsToChange(
    ctx,
    wanted.map(({ unit }) => unit),
  )
  await ctx.db
    .transaction((inner) => inner.update(leaseUnits).set({ held: true }).where(eq(leaseUnits.lease, id)))
    .catch(async (error: { cause?: { code?: string } }) => {
      if (error.cause?.code !== '23P01') throw error
      throw await taken(ctx, id)
    })
}

/** Names the unit and until when it is let, not to whom. */
async function taken(ctx: Ctx, id: string): Promise<Problem> {
  const [other] = await heldBeside(ctx, id)
  return conflict(
    other
      ? `单元“${other.name}”已租至 ${other.last}，与本租约的租期（${other.from} 至 ${other.to}）重叠，不能签订`
      : '租赁单元已被他人签订，请刷新后另选',
  )
}

type Beside = { unit: string; name: string; last: string; from: string; to: string }
/** Units of a lease that others hold in its term, with the last day of theirs. */
export async function heldBeside(ctx: Ctx, id: string): Promise<Beside[]> {
  const { rows } = (await overAll(ctx, ({ db }) =>
    db.execute(sql`
      select u.id as unit, u.name, max(other.until - 1)::text as last, own.since::text as from, (own.until - 1)::text as to
      from lease_unit own join unit u on u.id = own.unit
        join lease_unit other on other.unit = own.unit and other.held and other.lease <> own.lease
          and daterange(other.since, other.until) && daterange(own.since, own.until)
      where own.lease = ${id} group by u.id, u.name, own.since, own.until order by u.name`),
  )) as unknown as { rows: Beside[] }
  return rows
}

export type Ending = { id: string /** First day it is no more. */; on: string; kind: 'early' | 'breach'; reason: string }

/** Ends a lease before its last day: its units are free from that day on. */
export async function endLease(ctx: Ctx, { id, on, kind, reason }: Ending): Promise<{ id: string; settlement: Settlement }> {
  const lease = await leaseToChange(ctx, id)
  const status = advance(leaseFlow, lease, 'end', ctx.actor)
  requireEnd(lease, on)
  await ctx.db.update(leaseUnits).set({ until: on }).where(eq(leaseUnits.lease, id))
  await ctx.db.update(leases).set({ status, endedOn: on, endKind: kind, endReason: reason }).where(eq(leases.id, id))
  return { id, settlement: await settlementOf(ctx, lease, on, kind) }
}

export function requireEnd({ number, from, to }: LeaseRow, on: string): void {
  if (on <= from) throw invalid(`终止日期应晚于起租日 ${from}；未曾使用的，可自次日起终止`)
  if (on > to) throw invalid(`租约 ${number} 于 ${to} 到期自行终止，终止日期应不晚于该日`)
}

export type Settlement = { due: number; paid: number; refund: number; owed: number; deposit: number; sentences: string[] }
/**
 * What is left to settle when a lease ends on a day: rent and fee are due to the day before, days of an unfinished month
 * by the day; what was paid beyond goes back, and so does the deposit unless the tenant broke the lease.
 */
export async function settlementOf(ctx: Ctx, lease: LeaseRow, on: string, kind: Ending['kind']): Promise<Settlement> {
  const received = (await receiptsOf(ctx, [lease.id])).get(lease.id) ?? []
  const all = accountOf({ ...lease, endedOn: on, deposit: 0 }, received, '9999-12-31')
  const [due, paid] = [all.due, received.reduce((sum, one) => sum + Math.round(one.amount * 100), 0) / 100 - all.deposit]
  const left = (Math.round(paid * 100) - Math.round(due * 100)) / 100
  const [refund, owed] = [Math.max(0, left), Math.max(0, -left)]
  const whole = scheduleOf(lease).reduce((sum, one) => sum + (one.kind === 'deposit' ? 0 : Math.round(one.amount * 100)), 0) / 100
  return {
    due,
    paid,
    refund,
    owed,
    deposit: all.deposit,
    sentences: told({ due, paid, refund, owed, deposit: all.deposit, whole, on, kind }),
  }
}

type Told = Omit<Settlement, 'sentences'> & { whole: number; on: string; kind: Ending['kind'] }
function told({ due, paid, refund, owed, deposit, whole, on, kind }: Told): string[] {
  const money = (yuan: number) => `${yuan.toFixed(2)} 元`
  return [
    `租金和物业费计至 ${on} 前一日，不满一个计租月的按该月实际天数折算：应收 ${money(due)}（全期应收 ${money(whole)}）`,
    refund > 0
      ? `已收 ${money(paid)}，多收 ${money(refund)}，应予退还`
      : owed > 0
        ? `已收 ${money(paid)}，尚欠 ${money(owed)}，应予收取`
        : `已收 ${money(paid)}，已结清`,
    ...(deposit > 0
      ? [
          kind === 'early'
            ? `保证金 ${money(deposit)}，抵扣欠款后退还`
            : `保证金 ${money(deposit)}，因违约解除，按合同约定处理，不自动退还`,
        ]
      : []),
  ]
}
