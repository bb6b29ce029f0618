/** Who is invited, who answers, who is there: signed by the code on the wall, once, or by hand by the office. */
import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { posts } from '#modules/org/tables.ts'
import { command } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { ref } from '#platform/fields.ts'
import { conflict, denied, invalid, missing } from '#platform/problem.ts'
import { oneAtATime, overAll } from '#platform/session.ts'
import { absentOn, holdersOn, nobodyYet } from '../attendees.ts'
import { meetingFlow } from '../flow.ts'
import { dayHeld, type Meeting, meetingToChange, renewHands } from '../meet.ts'
import { attendance } from '../model.ts'
import { attendances, meetings } from '../tables.ts'

type Attendance = typeof attendances.$inferSelect
const which = z.object({ id: z.uuid('没有找到该参会人员，请刷新页面') })
const done = z.object({ id: z.uuid() })

export const invite = command(
  {
    label: '增加参会人员',
    who: ['office'],
    input: z.object({ meeting: z.uuid(), post: ref('参会人', 'post') }),
    output: done,
  },
  async (ctx, { meeting, post }) => {
    const row = await meetingToChange(ctx, meeting)
    if (!['preparing', 'called', 'open'].includes(row.status))
      throw conflict(`会议${meetingFlow.states[row.status]}，不能增加参会人员`)
    const [holder] = await holdersOn(ctx, dayHeld(row), eq(posts.id, post))
    if (!holder) throw invalid('所选人员会议当天不在任，请重新选择')
    const { org, name, title } = holder
    const same = and(eq(attendances.meeting, meeting), eq(attendances.org, org), eq(attendances.name, name))
    if ((await ctx.db.$count(attendances, same)) > 0) throw conflict(`${name}已在参会名单中`)
    const [added] = await ctx.db.insert(attendances).values({ meeting, org, post, name, title }).returning({ id: attendances.id })
    await renewHands(ctx, meeting)
    return added!
  },
)

export const uninvite = command({ label: '移出参会名单', who: ['office'], input: which, output: done }, async (ctx, { id }) => {
  const { row, one } = await attendanceToChange(ctx, id)
  if (!['preparing', 'called'].includes(row.status)) throw conflict(`会议${meetingFlow.states[row.status]}，不能移出参会人员`)
  if (one.signedAt !== null) throw conflict(`${one.name}已签到，不能移出`)
  await ctx.db.delete(attendances).where(eq(attendances.id, id))
  await renewHands(ctx, row.id)
  return { id }
})

/** A unit says beforehand who comes in whose place, or that nobody can. */
export const answerInvitation = command(
  {
    label: '回复会议通知',
    who: officials,
    input: which.extend({
      excuse: attendance.shape.excuse,
      name: attendance.shape.name.nullable(),
      title: attendance.shape.title.nullable(),
    }),
    output: done,
  },
  async (ctx, { id, excuse, name, title }) => {
    const { row, one } = await attendanceToChange(ctx, id)
    if (ctx.actor.role !== 'office' && one.org !== ctx.actor.org) throw denied('只能为本单位的参会人员回复')
    if (row.status !== 'called') throw conflict(`会议${meetingFlow.states[row.status]}，不能再回复会议通知`)
    if (one.signedAt !== null) throw conflict(`${one.name}已签到，无须回复`)
    if (excuse === null && name === null) throw invalid('请填写代会人员或请假事由')
    if (name !== null && title === null) throw invalid('请填写代会人员的职务')
    const coming = name !== null && name !== one.name ? { name, title: title!, post: null, standsInFor: nameInvited(one) } : {}
    await ctx.db
      .update(attendances)
      .set({ ...coming, excuse })
      .where(eq(attendances.id, id))
    return { id }
  },
)

const signed = z.object({
  title: z.string(),
  name: z.string(),
  standsInFor: z.string().nullable(),
  signedAt: z.string(),
  /** He had signed before. */
  again: z.boolean(),
})

