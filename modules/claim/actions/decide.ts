/** The decision: the office approves what was shown long enough, money is bound or waited for; and any decision is computed again. */
import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { potNames } from '#engines/policy/policy.ts'
import { money } from '#engines/policy/wording.ts'
import { command, query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { fen, text } from '#platform/fields.ts'
import { advance } from '#platform/flow.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { grantingOf } from '../course/clause.ts'
import { judge } from '../course/judge.ts'
import { approveOrQueue, takeUp as takeUpLine, waitingFor } from '../course/money.ts'
import { freezesOf, replay as replayOf } from '../course/replay.ts'
import { claimToChange, claimToSee } from '../course/turn.ts'
import { asConsequence, type Claim } from '../course/way.ts'
import { claimFlow } from '../flow.ts'
import { claims } from '../tables.ts'
import { done, firms } from './apply.ts'
import { requireGrantable } from './review.ts'

const which = z.object({ id: z.uuid('没有找到该兑现事项，请核对网址') })

/**
 * Never more than was shown to everyone. All is gathered and frozen once more: what has become known since may lower the sum, and
 * is told with the decision.
 */
export const approve = command(
  {
    label: claimFlow.steps.approve.label,
    who: ['office'],
    input: which.extend({
      amount: fen('审定金额').positive('审定金额应大于零').nullable().default(null),
      opinion: text('审定意见', 500).nullable().default(null),
    }),
    output: done.extend({ queued: z.boolean() }),
  },
  async (ctx, { id, amount, opinion }) => {
    const claim = await claimToChange(ctx, id)
    advance(claimFlow, claim, 'approve', ctx.actor)
    if (claim.status === 'queued') return nextInLine(ctx, claim)
    await oneAtATime(ctx, `claim-clause ${claim.policy} ${claim.clause} ${claim.year}`)
    const { remarks: _, ...judged } = await asConsequence(ctx, (wide) => judge(wide, claim))
    const now = { ...claim, ...judged }
    requireGrantable(now)
    const shown = claim.approved ?? 0
    const most = now.verdict === 'people' ? shown : Math.min(shown, now.computed ?? 0)
    const approved = amount ?? most
    if (approved > shown) throw conflict(`审定金额不能超过公示的 ${money(shown)}`)
    if (approved > most) throw invalid(`金额不能超过测算金额 ${money(most)}`)
    if (approved < most && !opinion) throw invalid('审定金额低于拟支持金额，请写明核减的理由')
    const reason = opinion ?? claim.reason
    await requireRoom(ctx, now, approved)
    const after = await approveOrQueue(ctx, claim, { amount: approved, change: { ...judged, reason } }, opinion)
    const [row] = await ctx.db.select({ status: claims.status }).from(claims).where(eq(claims.id, id))
    return { ...after, queued: row?.status === 'queued' }
  },
)

async function nextInLine(ctx: Ctx, claim: Claim) {
  const [first] = await waitingFor(ctx, claim)
  if (first && first.id !== claim.id) throw conflict(`轮候按顺序兑付，在前的是“${first.name}”（${first.number}）`)
  const taken = await takeUpLine(ctx, claim)
  if (!taken) throw conflict(`“${potNames[claim.line]}”资金余额仍不足 ${money(claim.approved ?? 0)}，该事项继续轮候`)
  return { id: claim.id, number: claim.number, queued: false }
}

/** The limit of a clause for all firms in a year. */
async function requireRoom(ctx: Ctx, claim: Claim, amount: number): Promise<void> {
  const { clause } = await grantingOf(ctx, claim)
  const cap = clause.caps.find(({ scope }) => scope === 'pot')
  if (!cap) return
  const same = and(eq(claims.policy, claim.policy), eq(claims.clause, claim.clause), eq(claims.year, claim.year))
  const [sum] = await ctx.db
    .select({ bound: sql<number>`coalesce(sum(${claims.approved}), 0)`.mapWith(Number) })
    .from(claims)
    .where(and(same, ne(claims.id, claim.id), inArray(claims.status, ['paying', 'paid', 'queued', 'appealed'])))
  const left = cap.amount - (sum?.bound ?? 0)
  if (amount > left)
    throw conflict(
      `“${claim.title}”${claim.year} 年度全部企业上限 ${money(cap.amount)}，余 ${money(left)}，不足 ${money(amount)}`,
    )
}

const told = z.object({
  at: z.string(),
  action: z.string(),
  by: z.string(),
  day: z.string(),
  same: z.boolean(),
  sentence: z.string(),
  amount: z.number().nullable(),
  /** What comes out today; the same, unless something was tampered with. */
  again: z.string(),
  recomputed: z.number().nullable(),
})

/** Every decision that was ever kept, computed again from the version, the frozen facts, what was had and the day alone. */
export const replay = query(
  { label: '复算兑现结论', who: [...officials, ...firms], input: which, output: z.array(told) },
  async (ctx, { id }) => {
    const claim = await claimToSee(ctx, id)
    const freezes = await freezesOf(ctx, claim)
    if (!freezes.length) throw missing('测算结论')
    const answers: z.output<typeof told>[] = []
    for (const one of freezes) {
      const { same, kept, again, computed, recomputed } = await replayOf(ctx, claim, one)
      const { at, action, by } = one
      answers.push({
        ...{ at, action, by, day: kept.day, same, sentence: kept.sentence, amount: computed },
        ...{ again: again.sentence, recomputed },
      })
    }
    return answers
  },
)
