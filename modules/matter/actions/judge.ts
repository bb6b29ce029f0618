/** The office and leaders judge what units report: done or not, longer or not; a matter that has lost its reason is cancelled. */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { tell } from '#modules/message/tell.ts'
import { command } from '#platform/action.ts'
import { addWorkdays, workdaysBetween } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { text, yes } from '#platform/fields.ts'
import { advance } from '#platform/flow.ts'
import { invalid } from '#platform/problem.ts'
import { decide, waiting } from '../course/replies.ts'
import { standingHeld } from '../course/standing.ts'
import { requireStep, type StepName } from '../course/steps.ts'
import type { Matter } from '../course/turn.ts'
import { withdrawOpen } from '../course/withdraw.ts'
import { matterFlow } from '../flow.ts'
import { peopleAt } from '../places.ts'
import { matters } from '../tables.ts'

const judging = ['office', 'leader'] as const
const which = z.object({ id: z.uuid('没有找到该督办事项，请核对网址') })
const done = z.object({ id: z.uuid() })
const opinion = text('审核意见', 1000)

async function taken(ctx: Ctx, id: string, step: StepName): Promise<Matter> {
  const standing = await standingHeld(ctx, id)
  await requireStep(ctx, standing, step)
  return standing.matter
}

const change = ({ db }: Ctx, id: string, values: Partial<Matter>) => db.update(matters).set(values).where(eq(matters.id, id))

export const confirm = command(
  { label: '核实办结', who: judging, input: which.extend({ outcome: text('办结说明', 1000) }), output: done },
  async (ctx, { id, outcome }) => {
    const matter = await taken(ctx, id, 'confirm')
    await decide(ctx, { matter: id, kind: 'done' }, true, outcome)
    await change(ctx, id, { status: advance(matterFlow, matter, 'confirm', ctx.actor), closedOn: ctx.today, outcome })
    await tellHands(ctx, matter, '已核实办结', outcome)
    return { id }
  },
)

/** The days it waited to be judged are not the unit's. */
export const giveBack = command(
  { label: '退回继续办理', who: judging, input: which.extend({ opinion }), output: done },
  async (ctx, { id, opinion }) => {
    const matter = await taken(ctx, id, 'giveBack')
    const reported = (await waiting(ctx, id, 'done'))?.on ?? ctx.today
    const dueOn = addWorkdays(matter.dueOn, workdaysBetween(reported, ctx.today))
    await decide(ctx, { matter: id, kind: 'done' }, false, opinion)
    await change(ctx, id, { status: advance(matterFlow, matter, 'giveBack', ctx.actor), dueOn })
    await tellHands(ctx, matter, '退回继续办理', opinion)
    return { id }
  },
)

export const decideDelay = command(
  { label: '审核延期申请', who: judging, input: which.extend({ granted: yes('同意延期'), opinion }), output: done },
  async (ctx, { id, granted, opinion }) => {
    const matter = await taken(ctx, id, 'decideDelay')
    const asked = (await waiting(ctx, id, 'delay'))!
    if (granted && asked.until! < ctx.today) throw invalid(`申请延至的 ${asked.until} 已过，请退回后由责任单位重新申请`)
    await decide(ctx, { matter: id, kind: 'delay' }, granted, opinion)
    if (granted) await change(ctx, id, { dueOn: asked.until! })
    await tellHands(ctx, matter, granted ? `同意延期至 ${asked.until}` : '不同意延期', opinion)
    return { id }
  },
)

/** Its open notices lose their reason with it. */
export const cancel = command(
  { label: '撤销督办事项', who: judging, input: which.extend({ reason: text('撤销原因', 1000) }), output: done },
  async (ctx, { id, reason }) => {
    const matter = await taken(ctx, id, 'cancel')
    await withdrawOpen(ctx, id)
    await change(ctx, id, { status: advance(matterFlow, matter, 'cancel', ctx.actor), closedOn: ctx.today, outcome: reason })
    await tellHands(ctx, matter, '已撤销', reason)
    return { id }
  },
)

async function tellHands(
  ctx: Ctx,
  { id, title, owner, supporters, raisedBy }: Matter,
  what: string,
  text: string,
): Promise<void> {
  await tell(ctx, {
    to: await peopleAt(ctx, [owner, ...supporters, raisedBy]),
    ...{ topic: 'matter', title: `${what}：${title}`, text, link: `/office/matters/${id}` },
    key: `matter-${id}-${what}-${ctx.now.toISOString()}`,
  })
}
