/** What a visitor asked for, taken back by whoever has its query code, without an account. */
import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { codeIn, codeTyped } from '#platform/enquiry.ts'
import { text } from '#platform/fields.ts'
import { conflict, missing } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import { go } from '../course/way.ts'
import { moveInStates, viewingFlow } from '../flow.ts'
import { moveIns, viewings } from '../tables.ts'
import { mayGiveUp } from './ask.ts'

export const giveUp = command(
  {
    label: '凭查询码撤回',
    who: 'anyone',
    input: z.object({
      token: codeTyped,
      reason: text('撤回原因', 200).nullable().default(null),
    }),
    output: z.object({ number: z.string() }),
  },
  (ctx, { token, reason }) => overAll(ctx, (wide) => withdrawn(wide, codeIn(token), reason)),
)

/** Over all: that he has the code is his right to it. He acts as the applicant he is. */
async function withdrawn(ctx: Ctx, token: string, reason: string | null): Promise<{ number: string }> {
  const [matter] = await ctx.db.select().from(moveIns).where(eq(moveIns.token, token)).for('update')
  if (!matter) throw missing('办件')
  const { id, number, status } = matter
  if (status === 'withdrawn') throw conflict(`办件 ${number} 已经撤回`)
  if (!mayGiveUp(status)) throw conflict(`办件 ${number} 当前为“${moveInStates[status]}”，如需撤回请与园城联系`)
  const applicant: Ctx = { ...ctx, actor: { ...ctx.actor, name: matter.contact, role: 'enterprise' } }
  const said = reason ?? '申请人凭查询码撤回'
  await go(applicant, matter, 'withdraw', { outcome: said }, { opinion: said })
  const { from, to } = viewingFlow.steps.cancel
  await ctx.db
    .update(viewings)
    .set({ status: to })
    .where(and(eq(viewings.moveIn, id), inArray(viewings.status, [...from])))
  return { number }
}
