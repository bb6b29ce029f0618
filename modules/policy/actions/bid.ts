/** A firm's bid for funds of a level above, alone or jointly: written, handed in, recommended, granted, paid. */
import { and, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { ownFile } from '#modules/enterprise/queries.ts'
import { enterprises } from '#modules/enterprise/tables.ts'
import { command, query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { download, fen, text, upload } from '#platform/fields.ts'
import { keepFile, openPaper } from '#platform/files.ts'
import { nextNumber } from '#platform/number.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { applicants, type Bid, bidLine, bidsOf, bidToChange, bidWay, type Call, keepStep, readers, take, wayOf } from '../bids.ts'
import { bidStates } from '../flow.ts'
import { upperBid } from '../model.ts'
import { upperBids, upperCalls } from '../tables.ts'

const which = z.object({ id: z.uuid('没有找到该申报，请核对网址') })
const done = z.object({ id: z.uuid(), number: z.string() })
const recommending = ['office', 'department'] as const
const content = upperBid
  .pick({ project: true, requested: true })
  .extend({ partners: upperBid.shape.partners.default([]), note: upperBid.shape.note.default(null) })
  .refine(({ requested }) => requested > 0, '申请金额应大于 0')
  .refine(({ partners }) => new Set(partners.map(({ name }) => name)).size === partners.length, '联合单位有重复')

export const startBid = command(
  {
    label: '申报上级资金',
    who: ['office', ...applicants],
    input: z.object({
      call: z.uuid('请选择申报通知'),
      /** Told by the office; a firm bids for itself. */
      enterprise: z.uuid('请选择申报企业').nullable().default(null),
      content,
    }),
    output: done,
  },
  async (ctx, { call: of, enterprise, content }) => {
    const [call] = await ctx.db.select().from(upperCalls).where(eq(upperCalls.id, of))
    if (!call) throw missing('申报通知')
    requireInTime(ctx, call)
    const firm = await firmOf(ctx, enterprise)
    const same = and(eq(upperBids.call, of), eq(upperBids.enterprise, firm.id), eq(upperBids.project, content.project))
    if (await ctx.db.$count(upperBids, same)) throw conflict(`项目“${content.project}”已在申报，请勿重复登记`)
    const values = {
      ...{ ...content, call: of, enterprise: firm.id, org: firm.org, number: await nextNumber(ctx, 'SB', sql`upper_bid`) },
      ...{ status: 'preparing' as const, handedInOn: null, granted: null, grantedOn: null, paid: 0, file: null },
    }
    const [row] = await ctx.db.insert(upperBids).values(values).returning()
    await keepStep(ctx, row!.id, 'preparing', null)
    return { id: row!.id, number: row!.number }
  },
)

async function firmOf(ctx: Ctx, enterprise: string | null) {
  if (ctx.actor.role !== 'office') {
    const own = await ownFile(ctx)
    if (!own) throw conflict('本单位尚未认领企业档案，请先申请认领')
    return own
  }
  if (!enterprise) throw invalid('请选择申报企业')
  const [found] = await ctx.db.select().from(enterprises).where(eq(enterprises.id, enterprise))
  if (!found) throw missing('企业')
  return found
}

function requireInTime({ today }: Ctx, { innerDeadline }: Call): void {
  if (today > innerDeadline) throw conflict(`已过区内截止日期 ${innerDeadline}，不再受理申报`)
}

export const saveBid = command(
  { label: '保存申报书', who: ['office', ...applicants], input: which.extend({ content }), output: done },
  async (ctx, { id, content }) => {
    const bid = await preparing(ctx, id)
    await ctx.db.update(upperBids).set(content).where(eq(upperBids.id, id))
    return { id, number: bid.number }
  },
)

export const attachBid = command(
  { label: '上传申报书', who: ['office', ...applicants], input: which.extend({ file: upload('申报书') }), output: done },
  async (ctx, { id, file: { name, bytes } }) => {
    const bid = await preparing(ctx, id)
    const type = 'application/octet-stream'
    const kept = await keepFile(ctx, { name, type, bytes: Buffer.from(bytes), audience: 'own' })
    await ctx.db.update(upperBids).set({ file: kept.id }).where(eq(upperBids.id, id))
    return { id, number: bid.number }
  },
)

async function preparing(ctx: Ctx, id: string): Promise<Bid> {
  const { bid } = await bidToChange(ctx, id)
  if (bid.status !== 'preparing') throw conflict(`当前为“${bidStates[bid.status]}”，申报书不能改动`)
  return bid
}

/** Given back for correction, it keeps its place until the last day of the call. */
export const handInBid = command({ label: '报送申报书', who: applicants, input: which, output: done }, async (ctx, { id }) => {
  const { bid, call } = await bidToChange(ctx, id)
  if (bid.handedInOn === null) requireInTime(ctx, call)
  requireBefore(ctx, call, '报送')
  return take(ctx, bid, 'handIn', { handedInOn: bid.handedInOn ?? ctx.today })
})

function requireBefore({ today }: Ctx, { deadline }: Call, what: string): void {
  if (today > deadline) throw conflict(`已过申报截止日期 ${deadline}，不能${what}`)
}

export const giveBackBid = command(
  { label: '退回申报书', who: recommending, input: which.extend({ note: text('退回意见', 1000) }), output: done },
  async (ctx, { id, note }) => take(ctx, (await bidToChange(ctx, id)).bid, 'giveBack', { note }),
)

export const recommendBid = command(
  { label: '推荐上报', who: recommending, input: which.extend({ note: upperBid.shape.note.default(null) }), output: done },
  async (ctx, { id, note }) => {
    const { bid, call } = await bidToChange(ctx, id)
    requireBefore(ctx, call, '推荐上报')
    await oneAtATime(ctx, `upper-call ${call.id}`)
    const passed = inArray(upperBids.status, ['recommended', 'granted', 'paid', 'rejected'])
    const others = await ctx.db.$count(upperBids, and(eq(upperBids.call, call.id), passed))
    if (call.most !== null && others >= call.most) throw conflict(`推荐限额 ${call.most} 个已满，不能再推荐`)
    return take(ctx, bid, 'recommend', { note })
  },
)

const money = (title: string) => fen(title).positive(`${title}应大于 0`)

export const grantBid = command(
  {
    label: '登记立项',
    who: recommending,
    input: which.extend({ amount: money('立项金额'), note: upperBid.shape.note.default(null) }),
    output: done,
  },
  async (ctx, { id, amount, note }) =>
    take(ctx, (await bidToChange(ctx, id)).bid, 'grant', { granted: amount, grantedOn: ctx.today, note }),
)

export const rejectBid = command(
  { label: '登记未立项', who: recommending, input: which.extend({ note: text('原因', 1000) }), output: done },
  async (ctx, { id, note }) => take(ctx, (await bidToChange(ctx, id)).bid, 'reject', { note }),
)

/** In parts, as they arrive; with the last of what was granted it is paid. */
export const receiveBid = command(
  {
    label: '登记上级资金到账',
    who: recommending,
    input: which.extend({ amount: money('到账金额'), note: upperBid.shape.note.default(null) }),
    output: done,
  },
  async (ctx, { id, amount, note }) => {
    const { bid } = await bidToChange(ctx, id)
    const paid = bid.paid + amount
    if (bid.status === 'granted' && paid > (bid.granted ?? 0)) throw conflict('到账金额合计超过立项金额，请核对')
    if (bid.status !== 'granted' || paid === bid.granted) return take(ctx, bid, 'receive', { paid, note })
    await ctx.db.update(upperBids).set({ paid }).where(eq(upperBids.id, id))
    await keepStep(ctx, id, bid.status, note ?? '部分到账')
    return { id, number: bid.number }
  },
)

export const dropBid = command(
  {
    label: '放弃申报',
    who: [...recommending, ...applicants],
    input: which.extend({ note: upperBid.shape.note.default(null) }),
    output: done,
  },
  async (ctx, { id, note }) => take(ctx, (await bidToChange(ctx, id)).bid, 'drop', { note }),
)

/** A firm's own, or those a unit recommends. */
export const bids = query({ label: '上级资金申报', who: readers, input: z.object({}), output: z.array(bidLine) }, (ctx) =>
  bidsOf(ctx, undefined),
)

export const showBid = query(
  { label: '上级资金申报详情', who: readers, input: which, output: bidLine.extend({ way: bidWay }) },
  async (ctx, { id }) => {
    const [found] = await bidsOf(ctx, eq(upperBids.id, id))
    if (!found) throw missing('申报')
    return { ...found, way: await wayOf(ctx, id) }
  },
)

/** Whoever sees the bid sees its paper. */
export const bidPaper = query(
  { label: '下载申报书', who: readers, input: which, output: download('申报书') },
  async (ctx, { id }) => {
    const [row] = await ctx.db.select({ file: upperBids.file }).from(upperBids).where(eq(upperBids.id, id))
    if (!row?.file) throw missing('申报书')
    return openPaper(ctx, row.file)
  },
)
