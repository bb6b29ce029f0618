/** What can be done next with a claim by the actor's part, and why not, where something is missing yet. */
import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { available } from '#platform/flow.ts'
import { opinionsOf, whyNotAllIn } from '../actions/review.ts'
import { claimFlow } from '../flow.ts'
import { currentMaterials } from '../materials/current.ts'
import { mayWrite } from './turn.ts'
import type { Claim, StepName } from './way.ts'

const names = Object.keys(claimFlow.steps) as [StepName, ...StepName[]] // the keys of the flow, in its order
export const nextStep = z.object({ step: z.enum(names), label: z.string(), why: z.string().nullable() })

/** What is done for whole lists, by the treasury, by the machine, or with an objection or an appeal. */
const elsewhere: readonly StepName[] = [
  ...(['publicise', 'endPublicity', 'takeOut', 'queue', 'settle'] as const),
  ...(['reopen', 'contest', 'uphold', 'raise', 'lapse'] as const),
]
/** By the firm itself. */
const written: readonly StepName[] = ['submit', 'resubmit', 'consent', 'decline', 'withdraw']

/** @param notMine why it is not the actor's turn */
export async function nextSteps(ctx: Ctx, claim: Claim, notMine: string | null): Promise<z.output<typeof nextStep>[]> {
  const next: z.output<typeof nextStep>[] = []
  for (const step of available(claimFlow, claim, ctx.actor)) {
    if (elsewhere.includes(step) || (step === 'refuse' && claim.status === 'public')) continue
    if (written.includes(step) && !mayWrite(ctx, claim)) continue
    next.push({ step, label: claimFlow.steps[step].label, why: notMine ?? (await lacking(ctx, claim, step)) })
  }
  return next
}

async function lacking(ctx: Ctx, claim: Claim, step: StepName): Promise<string | null> {
  const said = ((claim.decision ?? {}) as { sentence?: string }).sentence ?? '尚未测算'
  if (step === 'accept') {
    const held = (await currentMaterials(ctx, claim.id)).find(({ scan }) => scan === 'waiting' || scan === 'infected')
    return held ? (held.scan === 'waiting' ? '材料正在查毒' : '有材料含病毒，请退回补正') : null
  }
  if (step === 'pass') {
    if (claim.verdict === 'unknown') return `${said}，请先核定`
    return claim.verdict === 'refused' ? said : claim.verdict === 'granted' && !claim.computed ? '没有可兑现的金额' : null
  }
  if (step !== 'conclude') return null
  return whyNotAllIn(ctx, await opinionsOf(ctx, claim.id))
}
