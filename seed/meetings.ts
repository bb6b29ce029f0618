/** Meetings of the demo district since its board was set up: held, minuted, their decisions done or under way; one is coming (演示数据). */
import { and, eq } from 'drizzle-orm'
import { enterAbsence } from '#modules/council/actions/absence.ts'
import { addAgenda } from '#modules/council/actions/agenda.ts'
import { sign, signByHand } from '#modules/council/actions/attendance.ts'
import { decide } from '#modules/council/actions/decision.ts'
import { beginMeeting, callMeeting, createMeeting, endMeeting } from '#modules/council/actions/meeting.ts'
import { issueMinutes } from '#modules/council/actions/minutes.ts'
import { attendances, meetings as table } from '#modules/council/tables.ts'
import { confirm } from '#modules/matter/actions/judge.ts'
import { finish } from '#modules/matter/actions/reply.ts'
import type { Actor, Ctx } from '#platform/context.ts'
import { actorNamed, actorOf, orgId, reporterOf } from './cast.ts'
import { idOf } from './identity.ts'
import { type Decided, type Held, meetings } from './meetings/cases.ts'
import type { Scene } from './stage.ts'

/** Some sign by the code on the wall, the others are entered by the office. */
const scanning = ['柯科', '林科', '钱科']

export function meetingScenes(region: string, until: string): Scene[] {
  const office = actorNamed('周科', region)
  const absence = {
    post: idOf(region, 'post', '文姐'),
    deputy: idOf(region, 'post', '小何'),
    ...{ since: '2025-12-01', until: '2025-12-12', reason: '参加市级培训' },
  }
  return [
    scene('2025-11-26', 9, office, 'council/enterAbsence', (ctx) => enterAbsence(ctx, absence)),
    ...meetings.flatMap((held) => meetingOf(held, region, office)),
  ].filter(({ day }) => day <= until)
}

const scene = (day: string, hour: number, actor: Actor, action: string, work: Scene['work']): Scene => ({
  ...{ day, hour, actor, action, work },
})
const daysFrom = (day: string, count: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)

function meetingOf(held: Held, region: string, office: Actor): Scene[] {
  const { day, title, kind, body, chair, place, items } = held
  const come = held.until ?? 'minuted'
  /** Known once it is created. */
  let id = ''
  const made = daysFrom(day, -13)
  const prepared = [
    scene(made, 10, office, 'council/createMeeting', async (ctx) => {
      const planned = { title, kind, place, day, time: '09:30' }
      const made = { body: orgId(body, region), chair: idOf(region, 'post', chair) }
      ;({ id } = await createMeeting(ctx, { ...planned, ...made }))
      for (const [item, unit] of items)
        await addAgenda(ctx, { meeting: id, title: item, org: orgId(unit, region), matter: null, text: null })
    }),
    ...(come === 'preparing'
      ? []
      : [scene(daysFrom(made, 1), 15, office, 'council/callMeeting', (ctx) => callMeeting(ctx, { id }))]),
  ]
  if (come === 'preparing' || come === 'called') return prepared
  return [
    ...prepared,
    scene(day, 9.5, office, 'council/beginMeeting', (ctx) => beginMeeting(ctx, { id })),
    ...scanning.map((name, at) => signing(() => id, actorNamed(name, region), day, 9.51 + at / 100)),
    scene(day, 9.6, office, 'council/signByHand', (ctx) => enterThose(ctx, id)),
    ...held.decided.flatMap((one, at) => decisionOf(one, at, () => id, day, office, region)),
    scene(day, 11.5, office, 'council/endMeeting', (ctx) => endMeeting(ctx, { id })),
    ...(come === 'closed'
      ? []
      : [scene(daysFrom(day, 4), 10, office, 'council/issueMinutes', (ctx) => issueMinutes(ctx, { id, signer: chair }))]),
  ]
}

/** Where he is invited. */
const signing = (id: () => string, actor: Actor, day: string, hour: number): Scene =>
  scene(day, hour, actor, 'council/sign', async (ctx) => {
    const [row] = await ctx.db.select().from(table).where(eq(table.id, id()))
    const invited =
      row && (await ctx.db.$count(attendances, and(eq(attendances.meeting, row.id), eq(attendances.name, actor.name))))
    if (row && invited) await sign(ctx, { id: row.id, code: row.token })
  })

async function enterThose(ctx: Ctx, meeting: string): Promise<void> {
  const open = await ctx.db.select().from(attendances).where(eq(attendances.meeting, meeting))
  for (const { id, signedAt, name } of open)
    if (signedAt === null && name !== '待定') await signByHand(ctx, { id, present: true, name: null, excuse: null })
}

/** Reported by its unit and confirmed by the office, or by the leader where the office's own unit did it. */
function decisionOf(of: Decided, at: number, id: () => string, day: string, office: Actor, region: string): Scene[] {
  let matter = ''
  const { title, owner, supporters = [], dueOn = null, evidence = null, closed } = of
  const given = { title, text: null, agenda: null, dueOn, evidenceWanted: evidence }
  const taken = scene(day, 10 + at / 10, office, 'council/decide', async (ctx) => {
    const units = { owner: owner ? orgId(owner, region) : null, supporters: supporters.map((one) => orgId(one, region)) }
    matter = (await decide(ctx, { meeting: id(), ...given, ...units })).matter ?? ''
  })
  if (!owner || !closed) return [taken]
  const reporter = actorOf(reporterOf(owner, closed), region)
  const judge = reporter.org === office.org ? actorNamed('顾常务', region) : office
  const file = evidence && { name: `${evidence}（演示）.pdf`, bytes: new TextEncoder().encode('%PDF-1.4 演示数据') }
  return [
    taken,
    scene(closed, 9, reporter, 'matter/finish', (ctx) =>
      finish(ctx, { id: matter, text: `“${title}”已按要求完成（演示数据）`, ...(file && { file }) }),
    ),
    scene(closed, 16, judge, 'matter/confirm', (ctx) => confirm(ctx, { id: matter, outcome: '情况属实，予以办结' })),
  ]
}
