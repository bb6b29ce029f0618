/** The steps of review: applied, returned, approved, brought before the joint meeting, agreed, refused, withdrawn. */
import { z } from 'zod'
import { cancel } from '#modules/lease/actions/draft.ts'
import { leaseToSee } from '#modules/lease/queries.ts'
import { keepPaper, paper } from '#modules/space/history/record.ts'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { text } from '#platform/fields.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { whyBound } from '../course/bound.ts'
import { chosenUnits } from '../course/chosen.ts'
import { whyJoint } from '../course/next.ts'
import { matterToChange } from '../course/turn.ts'
import { go, type Matter } from '../course/way.ts'
import { moveInFlow } from '../flow.ts'
import { rooms } from './offer.ts'
import { applicants, parks } from './open.ts'
import { offeredTo } from './viewing.ts'

const done = z.object({ id: z.uuid() })
const id = z.uuid()
const opinion = text('意见', 1000)
const { label: applyLabel } = moveInFlow.steps.apply

/** Of rooms that were offered, or chosen anew. */
export const apply = command(
  {
    label: applyLabel,
    who: [...parks, ...applicants],
    input: z.object({ id, units: rooms.optional(), opinion: text('申请说明', 1000).nullable().default(null), ...paper }),
    output: done,
  },
  async (ctx, { id, units, opinion, file }) => {
    const matter = await matterToChange(ctx, id)
    const wanted = units ?? matter.units
    if (!wanted.length) throw invalid('请先选定意向房源，再提交申请')
    const { rows: _, area: _area, town: _town, ...place } = await chosenUnits(ctx, wanted, offeredTo(ctx, matter.units))
    await go(ctx, matter, 'apply', place, { opinion, evidence: await keepPaper(ctx, file) })
    return { id }
  },
)

export const giveBack = command(
  {
    label: moveInFlow.steps.return.label,
    who: parks,
    input: z.object({ id, opinion: text('退回原因', 1000) }),
    output: done,
  },
  (ctx, { id, opinion }) => take(ctx, id, 'return', opinion),
)

export const approve = command(
  {
    label: moveInFlow.steps.approve.label,
    who: parks,
    input: z.object({ id, opinion: opinion.nullable().default(null) }),
    output: done,
  },
  async (ctx, { id, opinion }) => {
    const matter = await matterToChange(ctx, id)
    const why = await whyJoint(ctx, matter)
    if (why) throw invalid(why)
    await go(ctx, matter, 'approve', {}, { opinion })
    return { id }
  },
)

export const submit = command(
  { label: moveInFlow.steps.submit.label, who: parks, input: z.object({ id, opinion }), output: done },
  (ctx, { id, opinion }) => take(ctx, id, 'submit', opinion),
)

export const agree = command(
  { label: moveInFlow.steps.agree.label, who: ['office'], input: z.object({ id, opinion, ...paper }), output: done },
  async (ctx, { id, opinion, file }) => take(ctx, id, 'agree', opinion, file),
)

export const refuse = command(
  {
    label: moveInFlow.steps.refuse.label,
    who: parks,
    input: z.object({ id, reason: text('原因', 500) }),
    output: done,
  },
  async (ctx, { id, reason }) => {
    const matter = await matterToChange(ctx, id)
    await requireFree(ctx, matter)
    await go(ctx, matter, 'refuse', { outcome: reason }, { opinion: reason })
    await dropDraft(ctx, matter)
    return { id }
  },
)

export const withdraw = command(
  {
    label: moveInFlow.steps.withdraw.label,
    who: [...parks, ...applicants],
    input: z.object({ id, reason: text('撤回原因', 500) }),
    output: done,
  },
  async (ctx, { id, reason }) => {
    const matter = await matterToChange(ctx, id)
    await requireFree(ctx, matter)
    await go(ctx, matter, 'withdraw', { outcome: reason }, { opinion: reason })
    if (!applicants.some((one) => one === ctx.actor.role)) await dropDraft(ctx, matter)
    return { id }
  },
)

/** Whoever has signed is bound; the lease ends first, in its own register. */
async function requireFree(ctx: Ctx, matter: Matter): Promise<void> {
  const why = moveInFlow.steps.withdraw.from.some((state) => state === matter.status) ? await whyBound(ctx, matter) : null
  if (why) throw conflict(why)
}

/** A draft nobody will sign is no use to anyone; it held nothing. */
async function dropDraft(ctx: Ctx, { lease }: Matter): Promise<void> {
  if (lease && (await leaseToSee(ctx, lease)).status === 'draft') await cancel(ctx, { id: lease })
}

type Step = 'return' | 'submit' | 'agree'
async function take(ctx: Ctx, id: string, step: Step, opinion: string, file?: Parameters<typeof keepPaper>[1]) {
  const matter = await matterToChange(ctx, id)
  await go(ctx, matter, step, {}, { opinion, evidence: await keepPaper(ctx, file) })
  return { id }
}
