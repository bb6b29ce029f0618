/** An appeal against a refusal or a sum: raised in time by the firm, decided by the office; one that is upheld takes the claim up again. */
import { and, desc, eq, isNull, notInArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { money } from '#engines/policy/wording.ts'
import { command } from '#platform/action.ts'
import { addWorkdays } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { fen, text, upload } from '#platform/fields.ts'
import { keepFile } from '#platform/files.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import { holdAgain, isBound, takeUp } from '../course/money.ts'
import { claimHeld, claimToWrite, isCut } from '../course/turn.ts'
import { type Claim, go } from '../course/way.ts'
import { claimFlow, voidStates } from '../flow.ts'
import { requireMaterial } from '../materials/content.ts'
import { appeal as entity } from '../model.ts'
import { ruleOn } from '../rule.ts'
import { appeals, claimSteps, claims } from '../tables.ts'
import { done, writers } from './apply.ts'
import { proposedFor } from './review.ts'

const which = z.object({ id: z.uuid('没有找到该兑现事项，请核对网址') })

export const appeal = command(
  {
    label: '申请复核',
    who: writers,
    input: which.extend({ text: entity.shape.text, file: upload('复核附件').optional() }),
    output: done,
  },
  async (ctx, { id, text, file }) => {
    const claim = await claimToWrite(ctx, id)
    const { decidedOn: since, against } = await decisionOn(ctx, claim)
    const { appealDays, objectionDays } = await ruleOn(ctx, since)
    const last = addWorkdays(since, appealDays)
    if (ctx.today > last) throw conflict(`复核申请期限已于 ${last} 届满`)
    const before = await ctx.db.select().from(appeals).where(eq(appeals.claim, id)).orderBy(desc(appeals.createdAt))
    if (before.some(({ decidedOn }) => decidedOn === null)) throw conflict('复核申请正在办理，请勿重复申请')
    if (before.some(({ decidedOn, upheld }) => upheld === false && decidedOn! >= since))
      throw conflict('该决定已经复核维持，不再受理复核申请')
    const bytes = file && Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
    const kept =
      bytes && (await keepFile(ctx, { name: file.name, type: requireMaterial(file.name, bytes), bytes, audience: 'own' }))
    const raised = { raisedOn: ctx.today, dueOn: addWorkdays(ctx.today, objectionDays) }
    const open = { against, amount: null, upheld: null, finding: null, decidedOn: null, by: null }
    await ctx.db.insert(appeals).values({ claim: id, org: claim.org, text, file: kept?.id ?? null, ...raised, ...open })
    return against === null ? claim : go(ctx, claim, 'contest')
  },
)

/** What an appeal is against, and when it was decided: a refusal, or a sum below what was computed (or asked, where people decide). */
async function decisionOn(ctx: Ctx, claim: Claim): Promise<{ decidedOn: string; against: number | null }> {
  if (claim.status === 'refused') return { decidedOn: claim.closedOn!, against: null }
  if (claim.status !== 'paying' && claim.status !== 'queued')
    throw conflict(`当前为“${claimFlow.states[claim.status]}”，不能申请复核`)
  if (!isCut(claim)) throw conflict('审定金额没有核减，无须申请复核')
  if (await isListed(ctx, claim)) throw conflict('该事项已列入拨付清单，不能再就金额申请复核')
  const [step] = await ctx.db
    .select({ endedOn: claimSteps.endedOn })
    .from(claimSteps)
    .where(and(eq(claimSteps.claim, claim.id), eq(claimSteps.state, 'deciding')))
    .orderBy(desc(claimSteps.since), desc(claimSteps.createdAt))
    .limit(1)
  return { decidedOn: step!.endedOn!, against: claim.approved ?? 0 }
}

export const decideAppeal = command(
  {
    label: '作出复核决定',
    who: ['office'],
    input: which.extend({
      upheld: entity.shape.upheld.unwrap(),
      finding: text('复核结论', 500),
      /** Of a sum that was too low, what it should be; the computed one unless said otherwise. */
      amount: fen('复核金额').positive('复核金额应大于零').nullable().default(null),
    }),
    output: done,
  },
  async (ctx, { id, upheld, finding, amount: given }) => {
    const claim = await claimHeld(ctx, id)
    const [open] = await ctx.db
      .select()
      .from(appeals)
      .where(and(eq(appeals.claim, id), isNull(appeals.decidedOn)))
    if (!open) throw missing('复核申请')
    const amount = upheld && open.against !== null ? await moreThan(ctx, claim, open.against, given, finding) : null
    const decided = { upheld, finding, amount, decidedOn: ctx.today, by: ctx.actor.name }
    await ctx.db.update(appeals).set(decided).where(eq(appeals.id, open.id))
    if (open.against !== null) return amount === null ? keepSum(ctx, claim, finding) : raiseSum(ctx, claim, amount, finding)
    if (!upheld) return claim
    await requireFree(ctx, claim)
    return go(ctx, claim, 'reopen', { change: { outcome: null, closedOn: null } })
  },
)

/** On its way through the treasury, also where the reader may not see the list. */
const isListed = (ctx: Ctx, { id }: Claim): Promise<boolean> =>
  overAll(ctx, async ({ db }) => {
    const found = await db.execute(sql`select 1 from payment where claim = ${id} and status in ('pending', 'paid')`)
    return (found as unknown as { rows: unknown[] }).rows.length > 0
  })

/** Within the bounds of every sum that is proposed, and above the one it is against. */
async function moreThan(ctx: Ctx, claim: Claim, against: number, given: number | null, finding: string): Promise<number> {
  const amount = await proposedFor(ctx, claim, given, finding)
  if (amount <= against) throw invalid(`复核成立的，复核金额应高于原审定的 ${money(against)}`)
  return amount
}

/** Whoever waited for money has kept the place, and there may be some by now. */
async function keepSum(ctx: Ctx, claim: Claim, finding: string): Promise<Claim> {
  const bound = await isBound(ctx, claim)
  const kept = await go(ctx, claim, 'uphold', { opinion: finding, back: bound ? 'paying' : 'queued' })
  if (!bound) await takeUp(ctx, claim)
  return kept
}

/** Nothing is paid that everyone has not been shown: with the larger sum it goes to the next list, and is decided anew. */
async function raiseSum(ctx: Ctx, claim: Claim, amount: number, finding: string): Promise<Claim> {
  await holdAgain(ctx, claim, amount)
  return go(ctx, claim, 'raise', { change: { approved: amount, reason: finding, publicity: null }, opinion: finding })
}

/** Nothing may have taken its place meanwhile. */
async function requireFree(ctx: Ctx, { id, enterprise, policy, clause, year, project }: Claim): Promise<void> {
  const same = and(eq(claims.enterprise, enterprise), eq(claims.policy, policy), eq(claims.clause, clause), eq(claims.year, year))
  const open = notInArray(claims.status, [...voidStates])
  const rows = await ctx.db.select().from(claims).where(and(same, open))
  const live = rows.find((one) => one.id !== id && one.project === project)
  if (live) throw conflict(`企业已就同一条款另行申报（${live.number}），不能重新审核`)
}
