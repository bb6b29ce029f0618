/** What came of the lines of a list: entered one by one, or all at once from the sheet of the bank. */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { day, text, upload } from '#platform/fields.ts'
import { missing } from '#platform/problem.ts'
import { linesOf } from '../remit.ts'
import { readAnswers } from '../return.ts'
import { payers, type RemittanceRow, remittanceToPay, requirePaying } from '../rights.ts'
import { failLine, type Payment, requireSent, settleLine } from '../settle.ts'
import { payments } from '../tables.ts'

const which = z.object({ id: z.uuid('没有找到该笔款项') })
const done = z.object({ id: z.uuid() })

export const settlePayment = command(
  {
    label: '登记到账',
    who: payers,
    input: which.extend({ settledOn: day('到账日期'), voucher: text('凭证号', 80) }),
    output: done,
  },
  async (ctx, { id, settledOn, voucher }) => {
    const { list, line } = await lineToPay(ctx, id)
    await settleLine(ctx, list, line, { on: settledOn, voucher })
    return { id }
  },
)

export const failPayment = command(
  { label: '登记退票', who: payers, input: which.extend({ failure: text('退票原因', 200) }), output: done },
  async (ctx, { id, failure }) => {
    const { list, line } = await lineToPay(ctx, id)
    await failLine(ctx, list, line, failure)
    return { id }
  },
)

const fault = z.object({ row: z.number(), column: z.string(), heading: z.string(), problem: z.string() })

/** All of it or nothing: with one row wrong, what is wrong is told by row and column, and no line is touched. */
export const importReturn = command(
  {
    label: '导入回单',
    who: payers,
    input: which.extend({ file: upload('银行回单') }),
    output: z.object({ paid: z.number(), failed: z.number(), faults: z.array(fault) }),
  },
  async (ctx, { id, file }) => {
    const list = await remittanceToPay(ctx, id)
    requireSent(list)
    const lines = await linesOf(ctx, list, true)
    const { answers, faults } = await readAnswers(file, lines, ctx.today)
    if (faults.length > 0) return { paid: 0, failed: 0, faults }
    for (const { line, ...of } of answers) {
      const payment = await paymentHeld(ctx, line.id)
      if (of.paid) await settleLine(ctx, list, payment, { on: of.on, voucher: of.voucher })
      else await failLine(ctx, list, payment, of.failure)
    }
    const paid = answers.filter((one) => one.paid).length
    return { paid, failed: answers.length - paid, faults }
  },
)

async function lineToPay(ctx: Ctx, id: string): Promise<{ list: RemittanceRow; line: Payment }> {
  await requirePaying(ctx)
  const [seen] = await ctx.db.select({ remittance: payments.remittance }).from(payments).where(eq(payments.id, id))
  if (!seen) throw missing('款项')
  const list = await remittanceToPay(ctx, seen.remittance)
  return { list, line: await paymentHeld(ctx, id) }
}

async function paymentHeld({ db }: Ctx, id: string): Promise<Payment> {
  const [held] = await db.select().from(payments).where(eq(payments.id, id)).for('update')
  return held!
}
