/** A meeting from its preparation to its end: who meets, when, where, under whom (safeguard one). */
import { randomBytes } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { tell } from '#modules/message/tell.ts'
import { orgs, posts } from '#modules/org/tables.ts'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { day } from '#platform/fields.ts'
import { advance } from '#platform/flow.ts'
import { nextNumber } from '#platform/number.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { absentOn, attendeesOf, holdersOn } from '../attendees.ts'
import { meetingFlow } from '../flow.ts'
import { dayHeld, invited, type Meeting, meetingToChange, renewHands, timeHeld } from '../meet.ts'
import { meeting } from '../model.ts'
import { agendaItems, attendances, meetings } from '../tables.ts'

const which = z.object({ id: z.uuid('没有找到该会议，请核对网址') })
const done = z.object({ id: z.uuid() })
const time = z
  .string({ error: '请填写时间' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间应为时分，如 09:30')
  .meta({ title: '时间' })
const planned = meeting.pick({ title: true, kind: true, body: true, place: true, chair: true }).extend({ day: day('日期'), time })
type Planned = z.infer<typeof planned>

export const createMeeting = command(
  { label: '筹备会议', who: ['office'], input: planned, output: z.object({ id: z.uuid(), number: z.string() }) },
  async (ctx, given) => {
    const values = await checked(ctx, given)
    const number = await nextNumber(ctx, 'HY', sql`meeting`)
    const [row] = await ctx.db
      .insert(meetings)
      .values({ ...values, number, status: 'preparing', token: randomBytes(18).toString('base64url'), hands: [] })
      .returning()
    await inviteMembers(ctx, row!)
    return { id: row!.id, number }
  },
)

export const changeMeeting = command(
  { label: '修改会议安排', who: ['office'], input: planned.extend(which.shape), output: done },
  async (ctx, { id, ...given }) => {
    const row = await meetingToChange(ctx, id)
    if (row.status !== 'preparing' && row.status !== 'called')
      throw conflict(`当前为“${meetingFlow.states[row.status]}”，不能修改会议安排`)
    const values = await checked(ctx, given)
    await ctx.db.update(meetings).set(values).where(eq(meetings.id, id))
    const now = { ...row, ...values }
    const moved = timeHeld(now) !== timeHeld(row) || now.place !== row.place
    if (row.status === 'called' && moved)
      await tellInvited(ctx, now, `会议安排有变：${now.title}`, `${timeHeld(now)}，${now.place}`, `moved-${ctx.now.getTime()}`)
    return { id }
  },
)

async function checked(ctx: Ctx, { day: on, time, ...given }: Planned) {
  const [body] = await ctx.db.select().from(orgs).where(eq(orgs.id, given.body))
  if (!body) throw missing('议事机构')
  if (!['board', 'office', 'team'].includes(body.kind)) throw invalid(`“${body.shortName}”不是议事机构，请重新选择`)
  if (on < ctx.today) throw invalid('会议日期不能早于今天')
  const [chair] = await holdersOn(ctx, on, eq(posts.id, given.chair))
  if (!chair) throw invalid('所选主持人会议当天不在任，请重新选择')
  const away = (await absentOn(ctx, on)).get(given.chair)
  if (away) throw invalid(`${chair.name}会议当天请假，由${away.deputy.name}代理，请改选主持人`)
  return { ...given, startsAt: new Date(`${on}T${time}:00+08:00`).toISOString() }
}

export const inviteAll = command(
  { label: '按成员单位拟定参会人员', who: ['office'], input: which, output: z.object({ added: z.number() }) },
  async (ctx, { id }) => {
    const row = await meetingToChange(ctx, id)
    if (row.status !== 'preparing' && row.status !== 'called')
      throw conflict(`当前为“${meetingFlow.states[row.status]}”，不能再拟定参会人员`)
    return { added: await inviteMembers(ctx, row) }
  },
)

/** Adds who is not there yet; who has gone on leave since gives his place to his deputy. */
async function inviteMembers(ctx: Ctx, row: Meeting): Promise<number> {
  const present = await ctx.db.select().from(attendances).where(eq(attendances.meeting, row.id))
  let added = 0
  for (const { instead, ...one } of await attendeesOf(ctx, row.body, row.chair, dayHeld(row))) {
    const gone = present.find(({ post, signedAt }) => instead !== null && post === instead && signedAt === null)
    if (gone) {
      await ctx.db.update(attendances).set(one).where(eq(attendances.id, gone.id))
      added += 1
    } else if (!present.some(({ post, org, name }) => org === one.org && (post === one.post || name === one.name))) {
      await ctx.db.insert(attendances).values({ ...one, meeting: row.id })
      added += 1
    }
  }
  await renewHands(ctx, row.id)
  return added
}

export const callMeeting = command(
  { label: '发出会议通知', who: ['office'], input: which, output: done },
  async (ctx, { id }) => {
    const row = await meetingToChange(ctx, id)
    const status = advance(meetingFlow, row, 'call', ctx.actor)
    if (dayHeld(row) < ctx.today) throw conflict('会议日期已过，请先修改会议时间')
    const items = await ctx.db.$count(agendaItems, eq(agendaItems.meeting, id))
    if (items === 0) throw conflict('会议还没有议题，请先列入议题再发通知')
    if ((await ctx.db.$count(attendances, eq(attendances.meeting, id))) === 0)
      throw conflict('会议还没有参会人员，请先拟定参会人员再发通知')
    await ctx.db.update(meetings).set({ status }).where(eq(meetings.id, id))
    await tellInvited(ctx, row, `会议通知：${row.title}`, `${timeHeld(row)}，${row.place}，共 ${items} 项议题`, 'called')
    return { id }
  },
)

export const beginMeeting = command(
  { label: '宣布会议开始', who: ['office'], input: which, output: done },
  async (ctx, { id }) => {
    const row = await meetingToChange(ctx, id)
    const status = advance(meetingFlow, row, 'begin', ctx.actor)
    if (dayHeld(row) > ctx.today) throw conflict(`会议定于 ${dayHeld(row)} 召开，当天方可开始`)
    await ctx.db.update(meetings).set({ status }).where(eq(meetings.id, id))
    return { id }
  },
)

export const endMeeting = command({ label: '宣布会议结束', who: ['office'], input: which, output: done }, async (ctx, { id }) => {
  const row = await meetingToChange(ctx, id)
  const status = advance(meetingFlow, row, 'end', ctx.actor)
  await ctx.db.update(meetings).set({ status, endedAt: ctx.now.toISOString() }).where(eq(meetings.id, id))
  return { id }
})

export const cancelMeeting = command(
  {
    label: '取消会议',
    who: ['office'],
    input: which.extend({ reason: meeting.shape.cancelReason.unwrap() }),
    output: done,
  },
  async (ctx, { id, reason }) => {
    const row = await meetingToChange(ctx, id)
    const status = advance(meetingFlow, row, 'cancel', ctx.actor)
    await ctx.db.update(meetings).set({ status, cancelReason: reason }).where(eq(meetings.id, id))
    if (row.status === 'called') await tellInvited(ctx, row, `会议取消：${row.title}`, `原因：${reason}`, 'cancelled')
    return { id }
  },
)

/** Once for each thing that is told about a meeting. */
export const tellInvited = async (ctx: Ctx, { id }: Pick<Meeting, 'id'>, title: string, text: string, about: string) =>
  tell(ctx, {
    to: await invited(ctx, id),
    ...{ topic: 'meeting', title, text, link: `/office/meetings/${id}`, key: `meeting-${id}-${about}` },
  })
