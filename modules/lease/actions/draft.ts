/** Drawing up leases, signing them, and ending them (plan task 10). */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import { day, oneOf, price, text, upload } from '#platform/fields.ts'
import { keepFile } from '#platform/files.ts'
import { advance } from '#platform/flow.ts'
import { leaseFlow } from '../flow.ts'
import { endKinds } from '../model.ts'
import { leaseToChange, leaseToSee } from '../queries.ts'
import { draftLease, redraftLease, renewLease } from '../signing/draft.ts'
import { endLease, requireEnd, settlementOf, signLease } from '../signing/sign.ts'
import { draftInput } from '../signing/terms.ts'
import { leases } from '../tables.ts'

export const keepers = ['office', 'park'] as const
const done = z.object({ id: z.uuid() })
const drawn = z.object({ id: z.uuid(), number: z.string() })

/** What a lease follows on is said by renewing it. */
const written = draftInput.omit({ renews: true })
export const draft = command({ label: '起草租约', who: keepers, input: written, output: drawn }, draftLease)

export const redraft = command(
  { label: '修改租约草稿', who: keepers, input: written.extend({ id: z.uuid() }), output: drawn },
  (ctx, { id, ...given }) => redraftLease(ctx, id, { ...given, renews: null }),
)

export const renew = command(
  {
    label: '起草续租',
    who: keepers,
    input: z.object({ id: z.uuid(), to: day('续租到期日'), rent: price('租金').optional() }),
    output: drawn,
  },
  renewLease,
)

export const sign = command(
  {
    label: '签订租约',
    who: keepers,
    input: z.object({ id: z.uuid(), signedOn: day('签订日期').optional(), file: upload('合同扫描件').optional() }),
    output: done,
  },
  async (ctx, { id, signedOn, file }) => {
    const { id: signed } = await signLease(ctx, { id, signedOn })
    if (file) {
      const bytes = Buffer.from(file.bytes)
      const kept = await keepFile(ctx, { name: file.name, type: 'application/octet-stream', bytes, audience: 'own' })
      await ctx.db.update(leases).set({ contract: kept.id }).where(eq(leases.id, signed))
    }
    return { id: signed }
  },
)

export const cancel = command(
  { label: '作废租约草稿', who: keepers, input: z.object({ id: z.uuid() }), output: done },
  async (ctx, { id }) => {
    const lease = await leaseToChange(ctx, id)
    const status = advance(leaseFlow, lease, 'cancel', ctx.actor)
    await ctx.db.update(leases).set({ status }).where(eq(leases.id, id))
    return { id }
  },
)

const { early, breach } = endKinds
export const endings = { early, breach } as const
const settlement = z.object({
  due: z.number(),
  paid: z.number(),
  refund: z.number(),
  owed: z.number(),
  deposit: z.number(),
  sentences: z.array(z.string()),
})
const ending = { id: z.uuid(), on: day('终止日期'), kind: oneOf('终止类型', endings) }

/** What ending it on a day would leave to settle; changes nothing. */
export const settling = query(
  { label: '试算退租结算', who: keepers, input: z.object(ending), output: settlement },
  async (ctx, { id, on, kind }) => {
    const lease = await leaseToSee(ctx, id)
    requireEnd(lease, on)
    return settlementOf(ctx, lease, on, kind)
  },
)

export const end = command(
  {
    label: '终止租约',
    who: keepers,
    input: z.object({ ...ending, reason: text('终止原因', 500) }),
    output: z.object({ id: z.uuid(), settlement }),
  },
  endLease,
)
