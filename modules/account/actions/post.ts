/** Who holds which post. That the three administrators are three people (三员分立), the database sees to. */
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { post } from '#modules/org/model.ts'
import { posts } from '#modules/org/tables.ts'
import { command } from '#platform/action.ts'
import { day, ref } from '#platform/fields.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'

const appointed = z.object({ id: z.uuid() })

export const appoint = command(
  { label: '任职', who: ['secadmin'], input: post, output: appointed, database: 'auth' },
  async (ctx, input) => {
    const { person, org, role } = input
    if (input.until !== null && input.until < input.since) throw invalid('离任日期不能早于任职日期')
    await oneAtATime(ctx, person)
    const [same] = await ctx.db
      .select()
      .from(posts)
      .where(and(eq(posts.person, person), eq(posts.org, org), eq(posts.role, role), isNull(posts.until)))
    if (same) throw conflict('该人员已任此职，无须重复任职')
    const [row] = await ctx.db.insert(posts).values(input).returning()
    return row!
  },
)

/** `until` is the last day in the post; without it the post ends at once. */
export const relieve = command(
  {
    label: '免职',
    who: ['secadmin'],
    input: z.object({ post: ref('任职', 'post'), until: day('离任日期').optional() }),
    output: appointed,
    database: 'auth',
  },
  async ({ db, actor, today }, { post, until = dayBefore(today) }) => {
    const [held] = await db.select().from(posts).where(eq(posts.id, post)).for('update')
    if (!held) throw missing('任职')
    if (held.person === actor.id) throw invalid('不能免去本人的职务')
    if (held.until !== null) throw conflict('该任职已经结束')
    const [row] = await db
      .update(posts)
      .set({ until })
      .where(and(eq(posts.id, post), isNull(posts.until)))
      .returning()
    return row!
  },
)

function dayBefore(today: string): string {
  const date = new Date(`${today}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}
