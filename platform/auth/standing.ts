/** The person behind an account, the posts he holds, and what his login still lacks. */
import { and, asc, eq } from 'drizzle-orm'
import { administrators, type Db } from '../context.ts'
import { standing } from './tables.ts'

export type Standing = typeof standing.$inferSelect
/** A row of `standing` that has a post. */
export type Held = { [K in keyof Standing]: K extends 'until' ? Standing[K] : NonNullable<Standing[K]> }
export const isHeld = (row: Standing): row is Held => row.post !== null

/** Who an account belongs to, with the posts valid on `today`, the first in office first. */
export async function standingOf(db: Db, region: string, account: string, today: string) {
  const rows = await db
    .select()
    .from(standing)
    .where(and(eq(standing.account, account), eq(standing.region, region)))
    .orderBy(asc(standing.since), asc(standing.post))
  const posts = rows.filter(isHeld).filter(({ since, until }) => since <= today && (until === null || until >= today))
  return { person: rows[0] ?? null, posts }
}

/** What keeps a login from being finished. */
export type Pending = 'password' | 'second-factor'

type Login = { user: { mustChange: boolean; twoFactorEnabled?: boolean | null }; session: { method: string } }

export const needsSecondFactor = (posts: { role: string }[]) =>
  posts.some(({ role }) => administrators.some((one) => one === role))

/**
 * What is still to be done before this login may act: a first password is to be changed by who came in with it, and
 * administrators come in with a one-time code.
 */
export function pendingOf({ user, session }: Login, posts: { role: string }[]): Pending | null {
  if (user.mustChange && session.method !== 'oidc') return 'password'
  return needsSecondFactor(posts) && !(user.twoFactorEnabled && session.method === 'totp') ? 'second-factor' : null
}
