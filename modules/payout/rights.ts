/** Who pays: the office, and the unit the rule names (财政部门); they see the lists and accounts, not what a claim was decided by. */
import { eq } from 'drizzle-orm'
import { ruleOn } from '#modules/claim/rule.ts'
import type { Ctx } from '#platform/context.ts'
import { denied, missing } from '#platform/problem.ts'
import { remittances } from './tables.ts'

export type RemittanceRow = typeof remittances.$inferSelect
export const payers = ['office', 'department'] as const

export async function mayPay(ctx: Ctx): Promise<boolean> {
  const { role, org } = ctx.actor
  if (role === 'office') return true
  return role === 'department' && org !== null && (await ruleOn(ctx, ctx.today)).treasury === org
}

export async function requirePaying(ctx: Ctx): Promise<void> {
  if (!(await mayPay(ctx))) throw denied('拨付由领导小组办公室和负责拨付的财政部门办理')
}

export async function remittanceToSee({ db }: Ctx, id: string): Promise<RemittanceRow> {
  const [found] = await db.select().from(remittances).where(eq(remittances.id, id))
  if (!found) throw missing('拨付清单')
  return found
}

/** Held until the end of the step. */
export async function remittanceToPay(ctx: Ctx, id: string): Promise<RemittanceRow> {
  await requirePaying(ctx)
  const seen = await remittanceToSee(ctx, id)
  const [held] = await ctx.db.select().from(remittances).where(eq(remittances.id, id)).for('update')
  return held ?? seen
}