/** Whoever is there scans the code: invited, acting for who is away, or sent by a unit of which nobody has signed yet. */
export const sign = command(
  {
    label: '会议签到',
    who: officials,
    input: z.object({ id: z.uuid('没有找到该会议，请重新扫码'), code: z.string().max(100) }),
    output: signed,
  },
  async (ctx, { id, code }) => {
    await oneAtATime(ctx, `meeting-${id}`)
    // Of a meeting one is not invited to one sees nothing: who may sign is found out by the list itself.
    return overAll(ctx, async (wide) => {
      const [row] = await wide.db.select().from(meetings).where(eq(meetings.id, id))
      if (!row) throw missing('会议')
      if (code !== row.token) throw denied('签到码不正确，请扫描会场展示的二维码')
      const list = await listOf(wide, id)
      const own = await holdersOn(wide, dayHeld(row), eq(posts.person, ctx.actor.id))
      const mine = (one: Attendance) => own.some(({ post, name }) => one.post === post && one.name === name)
      const before = list.find(
        (one) => one.signedAt !== null && (mine(one) || (one.org === ctx.actor.org && one.name === ctx.actor.name)),
      )
      if (before) return { ...before, title: row.title, signedAt: new Date(before.signedAt!).toISOString(), again: true }
      const place = list.find((one) => one.signedAt === null && mine(one)) ?? (await placeFor(wide, row, list, own))
      requireHeld(row, ctx.today)
      const signedAt = ctx.now.toISOString()
      const values = { ...as(place, own, ctx), signedAt, way: 'code' as const }
      await wide.db.update(attendances).set(values).where(eq(attendances.id, place.id))
      return { title: row.title, name: values.name, standsInFor: values.standsInFor, signedAt, again: false }
    })
  },
)

type Own = Awaited<ReturnType<typeof holdersOn>>
async function placeFor(ctx: Ctx, row: Meeting, list: Attendance[], own: Own): Promise<Attendance> {
  const open = list.filter((one) => one.signedAt === null)
  const away = await absentOn(ctx, dayHeld(row))
  const deputised = open.find((one) => own.some(({ post }) => one.post !== null && away.get(one.post)?.deputy.post === post))
  const place = deputised ?? open.find((one) => one.org === ctx.actor.org)
  if (place) return place
  if (list.some((one) => one.org === ctx.actor.org)) throw denied('贵单位参会人员均已签到；如需增加参会人员，请联系会务人员')
  throw denied('您和贵单位不在本次会议的参会名单中，不能签到；如有疑问，请联系会务人员')
}

/** Invited by name he is himself; else he says for whom he has come. */
function as(place: Attendance, own: Own, { actor }: Ctx) {
  const post = own.find((one) => one.post === place.post) ?? own.find(({ org }) => org === actor.org) ?? own[0]
  if (place.name === actor.name) return { name: place.name, standsInFor: place.standsInFor }
  return { name: actor.name, title: post?.title ?? place.title, post: post?.post ?? null, standsInFor: nameInvited(place) }
}

const nameInvited = ({ name, standsInFor }: Attendance) => standsInFor ?? (name === nobodyYet.name ? null : name)

function requireHeld(row: Meeting, today: string): void {
  const { status } = row
  if (status === 'open' || (status === 'called' && dayHeld(row) === today)) return
  if (status === 'called') throw conflict(`会议定于 ${dayHeld(row)} 召开，请当天签到`)
  if (status === 'preparing' || status === 'cancelled') throw conflict(`会议${meetingFlow.states[status]}，不能签到`)
  throw conflict('会议已结束，不能再签到；确已到会的，请联系会务人员登记')
}

/** Put right by the office until the minutes are issued. */
export const signByHand = command(
  {
    label: '登记到会情况',
    who: ['office'],
    input: which.extend({ present: z.boolean(), name: attendance.shape.name.nullable(), excuse: attendance.shape.excuse }),
    output: done,
  },
  async (ctx, { id, present, name, excuse }) => {
    const { row, one } = await attendanceToChange(ctx, id)
    if (row.status !== 'open' && row.status !== 'closed' && !(row.status === 'called' && dayHeld(row) === ctx.today))
      throw conflict(`会议${meetingFlow.states[row.status]}，不能登记到会情况`)
    const who = name !== null && name !== one.name ? { name, post: null, standsInFor: nameInvited(one) } : {}
    if (present && (name ?? one.name) === nobodyYet.name) throw invalid('请填写到会人员的姓名')
    const at = present
      ? { signedAt: one.signedAt ?? ctx.now.toISOString(), way: one.way ?? ('hand' as const) }
      : { signedAt: null, way: null }
    await ctx.db
      .update(attendances)
      .set({ ...who, ...at, excuse: present ? null : excuse })
      .where(eq(attendances.id, id))
    return { id }
  },
)

const listOf = ({ db }: Ctx, meeting: string): Promise<Attendance[]> =>
  db.select().from(attendances).where(eq(attendances.meeting, meeting)).orderBy(asc(attendances.createdAt), asc(attendances.id))

async function attendanceToChange(ctx: Ctx, id: string): Promise<{ row: Meeting; one: Attendance }> {
  const read = () => ctx.db.select().from(attendances).where(eq(attendances.id, id))
  const [seen] = await read()
  if (!seen) throw missing('参会人员')
  const row = await meetingToChange(ctx, seen.meeting)
  const [one] = await read()
  if (!one) throw missing('参会人员')
  return { row, one }
}
