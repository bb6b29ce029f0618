/** Calls of the levels above: announced with an inner deadline, a unit that recommends, and so many places. */
import { desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { orgs } from '#modules/org/tables.ts'
import { command, query } from '#platform/action.ts'
import { workdaysBetween } from '#platform/calendar.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { download, upload } from '#platform/fields.ts'
import { keepFile, openPaper } from '#platform/files.ts'
import { denied, invalid, missing } from '#platform/problem.ts'
import { applicants, bidLine, bidsOf, type Call } from '../bids.ts'
import { upperCall } from '../model.ts'
import { leads } from '../rights.ts'
import { upperBids, upperCalls } from '../tables.ts'

const which = z.object({ id: z.uuid('没有找到该申报通知，请核对网址') })
const done = z.object({ id: z.uuid() })
const given = upperCall.omit({ file: true, number: true, most: true }).extend({
  number: upperCall.shape.number.default(null),
  most: upperCall.shape.most.default(null),
})

export const openCall = command({ label: '登记申报通知', who: leads, input: given, output: done }, async (ctx, of) => {
  requireOrder(of)
  requireOwn(ctx, of.org)
  const [row] = await ctx.db
    .insert(upperCalls)
    .values({ ...of, file: null })
    .returning({ id: upperCalls.id })
  return { id: row!.id }
})

export const reviseCall = command(
  { label: '更正申报通知', who: leads, input: given.extend(which.shape), output: done },
  async (ctx, { id, ...of }) => {
    requireOrder(of)
    const call = await callToChange(ctx, id)
    requireOwn(ctx, of.org)
    if (of.org !== call.org && (await ctx.db.$count(upperBids, eq(upperBids.call, id))) > 0)
      throw invalid('已有企业申报，推荐单位不能更换')
    await ctx.db.update(upperCalls).set(of).where(eq(upperCalls.id, id))
    return { id }
  },
)

function requireOrder({ openedOn, innerDeadline, deadline }: Pick<Call, 'openedOn' | 'innerDeadline' | 'deadline'>): void {
  if (innerDeadline < openedOn) throw invalid('区内截止不能早于发布日期')
  if (innerDeadline > deadline) throw invalid(`区内截止不能晚于申报截止 ${deadline}`)
}

function requireOwn({ actor }: Ctx, org: string): void {
  if (actor.role === 'department' && org !== actor.org) throw invalid('部门登记的申报通知由本单位推荐')
}

async function callToChange(ctx: Ctx, id: string): Promise<Call> {
  const [row] = await ctx.db.select().from(upperCalls).where(eq(upperCalls.id, id))
  if (!row) throw missing('申报通知')
  if (ctx.actor.role !== 'office' && row.org !== ctx.actor.org) throw denied('该申报通知由其他单位推荐，您可以查看，不能办理')
  return row
}

export const attachCall = command(
  { label: '上传申报通知', who: leads, input: which.extend({ file: upload('通知') }), output: done },
  async (ctx, { id, file: { name, bytes } }) => {
    await callToChange(ctx, id)
    const type = 'application/octet-stream'
    const kept = await keepFile(ctx, { name, type, bytes: Buffer.from(bytes), audience: 'internal' })
    await ctx.db.update(upperCalls).set({ file: kept.id }).where(eq(upperCalls.id, id))
    return { id }
  },
)

export const callPaper = query(
  { label: '下载申报通知', who: 'anyone', input: which, output: download('申报通知') },
  async (ctx, { id }) => {
    const [row] = await ctx.db.select({ file: upperCalls.file }).from(upperCalls).where(eq(upperCalls.id, id))
    if (!row?.file) throw missing('通知文件')
    return openPaper(ctx, row.file)
  },
)

const callLine = upperCall.omit({ file: true }).extend({
  id: z.uuid(),
  orgName: z.string(),
  paper: z.boolean(),
  /** Working days until the inner deadline; negative once it is over. */
  left: z.number(),
  /** Of the bids the reader may see. */
  bids: z.number(),
  recommended: z.number(),
  granted: z.number(),
  mine: z.boolean(),
})
export type CallLine = z.output<typeof callLine>

const asked = z.object({ open: z.boolean().default(false) })

export const calls = query(
  { label: '上级申报通知', who: [...officials, ...applicants], input: asked, output: z.array(callLine) },
  (ctx, { open }) => linesOf(ctx, open ? sql`${upperCalls.deadline} >= ${ctx.today}` : undefined),
)

export const showCall = query(
  {
    label: '申报通知详情',
    who: [...officials, ...applicants],
    input: which,
    output: callLine.extend({ rows: z.array(bidLine) }),
  },
  async (ctx, { id }) => {
    const [found] = await linesOf(ctx, eq(upperCalls.id, id))
    if (!found) throw missing('申报通知')
    return { ...found, rows: await bidsOf(ctx, eq(upperBids.call, id)) }
  },
)

const passed = ['recommended', 'granted', 'paid', 'rejected']
const won = ['granted', 'paid']

async function linesOf(ctx: Ctx, where: ReturnType<typeof sql> | undefined): Promise<CallLine[]> {
  const rows = await ctx.db
    .select({ call: upperCalls, orgName: orgs.shortName })
    .from(upperCalls)
    .innerJoin(orgs, eq(orgs.id, upperCalls.org))
    .where(where)
    .orderBy(desc(upperCalls.deadline), desc(upperCalls.openedOn))
    .limit(200)
  const bids = await ctx.db.select({ call: upperBids.call, status: upperBids.status }).from(upperBids)
  return rows.map(({ call: { file, ...call }, orgName }) => {
    const own = bids.filter((bid) => bid.call === call.id && bid.status !== 'dropped')
    return {
      ...call,
      orgName,
      paper: file !== null,
      left: workdaysBetween(ctx.today, call.innerDeadline),
      bids: own.length,
      recommended: own.filter(({ status }) => passed.includes(status)).length,
      granted: own.filter(({ status }) => won.includes(status)).length,
      mine: ctx.actor.role === 'office' || (ctx.actor.role === 'department' && call.org === ctx.actor.org),
    }
  })
}
