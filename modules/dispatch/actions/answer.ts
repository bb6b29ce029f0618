/** A unit's answer to its sheet: it is so; it is not quite so; help is needed. Nothing is typed that a ledger knows. */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { matter as matterModel } from '#modules/matter/model.ts'
import { raise } from '#modules/matter/raise.ts'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { advance } from '#platform/flow.ts'
import { conflict, denied, missing } from '#platform/problem.ts'
import { sheetFlow } from '../flow.ts'
import { sheet } from '../model.ts'
import { rounds, sheets } from '../tables.ts'

const who = ['office', 'department', 'park', 'town'] as const
const which = { id: z.uuid('没有找到该调度单，请核对网址') }
const done = z.object({ id: z.uuid(), status: sheet.shape.status })

export const confirmSheet = command({ label: '确认调度单', who, input: z.object(which), output: done }, async (ctx, { id }) => {
  const row = await ownSheet(ctx, id)
  return answer(ctx, row, { status: advance(sheetFlow, row, 'confirm', ctx.actor), remark: null })
})

export const remarkSheet = command(
  { label: '反馈调度单', who, input: z.object({ ...which, remark: sheet.shape.remark.unwrap() }), output: done },
  async (ctx, { id, remark }) => {
    const row = await ownSheet(ctx, id)
    return answer(ctx, row, { status: advance(sheetFlow, row, 'remark', ctx.actor), remark })
  },
)

/** What the unit cannot solve itself becomes a matter, in the hands of its working group at once. */
export const askHelp = command(
  {
    label: '调度求助',
    who,
    input: z.object({ ...which, ...matterModel.pick({ title: true, text: true, task: true, dueOn: true }).shape }),
    output: done.extend({ matter: z.uuid() }),
  },
  async (ctx, { id, ...asked }) => {
    const row = await ownSheet(ctx, id)
    if (row.matter) throw conflict('本单位已就该调度单求助，请在督办事项中查看办理情况')
    // Whoever has remarked already may still ask for help: it is another remark.
    const status = row.status === 'remarked' ? row.status : advance(sheetFlow, row, 'remark', ctx.actor)
    const matter = await raise(ctx, {
      ...asked,
      ...{ origin: 'problem', owner: row.org!, raisedBy: row.org!, raisedByName: ctx.actor.name },
      ...{ source: `${row.title}中提出`, sourceLink: `/office/dispatch/sheets/${id}` },
    })
    const remark = [row.remark, `求助：${asked.title}`].filter(Boolean).join('\n').slice(0, 2000)
    return { ...(await answer(ctx, row, { status, remark, matter })), matter }
  },
)

type Own = typeof sheets.$inferSelect & { title: string }

/** Only a unit itself answers, while its round is open. */
async function ownSheet({ db, actor }: Ctx, id: string): Promise<Own> {
  const [found] = await db
    .select({ sheet: sheets, title: rounds.title, state: rounds.status })
    .from(sheets)
    .innerJoin(rounds, eq(rounds.id, sheets.round))
    .where(eq(sheets.id, id))
  if (!found) throw missing('调度单')
  if (found.sheet.kind !== 'unit' || !found.sheet.org) throw conflict('只有单位的调度单需要确认，任务、园城和全区的调度单供查阅')
  if (found.sheet.org !== actor.org) throw denied('只能确认和反馈本单位的调度单')
  if (found.state !== 'open') throw conflict('该轮调度已汇总，不能再确认或反馈')
  // Two people of one unit at once: the second finds what the first did.
  const [row] = await db.select().from(sheets).where(eq(sheets.id, id)).for('update')
  return { ...row!, title: found.title }
}

async function answer({ db, now, actor }: Ctx, { id }: Own, given: Partial<Own> & Pick<Own, 'status'>) {
  await db
    .update(sheets)
    .set({ ...given, answeredAt: now.toISOString(), answeredBy: actor.name })
    .where(eq(sheets.id, id))
  return { id, status: given.status }
}
