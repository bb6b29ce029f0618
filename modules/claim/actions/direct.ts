/** 免申即享 at both ends: the office has claims made for who was found eligible, the firm says yes with its account, or no. */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { accountOf } from '#modules/fund/account.ts'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { text } from '#platform/fields.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { type Eligible, makeFor } from '../course/direct.ts'
import { judge } from '../course/judge.ts'
import { hold } from '../course/money.ts'
import { claimToWrite, cycleToChange } from '../course/turn.ts'
import { asConsequence, type Claim, go } from '../course/way.ts'
import { claimFlow } from '../flow.ts'
import { eligibleOf } from '../screening/rows.ts'
import { cycles } from '../tables.ts'
import { done, writers } from './apply.ts'

const which = z.object({ id: z.uuid('没有找到该兑现事项，请核对网址') })

export const offerDirect = command(
  {
    label: '生成免申即享事项',
    who: ['office'],
    input: z.object({
      cycle: z.uuid('请选择兑现批次'),
      firms: z
        .array(z.object({ enterprise: z.uuid(), clause: text('条款', 60) }))
        .min(1, '请选择符合条件的企业')
        .max(5000, '一次不超过 5000 家'),
    }),
    output: z.object({ made: z.number(), asked: z.number() }),
  },
  async (ctx, { cycle, firms }) => offer(ctx, cycle, firms),
)

/** Of everybody a screening found; those who have it already are passed over, so that it may be done every night. */
export const offerScreened = command(
  {
    label: '按筛查结果生成免申即享事项',
    who: ['office'],
    input: z.object({ cycle: z.uuid('请选择兑现批次'), screening: z.uuid('请选择政策筛查') }),
    output: z.object({ made: z.number(), asked: z.number() }),
  },
  async (ctx, { cycle, screening }) => {
    const sum = { made: 0, asked: 0 }
    for await (const portion of eligibleOf(ctx, screening)) {
      const { made, asked } = await offer(ctx, cycle, portion)
      sum.made += made
      sum.asked += asked
    }
    return sum
  },
)

/** Also by the machine after its nightly screening. */
export async function offer(ctx: Ctx, cycle: string, found: readonly Eligible[]): Promise<{ made: number; asked: number }> {
  const batch = await cycleToChange(ctx, cycle)
  if (batch.channel !== 'direct') throw invalid('该批次由企业申报，不生成免申即享事项')
  if (batch.status !== 'open') throw conflict('该批次已截止或取消')
  return { made: await makeFor(ctx, batch, found), asked: found.length }
}

/** One click: what it comes to is frozen again as it is now, and its money reserved. */
export const consent = command(
  { label: claimFlow.steps.consent.label, who: writers, input: which, output: done },
  async (ctx, { id }) => {
    const claim = await claimToWrite(ctx, id)
    if (claim.status !== 'consenting') return go(ctx, claim, 'consent')
    const account = await accountOf(ctx, claim.enterprise)
    if (!account) throw invalid('请先登记收款账户')
    const { remarks: _, ...judged } = await asConsequence(ctx, (wide) => judge(wide, claim))
    if (judged.verdict !== 'granted' || !judged.computed)
      throw conflict(`${judged.decision.sentence}；现已不能享受该项政策，如有疑问请与牵头单位联系`)
    await asConsequence(ctx, (wide) => hold(wide, claim, judged.computed ?? 0))
    const change = { ...judged, ...enteredNow(ctx), asked: judged.computed, approved: judged.computed, account: account.id }
    return go(ctx, claim, 'consent', {
      change: { ...change, submittedAt: ctx.now.toISOString() },
      hands: [await leadOf(ctx, claim)],
    })
  },
)

/** On paper, where the office says it for a firm without an account. */
const enteredNow = ({ actor, today }: Ctx) => (actor.role === 'office' ? { enteredBy: actor.name, enteredOn: today } : {})

async function leadOf({ db }: Ctx, { cycle }: Claim): Promise<string> {
  const [batch] = await db.select({ org: cycles.org }).from(cycles).where(eq(cycles.id, cycle))
  return batch!.org
}

export const decline = command(
  { label: claimFlow.steps.decline.label, who: writers, input: which, output: done },
  async (ctx, { id }) => {
    const claim = await claimToWrite(ctx, id)
    return go(ctx, claim, 'decline', { change: { ...enteredNow(ctx), outcome: '企业放弃享受' } })
  },
)
