/** A firm that adopts its file has from then on what was entered or found for it before it had an account. */
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { enterprises } from '#modules/enterprise/tables.ts'
import { accounts } from '#modules/fund/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { claimSteps, claims } from '../tables.ts'
import { holderOf } from './way.ts'

/** By the machine: what waited for the office to write is the firm's to write; where its money goes is known to it. */
export async function handOver(ctx: Ctx): Promise<number> {
  const adopted = and(isNull(claims.org), isNotNull(enterprises.org))
  const found = await ctx.db
    .select({ claim: claims, org: enterprises.org })
    .from(claims)
    .innerJoin(enterprises, eq(enterprises.id, claims.enterprise))
    .where(adopted)
    .orderBy(claims.number)
    .for('update', { of: claims })
  for (const { claim, org } of found) {
    const holder = await holderOf(ctx, claim.status, { ...claim, org })
    await ctx.db.update(claims).set({ org, holder }).where(eq(claims.id, claim.id))
    const open = and(eq(claimSteps.claim, claim.id), isNull(claimSteps.endedOn))
    await ctx.db.update(claimSteps).set({ holder }).where(open)
    const ownerless = and(eq(accounts.enterprise, claim.enterprise), isNull(accounts.org))
    await ctx.db.update(accounts).set({ org }).where(ownerless)
  }
  return found.length
}
