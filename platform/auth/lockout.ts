/**
 * Five wrong passwords in a row lock an account for a quarter of an hour.
 *
 * An attempt is counted before its password is looked at, in one statement: however many come at once, on however many
 * servers, no more than five are looked at, and a server that dies in between has counted them.
 */
import { eq, sql } from 'drizzle-orm'
import type { Db } from '../context.ts'
import { Problem } from '../problem.ts'
import { lockout } from './tables.ts'

export const allowed = 5
const pause = sql`interval '15 minutes'`

/** @returns how many attempts are left should this one fail; throws the sentence with the hour while locked. */
export async function countAttempt(db: Db, username: string, region: string): Promise<number> {
  const over = sql`${lockout.until} <= now()`
  const [counted] = await db
    .insert(lockout)
    .values({ username, region, failures: 1 })
    .onConflictDoUpdate({
      target: lockout.username,
      set: {
        failures: sql`case when ${over} then 1 else ${lockout.failures} + 1 end`,
        until: sql`case when ${over} then null when ${lockout.failures} + 1 >= ${allowed} then now() + ${pause} end`,
      },
      setWhere: sql`${lockout.until} is null or ${over}`,
    })
    .returning()
  if (counted) return allowed - counted.failures
  throw await lockedOut(db, username)
}

/** The problem that tells until when. */
export async function lockedOut(db: Db, username: string): Promise<Problem> {
  const [row] = await db.select({ until: lockout.until }).from(lockout).where(eq(lockout.username, username))
  return lockedUntil(row?.until ?? new Date())
}

const hour = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false })
export const lockedUntil = (until: Date) =>
  new Problem(423, 'locked', `连续输错 ${allowed} 次，账号已锁定至 ${hour.format(until)}`, { until: until.toISOString() })

/** The password was right, or the security administrator said so. */
export async function forgiveAttempts(db: Db, username: string): Promise<void> {
  await db.update(lockout).set({ failures: 0, until: null }).where(eq(lockout.username, username))
}
