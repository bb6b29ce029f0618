/** What can be done next with a matter by the actor's part, and why not, where something is missing yet. */

import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { leases } from '#modules/lease/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { available } from '#platform/flow.ts'
import { moveInFlow } from '../flow.ts'
import { checkKinds } from '../model.ts'
import { ruleOn } from '../rule.ts'
import { type CheckRow, isOpen } from '../settling/checklist.ts'
import { whyBound, whyNotLet } from './bound.ts'
import { areaOf, unitsNamed } from './chosen.ts'
import type { Matter } from './way.ts'

type StepName = keyof typeof moveInFlow.steps
const names = Object.keys(moveInFlow.steps) as [StepName, ...StepName[]] // the keys of the flow, in its order
export const nextStep = z.object({ step: z.enum(names), label: z.string(), why: z.string().nullable() })

/** @param notMine why it is not the actor's turn */
export async function nextSteps(ctx: Ctx, matter: Matter, notMine: string | null, checklist: readonly CheckRow[]) {
  const next: z.output<typeof nextStep>[] = []
  for (const step of available(moveInFlow, matter, ctx.actor)) {
    const why = notMine ?? (await lacking(ctx, matter, step, checklist))
    next.push({ step, label: moveInFlow.steps[step].label, why })
  }
  return next
}

async function lacking(ctx: Ctx, matter: Matter, step: StepName, checklist: readonly CheckRow[]): Promise<string | null> {
  if (step === 'apply' && !matter.units.length) return '请先选定意向房源'
  if (step === 'approve') return whyJoint(ctx, matter)
  if (step === 'contract') return (await isDrawnUp(ctx, matter)) ? null : '请先起草租赁合同'
  if (step === 'refuse' || step === 'withdraw') return whyBound(ctx, matter)
  if (step === 'handOver') return whyNotLet(ctx, matter)
  if (step === 'complete') {
    const open = checklist.filter(isOpen).map(({ kind }) => checkKinds[kind])
    return open.length ? `还有未办结的事项：${open.join('、')}` : whyNotLet(ctx, matter)
  }
  return null
}

/** Why the joint meeting decides and not the park alone; null where it need not. */
export async function whyJoint(ctx: Ctx, { units }: Pick<Matter, 'units'>): Promise<string | null> {
  const { jointArea } = await ruleOn(ctx, ctx.today)
  const area = areaOf(await unitsNamed(ctx, units))
  return area < jointArea ? null : `意向面积 ${area} ㎡，达到 ${jointArea} ㎡ 的会商标准，应提请会商`
}

async function isDrawnUp({ db }: Ctx, { lease }: Matter): Promise<boolean> {
  if (!lease) return false
  const [found] = await db.select({ status: leases.status }).from(leases).where(eq(leases.id, lease))
  return found?.status === 'draft' || found?.status === 'running'
}
