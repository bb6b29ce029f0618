/** The minutes of a meeting: printed for approval, issued under a number; from then on what was decided is fixed. */
import { and, eq, isNull, like } from 'drizzle-orm'
import { z } from 'zod'
import { orgs } from '#modules/org/tables.ts'
import { plans } from '#modules/plan/tables.ts'
import { command, query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { download } from '#platform/fields.ts'
import { advance } from '#platform/flow.ts'
import { conflict } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { meetingFlow } from '../flow.ts'
import { type Meeting, meetingToChange, meetingToSee } from '../meet.ts'
import { minutesDocument } from '../minutes/paper.ts'
import { meeting } from '../model.ts'
import { attendances, decisions, meetings } from '../tables.ts'
import { chairOf, wholeOf } from '../whole.ts'
import { tellInvited } from './meeting.ts'

const which = z.object({ id: z.uuid('没有找到该会议，请核对网址') })

export const printMinutes = query(
  { label: '下载会议纪要', who: officials, input: which, output: download('会议纪要') },
  async (ctx, { id }) => {
    const row = await meetingToSee(ctx, id)
    if (row.status !== 'closed' && row.status !== 'minuted')
      throw conflict(`会议${meetingFlow.states[row.status]}，会议结束后方可生成纪要`)
    if (row.status === 'closed' && ctx.actor.role !== 'office' && ctx.actor.role !== 'leader')
      throw conflict('会议纪要尚未印发，印发后可下载')
    const all = await ctx.db.select({ id: orgs.id, kind: orgs.kind, name: orgs.name }).from(orgs)
    const [plan] = await ctx.db.select({ demo: plans.demo }).from(plans).where(eq(plans.status, 'published'))
    const bytes = await minutesDocument({
      meeting: row,
      whole: await wholeOf(ctx, row),
      chair: await chairOf(ctx, row),
      bodyName: all.find((one) => one.id === row.body)?.name ?? '',
      officeName: all.find(({ kind }) => kind === 'office')?.name ?? '领导小组办公室',
      demo: plan?.demo ?? false,
    })
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    return { name: `${row.title}纪要${row.minutesNumber ?? '（送审稿）'}.docx`, type, bytes }
  },
)

export const issueMinutes = command(
  {
    label: '印发会议纪要',
    who: ['office'],
    input: which.extend({ signer: meeting.shape.signer.unwrap() }),
    output: z.object({ id: z.uuid(), number: z.string() }),
  },
  async (ctx, { id, signer }) => {
    const row = await meetingToChange(ctx, id)
    const status = advance(meetingFlow, row, 'minute', ctx.actor)
    const standing = and(eq(decisions.meeting, id), isNull(decisions.struckOn))
    if ((await ctx.db.$count(decisions, standing)) === 0) throw conflict('会议没有登记议定事项，请登记后再印发纪要')
    const came = (await ctx.db.select().from(attendances).where(eq(attendances.meeting, id))).some(({ signedAt }) => signedAt)
    if (!came) throw conflict('没有人员签到，请登记到会情况后再印发纪要')
    const number = await nextOf(ctx, row)
    await ctx.db.update(meetings).set({ status, minutesNumber: number, minutesOn: ctx.today, signer }).where(eq(meetings.id, id))
    await tellInvited(ctx, row, `会议纪要：${row.title}`, `${number}，${signer}签发`, 'minuted')
    return { id, number }
  },
)

/** One after the other within a year for each body. */
async function nextOf(ctx: Ctx, { body }: Meeting): Promise<string> {
  await oneAtATime(ctx, `minutes-${body}`)
  const head = `〔${ctx.today.slice(0, 4)}〕`
  const issued = await ctx.db
    .select({ number: meetings.minutesNumber })
    .from(meetings)
    .where(and(eq(meetings.body, body), like(meetings.minutesNumber, `${head}%`)))
  const last = Math.max(0, ...issued.map(({ number }) => Number(number!.slice(head.length, -1))))
  return `${head}${last + 1}号`
}
