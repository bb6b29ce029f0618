/** Who works on a policy: its lead unit on its own, the office on all. */
import { eq } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import { denied, missing } from '#platform/problem.ts'
import { policies, policyVersions } from './tables.ts'

export type PolicyRow = typeof policies.$inferSelect
export type VersionRow = typeof policyVersions.$inferSelect

export const leads = ['office', 'department'] as const

export const mayWork = ({ actor }: Ctx, of: Pick<PolicyRow, 'org'>): boolean =>
  actor.role === 'office' || (actor.role === 'department' && of.org !== null && of.org === actor.org)

export async function policyToWork(ctx: Ctx, id: string): Promise<PolicyRow> {
  const [row] = await ctx.db.select().from(policies).where(eq(policies.id, id)).for('update')
  // A row that may be seen but not changed is not locked either: looked up again for the sentence.
  const seen = row ?? (await ctx.db.select().from(policies).where(eq(policies.id, id)))[0]
  if (!seen) throw missing('政策文件')
  if (!mayWork(ctx, seen)) throw denied('该政策由其他单位牵头，您可以查看，不能办理')
  return seen
}

/** A draft of clauses with its policy, to be worked on. */
export async function draftToWork(ctx: Ctx, id: string): Promise<{ policy: PolicyRow; draft: VersionRow }> {
  const [found] = await ctx.db.select({ policy: policyVersions.policy }).from(policyVersions).where(eq(policyVersions.id, id))
  if (!found) throw missing('条款版本')
  const policy = await policyToWork(ctx, found.policy)
  const [draft] = await ctx.db.select().from(policyVersions).where(eq(policyVersions.id, id)).for('update')
  return { policy, draft: draft! }
}
