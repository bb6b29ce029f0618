/** What a line comes to: the money has arrived, or came back; with its last line a claim is paid, and what follows begins (plan task 3). */
import { eq } from 'drizzle-orm'
import { monthStart } from '#engines/lease/days.ts'
import type { Decision } from '#engines/policy/decision.ts'
import { money } from '#engines/policy/wording.ts'
import { takenOff } from '#modules/claim/course/judge.ts'
import { claimHeld } from '#modules/claim/course/turn.ts'
import { type Claim, go } from '#modules/claim/course/way.ts'
import { pay } from '#modules/fund/money.ts'
import { record } from '#modules/fund/past.ts'
import { readVersions } from '#modules/policy/reading.ts'
import { policies } from '#modules/policy/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { conflict, invalid } from '#platform/problem.ts'
import type { RemittanceRow } from './rights.ts'
import { stagesOf } from './shares.ts'
import { commitments, payments, remittances } from './tables.ts'

export type Payment = typeof payments.$inferSelect
export type Receipt = { on: string; voucher: string }

/** The line of a list that was sent, by its receipt. */
export async function settleLine(ctx: Ctx, list: RemittanceRow, line: Payment, { on, voucher }: Receipt): Promise<void> {
  requireOpen(list, line)
  if (on > ctx.today) throw invalid('到账日期不能晚于今天')
  if (on < list.sentOn!) throw invalid(`到账日期不能早于清单送出之日 ${list.sentOn}`)
  const claim = await claimHeld(ctx, line.claim)
  await ctx.db.update(payments).set({ status: 'paid', settledOn: on, voucher }).where(eq(payments.id, line.id))
  await pay(ctx, { matter: claim.id, amount: line.amount, note: `${list.number} 拨付，凭证号 ${voucher}` })
  await closeClaim(ctx, claim, on)
  await closeList(ctx, list)
}

/** 退票: the money stays bound; the firm corrects its account, and a later list takes the line up again. */
export async function failLine(ctx: Ctx, list: RemittanceRow, line: Payment, failure: string): Promise<void> {
  requireOpen(list, line)
  await ctx.db.update(payments).set({ status: 'failed', failure }).where(eq(payments.id, line.id))
  await closeList(ctx, list)
}

export function requireSent({ status, number }: RemittanceRow): void {
  if (status === 'draft') throw conflict(`拨付清单 ${number} 尚未送财政，不能登记到账或退票`)
  if (status === 'cancelled') throw conflict(`拨付清单 ${number} 已作废，不能登记到账或退票`)
}

function requireOpen(list: RemittanceRow, { payee, status: state }: Payment): void {
  requireSent(list)
  if (state === 'paid') throw conflict(`“${payee}”的款项已登记到账，不能重复登记`)
  if (state === 'failed') throw conflict(`“${payee}”的款项已登记退票，更正账户后列入以后的清单`)
}

/** Nothing is left of it to hear about. */
async function closeList({ db }: Ctx, { id }: RemittanceRow): Promise<void> {
  const lines = await db.select({ status: payments.status }).from(payments).where(eq(payments.remittance, id))
  if (lines.every(({ status }) => status !== 'pending'))
    await db.update(remittances).set({ status: 'done' }).where(eq(remittances.id, id))
}

/** Paid in whole: had from now on, and whatever was promised in return counts from the day the money came. */
async function closeClaim(ctx: Ctx, claim: Claim, on: string): Promise<void> {
  const lines = await ctx.db.select().from(payments).where(eq(payments.claim, claim.id))
  const arrived = lines.filter(({ status }) => status === 'paid').reduce((sum, { amount }) => sum + amount, 0)
  if (arrived < (claim.approved ?? 0)) return
  await go(ctx, claim, 'settle', { change: { outcome: `已拨付 ${money(arrived)}` } })
  await recordAwards(ctx, claim, arrived)
  await beginCommitments(ctx, claim, on)
}

async function recordAwards(ctx: Ctx, claim: Claim, amount: number): Promise<void> {
  const [policy] = await ctx.db.select({ code: policies.code }).from(policies).where(eq(policies.id, claim.policy))
  const { enterprise, org, title, year, project } = claim
  const of = { enterprise, org, claim: claim.id, clause: `${policy!.code}/${claim.clause}`, title, year, project }
  // As the engine gave it; the column keeps it as it is.
  const stages = stagesOf(claim.decision as Pick<Decision, 'milestones'> | null, amount)
  const less = await takenOff(ctx, claim)
  await record(
    ctx,
    stages.map((stage, at) => ({ ...of, ...stage, less: at === 0 ? less : [] })),
  )
}

async function beginCommitments(ctx: Ctx, claim: Claim, on: string): Promise<void> {
  const read = (await readVersions(ctx, [claim.version])).get(claim.version)
  const promised = read?.policy.clauses.find(({ code }) => code === claim.clause)?.commitments ?? []
  if (promised.length === 0) return
  const open = { status: 'open' as const, outcome: null, recover: 0, recovered: 0, note: null, closedOn: null }
  await ctx.db.insert(commitments).values(
    promised.map((one) => ({
      ...{ claim: claim.id, enterprise: claim.enterprise, org: claim.org, kind: one.is, title: one.title, ...open },
      dueOn: monthStart(on, one.is === 'lock' ? one.months : one.afterMonths),
    })),
  )
}
