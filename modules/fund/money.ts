/**
 * Money of a pot on its way for a matter: free → reserved → committed → paid, and back (plan task 3).
 *
 * Every movement is an entry; the database adds it to the balances and refuses what the pot does not hold.
 */
import { and, eq, sql } from 'drizzle-orm'
import { type Pot, potNames } from '#engines/policy/policy.ts'
import { money as moneyInWords } from '#engines/policy/wording.ts'
import type { Ctx } from '#platform/context.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { oneAtATime, overAll } from '#platform/session.ts'
import { potEntries, pots } from './tables.ts'

/** 分; together never above the amount. */
export type Balance = { amount: number; reserved: number; committed: number; paid: number; free: number }
/** What a matter has in which pot. */
export type Held = { pot: string; line: Pot; year: number; reserved: number; committed: number; paid: number }

type Line = { line: Pot; year: number }
type Moved = { matter: string; amount: number; note?: string | null }
type Change = Partial<Pick<typeof potEntries.$inferInsert, 'reserved' | 'committed' | 'paid'>>

/** Kept for a matter until it is decided. */
export async function reserve(ctx: Ctx, { line, year, matter, amount, note }: Line & Moved): Promise<void> {
  requireSum(amount)
  await oneAtATime(ctx, `money ${matter}`)
  const held = await heldBy(ctx, matter)
  if (held && (held.line !== line || held.year !== year))
    throw conflict(`该事项的资金已列入 ${held.year} 年度“${potNames[held.line]}”资金`)
  await enter(ctx, await potOf(ctx, { line, year }), 'reserve', matter, { reserved: amount }, note)
}

/** Approved: bound until it is paid. What was reserved beyond it is free again; what is lacking is taken from what is free. */
export async function commit(ctx: Ctx, { matter, amount, note }: Moved): Promise<void> {
  requireSum(amount)
  const { pot, reserved } = await holding(ctx, matter)
  const beyond = Math.max(0, reserved - amount)
  await enter(ctx, pot, 'commit', matter, { reserved: beyond - reserved, committed: amount }, note)
  if (beyond > 0) await enter(ctx, pot, 'release', matter, { reserved: -beyond }, note)
}

/** It has reached whom it is for. */
export async function pay(ctx: Ctx, { matter, amount, note }: Moved): Promise<void> {
  requireSum(amount)
  const { pot, committed } = await holding(ctx, matter)
  if (committed < amount) throw conflict(`该事项已承诺 ${moneyInWords(committed)}，不能支付 ${moneyInWords(amount)}`)
  await enter(ctx, pot, 'pay', matter, { committed: -amount, paid: amount }, note)
}

/** All that is reserved or committed for a matter is free again; a firm that withdraws its claim lets go of it as well. */
export async function release(ctx: Ctx, { matter, note }: Omit<Moved, 'amount'>): Promise<void> {
  const letGo = async (ctx: Ctx) => {
    await oneAtATime(ctx, `money ${matter}`)
    const held = await heldBy(ctx, matter)
    if (!held || held.reserved + held.committed === 0) return
    await enter(ctx, held.pot, 'release', matter, { reserved: -held.reserved, committed: -held.committed }, note)
  }
  await ((await keepsBooks(ctx)) ? letGo(ctx) : overAll(ctx, letGo))
}

/** As the database knows it: what follows from a step may already be done over all rows. */
async function keepsBooks({ db }: Ctx): Promise<boolean> {
  const { rows } = (await db.execute(
    sql`select current_setting('app.role', true) in ('system', 'office', 'department') as keeps`,
  )) as unknown as { rows: { keeps: boolean }[] }
  return rows[0]!.keeps
}

/** Money that was paid has come back, and is free again. */
export async function restore(ctx: Ctx, { matter, amount, note }: Moved): Promise<void> {
  requireSum(amount)
  const { pot, paid } = await holding(ctx, matter)
  if (paid < amount) throw conflict(`该事项已支付 ${moneyInWords(paid)}，不能退回 ${moneyInWords(amount)}`)
  await enter(ctx, pot, 'restore', matter, { paid: -amount }, note)
}

/** Null where nothing is arranged for the year. */
export async function balanceOf({ db }: Pick<Ctx, 'db'>, { line, year }: Line): Promise<Balance | null> {
  const [found] = await db
    .select()
    .from(pots)
    .where(and(eq(pots.line, line), eq(pots.year, year)))
  if (!found) return null
  const { amount, reserved, committed, paid } = found
  return { amount, reserved, committed, paid, free: amount - reserved - committed - paid }
}

/** Null where no money was ever moved for it. */
export async function heldBy({ db }: Pick<Ctx, 'db'>, matter: string): Promise<Held | null> {
  const total = (column: 'reserved' | 'committed' | 'paid') => sql<number>`sum(${potEntries[column]})`.mapWith(Number)
  const [found] = await db
    .select({
      ...{ pot: pots.id, line: pots.line, year: pots.year },
      ...{ reserved: total('reserved'), committed: total('committed'), paid: total('paid') },
    })
    .from(potEntries)
    .innerJoin(pots, eq(pots.id, potEntries.pot))
    .where(eq(potEntries.matter, matter))
    .groupBy(pots.id)
  return found ?? null
}

/** Of two steps at once on a matter the second sees what the first has left. */
async function holding(ctx: Ctx, matter: string): Promise<Held> {
  await oneAtATime(ctx, `money ${matter}`)
  const held = await heldBy(ctx, matter)
  if (!held) throw conflict('该事项没有预留资金')
  return held
}

async function potOf({ db }: Ctx, { line, year }: Line): Promise<string> {
  const [found] = await db
    .select({ id: pots.id })
    .from(pots)
    .where(and(eq(pots.line, line), eq(pots.year, year)))
  if (!found) throw conflict(`${year} 年度“${potNames[line]}”资金尚未安排`)
  return found.id
}

async function enter(
  { db, today, actor }: Ctx,
  pot: string,
  kind: (typeof potEntries.$inferInsert)['kind'],
  matter: string,
  change: Change,
  note: string | null = null,
): Promise<void> {
  const moved = { reserved: 0, committed: 0, paid: 0, ...change }
  await db.insert(potEntries).values({ pot, kind, matter, ...moved, on: today, by: actor.name, note })
}

function requireSum(amount: number): void {
  if (!Number.isSafeInteger(amount) || amount <= 0) throw invalid('金额应大于零，精确到分')
}
