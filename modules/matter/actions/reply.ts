/** What units say to a matter in their hands: how it goes, that it is done, that they need longer or help. */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { tell } from '#modules/message/tell.ts'
import { type Paper, paper } from '#modules/space/history/record.ts'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { text } from '#platform/fields.ts'
import { advance } from '#platform/flow.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { climb, returnToUnit } from '../course/move.ts'
import { decide, write } from '../course/replies.ts'
import { standingHeld } from '../course/standing.ts'
import { requireStep, type Standing, type StepName } from '../course/steps.ts'
import { matterFlow } from '../flow.ts'
import { matterReply } from '../model.ts'
import { peopleAt } from '../places.ts'
import { matters } from '../tables.ts'

const workers = ['office', 'department', 'park', 'town'] as const
const given = z.object({ id: z.uuid('没有找到该督办事项，请核对网址'), text: matterReply.shape.text, ...paper })
const done = z.object({ id: z.uuid() })

async function taken(ctx: Ctx, id: string, step: StepName): Promise<Standing> {
  const standing = await standingHeld(ctx, id)
  await requireStep(ctx, standing, step)
  return standing
}

export const reportProgress = command(
  { label: '报告办理进展', who: workers, input: given, output: done },
  async (ctx, { id, text, file }) => {
    await taken(ctx, id, 'progress')
    await write(ctx, { matter: id, kind: 'progress', text }, file)
    return { id }
  },
)

export const finish = command(
  { label: '报告事项办结', who: workers, input: given, output: done },
  async (ctx, { id, text, file }) => {
    const standing = await taken(ctx, id, 'finish')
    requireEvidence(standing, file)
    const { matter } = standing
    await ctx.db
      .update(matters)
      .set({ status: advance(matterFlow, matter, 'finish', ctx.actor) })
      .where(eq(matters.id, id))
    await write(ctx, { matter: id, kind: 'done', text }, file)
    await tellAbove(ctx, standing, '报告办结', text)
    return { id }
  },
)

/** Shown with this word or with one before it. */
function requireEvidence({ matter: { evidenceWanted }, replies }: Standing, file: Paper | undefined): void {
  if (evidenceWanted === null || file || replies.some(({ files }) => files.length > 0)) return
  throw invalid(`该事项要求提供佐证：${evidenceWanted}，请附上后再报告办结`)
}

export const askDelay = command(
  { label: '申请延期', who: workers, input: given.extend({ until: matterReply.shape.until.unwrap() }), output: done },
  async (ctx, { id, text, until, file }) => {
    const standing = await taken(ctx, id, 'askDelay')
    if (until <= standing.matter.dueOn) throw invalid(`申请延至的日期应晚于现办理时限 ${standing.matter.dueOn}`)
    if (until < ctx.today) throw invalid('申请延至的日期不能早于今天')
    await write(ctx, { matter: id, kind: 'delay', text, until }, file)
    await tellAbove(ctx, standing, `申请延期至 ${until}`, text)
    return { id }
  },
)

/** Help is asked one level up: there it has a clock of its own. */
export const askHelp = command(
  { label: '请求协调', who: workers, input: given, output: done },
  async (ctx, { id, text, file }) => {
    const { matter } = await taken(ctx, id, 'askHelp')
    await write(ctx, { matter: id, kind: 'help', text }, file)
    if (!(await climb(ctx, matter, '请求协调'))) throw conflict('本区还没有设立工作组、领导小组办公室或领导小组，无法请求协调')
    return { id }
  },
)

/** Who has it answers; the unit goes on with it. */
export const answerHelp = command(
  {
    label: '答复求助',
    who: [...workers, 'leader'],
    input: z.object({ id: given.shape.id, opinion: text('答复意见', 1000) }),
    output: done,
  },
  async (ctx, { id, opinion }) => {
    const { matter } = await taken(ctx, id, 'answer')
    await decide(ctx, { matter: id, kind: 'help' }, true, opinion)
    await returnToUnit(ctx, matter, '求助已答复')
    await tell(ctx, {
      to: await peopleAt(ctx, [matter.owner, matter.raisedBy]),
      ...{ topic: 'matter', title: `求助已答复：${matter.title}`, text: opinion, link: `/office/matters/${id}` },
      key: `matter-${id}-answered-${ctx.now.toISOString()}`,
    })
    return { id }
  },
)

/** Whoever asked for it hears of it, and whoever has it in hand. */
async function tellAbove(ctx: Ctx, { matter: { id, title, owner, holder, raisedBy } }: Standing, what: string, text: string) {
  const others = [raisedBy, holder].filter((one) => one !== owner)
  if (!others.length) return
  await tell(ctx, {
    to: await peopleAt(ctx, others),
    ...{ topic: 'matter', title: `${what}：${title}`, text, link: `/office/matters/${id}` },
    key: `matter-${id}-${what}-${ctx.now.toISOString()}`,
  })
}
