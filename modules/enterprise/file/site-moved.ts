/** A building that goes over to another park or town takes along the enterprises in it, from that day on. */
import { and, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import type { Place } from '../place.ts'
import { replace, shifted } from '../presence.ts'
import { enterprises, presences } from '../tables.ts'
import { keepersOf, noKeeper } from './keepers.ts'

export type Site = Place & { name: string }

/** In it are those whose file names it and stands where it stood; the days before stay theirs in the old place. */
export async function moveAlong(ctx: Ctx, was: Site, is: Site): Promise<void> {
  if (is.town === was.town && is.zone === was.zone) return
  const { building, town, zone, leftOn, id, keeper } = enterprises
  const inIt = and(eq(building, was.name), eq(town, was.town), sql`${zone} is not distinct from ${was.zone}`, isNull(leftOn))
  const held = await ctx.db.select({ id }).from(enterprises).where(inIt).for('update')
  const ids = held.map((file) => file.id)
  if (!ids.length) return
  const to = { building: is.name, town: is.town, zone: is.zone }
  const { enterprise, until, knownUntil } = presences
  const open = await ctx.db
    .select()
    .from(presences)
    .where(and(inArray(enterprise, ids), isNull(until), isNull(knownUntil)))
  await replace(
    ctx,
    open,
    open.flatMap((stretch) => shifted(stretch, to, ctx.today, { reason: `所在楼宇“${is.name}”划转` })),
  )
  const mayKeep = (await keepersOf(ctx, is)).map(({ person }) => person)
  await ctx.db
    .update(enterprises)
    .set(noKeeper)
    .where(and(inArray(id, ids), notInArray(keeper, mayKeep)))
  await ctx.db.update(enterprises).set(to).where(inArray(id, ids))
}
