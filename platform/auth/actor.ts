/** Who asks: login session → account → person → the post he acts in today. Nothing is remembered between requests. */
import { eq } from 'drizzle-orm'
import { type Clock, dayOf } from '../clock.ts'
import { type Actor, visitor } from '../context.ts'
import { denied, Problem } from '../problem.ts'
import type { Auth } from './auth.ts'
import { type Held, pendingOf, type Standing, standingOf } from './standing.ts'
import { session } from './tables.ts'

const minute = 60_000
/** Half an hour without a request ends a session (GB/T 22239—2019, 8.1.4.1). */
export const idleLimit = 30 * minute
/** Signs of life are written down no more often than this. */
const grain = minute

/** The live session the cookie names, with its account; an idle one is ended. */
export async function loginOf({ library, db }: Auth, headers: Headers) {
  if (!headers.has('cookie')) return null
  const login = await library.api.getSession({ headers })
  if (!login) return null
  const idle = Date.now() - login.session.seenAt.getTime()
  if (idle > idleLimit) {
    await db.delete(session).where(eq(session.id, login.session.id))
    return null
  }
  if (idle > grain) await db.update(session).set({ seenAt: new Date() }).where(eq(session.id, login.session.id))
  return login
}
export type Login = NonNullable<Awaited<ReturnType<typeof loginOf>>>

/**
 * @param unfinished for the few actions open to someone who has yet to change the first password or set up the second
 *   factor: they get an actor without any role instead of a refusal
 */
export async function actorFrom(auth: Auth, headers: Headers, clock: Clock, unfinished = false): Promise<Actor> {
  const login = await loginOf(auth, headers)
  if (!login) return visitor(auth.region)
  const { region } = auth
  const { person, posts } = await standingOf(auth.db, region, login.user.id, dayOf(clock()))
  const post = posts.find((one) => one.post === login.session.post) ?? posts[0]
  const refusal = refusalOf(login, person, posts)
  const known = { id: person?.person ?? login.user.id, name: person?.name ?? login.user.name, login: login.session.id }
  if (post && !refusal) return { ...known, role: post.role, org: post.org, region }
  if (unfinished || !refusal) return { ...visitor(region), ...known }
  throw refusal
}

function refusalOf(login: Login, person: Standing | null, posts: Held[]): Problem | null {
  if (!person) return denied('该账号尚未关联人员，请联系安全管理员')
  const pending = pendingOf(login, posts)
  if (pending === 'password') return new Problem(403, 'must-change', '首次登录须先修改初始密码')
  if (pending && login.user.twoFactorEnabled) return new Problem(403, pending, '管理员须使用账号、密码和动态口令登录')
  if (pending) return new Problem(403, pending, '管理员须先启用动态口令')
  return posts.length ? null : denied('您目前没有有效的任职，请联系安全管理员')
}
