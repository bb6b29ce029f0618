/** A matter moves between its levels: up by the clock or by hand, back to its unit when it has been helped; each move is kept and told. */
import { eq } from 'drizzle-orm'
import { tell } from '#modules/message/tell.ts'
import type { Ctx } from '#platform/context.ts'
import { type Level, levels } from '../model.ts'
import { above, peopleAt } from '../places.ts'
import { matterClimbs, matters } from '../tables.ts'
import type { Matter } from './turn.ts'

/** One level up; false where there is none. */
export async function climb(ctx: Ctx, matter: Matter, reason: string): Promise<boolean> {
  const next = await above(ctx, matter.level, matter.task)
  if (!next) return false
  await move(ctx, matter, next, reason)
  return true
}

export const returnToUnit = async (ctx: Ctx, matter: Matter, reason: string): Promise<void> =>
  matter.level === 'unit' ? undefined : move(ctx, matter, { level: 'unit', holder: matter.owner }, reason)

async function move(ctx: Ctx, matter: Matter, to: { level: Level; holder: string }, reason: string): Promise<void> {
  const { id, level: from, hands, owner } = matter
  await ctx.db.insert(matterClimbs).values({
    ...{ matter: id, from, to: to.level, holder: to.holder, on: ctx.today, reason, by: ctx.actor.name },
  })
  await ctx.db
    .update(matters)
    .set({ ...to, levelSince: ctx.today, hands: [...new Set([...hands, to.holder])] })
    .where(eq(matters.id, id))
  await tell(ctx, {
    to: await peopleAt(ctx, [to.holder, owner]),
    topic: 'matter',
    title: `${to.level === 'unit' ? '退回责任单位' : `升级至${levels[to.level]}`}：${matter.title}`,
    text: `${matter.number}，${reason}`,
    link: `/office/matters/${id}`,
    urgent: to.level === 'board',
    key: `matter-${id}-${from}-${to.level}-${ctx.now.toISOString()}`,
  })
}
