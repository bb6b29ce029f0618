/** The office gathers a round, writes its words over it and issues the report; from then on every unit reads the district's sheet. */
import { and, asc, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { tell } from '#modules/message/tell.ts'
import { frame } from '#modules/org/actions.ts'
import { orgs } from '#modules/org/tables.ts'
import { planInForce } from '#modules/plan/queries.ts'
import { command, query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { download } from '#platform/fields.ts'
import { advance } from '#platform/flow.ts'
import { conflict, denied, missing } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import { officialDocument } from '#platform/word.ts'
import { roundFlow } from '../flow.ts'
import { round } from '../model.ts'
import { draftRemark, reportOf, reportTitle } from '../report.ts'
import { rounds, sheets } from '../tables.ts'
import { roundToSee } from './look.ts'

const which = { id: z.uuid('没有找到该调度，请核对网址') }
const done = z.object({ id: z.uuid(), status: round.shape.status })

export const closeRound = command(
  { label: '汇总调度', who: ['office'], input: z.object(which), output: done },
  async (ctx, { id }) => change(ctx, await roundToChange(ctx, id), 'close', {}),
)

export const issueRound = command(
  {
    label: '印发调度通报',
    who: ['office'],
    input: z.object({ ...which, number: round.shape.number.unwrap(), remark: round.shape.remark.default(null) }),
    output: done,
  },
  async (ctx, { id, number, remark }) => {
    const row = await roundToChange(ctx, id)
    if (await ctx.db.$count(rounds, and(eq(rounds.number, number), ne(rounds.id, id))))
      throw conflict(`文号“${number}”已用于其他通报`)
    const answer = await change(ctx, row, 'issue', { number, remark, issuedOn: ctx.today })
    const all = await ctx.db
      .select({ org: orgs.id })
      .from(orgs)
      .where(and(ne(orgs.kind, 'enterprise'), ne(orgs.kind, 'group')))
    const hands = all.map(({ org }) => org)
    await ctx.db
      .update(sheets)
      .set({ hands })
      .where(and(eq(sheets.round, id), eq(sheets.kind, 'district')))
    await tell(ctx, {
      to: { orgs: hands },
      topic: 'dispatch',
      title: `${row.title}通报已印发`,
      text: `${number}，可在线查看和下载。`,
      link: `/office/dispatch/${id}`,
      key: `dispatch-${id}-issued`,
    })
    return answer
  },
)

type Round = typeof rounds.$inferSelect
async function roundToChange({ db }: Ctx, id: string): Promise<Round> {
  const [row] = await db.select().from(rounds).where(eq(rounds.id, id)).for('update')
  if (!row) throw missing('调度')
  return row
}

async function change({ db, actor }: Ctx, row: Round, step: keyof typeof roundFlow.steps, given: Partial<Round>) {
  const status = advance(roundFlow, row, step, actor)
  await db
    .update(rounds)
    .set({ ...given, status })
    .where(eq(rounds.id, row.id))
  return { id: row.id, status }
}

export const remarkDraft = query(
  {
    label: '调度综述参考',
    who: ['office'],
    input: z.object(which),
    output: z.object({ remark: z.string() }),
  },
  async (ctx, { id }) => {
    const row = await roundToSee(ctx, id)
    return { remark: draftRemark(row, await districtOf(ctx, id)) }
  },
)

/** A draft for the office and the leader; once issued, everybody's. */
export const report = query(
  { label: '调度通报', who: officials, input: z.object(which), output: download('调度通报') },
  async (ctx, { id }) => {
    const row = await roundToSee(ctx, id)
    if (row.status !== 'issued' && ctx.actor.role !== 'office' && ctx.actor.role !== 'leader') throw denied('通报尚未印发')
    const district = await districtOf(ctx, id)
    // The report names every unit with its answer: it is issued to all of them.
    const units = await overAll(ctx, ({ db }) =>
      db
        .select({ name: sheets.name, status: sheets.status, remark: sheets.remark })
        .from(sheets)
        .where(and(eq(sheets.round, id), eq(sheets.kind, 'unit')))
        .orderBy(asc(sheets.name)),
    )
    const { regionName: region } = await frame(ctx, {})
    const [body] = await ctx.db.select({ name: orgs.name }).from(orgs).where(eq(orgs.kind, 'office')).limit(1)
    const office = body?.name ?? null
    const demo = (await planInForce(ctx))?.demo ?? false
    const bytes = await officialDocument(reportOf({ round: row, district, units, region, office, demo, today: ctx.today }))
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    return { name: `${reportTitle({ round: row, region })}.docx`, type, bytes }
  },
)

async function districtOf({ db }: Ctx, round: string) {
  const [found] = await db
    .select()
    .from(sheets)
    .where(and(eq(sheets.round, round), eq(sheets.kind, 'district')))
  if (!found) throw missing('全区调度单')
  return found
}
