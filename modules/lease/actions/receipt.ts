/** Money that came in under a lease, or went back: entered, and withdrawn where it was entered wrongly. */
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { command } from '#platform/action.ts'
import { text } from '#platform/fields.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { receipt } from '../model.ts'
import { leaseToChange } from '../queries.ts'
import { receipts } from '../tables.ts'
import { keepers } from './draft.ts'

const done = z.object({ id: z.uuid() })
const { shape } = receipt

export const enterReceipt = command(
  {
    label: '登记收款',
    who: keepers,
    input: z.object({
      lease: shape.lease,
      kind: shape.kind,
      amount: shape.amount,
      paidOn: shape.paidOn,
      voucher: shape.voucher.default(null),
      note: shape.note.default(null),
    }),
    output: done,
  },
  async (ctx, given) => {
    const lease = await leaseToChange(ctx, given.lease)
    if (lease.signedOn === null) throw conflict(`租约 ${lease.number} 尚未签订，不能登记收款`)
    if (given.amount === 0) throw invalid('金额不能为零；退款请填写负数')
    if (given.paidOn > ctx.today) throw invalid('收款日期不能晚于今天')
    const trace = { recordedBy: ctx.actor.name, knownFrom: ctx.today, knownUntil: null, withdrawnFor: null }
    const [row] = await ctx.db
      .insert(receipts)
      .values({ ...given, ...trace })
      .returning()
    return { id: row!.id }
  },
)

/** A receipt entered wrongly counts no more from today on; it stays, with who withdrew it and why. */
export const withdrawReceipt = command(
  {
    label: '撤销收款',
    who: keepers,
    input: z.object({ id: z.uuid(), reason: text('撤销原因', 150) }),
    output: done,
  },
  async (ctx, { id, reason }) => {
    const [found] = await ctx.db.select().from(receipts).where(eq(receipts.id, id))
    if (!found) throw missing('收款记录')
    await leaseToChange(ctx, found.lease)
    const [gone] = await ctx.db
      .update(receipts)
      .set({ knownUntil: ctx.today, withdrawnFor: `${reason}（${ctx.actor.name}）` })
      .where(and(eq(receipts.id, id), isNull(receipts.knownUntil)))
      .returning()
    if (!gone) throw conflict('该笔收款已撤销')
    return { id }
  },
)
