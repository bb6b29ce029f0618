/** One matter with everything about it: words, clock, replies and notices, climbs, cards, and what can be done next. */
import { asc, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { filesOf } from '#modules/work/queries.ts'
import { workdaysBetween } from '#platform/calendar.ts'
import { type Ctx, isOfficial } from '#platform/context.ts'
import { available } from '#platform/flow.ts'
import { overAll } from '#platform/session.ts'
import { standingOf } from './course/standing.ts'
import { nextStep, nextSteps } from './course/steps.ts'
import { type Matter, namesOf, type Supervision, whyNotJudge } from './course/turn.ts'
import { supervisionFlow } from './flow.ts'
import { card, matterClimb, matterReply, matterRow, supervision } from './model.ts'
import { ruleOn } from './rule.ts'
import { lightOf, line, taskTitles } from './search.ts'
import { cards, matterClimbs, supervisions } from './tables.ts'

const id = z.uuid()
const steps = Object.keys(supervisionFlow.steps) as [keyof typeof supervisionFlow.steps]
export const wholeMatter = z.object({
  matter: matterRow,
  light: line.shape.light,
  left: z.number(),
  names: z.record(z.string(), z.string()),
  taskTitle: z.string().nullable(),
  replies: z.array(matterReply.omit({ files: true }).extend({ id, files: z.array(z.object({ id, name: z.string() })) })),
  climbs: z.array(matterClimb.extend({ id })),
  notices: z.array(
    supervision.extend({
      id,
      /** Working days until the clock of its state runs out; null once it is done. */
      left: z.number().nullable(),
      can: z.array(z.object({ step: z.enum(steps), why: z.string().nullable() })),
    }),
  ),
  cards: z.array(card.extend({ id })),
  next: z.array(nextStep),
})

export async function readWhole(ctx: Ctx, matter: Matter): Promise<z.output<typeof wholeMatter>> {
  const { db, today } = ctx
  const standing = await standingOf(ctx, matter)
  const { replies } = standing
  const climbs = await db
    .select()
    .from(matterClimbs)
    .where(eq(matterClimbs.matter, matter.id))
    .orderBy(asc(matterClimbs.on), asc(matterClimbs.createdAt))
  const notices = await db
    .select()
    .from(supervisions)
    .where(eq(supervisions.matter, matter.id))
    .orderBy(desc(supervisions.issuedOn), desc(supervisions.number))
  const given = await db.select().from(cards).where(eq(cards.matter, matter.id)).orderBy(asc(cards.on), desc(cards.colour))
  // Who sees a matter sees what was shown for it.
  const files = await overAll(ctx, (wide) =>
    filesOf(
      wide,
      replies.flatMap((reply) => reply.files),
    ),
  )
  const bodies = [matter.owner, matter.holder, matter.raisedBy, ...matter.supporters]
  const names = await namesOf(ctx, [
    ...bodies,
    ...[...replies, ...notices, ...given].map(({ org }) => org),
    ...climbs.map(({ holder }) => holder),
  ])
  return {
    matter,
    light: lightOf(matter, (await ruleOn(ctx, today)).remindDays, today),
    left: workdaysBetween(today, matter.dueOn),
    names: Object.fromEntries(names),
    taskTitle: matter.task === null ? null : ((await taskTitles(ctx)).get(matter.task) ?? null),
    replies: replies.map((reply) => ({ ...reply, files: reply.files.map((id) => ({ id, name: files.get(id) ?? '佐证材料' })) })),
    climbs,
    notices: notices.map((notice) => ({ ...notice, left: leftOf(notice, today), can: stepsOf(ctx, notice) })),
    cards: given,
    next: isOfficial(ctx.actor.role) ? await nextSteps(ctx, standing) : [],
  }
}

/** The clock of what is awaited. */
export function leftOf({ status, signDueOn, replyDueOn }: Supervision, today: string): number | null {
  if (status === 'issued') return workdaysBetween(today, signDueOn)
  return status === 'signed' || status === 'returned' ? workdaysBetween(today, replyDueOn) : null
}

/** The unit signs and replies, nobody judges his own. */
const stepsOf = (ctx: Ctx, notice: Supervision) =>
  available(supervisionFlow, notice, ctx.actor)
    .filter((step) => (step !== 'sign' && step !== 'reply') || notice.org === ctx.actor.org)
    .map((step) => ({ step, why: step === 'close' || step === 'giveBack' ? whyNotJudge(ctx, notice.org) : null }))
