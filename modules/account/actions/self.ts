/** Oneself: who I am here, and in which of my posts I act. */
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import { type Held, needsSecondFactor, pendingOf, standingOf } from '#platform/auth/standing.ts'
import { session, user } from '#platform/auth/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { ref } from '#platform/fields.ts'
import { anonymous, missing } from '#platform/problem.ts'
import { heldOf, me as self } from '../model.ts'

export const me = query(
  { label: '我的身份', who: 'anyone', input: z.object({}), output: self, database: 'auth', unfinished: true },
  async (ctx) => {
    const { actor } = ctx
    const login = await loginIn(ctx)
    const { person, posts } = login ? await standingOf(ctx.db, actor.region, login.user.id, ctx.today) : nobody
    const pending = login && person ? pendingOf(login, posts) : null
    const present = posts.find(({ post }) => post === login?.session.post) ?? posts[0]
    return {
      signedIn: login !== null,
      person: person?.person ?? null,
      name: actor.name,
      username: login?.user.username ?? null,
      region: actor.region,
      role: actor.role,
      org: present && !pending ? { id: present.org, name: present.orgName } : null,
      post: present?.post ?? null,
      posts: posts.map(heldOf),
      pending,
      secondFactor: { required: needsSecondFactor(posts), enabled: login?.user.twoFactorEnabled ?? false },
    }
  },
)
const nobody = { person: null, posts: [] as Held[] }

/** Remembered for this login session only. */
export const switchPost = command(
  { label: '切换职务', who: 'anyone', input: z.object({ post: ref('职务', 'post') }), output: z.object({}), database: 'auth' },
  async (ctx, { post }) => {
    const login = await loginIn(ctx)
    if (!login) throw anonymous()
    const { posts } = await standingOf(ctx.db, ctx.actor.region, login.user.id, ctx.today)
    if (!posts.some((held) => held.post === post)) throw missing('职务')
    await ctx.db.update(session).set({ post }).where(eq(session.id, login.session.id))
    return {}
  },
)

async function loginIn({ db, actor: { login, region } }: Ctx) {
  if (!login) return null
  const [found] = await db
    .select({ session, user })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(and(eq(session.id, login), eq(user.region, region)))
  return found ?? null
}
