/** Where a matter stands: its row with what was replied and which notices are open. */
import { and, eq, notInArray } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import { supervisions } from '../tables.ts'
import { repliesOf } from './replies.ts'
import type { Standing } from './steps.ts'
import { type Matter, matterHeld } from './turn.ts'

export async function standingOf(ctx: Ctx, matter: Matter): Promise<Standing> {
  const open = and(eq(supervisions.matter, matter.id), notInArray(supervisions.status, ['closed', 'withdrawn']))
  const notices = await ctx.db.select({ number: supervisions.number }).from(supervisions).where(open)
  return { matter, replies: await repliesOf(ctx, matter.id), openNotices: notices.map(({ number }) => number) }
}

/** Held until the end of the step. */
export const standingHeld = async (ctx: Ctx, id: string): Promise<Standing> => standingOf(ctx, await matterHeld(ctx, id))
