/** Matters as they are looked up: to be seen, to be worked on; and whose turn it is. */
import { eq, inArray, or } from 'drizzle-orm'
import { orgs } from '#modules/org/tables.ts'
import { ownZones } from '#modules/space/ledger/place.ts'
import type { Ctx } from '#platform/context.ts'
import { denied, missing } from '#platform/problem.ts'
import { moveIns } from '../tables.ts'
import type { Matter } from './way.ts'

/** The row, as far as the actor may see it. */
export async function matterToSee({ db }: Ctx, id: string): Promise<Matter> {
  const [found] = await db.select().from(moveIns).where(eq(moveIns.id, id))
  if (!found) throw missing('入驻事项')
  return found
}

/** The row, held until the end of the step by whoever has it; of two at once the second sees what the first has done. */
export async function matterToChange(ctx: Ctx, id: string): Promise<Matter> {
  const seen = await matterToSee(ctx, id)
  const [held] = await ctx.db.select().from(moveIns).where(eq(moveIns.id, id)).for('update')
  const matter = held ?? seen
  const why = await whyNotMine(ctx, matter)
  if (why !== null) throw denied(why)
  return matter
}

/** The bodies that are, for the actor, his own: a park and the company that runs it are one. */
export async function ownBodies(ctx: Ctx): Promise<string[]> {
  const { role, org } = ctx.actor
  const own = role === 'park' && org ? or(inArray(orgs.id, await ownZones(ctx)), eq(orgs.parent, org)) : undefined
  const office = role === 'office' ? eq(orgs.kind, 'office') : undefined
  const found = await ctx.db
    .select({ id: orgs.id, kind: orgs.kind })
    .from(orgs)
    .where(or(org ? eq(orgs.id, org) : undefined, own, office))
  return found
    .filter(({ id, kind }) => id === org || kind === 'park' || kind === 'company' || kind === 'office')
    .map(({ id }) => id)
}

/** Parks work on what is with them, or with an applicant of theirs; the office on everything; an applicant on his own. */
export async function whyNotMine(ctx: Ctx, { holder, zone, hands, applicant, status }: Matter): Promise<string | null> {
  const { role, org } = ctx.actor
  if (role === 'office' || role === 'system' || (applicant !== null && applicant === org)) return null
  const own = role === 'park' ? await ownBodies(ctx) : []
  const mine = holder === null ? [zone, ...hands].some((one) => one !== null && own.includes(one)) : own.includes(holder)
  if (mine) return null
  if (holder === null) return status === 'applying' ? '该事项待申请人办理，您可以查看' : '您可以查看该入驻事项，不能办理'
  const [body] = await ctx.db.select({ name: orgs.shortName }).from(orgs).where(eq(orgs.id, holder))
  return `该事项现由“${body?.name ?? '其他单位'}”办理，您可以查看，暂不能办理`
}
