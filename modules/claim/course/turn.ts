/** Claims as they are looked up: to be seen, to be worked on; and whose turn it is. */
import { eq } from 'drizzle-orm'
import { orgs } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { denied, missing } from '#platform/problem.ts'
import { claims, cycles } from '../tables.ts'
import type { Claim } from './way.ts'

/** The row, as far as the actor may see it. */
export async function claimToSee({ db }: Ctx, id: string): Promise<Claim> {
  const [found] = await db.select().from(claims).where(eq(claims.id, id))
  if (!found) throw missing('兑现事项')
  return found
}

/** The row, held until the end of the step; of two at once the second sees what the first has done. */
export async function claimHeld(ctx: Ctx, id: string): Promise<Claim> {
  const seen = await claimToSee(ctx, id)
  const [held] = await ctx.db.select().from(claims).where(eq(claims.id, id)).for('update')
  return held ?? seen
}

/** Held by whoever's turn it is. */
export async function claimToChange(ctx: Ctx, id: string): Promise<Claim> {
  const claim = await claimHeld(ctx, id)
  const why = await whyNotMine(ctx, claim)
  if (why !== null) throw denied(why)
  return claim
}

/** What a firm writes itself; the office in its stead, on paper, as long as it has no account of its own. */
export async function claimToWrite(ctx: Ctx, id: string): Promise<Claim> {
  const claim = await claimToChange(ctx, id)
  if (!mayWrite(ctx, claim)) throw denied('该事项由企业自行办理，办公室只代没有账户的企业录入纸质申报')
  return claim
}

export const mayWrite = ({ actor: { role } }: Ctx, { org }: Pick<Claim, 'org'>): boolean =>
  role === 'office' ? org === null : role === 'enterprise' || role === 'institution'

/** A firm works on its own, the unit that has it on what is with it, the office on everything. */
export async function whyNotMine(
  ctx: Ctx,
  { holder, org, closedOn }: Pick<Claim, 'holder' | 'org' | 'closedOn'>,
): Promise<string | null> {
  const { role, org: own } = ctx.actor
  if (role === 'office' || role === 'system') return null
  if (role === 'enterprise' || role === 'institution') return org !== null && org === own ? null : '您只能办理本企业的兑现事项'
  if (role === 'department' && holder !== null && holder === own) return null
  if (role !== 'department' || closedOn !== null) return '您可以查看该兑现事项，不能办理'
  if (holder === null) return '该事项待企业办理，您可以查看，暂不能办理'
  const [body] = await ctx.db.select({ name: orgs.shortName }).from(orgs).where(eq(orgs.id, holder))
  return `该事项现由“${body?.name ?? '其他单位'}”办理，您可以查看，暂不能办理`
}

/** The batch, held, by its lead unit, the office, or the machine at night. */
export async function cycleToChange(ctx: Ctx, id: string): Promise<typeof cycles.$inferSelect> {
  const [seen] = await ctx.db.select().from(cycles).where(eq(cycles.id, id))
  if (!seen) throw missing('兑现批次')
  const { role, org } = ctx.actor
  if (role !== 'office' && role !== 'system' && seen.org !== org) throw denied('该批次由其他单位牵头，您可以查看，不能办理')
  const [held] = await ctx.db.select().from(cycles).where(eq(cycles.id, id)).for('update')
  return held ?? seen
}

/** Less was approved than the clause gives, or than was asked where people decide. */
export const isCut = ({ approved, computed, asked }: Pick<Claim, 'approved' | 'computed' | 'asked'>): boolean =>
  (approved ?? 0) < (computed ?? asked ?? 0)

/** By what it came to; whether it is in time is seen when it is handed in. */
export const isAppealable = (claim: Pick<Claim, 'status' | 'approved' | 'computed' | 'asked'>): boolean =>
  claim.status === 'refused' || ((claim.status === 'paying' || claim.status === 'queued') && isCut(claim))
