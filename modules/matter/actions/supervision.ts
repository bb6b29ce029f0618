/** A supervision notice: issued with a number, signed for, replied to with evidence, closed or returned; printed as an official letter. */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { tell } from '#modules/message/tell.ts'
import { paper } from '#modules/space/history/record.ts'
import { command, query } from '#platform/action.ts'
import { addWorkdays } from '#platform/calendar.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { download, text } from '#platform/fields.ts'
import { advance } from '#platform/flow.ts'
import { conflict, denied, invalid, missing } from '#platform/problem.ts'
import { decide, write } from '../course/replies.ts'
import { standingHeld } from '../course/standing.ts'
import { requireStep } from '../course/steps.ts'
import { matterToSee, nameOf, requireJudge, type Supervision, supervisionHeld } from '../course/turn.ts'
import { supervisionFlow } from '../flow.ts'
import { matterReply, supervision } from '../model.ts'
import { nextNotice, noticeDocument } from '../paper.ts'
import { peopleAt } from '../places.ts'
import { ruleOn } from '../rule.ts'
import { supervisions } from '../tables.ts'

const judging = ['office', 'leader'] as const
const units = ['department', 'park', 'town', 'office'] as const
const which = z.object({ id: z.uuid('没有找到该督办通知，请核对网址') })
const done = z.object({ id: z.uuid(), number: z.string() })

export const issueSupervision = command(
  {
    label: '印发督办通知',
    who: judging,
    input: z.object({
      matter: supervision.shape.matter,
      /** The owner of the matter unless said otherwise. */
      org: supervision.shape.org.nullable().default(null),
      title: supervision.shape.title,
      text: supervision.shape.text,
      /** By the rule unless said otherwise. */
      replyDueOn: supervision.shape.replyDueOn.nullable().default(null),
    }),
    output: done,
  },
  async (ctx, of) => {
    const standing = await standingHeld(ctx, of.matter)
    await requireStep(ctx, standing, 'issue')
    const { owner, supporters, holder } = standing.matter
    const org = of.org ?? owner
    if (![owner, holder, ...supporters].includes(org)) throw invalid('督办通知只能发给该事项的责任单位、配合单位或当前办理单位')
    const open = await ctx.db.select().from(supervisions).where(eq(supervisions.matter, of.matter))
    if (open.some((one) => one.org === org && !['closed', 'withdrawn'].includes(one.status))) {
      throw conflict(`“${await nameOf(ctx, org)}”已有一份该事项的督办通知未办结`)
    }
    const { signDays, replyDays } = await ruleOn(ctx, ctx.today)
    const replyDueOn = of.replyDueOn ?? addWorkdays(ctx.today, replyDays)
    if (replyDueOn < ctx.today) throw invalid('回复时限不能早于今天')
    const number = await nextNotice(ctx)
    const [row] = await ctx.db
      .insert(supervisions)
      .values({
        ...{ number, matter: of.matter, org, title: of.title, text: of.text, status: 'issued' },
        ...{ issuedOn: ctx.today, issuedBy: ctx.actor.name, signDueOn: addWorkdays(ctx.today, signDays), replyDueOn },
        ...{ signedAt: null, signedBy: null, closedOn: null },
      })
      .returning()
    await tellOf(ctx, row!, '请签收督办通知', `请于 ${row!.signDueOn} 前签收，于 ${replyDueOn} 前回复`)
    return row!
  },
)

export const signSupervision = command({ label: '签收督办通知', who: units, input: which, output: done }, async (ctx, { id }) => {
  const notice = await ownNotice(ctx, id)
  const status = advance(supervisionFlow, notice, 'sign', ctx.actor)
  return change(ctx, id, { status, signedAt: ctx.now.toISOString(), signedBy: ctx.actor.name })
})

