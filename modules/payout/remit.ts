/** A list for the treasury: made of lines that wait, shown with its lines numbered, and sent. */
import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm'
import { claims } from '#modules/claim/tables.ts'
import { masked } from '#modules/fund/account.ts'
import type { Ctx } from '#platform/context.ts'
import { nextNumber } from '#platform/number.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { type Awaiting, accountsOf, awaitingPayment, type Where } from './awaiting.ts'
import type { RemittanceRow } from './rights.ts'
import { payments, remittances } from './tables.ts'

/** A line by its claim and payee; of others than the firm, with where it goes. */
export type Chosen = { claim: string; payee: string; where: Where | null }

export async function makeList(ctx: Ctx, chosen: readonly Chosen[]): Promise<{ id: string; number: string }> {
  await oneAtATime(ctx, 'remittance')
  const waiting = await awaitingPayment(ctx)
  const lines = chosen.map((one) => lineOf(one, waiting))
  const number = await nextNumber(ctx, 'BK', sql`remittance`)
  const made = {
    number,
    status: 'draft' as const,
    madeOn: ctx.today,
    sentOn: null,
    by: ctx.actor.name,
    cancelledOn: null,
    reason: null,
  }
  const [list] = await ctx.db.insert(remittances).values(made).returning({ id: remittances.id })
  await ctx.db.insert(payments).values(lines.map((line) => ({ ...line, remittance: list!.id })))
  return { id: list!.id, number }
}

function lineOf({ claim: id, payee, where: told }: Chosen, waiting: readonly Awaiting[]) {
  const found = waiting.find(({ claim, payee: whose }) => claim.id === id && whose === payee)
  if (!found) throw conflict(`“${payee}”的款项已列入清单或不再待拨付，请刷新后重新选择`)
  const { claim, own, amount, lacking } = found
  if (lacking) throw conflict(`兑现事项 ${claim.number} 暂不能拨付：${lacking}`)
  const where = own ? found.where : (told ?? found.where)
  if (!where) throw invalid(`请填写“${payee}”的收款账户（兑现事项 ${claim.number}）`)
  const { holder, bank, number: accountNumber } = where
  const unsettled = { status: 'pending' as const, settledOn: null, voucher: null, failure: null }
  return { claim: id, enterprise: claim.enterprise, org: claim.org, payee, holder, bank, accountNumber, amount, ...unsettled }
}

/** A firm's account may have changed since the list was drawn up: the line goes where it is now. */
export async function send(ctx: Ctx, list: RemittanceRow): Promise<void> {
  requireDraft(list, '不能重复送出')
  const { id } = list
  const own = await ctx.db
    .select({ id: payments.id, enterprise: payments.enterprise, number: payments.accountNumber })
    .from(payments)
    .innerJoin(claims, and(eq(claims.id, payments.claim), eq(claims.name, payments.payee)))
    .where(eq(payments.remittance, id))
  const current = await accountsOf(
    ctx,
    own.map(({ enterprise }) => enterprise),
  )
  for (const line of own) {
    const where = current.get(line.enterprise)
    if (!where || where.number === line.number) continue
    const { holder, bank, number: accountNumber } = where
    await ctx.db.update(payments).set({ holder, bank, accountNumber }).where(eq(payments.id, line.id))
  }
  await ctx.db.update(remittances).set({ status: 'sent', sentOn: ctx.today }).where(eq(remittances.id, id))
}

/** Before it is sent; its lines wait again, and a later list takes them up. */
export async function cancel(ctx: Ctx, list: RemittanceRow, reason: string): Promise<void> {
  requireDraft(list, '不能作废；款项有误的请登记退票')
  await ctx.db.update(payments).set({ status: 'cancelled' }).where(eq(payments.remittance, list.id))
  const over = { status: 'cancelled' as const, cancelledOn: ctx.today, reason }
  await ctx.db.update(remittances).set(over).where(eq(remittances.id, list.id))
}

function requireDraft({ status, number }: RemittanceRow, otherwise: string): void {
  if (status === 'cancelled') throw conflict(`拨付清单 ${number} 已作废`)
  if (status !== 'draft') throw conflict(`拨付清单 ${number} 已送财政，${otherwise}`)
}

export type Line = typeof payments.$inferSelect & {
  /** BK-2025-0001-03: the same for whoever reads it, for ever. */
  number: string
  claimNumber: string | null
  title: string | null
  line: (typeof claims.$inferSelect)['line'] | null
}

/** By payee, so that what one receives stands together. */
export async function linesOf({ db }: Ctx, { id, number }: Pick<RemittanceRow, 'id' | 'number'>, open: boolean): Promise<Line[]> {
  const rows = await db
    .select({ ...getTableColumns(payments), claimNumber: claims.number, title: claims.title, line: claims.line })
    .from(payments)
    .leftJoin(claims, eq(claims.id, payments.claim))
    .where(eq(payments.remittance, id))
    .orderBy(sql`${payments.payee} collate "C"`, asc(payments.id))
  return rows.map((row, at) => ({
    ...row,
    number: `${number}-${String(at + 1).padStart(2, '0')}`,
    accountNumber: open ? row.accountNumber : masked(row.accountNumber),
  }))
}
