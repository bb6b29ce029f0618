/** What people do at the door: come in by password, code or outside identity, set up a second factor, change a password, leave. */
import { and, eq, ne } from 'drizzle-orm'
import { anonymous, invalid, Problem } from '../problem.ts'
import { type Login, loginOf } from './actor.ts'
import type { Auth } from './auth.ts'
import { countAttempt, forgiveAttempts, lockedOut } from './lockout.ts'
import { addressOf } from './oidc.ts'
import { faultIn } from './password.ts'
import { codeOf, explainLogin, refusalOf, wrongPassword } from './sentences.ts'
import { type Method, recordSignIn } from './sign-in.ts'
import { session, user } from './tables.ts'

/** One call at the door: what the browser sent, and where cookies for it go. */
export type Visit = { headers: Headers; ip: string; keep(headers: Headers | null | undefined): void }

/** @returns whether a one-time code is still needed */
export async function enter(auth: Auth, visit: Visit, given: { username: string; password: string }) {
  const username = given.username.trim().toLowerCase()
  const result = await withAttempt(auth, visit, username, '账号或密码不正确', () =>
    auth.library.api.signInUsername({
      body: { username, password: given.password },
      headers: visit.headers,
      returnHeaders: true,
    }),
  )
  visit.keep(result.headers)
  return { secondFactor: 'twoFactorRedirect' in result.response }
}

/** The code of the second factor: at sign-in, or to finish setting it up. */
export async function verifyCode({ library }: Auth, visit: Visit, { code }: { code: string }) {
  const result = await told(library.api.verifyTOTP({ body: { code }, headers: visit.headers, returnHeaders: true }))
  visit.keep(result.headers)
  return {}
}

/** A backup code instead, each good for once. */
export async function verifyBackupCode({ library }: Auth, visit: Visit, { code }: { code: string }) {
  const result = await told(library.api.verifyBackupCode({ body: { code }, headers: visit.headers, returnHeaders: true }))
  visit.keep(result.headers)
  return {}
}

/** Begins to set up the second factor; it counts from the first right code on. */
export async function enrol(auth: Auth, visit: Visit, { password }: { password: string }) {
  const { user: holder } = await loggedIn(auth, visit)
  if (holder.twoFactorEnabled) throw invalid('动态口令已经启用')
  const { response } = await withAttempt(auth, visit, holder.username, '当前密码不正确', () =>
    auth.library.api.enableTwoFactor({ body: { password, method: 'totp' }, headers: visit.headers, returnHeaders: true }),
  )
  if (response.method !== 'totp') throw new Error('asked for a one-time code, got something else')
  const address = encodeURIComponent(addressOf(holder.username))
  return { uri: response.totpURI.replace(address, holder.username), backupCodes: response.backupCodes }
}

/** Every other session of the account ends. */
export async function changePassword(auth: Auth, visit: Visit, body: { currentPassword: string; newPassword: string }) {
  const { user: holder, session: present } = await loggedIn(auth, visit)
  const fault = faultIn(body.newPassword, holder.username)
  if (fault) throw invalid(fault)
  if (body.newPassword === body.currentPassword) throw invalid('新密码不能与当前密码相同')
  await withAttempt(auth, visit, holder.username, '当前密码不正确', () =>
    auth.library.api.changePassword({ body, headers: visit.headers }),
  )
  await auth.db.update(user).set({ mustChange: false, updatedAt: new Date() }).where(eq(user.id, holder.id))
  await auth.db.delete(session).where(and(eq(session.userId, holder.id), ne(session.id, present.id)))
  return {}
}

export async function leave(auth: Auth, visit: Visit) {
  const login = await loginOf(auth, visit.headers)
  if (login) {
    const { id: account, name, username, region } = login.user
    await recordSignIn(auth.db, {
      region,
      username: username ?? name,
      account,
      event: 'left',
      method: login.session.method as Method,
      ...seen(visit),
    })
  }
  const { headers } = await auth.library.api.signOut({ headers: visit.headers, returnHeaders: true })
  visit.keep(headers)
  return {}
}

/** @returns the provider's address to send the browser to */
export async function startIdentity({ library }: Auth, visit: Visit, { callbackURL }: { callbackURL: string }) {
  const result = await told(
    library.api.signInSocial({
      body: { provider: 'oidc', callbackURL, disableRedirect: true },
      headers: visit.headers,
      returnHeaders: true,
    }),
  )
  visit.keep(result.headers)
  return { url: result.response.url }
}

/** The browser comes back from the provider. @returns where to send it next */
export async function finishIdentity({ library, publicUrl }: Auth, visit: Visit, path: string): Promise<string> {
  const response = await library.handler(new Request(new URL(path, publicUrl), { headers: visit.headers }))
  visit.keep(response.headers)
  const next = new URL(response.headers.get('location') ?? '/login?error=unknown', publicUrl)
  const error = next.searchParams.get('error')
  return error === null ? next.pathname + next.search : `/login?refused=${refusalOf(error)}`
}

async function loggedIn(auth: Auth, visit: Visit): Promise<Login & { user: { username: string } }> {
  const login = await loginOf(auth, visit.headers)
  if (!login?.user.username) throw anonymous()
  return { ...login, user: { ...login.user, username: login.user.username } }
}

const told = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error) => {
    throw explainLogin(error)
  })

const seen = ({ headers, ip }: Visit) => ({ ip, agent: headers.get('user-agent') })

/** Whatever looks at a password goes through here, so that guesses are counted wherever they are made. */
async function withAttempt<T>(auth: Auth, visit: Visit, username: string, wrong: string, work: () => Promise<T>): Promise<T> {
  const { db, region } = auth
  const record = async (event: 'refused' | 'locked') => {
    const [holder] = await db.select({ account: user.id }).from(user).where(eq(user.username, username))
    await recordSignIn(db, { region, username: username.slice(0, 80), ...holder, event, method: 'password', ...seen(visit) })
  }
  const left = await countAttempt(db, username, region).catch(async (error) => {
    await record('locked')
    throw error
  })
  try {
    const result = await work()
    await forgiveAttempts(db, username)
    return result
  } catch (error) {
    if (codeOf(error) === 'closed') await forgiveAttempts(db, username)
    if (!wrongPassword.includes(codeOf(error))) throw explainLogin(error)
    await record('refused')
    throw left > 0 ? new Problem(401, 'wrong-password', `${wrong}，还可再试 ${left} 次`, { left }) : await lockedOut(db, username)
  }
}