/** What was done is shown: without evidence there is no reply. */
export const replySupervision = command(
  { label: '回复督办通知', who: units, input: which.extend({ text: matterReply.shape.text, ...paper }), output: done },
  async (ctx, { id, text, file }) => {
    const notice = await ownNotice(ctx, id)
    const status = advance(supervisionFlow, notice, 'reply', ctx.actor)
    if (!file) throw invalid('请附上佐证材料后再回复督办通知')
    await write(ctx, { matter: notice.matter, supervision: id, kind: 'done', text }, file)
    return change(ctx, id, { status })
  },
)

async function ownNotice(ctx: Ctx, id: string): Promise<Supervision> {
  const notice = await supervisionHeld(ctx, id)
  if (notice.org !== ctx.actor.org) throw denied(`该通知发给“${await nameOf(ctx, notice.org)}”，由其签收和回复`)
  return notice
}

const judged = which.extend({ opinion: text('审核意见', 1000) })

export const closeSupervision = command({ label: '办结督办通知', who: judging, input: judged, output: done }, async (ctx, of) => {
  const notice = await noticeToJudge(ctx, of.id)
  const status = advance(supervisionFlow, notice, 'close', ctx.actor)
  await decide(ctx, { matter: notice.matter, kind: 'done', supervision: of.id }, true, of.opinion)
  await tellOf(ctx, notice, '督办通知已办结', of.opinion)
  return change(ctx, of.id, { status, closedOn: ctx.today })
})

/** The time to reply begins anew. */
export const returnSupervision = command(
  { label: '退回督办回复', who: judging, input: judged, output: done },
  async (ctx, of) => {
    const notice = await noticeToJudge(ctx, of.id)
    const status = advance(supervisionFlow, notice, 'giveBack', ctx.actor)
    await decide(ctx, { matter: notice.matter, kind: 'done', supervision: of.id }, false, of.opinion)
    const replyDueOn = addWorkdays(ctx.today, (await ruleOn(ctx, ctx.today)).replyDays)
    await tellOf(ctx, notice, '督办回复被退回', `${of.opinion}。请于 ${replyDueOn} 前重新回复`)
    return change(ctx, of.id, { status, replyDueOn })
  },
)

export const withdrawSupervision = command(
  { label: '撤回督办通知', who: judging, input: which.extend({ reason: text('撤回原因', 500) }), output: done },
  async (ctx, { id, reason }) => {
    const notice = await supervisionHeld(ctx, id)
    const status = advance(supervisionFlow, notice, 'withdraw', ctx.actor)
    await tellOf(ctx, notice, '督办通知已撤回', reason)
    return change(ctx, id, { status, closedOn: ctx.today })
  },
)

async function noticeToJudge(ctx: Ctx, id: string): Promise<Supervision> {
  const notice = await supervisionHeld(ctx, id)
  requireJudge(ctx, notice.org)
  return notice
}

async function change({ db }: Ctx, id: string, values: Partial<Supervision>) {
  const [row] = await db.update(supervisions).set(values).where(eq(supervisions.id, id)).returning()
  return row!
}

async function tellOf(ctx: Ctx, { id, number, org, title, matter }: Supervision, what: string, text: string): Promise<void> {
  await tell(ctx, {
    to: await peopleAt(ctx, [org]),
    ...{ topic: 'supervision', title: `${what}：${title}`, text: `${number}，${text}`, link: `/office/matters/${matter}` },
    ...{ urgent: true, key: `supervision-${id}-${what}-${ctx.now.toISOString()}` },
  })
}

export const printSupervision = query(
  { label: '下载督办通知', who: officials, input: which, output: download('督办通知') },
  async (ctx, { id }) => {
    const [notice] = await ctx.db.select().from(supervisions).where(eq(supervisions.id, id))
    if (!notice) throw missing('督办通知')
    const matter = await matterToSee(ctx, notice.matter)
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    return { name: `督办通知${notice.number}.docx`, type, bytes: await noticeDocument(ctx, notice, matter) }
  },
)
