/** What a meeting decides, recorded as it is taken: a charge becomes a matter at once, a slip is struck out and stays readable. */
import { and, eq, isNull, max } from 'drizzle-orm'
import { z } from 'zod'
import { withdrawOpen } from '#modules/matter/course/withdraw.ts'
import { matterFlow } from '#modules/matter/flow.ts'
import { raise } from '#modules/matter/raise.ts'
import { matters } from '#modules/matter/tables.ts'
import { tell } from '#modules/message/tell.ts'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { advance } from '#platform/flow.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { meetingFlow } from '../flow.ts'
import { type Meeting, meetingToChange } from '../meet.ts'
import { decision } from '../model.ts'
import { agendaItems, decisions } from '../tables.ts'

const done = z.object({ id: z.uuid(), ordinal: z.number() })
const given = decision
  .pick({ meeting: true, agenda: true, title: true, owner: true, supporters: true, dueOn: true, evidenceWanted: true })
  .extend({ text: decision.shape.text.nullable() })
type Given = z.infer<typeof given>

export const decide = command(
  { label: '登记议定事项', who: ['office'], input: given, output: done.extend({ matter: z.uuid().nullable() }) },
  async (ctx, of) => {
    const row = await meetingToChange(ctx, of.meeting)
    if (row.status !== 'open' && row.status !== 'closed')
      throw conflict(`会议${meetingFlow.states[row.status]}，不能登记议定事项`)
    requireWhole(of)
    const text = of.text ?? of.title
    const here = eq(decisions.meeting, of.meeting)
    const [twice] = await ctx.db
      .select()
      .from(decisions)
      .where(and(here, eq(decisions.title, of.title), eq(decisions.text, text), isNull(decisions.struckOn)))
    if (twice) throw conflict(`与第 ${twice.ordinal} 项议定事项相同，请勿重复登记`)
    const [last] = await ctx.db
      .select({ at: max(decisions.ordinal) })
      .from(decisions)
      .where(here)
    const ordinal = (last?.at ?? 0) + 1
    const matter = of.owner ? await charge(ctx, row, { ...of, text, ordinal }) : null
    const [kept] = await ctx.db
      .insert(decisions)
      .values({ ...of, text, ordinal, matter, recordedAt: ctx.now.toISOString(), recordedBy: ctx.actor.name })
      .returning({ id: decisions.id })
    return { id: kept!.id, ordinal, matter }
  },
)

/** Who does it and until when belong together; what is only noted asks nobody for anything. */
function requireWhole({ owner, dueOn, supporters, evidenceWanted }: Given): void {
  if (owner !== null && dueOn === null) throw invalid('请填写办理时限')
  if (owner === null && dueOn !== null) throw invalid('请选择责任单位')
  if (owner === null && (supporters.length > 0 || evidenceWanted !== null))
    throw invalid('没有责任单位的事项只作记录，不能填写配合单位和佐证要求')
}

async function charge(ctx: Ctx, row: Meeting, of: Given & { text: string; ordinal: number }): Promise<string> {
  return raise(ctx, {
    ...{ origin: 'decision', title: of.title, text: of.text, task: await taskOf(ctx, row, of.agenda) },
    ...{ source: `${row.title}议定事项第 ${of.ordinal} 项`, sourceLink: `/office/meetings/${row.id}` },
    ...{ owner: of.owner!, supporters: of.supporters, dueOn: of.dueOn!, evidenceWanted: of.evidenceWanted },
    ...{ raisedBy: ctx.actor.org!, raisedByName: ctx.actor.name },
  })
}

/** What comes of an item about a matter serves the same task. */
async function taskOf({ db }: Ctx, { id }: Meeting, agenda: string | null): Promise<string | null> {
  if (agenda === null) return null
  const [item] = await db.select().from(agendaItems).where(eq(agendaItems.id, agenda))
  if (item?.meeting !== id) throw missing('议题')
  if (item.matter === null) return null
  const [about] = await db.select({ task: matters.task }).from(matters).where(eq(matters.id, item.matter))
  return about?.task ?? null
}

/** Its matter is withdrawn with it; what was already done cannot be unsaid. */
export const strike = command(
  {
    label: '划去议定事项',
    who: ['office'],
    input: z.object({ id: z.uuid(), reason: decision.shape.struckReason.unwrap() }),
    output: done,
  },
  async (ctx, { id, reason }) => {
    const [seen] = await ctx.db.select({ meeting: decisions.meeting }).from(decisions).where(eq(decisions.id, id))
    if (!seen) throw missing('议定事项')
    const row = await meetingToChange(ctx, seen.meeting)
    const [found] = await ctx.db.select().from(decisions).where(eq(decisions.id, id))
    if (row.status === 'minuted') throw conflict('会议纪要已印发，议定事项不能划去')
    if (found!.struckOn !== null) throw conflict('该议定事项已划去')
    const { matter, title } = found!
    if (matter !== null) await withdraw(ctx, { matter, title }, reason)
    await ctx.db.update(decisions).set({ struckOn: ctx.today, struckReason: reason }).where(eq(decisions.id, id))
    return { id, ordinal: found!.ordinal }
  },
)

async function withdraw(ctx: Ctx, { matter: id, title }: Charged, reason: string): Promise<void> {
  const [matter] = await ctx.db.select().from(matters).where(eq(matters.id, id)).for('update')
  if (!matter || matter.status === 'cancelled') return
  if (matter.status === 'closed') throw conflict(`督办事项 ${matter.number} 已办结，议定事项不能划去`)
  const status = advance(matterFlow, matter, 'cancel', ctx.actor)
  const outcome = `会议记录划去该项：${reason}`
  await withdrawOpen(ctx, id)
  await ctx.db.update(matters).set({ status, closedOn: ctx.today, outcome }).where(eq(matters.id, id))
  await tell(ctx, {
    to: { orgs: matter.hands },
    ...{ topic: 'matter', title: `已撤销：${title}`, text: outcome, link: `/office/matters/${id}`, key: `matter-${id}-struck` },
  })
}
type Charged = { matter: string; title: string }
