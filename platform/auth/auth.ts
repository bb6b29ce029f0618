/**
 * The login library, set up: no sign-up, user names instead of e-mail, one-time codes, and an outside identity when configured.
 *
 * Nothing of its HTTP interface is mounted; login.ts calls the few operations we offer. See docs/decisions/0003-login.md.
 */
import { randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError } from 'better-auth/api'
import { genericOAuth, twoFactor, username } from 'better-auth/plugins'
import { eq, lt } from 'drizzle-orm'
import type { Pool } from 'pg'
import type { Db } from '../context.ts'
import { drizzleOn } from '../database/pool.ts'
import { allowed } from './lockout.ts'
import { type Identity, identityProvider } from './oidc.ts'
import { addressHeader, methodOf, recordSession, refusedCode } from './sign-in.ts'
import * as tables from './tables.ts'

export type AuthOptions = {
  /** Connections of the role `auth`. */
  pool: Pool
  /** Signs cookies and encrypts second factors: the same after every restart and on every server. */
  secret: string
  /** The address users type; https makes the cookies Secure. */
  publicUrl: string
  region: string
  oidc: Identity | null
}
export type Auth = ReturnType<typeof makeAuth>

/** Seconds a session lives at most; the idle limit is in actor.ts. */
const longest = 12 * 60 * 60

export function makeAuth({ pool, secret, publicUrl, region, oidc }: AuthOptions) {
  const db = drizzleOn(pool)
  const library = betterAuth({
    appName: '满天星',
    secret,
    baseURL: publicUrl,
    basePath: '/api/auth',
    database: drizzleAdapter(db, { provider: 'pg', schema: tables, transaction: true }),
    telemetry: { enabled: false },
    logger: { disabled: true },
    // The server limits requests by address, lockout.ts attempts by account; offices share one address.
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: false, disableSignUp: true },
    account: {
      updateAccountOnSignIn: false,
      // The address is made of the claim (oidc.ts), so that equal addresses mean the configured claim matched.
      accountLinking: { trustedProviders: oidc ? ['oidc'] : [] },
    },
    session: {
      expiresIn: longest,
      disableSessionRefresh: true,
      additionalFields: {
        seenAt: { type: 'date', input: false },
        method: { type: 'string', input: false },
        post: { type: 'string', input: false, required: false },
      },
    },
    user: {
      additionalFields: {
        region: { type: 'string', input: false },
        mustChange: { type: 'boolean', input: false },
        locked: { type: 'boolean', input: false },
      },
    },
    advanced: {
      cookiePrefix: 'mantianxing',
      useSecureCookies: publicUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => randomUUID() },
    },
    hooks: { after: refusedCode(db) },
    onAPIError: { errorURL: '/login' },
    databaseHooks: {
      session: {
        create: {
          before: async (made, context) => {
            await refuseLocked(db, made.userId)
            await db.delete(tables.session).where(lt(tables.session.expiresAt, new Date()))
            return { data: { ...made, seenAt: new Date(), method: methodOf(context?.path) } }
          },
          after: async (made, context) => recordSession(db, made, methodOf(context?.path)),
        },
      },
      // What the identity provider hands out is not needed again, so it is not kept.
      account: {
        create: { before: async (made) => ({ data: { ...made, accessToken: null, refreshToken: null, idToken: null } }) },
      },
    },
    plugins: [
      username({
        minUsernameLength: 3,
        maxUsernameLength: 40,
        usernameValidator: (name) => /^[a-z0-9._-]+$/i.test(name),
        displayUsername: false,
      }),
      twoFactor({ issuer: '满天星', accountLockout: { maxFailedAttempts: allowed, durationSeconds: 15 * 60 } }),
      genericOAuth({ config: oidc ? [identityProvider(db, oidc, region)] : [] }),
    ],
  })
  return { library, db, region, publicUrl, identity: oidc && { name: oidc.name } }
}

async function refuseLocked(db: Db, id: string): Promise<void> {
  const [found] = await db.select({ locked: tables.user.locked }).from(tables.user).where(eq(tables.user.id, id))
  if (found?.locked) throw new APIError('FORBIDDEN', { code: 'closed', message: '该账号已停用，请联系安全管理员' })
}
