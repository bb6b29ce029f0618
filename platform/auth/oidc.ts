/**
 * An outside identity (渝快办, 渝快政 and the like) over OpenID Connect: it opens an account that exists, never makes one.
 *
 * A claim names the account the first time; from then on the provider's own subject does.
 */
import type { genericOAuth } from 'better-auth/plugins'
import { and, eq, isNull, or } from 'drizzle-orm'
import type { Db } from '../context.ts'
import { recordSignIn } from './sign-in.ts'
import { account, user } from './tables.ts'

export type Identity = {
  issuer: string
  clientId: string
  clientSecret: string
  name: string
  /** The claim that holds our user name. */
  claim?: string
}
type Provider = Parameters<typeof genericOAuth>[0]['config'][number]

/** The library knows people by e-mail; `.invalid` never leads anywhere (RFC 2606). */
export const addressOf = (username: string) => `${username}@account.invalid`

export const identityProvider = (db: Db, identity: Identity, region: string): Provider => ({
  providerId: 'oidc',
  name: identity.name,
  discoveryUrl: `${identity.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
  requireIdTokenVerification: true,
  clientId: identity.clientId,
  clientSecret: identity.clientSecret,
  scopes: ['openid', 'profile'],
  pkce: true,
  disableSignUp: true,
  disableProviderLogout: true,
  mapProfileToUser: async (profile) => {
    const claimed = String(profile[identity.claim ?? 'preferred_username'] ?? '').toLowerCase()
    const known = await opens(db, String(profile.sub ?? ''), claimed)
    if (!known) await recordSignIn(db, { region, username: claimed.slice(0, 80), event: 'refused', method: 'oidc' })
    // Without an address the library turns the caller away.
    return { email: known ? addressOf(claimed) : undefined, emailVerified: true, name: claimed, image: undefined }
  },
})

/** The subject is known already, or names for the first time an account that no other subject has taken. */
async function opens(db: Db, subject: string, claimed: string): Promise<boolean> {
  const [found] = await db
    .select({ subject: account.accountId })
    .from(user)
    .leftJoin(account, and(eq(account.userId, user.id), eq(account.providerId, 'oidc')))
    .where(or(eq(account.accountId, subject), and(eq(user.username, claimed), isNull(account.id))))
    .limit(1)
  return found !== undefined
}
