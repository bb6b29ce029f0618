/** From the keys to the firm at work: the hand-over, the checklist of all who have a part in it, and the end of the matter. */
import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { leaseToSee } from '#modules/lease/queries.ts'
import { keepPaper, paper } from '#modules/space/history/record.ts'
import { command } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { day, text } from '#platform/fields.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { whyNotLet } from '../course/bound.ts'
import { matterToChange } from '../course/turn.ts'
import { go, type Matter } from '../course/way.ts'
import { moveInFlow } from '../flow.ts'
import { checkKinds } from '../model.ts'
import { checklistOf, close, isOpen, makeChecklist } from '../settling/checklist.ts'
import { newFirm, settleFirm } from '../settling/settle.ts'
import { moveInSteps, moveIns } from '../tables.ts'
import { parks } from './open.ts'

const done = z.object({ id: z.uuid() })
const id = z.uuid()
const note = text('说明', 300).nullable().default(null)

export const handOver = command(
  {
    label: moveInFlow.steps.handOver.label,
    who: parks,
    input: z.object({ id, handedOn: day('交付日期'), note, ...paper }),
    output: done,
  },
  async (ctx, { id, handedOn, note, file }) => {
    const matter = await matterToChange(ctx, id)
    if (!file) throw invalid('登记交付应上传交付确认单')
    if (handedOn > ctx.today) throw invalid('交付日期不能晚于今天')
    const signedOn = matter.lease && (await leaseToSee(ctx, matter.lease)).signedOn
    if (signedOn && handedOn < signedOn) throw invalid(`交付日期不能早于合同签订日期 ${signedOn}`)
    const opinion = [`${handedOn} 交付`, note].filter(Boolean).join('，')
    const moved = await go(ctx, matter, 'handOver', {}, { opinion, evidence: await keepPaper(ctx, file) })
    await requireLet(ctx, moved)
    await makeChecklist(ctx, moved)
    return { id }
  },
)

export const checkOff = command(
  {
    label: '办结清单事项',
    who: officials,
    input: z.object({ id, doneOn: day('办结日期').optional(), note, ...paper }),
    output: done,
  },
  async (ctx, { id, doneOn = ctx.today, note, file }) => {
    if (doneOn > ctx.today) throw invalid('办结日期不能晚于今天')
    await close(ctx, id, { doneOn, note, evidence: await keepPaper(ctx, file) })
    return { id }
  },
)

export const waive = command(
  {
    label: '清单事项不适用',
    who: officials,
    input: z.object({ id, reason: text('不适用原因', 200) }),
    output: done,
  },
  async (ctx, { id, reason }) => {
    await close(ctx, id, { waived: reason })
    return { id }
  },
)

/** All of it or nothing: file, lease, rooms and the matter itself are one transaction. */
export const complete = command(
  {
    label: moveInFlow.steps.complete.label,
    who: parks,
    input: z.object({ id, movedOn: day('入驻日期').optional(), firm: newFirm.nullable().default(null) }),
    output: z.object({ id, enterprise: z.uuid() }),
  },
  async (ctx, { id, movedOn = ctx.today, firm }) => {
    const matter = await matterToChange(ctx, id)
    const open = (await checklistOf(ctx, id)).filter(isOpen)
    if (open.length) throw conflict(`清单中还有未办结的事项：${open.map(({ kind }) => checkKinds[kind]).join('、')}`)
    if (movedOn > ctx.today) throw invalid('入驻日期不能晚于今天')
    const outcome = `${movedOn} 入驻`
    // First the step: who comes second is told that it is done, not that the firm is there already.
    const closed = await go(ctx, matter, 'complete', { outcome }, { opinion: outcome })
    if (!closed.lease || !closed.building) throw conflict('该事项没有已签订的租约，不能办结入驻')
    await requireLet(ctx, closed)
    const { signedOn, to } = await leaseToSee(ctx, closed.lease)
    if (signedOn && movedOn < signedOn) throw invalid(`入驻日期不能早于合同签订日期 ${signedOn}`)
    if (movedOn > to) throw invalid(`租约已于 ${to} 到期，入驻日期不能晚于该日`)
    const enterprise = await settleFirm(ctx, closed, { movedOn, firm, evidence: await handoverPaper(ctx, id) })
    await ctx.db.update(moveIns).set({ enterprise }).where(eq(moveIns.id, id))
    return { id, enterprise }
  },
)

async function requireLet(ctx: Ctx, matter: Matter): Promise<void> {
  const why = await whyNotLet(ctx, matter)
  if (why) throw conflict(why)
}

/** What shows that the rooms were handed over shows that they are used. */
async function handoverPaper({ db }: Ctx, id: string): Promise<string | null> {
  const [step] = await db
    .select({ evidence: moveInSteps.evidence })
    .from(moveInSteps)
    .where(and(eq(moveInSteps.moveIn, id), eq(moveInSteps.state, 'handover'), eq(moveInSteps.result, 'done')))
    .orderBy(desc(moveInSteps.createdAt))
  return step?.evidence ?? null
}
