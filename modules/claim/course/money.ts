/** The money of a claim along its way: reserved when it is accepted, bound when it is approved, waiting in line where the pot is empty. */
import { and, asc, eq, type SQL } from 'drizzle-orm'
import { type Pot, potNames } from '#engines/policy/policy.ts'
import { money as inWords } from '#engines/policy/wording.ts'
import { commit, heldBy, release, reserve } from '#modules/fund/money.ts'
import type { Ctx } from '#platform/context.ts'
import { conflict, Problem } from '#platform/problem.ts'
import { explain, oneAtATime } from '#platform/session.ts'
import { ruleOn } from '../rule.ts'
import { claims } from '../tables.ts'
import { type Claim, go } from './way.ts'

type Whose = Pick<Claim, 'id' | 'number' | 'line' | 'year'>

/** What is reserved for it is `amount` from now on, if the pot has so much; tells whether. Without, it goes on and may have to wait. */
export const hold = (ctx: Ctx, { id, number, line, year }: Whose, amount: number): Promise<boolean> =>
  asFarAsThereIs(ctx, async (ctx) => {
    const held = await heldBy(ctx, id)
    if (held?.reserved === amount) return
    if (held && held.reserved > 0) await release(ctx, { matter: id, note: `${number} 调整预留` })
    if (amount > 0) await reserve(ctx, { line, year, matter: id, amount, note: `${number} 预留` })
  })

/** Of a sum that is raised: as much more as there is; else what it had, and the rest is waited for once it is approved. */
export async function holdAgain(ctx: Ctx, claim: Claim, amount: number): Promise<void> {
  const bound = await isBound(ctx, claim)
  await letGo(ctx, claim, '复核调增')
  if (!(await hold(ctx, claim, amount)) && bound) await hold(ctx, claim, claim.approved ?? 0)
}

/** It was approved with money, not put in line. */
export const isBound = async (ctx: Ctx, { id }: Pick<Claim, 'id'>): Promise<boolean> =>
  ((await heldBy(ctx, id))?.committed ?? 0) > 0

/** Bound to be paid, whether or not it was reserved before; tells whether the pot had so much. */
const bind = (ctx: Ctx, { id, number, line, year }: Whose, amount: number): Promise<boolean> =>
  asFarAsThereIs(ctx, async (ctx) => {
    if (!(await heldBy(ctx, id))) await reserve(ctx, { line, year, matter: id, amount, note: `${number} 预留` })
    await commit(ctx, { matter: id, amount, note: `${number} 审定` })
  })

export const letGo = (ctx: Ctx, { id, number }: Pick<Claim, 'id' | 'number'>, why: string) =>
  release(ctx, { matter: id, note: `${number} ${why}` })

/** What was begun is undone where the pot refuses it, and nothing else. */
async function asFarAsThereIs(ctx: Ctx, move: (ctx: Ctx) => Promise<void>): Promise<boolean> {
  try {
    await ctx.db.transaction((db) => move({ ...ctx, db }))
    return true
  } catch (error) {
    const told = explain(error)
    if (told instanceof Problem && told.status === 409 && told.message.includes('资金')) return false
    throw error
  }
}

/** Approved claims of a pot that wait for money, in the order of the rule. */
export async function waitingFor(ctx: Ctx, { line, year }: Pick<Claim, 'line' | 'year'>): Promise<Claim[]> {
  const { queueBy } = await ruleOn(ctx, ctx.today)
  const order: SQL[] = [asc(claims.submittedAt), asc(claims.number)]
  return ctx.db
    .select()
    .from(claims)
    .where(and(eq(claims.status, 'queued'), eq(claims.line, line), eq(claims.year, year)))
    .orderBy(...(queueBy === 'amount' ? [asc(claims.approved)] : []), ...order)
}

/** Paid if the pot has it and nobody waits before it, else it joins the line. */
export async function approveOrQueue(
  ctx: Ctx,
  claim: Claim,
  approved: { amount: number; change: Partial<Claim> },
  opinion: string | null,
) {
  await oneAtATime(ctx, lineOf(claim))
  const waiting = await waitingFor(ctx, claim)
  const change = { ...approved.change, approved: approved.amount }
  const hands = [(await ruleOn(ctx, ctx.today)).treasury]
  if (waiting.length === 0 && (await bind(ctx, claim, approved.amount)))
    return go(ctx, claim, 'approve', { change, opinion, hands })
  await letGo(ctx, claim, '转入轮候')
  const queued = await go(ctx, claim, 'queue', { change, opinion, hands })
  await takeUp(ctx, claim)
  return queued
}

/** Nobody is overtaken: it ends with the first the pot has not enough for. Tells how many were taken up. */
export async function takeUp(ctx: Ctx, pot: Pick<Claim, 'line' | 'year'>): Promise<number> {
  await oneAtATime(ctx, lineOf(pot))
  let taken = 0
  for (const claim of await waitingFor(ctx, pot)) {
    if (!(await bind(ctx, claim, claim.approved!))) break
    await go(ctx, claim, 'approve', { opinion: `“${potNames[claim.line]}”资金到位，按轮候顺序兑付` })
    taken += 1
  }
  return taken
}

/** Before those who wait in front of it, for a reason that stays with it; the others keep their order. */
export async function takeAhead(ctx: Ctx, claim: Claim, ahead: string): Promise<Claim> {
  await oneAtATime(ctx, lineOf(claim))
  const [first] = await waitingFor(ctx, claim)
  if (first?.id === claim.id) throw conflict('该事项已排在首位，请按序兑付')
  if (!(await bind(ctx, claim, claim.approved!)))
    throw conflict(`“${potNames[claim.line]}”资金余额不足 ${inWords(claim.approved!)}，不能提前兑付`)
  return go(ctx, claim, 'approve', { change: { ahead } })
}

const lineOf = ({ line, year }: { line: Pot; year: number }) => `claim-queue ${line} ${year}`
