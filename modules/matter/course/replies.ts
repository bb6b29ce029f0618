/** Replies of a matter: written by a unit, with what shows it; help that waits for an answer, and a delay that waits for a decision. */
import { and, asc, eq, isNull } from 'drizzle-orm'
import { keepPaper, type Paper } from '#modules/space/history/record.ts'
import type { Ctx } from '#platform/context.ts'
import { overAll } from '#platform/session.ts'
import type { replyKinds } from '../model.ts'
import { matterReplies } from '../tables.ts'

export type Reply = typeof matterReplies.$inferSelect

type Written = { matter: string; kind: keyof typeof replyKinds; text: string; org?: string } & Partial<
  Pick<Reply, 'until' | 'supervision'>
>
/** What asks for something waits; the rest is noted. */
export async function write(ctx: Ctx, of: Written, file?: Paper): Promise<void> {
  const paper = await keepPaper(ctx, file)
  const waits = of.kind !== 'progress'
  await ctx.db.insert(matterReplies).values({
    ...{ supervision: null, until: null, org: ctx.actor.org!, ...of },
    ...{ files: paper ? [paper] : [], on: ctx.today, by: ctx.actor.name, status: waits ? 'waiting' : 'noted' },
    ...{ opinion: null, decidedOn: null, decidedBy: null },
  })
}

export const repliesOf = ({ db }: Ctx, matter: string): Promise<Reply[]> =>
  db
    .select()
    .from(matterReplies)
    .where(eq(matterReplies.matter, matter))
    .orderBy(asc(matterReplies.on), asc(matterReplies.createdAt))

/** The one that waits, the oldest first. */
export const waiting = async (ctx: Ctx, matter: string, kind: Reply['kind'], supervision: string | null = null) =>
  (await repliesOf(ctx, matter)).find(
    (one) => one.kind === kind && one.status === 'waiting' && one.supervision === supervision,
  ) ?? null

/** Answered by whoever has it in hand, who may be a unit: that closes the question of another. */
export const decide = (
  ctx: Ctx,
  of: { matter: string; kind: Reply['kind']; supervision?: string },
  accepted: boolean,
  opinion: string,
) =>
  overAll(ctx, ({ db }) =>
    db
      .update(matterReplies)
      .set({ status: accepted ? 'accepted' : 'returned', opinion, decidedOn: ctx.today, decidedBy: ctx.actor.name })
      .where(
        and(
          eq(matterReplies.matter, of.matter),
          eq(matterReplies.kind, of.kind),
          eq(matterReplies.status, 'waiting'),
          of.supervision ? eq(matterReplies.supervision, of.supervision) : isNull(matterReplies.supervision),
        ),
      ),
  )
