/** Viewings of rooms: booked, confirmed, held with what was said, declined with the reason, cancelled. */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { oneOf, text } from '#platform/fields.ts'
import { advance } from '#platform/flow.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { chosenUnits } from '../course/chosen.ts'
import { matterToChange } from '../course/turn.ts'
import { requireVisitDay } from '../course/visit.ts'
import { go } from '../course/way.ts'
import { viewingFlow } from '../flow.ts'
import { halves, viewing } from '../model.ts'
import { viewings } from '../tables.ts'
import { applicants, parks } from './open.ts'

const done = z.object({ id: z.uuid() })
const which = { id: z.uuid('没有找到该看房预约') }
const { wantedOn } = viewing.shape
const guide = text('接待人', 40)

export const bookViewing = command(
  {
    label: '代约看房',
    who: [...parks, ...applicants],
    input: z.object({
      moveIn: z.uuid(),
      /** None: all the matter is about. */
      unit: z.uuid('没有找到该房源').nullable().default(null),
      wantedOn,
      half: oneOf('时段', halves),
      guide: guide.nullable().default(null),
    }),
    output: done,
  },
  async (ctx, { moveIn, unit, wantedOn, half, guide }) => {
    const matter = await matterToChange(ctx, moveIn)
    if (!['viewing', 'applying'].includes(matter.status)) throw conflict('请先推荐房源，再预约看房')
    requireVisitDay(ctx, wantedOn)
    const building = unit ? (await chosenUnits(ctx, [unit], offeredTo(ctx, matter.units))).building : matter.building
    if (!building) throw invalid('请选择要看的房源')
    const booked = applicants.some((one) => one === ctx.actor.role)
      ? ({ status: 'asked', guide: null } as const)
      : ({ status: 'confirmed', guide: guide ?? ctx.actor.name } as const)
    const id = randomUUID()
    await ctx.db.insert(viewings).values({ id, moveIn, building, unit, wantedOn, half, ...booked, feedback: null })
    return { id }
  },
)

/** What an applicant may take beside what is on offer to everyone; officials need no offer. */
export const offeredTo = ({ actor }: Ctx, units: readonly string[]): readonly string[] | null =>
  applicants.some((one) => one === actor.role) ? units : null

export const confirmViewing = command(
  { label: '确认预约', who: parks, input: z.object({ ...which, guide }), output: done },
  async (ctx, { id, guide }) => {
    await turn(ctx, id, 'confirm', { guide })
    return { id }
  },
)

/** The first viewing that was held brings the matter on. */
export const finishViewing = command(
  { label: '登记已看', who: parks, input: z.object({ ...which, feedback: text('看房反馈', 500) }), output: done },
  async (ctx, { id, feedback }) => {
    const matter = await turn(ctx, id, 'finish', { feedback })
    if (matter.status === 'viewing') await go(ctx, matter, 'view', {}, { opinion: feedback })
    return { id }
  },
)

export const declineViewing = command(
  { label: '不能安排', who: parks, input: z.object({ ...which, reason: text('原因', 500) }), output: done },
  async (ctx, { id, reason }) => {
    await turn(ctx, id, 'decline', { feedback: reason })
    return { id }
  },
)

export const cancelViewing = command(
  { label: '取消预约', who: [...parks, ...applicants], input: z.object(which), output: done },
  async (ctx, { id }) => {
    await turn(ctx, id, 'cancel', {})
    return { id }
  },
)

type Told = Partial<Pick<typeof viewings.$inferSelect, 'guide' | 'feedback'>>
/** Its matter is held first: of two at once the second sees what the first has done. */
async function turn(ctx: Ctx, id: string, step: keyof typeof viewingFlow.steps, told: Told) {
  const look = async () => (await ctx.db.select().from(viewings).where(eq(viewings.id, id)))[0]
  const seen = await look()
  if (!seen) throw missing('看房预约')
  const matter = await matterToChange(ctx, seen.moveIn)
  const status = advance(viewingFlow, (await look()) ?? seen, step, ctx.actor)
  await ctx.db
    .update(viewings)
    .set({ status, ...told })
    .where(eq(viewings.id, id))
  return matter
}
