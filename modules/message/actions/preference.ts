/** How one wants to be told: by e-mail or not, at once or once a day, when not, and of what not. */
import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { invalid } from '#platform/problem.ts'
import { preference as model } from '../model.ts'
import { preferences } from '../tables.ts'
import { signedIn } from './inbox.ts'

const wishes = model.omit({ person: true })

export const preference = query(
  { label: '接收设置', who: signedIn, input: z.object({}), output: wishes },
  async (ctx) => (await ownOf(ctx)) ?? silent,
)

/** Without a row: in the product only; the hours proposed are those of an office. */
const silent: z.infer<typeof wishes> = {
  ...{ email: null, byEmail: false, digest: 'none', digestHour: 18, quietFrom: null, quietUntil: null, muted: [] },
}

export const savePreference = command(
  { label: '修改接收设置', who: signedIn, input: wishes, output: wishes },
  async (ctx, given) => {
    if (given.byEmail && given.email === null) throw invalid('发送邮件须填写电子邮箱')
    if ((given.quietFrom === null) !== (given.quietUntil === null)) throw invalid('免打扰时段须同时填写起止')
    if (given.quietFrom !== null && given.quietFrom === given.quietUntil) throw invalid('免打扰时段的起止不能相同')
    const muted = [...new Set(given.muted)]
    if (await ownOf(ctx))
      await ctx.db
        .update(preferences)
        .set({ ...given, muted })
        .where(own(ctx))
    else await ctx.db.insert(preferences).values({ ...given, muted, person: ctx.actor.id })
    return { ...given, muted }
  },
)

const own = ({ actor }: Ctx) => eq(sql`${preferences.person}::text`, actor.id)
const ownOf = async (ctx: Ctx) => (await ctx.db.select().from(preferences).where(own(ctx)))[0]
