/** The enterprise door: its own file, what it may correct there itself, and its word that the file is as it is. */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { day } from '#platform/fields.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { merge } from '../file/origins.ts'
import { enterprise } from '../model.ts'
import { ownFile, readWhole, wholeFile } from '../queries.ts'
import { enterprises } from '../tables.ts'

const who = ['enterprise', 'institution'] as const
const done = z.object({ id: z.uuid() })

export const mine = query({ label: '本企业档案', who, input: z.object({}), output: wholeFile.nullable() }, async (ctx) => {
  const own = await ownFile(ctx)
  return own && readWhole(ctx, own)
})

/** What the enterprise itself knows best; an address the register gave is overridden with a reason. */
export const correctable = enterprise.pick({ products: true, contact: true, phone: true, address: true })

export const correctOwn = command(
  {
    label: '更正本企业信息',
    who,
    input: z.object({
      values: correctable.partial(),
      asOf: day('数据截至').optional(),
      reason: z.string().trim().max(500, '理由不超过 500 个字').optional(),
    }),
    output: done,
  },
  async (ctx, { values, asOf = ctx.today, reason }) => {
    const file = await requireOwn(ctx)
    if (asOf > ctx.today) throw invalid('数据截至日期不能晚于今天')
    const said = { source: 'enterprise', asOf, by: ctx.actor.name, reason: reason || null } as const
    const { changed, origins } = merge(file, values, said)
    await ctx.db
      .update(enterprises)
      .set({ ...changed, origins })
      .where(eq(enterprises.id, file.id))
    return { id: file.id }
  },
)

export const confirmOwn = command({ label: '确认本企业档案', who, input: z.object({}), output: done }, async (ctx) => {
  const { id } = await requireOwn(ctx)
  await ctx.db.update(enterprises).set({ confirmedOn: ctx.today }).where(eq(enterprises.id, id))
  return { id }
})

async function requireOwn(ctx: Ctx) {
  const own = await ownFile(ctx)
  if (!own) throw conflict('本单位尚未认领企业档案，请先申请认领')
  if (own.leftOn !== null) throw conflict(`本企业已于 ${own.leftOn} 离区，档案不再更新`)
  return own
}
