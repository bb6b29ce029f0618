/** Lists to the treasury: what waits for one, making it, reading it, sending or cancelling it, and the sheet finance works by. */
import { desc, eq, getTableColumns, sql } from 'drizzle-orm'
import { z } from 'zod'
import { potNames } from '#engines/policy/policy.ts'
import { account } from '#modules/fund/model.ts'
import { command, query } from '#platform/action.ts'
import { download, text } from '#platform/fields.ts'
import { conflict } from '#platform/problem.ts'
import { awaitingPayment } from '../awaiting.ts'
import type { paymentStates } from '../flow.ts'
import { payment, remittance } from '../model.ts'
import { listSheet } from '../paper.ts'
import { cancel, linesOf, makeList, send as sendList } from '../remit.ts'
import { mayPay, payers, remittanceToPay, remittanceToSee, requirePaying } from '../rights.ts'
import { payments, remittances } from '../tables.ts'

const readers = ['leader', ...payers] as const
const which = z.object({ id: z.uuid('没有找到该拨付清单，请核对网址') })
const done = z.object({ id: z.uuid(), number: z.string() })
const { holder, bank, number } = account.shape
const where = z.object({ holder, bank, number })
const line = z.enum(Object.keys(potNames) as [keyof typeof potNames])

const waiting = z.object({
  claim: z.uuid(),
  claimNumber: z.string(),
  title: z.string(),
  line,
  enterprise: z.uuid(),
  payee: z.string(),
  own: z.boolean(),
  amount: z.number(),
  where: where.nullable(),
  failure: z.string().nullable(),
  lacking: z.string().nullable(),
})

export const awaiting = query(
  { label: '待拨付款项', who: payers, input: z.object({}), output: z.array(waiting) },
  async (ctx) => {
    await requirePaying(ctx)
    return (await awaitingPayment(ctx)).map(({ claim, ...rest }) => ({
      ...rest,
      ...{ claim: claim.id, claimNumber: claim.number, title: claim.title, line: claim.line, enterprise: claim.enterprise },
    }))
  },
)

export const makeRemittance = command(
  {
    label: '制作拨付清单',
    who: payers,
    input: z.object({
      lines: z
        .array(z.object({ claim: z.uuid(), payee: z.string().max(120), where: where.nullable().default(null) }))
        .min(1, '请选择要拨付的款项')
        .max(500, '一份清单不超过 500 笔，请分开制作'),
    }),
    output: done,
  },
  async (ctx, { lines }) => {
    await requirePaying(ctx)
    return makeList(ctx, lines)
  },
)

const sum = (status: keyof typeof paymentStates) =>
  sql<number>`coalesce(sum(${payments.amount}) filter (where ${payments.status} = ${status}), 0)`.mapWith(Number)
const listed = remittance.extend({
  id: z.uuid(),
  lines: z.int(),
  amount: z.number(),
  paid: z.number(),
  failed: z.number(),
})

export const remittanceList = query(
  {
    label: '拨付清单',
    who: readers,
    input: z.object({ page: z.int().min(1).max(100_000).default(1), size: z.int().min(1).max(200).default(50) }),
    output: z.object({ rows: z.array(listed), total: z.number(), paying: z.boolean() }),
  },
  async (ctx, { page, size }) => {
    const rows = await ctx.db
      .select({
        ...getTableColumns(remittances),
        lines: sql<number>`count(${payments.id})::int`,
        amount: sql<number>`coalesce(sum(${payments.amount}), 0)`.mapWith(Number),
        ...{ paid: sum('paid'), failed: sum('failed') },
      })
      .from(remittances)
      .leftJoin(payments, eq(payments.remittance, remittances.id))
      .groupBy(remittances.id)
      .orderBy(desc(remittances.madeOn), desc(remittances.number))
      .limit(size)
      .offset((page - 1) * size)
    const total = await ctx.db.$count(remittances)
    return { rows, total, paying: await mayPay(ctx) }
  },
)

const shownLine = payment.omit({ remittance: true, org: true }).extend({
  id: z.uuid(),
  number: z.string(),
  claimNumber: z.string().nullable(),
  title: z.string().nullable(),
  line: line.nullable(),
})

export const oneRemittance = query(
  {
    label: '拨付清单详情',
    who: readers,
    input: which,
    output: remittance.extend({ id: z.uuid(), lines: z.array(shownLine), paying: z.boolean() }),
  },
  async (ctx, { id }) => {
    const list = await remittanceToSee(ctx, id)
    const paying = await mayPay(ctx)
    return { ...list, lines: await linesOf(ctx, list, paying), paying }
  },
)

export const sendRemittance = command({ label: '送出拨付清单', who: payers, input: which, output: done }, async (ctx, { id }) => {
  const list = await remittanceToPay(ctx, id)
  await sendList(ctx, list)
  return { id, number: list.number }
})

export const cancelRemittance = command(
  { label: '作废拨付清单', who: payers, input: which.extend({ reason: text('作废原因', 300) }), output: done },
  async (ctx, { id, reason }) => {
    const list = await remittanceToPay(ctx, id)
    await cancel(ctx, list, reason)
    return { id, number: list.number }
  },
)

export const remittanceSheet = query(
  { label: '导出拨付清单', who: payers, input: which, output: download('拨付清单') },
  async (ctx, { id }) => {
    await requirePaying(ctx)
    const list = await remittanceToSee(ctx, id)
    if (list.status === 'cancelled') throw conflict(`拨付清单 ${list.number} 已作废，不能导出`)
    const lines = await linesOf(ctx, list, true)
    if (lines.length === 0) throw conflict('清单中没有款项')
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return { name: `拨付清单${list.number}.xlsx`, type, bytes: await listSheet(list, lines) }
  },
)
