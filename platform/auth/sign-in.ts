/** The record of sign-ins; the database puts every line of it into the journal for auditors. */
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { eq } from 'drizzle-orm'
import type { Db } from '../context.ts'
import { allowed, lockedUntil } from './lockout.ts'
import { codeOf } from './sentences.ts'
import { signIn, type signInMethods, twoFactor, user, verification } from './tables.ts'

/** Carries the caller's address to the library. Clients cannot send it: fastify.ts writes it. */
export const addressHeader = 'x-login-address'

export async function recordSignIn(db: Db, line: Omit<typeof signIn.$inferInsert, 'id' | 'at'>): Promise<void> {
  await db.insert(signIn).values({ ...line, agent: line.agent?.slice(0, 300) ?? null })
}

export type Method = keyof typeof signInMethods
type Made = { userId: string; ipAddress?: string | null; userAgent?: string | null }

/** How someone came in, from the operation of the library that made the session. */
export const methodOf = (path = ''): Method =>
  path.startsWith('/two-factor/') ? 'totp' : path.startsWith('/callback/') ? 'oidc' : 'password'

export async function recordSession(db: Db, made: Made, method: Method): Promise<void> {
  const [holder] = await db.select().from(user).where(eq(user.id, made.userId))
  if (!holder) return
  const { region, username, id: account } = holder
  // The library ends this session again and asks for the code.
  const event = method === 'password' && holder.twoFactorEnabled ? 'challenged' : 'entered'
  await recordSignIn(db, { region, username, account, event, method, ip: made.ipAddress, agent: made.userAgent })
}

/** A wrong code at sign-in: only the library can tell whose it was. Tells how many are left, or until when it is locked. */
export const refusedCode = (db: Db) =>
  createAuthMiddleware(async (ctx) => {
    if (!ctx.path?.startsWith('/two-factor/verify-') || !wrongCode.includes(codeOf(ctx.context.returned))) return
    const challenge = await ctx.getSignedCookie(ctx.context.createAuthCookie('two_factor').name, ctx.context.secret)
    if (!challenge) return
    const [holder] = await db
      .select({ user, twoFactor })
      .from(verification)
      .innerJoin(user, eq(user.id, verification.value))
      .innerJoin(twoFactor, eq(twoFactor.userId, user.id))
      .where(eq(verification.identifier, challenge))
    if (!holder) return
    const { region, username, id: account } = holder.user
    const { lockedUntil: until, failedVerificationCount: failures } = holder.twoFactor
    const event = codeOf(ctx.context.returned) === 'ACCOUNT_TEMPORARILY_LOCKED' ? 'locked' : 'refused'
    const [ip, agent] = [ctx.headers?.get(addressHeader), ctx.headers?.get('user-agent')]
    await recordSignIn(db, { region, username, account, event, method: 'totp', ip, agent })
    if (until && until > new Date()) throw new APIError('LOCKED', { code: 'locked', message: lockedUntil(until).message })
    throw new APIError('UNAUTHORIZED', { code: 'wrong-code', message: `动态口令不正确，还可再试 ${allowed - failures} 次` })
  })
const wrongCode = ['INVALID_CODE', 'INVALID_BACKUP_CODE', 'ACCOUNT_TEMPORARILY_LOCKED']
