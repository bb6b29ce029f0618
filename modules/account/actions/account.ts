/**
 * What administrators do about accounts. The security administrator opens, locks and gives passwords; second factors are
 * taken away by the system administrator alone, so that neither can come in as someone else by himself.
 */
import { and, asc, eq, max } from 'drizzle-orm'
import { z } from 'zod'
import { persons, posts } from '#modules/org/tables.ts'
import { command, query } from '#platform/action.ts'
import { forgiveAttempts } from '#platform/auth/lockout.ts'
import { hashPassword, inventPassword } from '#platform/auth/password.ts'
import { isHeld } from '#platform/auth/standing.ts'
import { account, lockout, session, signIn, standing, twoFactor, user } from '#platform/auth/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { ref, text } from '#platform/fields.ts'
import { invalid, missing } from '#platform/problem.ts'
import { makeAccount } from '../make.ts'
import { accountRow, heldOf, newPost, username } from '../model.ts'

const done = z.object({})
const which = z.object({ account: z.string({ error: '请选择账号' }) })
const givenPassword = z.object({ password: z.string() })

export const list = query(
  { label: '账号名录', who: ['secadmin', 'sysadmin'], input: z.object({}), output: z.array(accountRow), database: 'auth' },
  async ({ db, actor: { region } }) => {
    const rows = await db
      .select({ user, until: lockout.until, codeUntil: twoFactor.lockedUntil })
      .from(user)
      .leftJoin(lockout, eq(lockout.username, user.username))
      .leftJoin(twoFactor, eq(twoFactor.userId, user.id))
      .where(eq(user.region, region))
      .orderBy(asc(user.username))
    const people = await db.select().from(standing).where(eq(standing.region, region)).orderBy(asc(standing.since))
    const last = await db
      .select({ account: signIn.account, at: max(signIn.at) })
      .from(signIn)
      .where(and(eq(signIn.region, region), eq(signIn.event, 'entered')))
      .groupBy(signIn.account)
    const lastOf = new Map(last.map(({ account, at }) => [account, at?.toISOString() ?? null]))
    return rows.map(({ user: { id, name, username, locked, mustChange, twoFactorEnabled }, until, codeUntil }) => {
      const own = people.filter((row) => row.account === id)
      return {
        id,
        username,
        name,
        person: own[0]?.person ?? null,
        posts: own.filter(isHeld).map(heldOf),
        locked,
        lockedUntil: latest(until, codeUntil),
        mustChange,
        secondFactor: twoFactorEnabled,
        lastSignIn: lastOf.get(id) ?? null,
      }
    })
  },
)

/** A lock that is over is none. */
function latest(...untils: (Date | null)[]): string | null {
  const ahead = untils.filter((until) => until !== null && until.getTime() > Date.now()) as Date[]
  return ahead.length ? new Date(Math.max(...ahead.map(Number))).toISOString() : null
}

/** For a person on record, or for one put on record with it. The password is shown this once. */
export const open = command(
  {
    label: '开立账号',
    who: ['secadmin'],
    input: z
      .object({
        username,
        person: ref('人员', 'person').optional(),
        name: text('姓名', 40).optional(),
        posts: z.array(newPost).max(20).default([]),
      })
      .refine(({ person, name }) => Boolean(person) !== Boolean(name), '请选择人员，或填写新人员的姓名'),
    output: z.object({ account: z.string(), person: z.uuid(), password: z.string() }),
    database: 'auth',
  },
  async (ctx, input) => {
    const person = await holderOf(ctx, input)
    const password = inventPassword()
    const account = await makeAccount(ctx, { person, username: input.username, password, mustChange: true })
    for (const post of input.posts) await ctx.db.insert(posts).values({ ...post, person: person.id })
    return { account, person: person.id, password }
  },
)

async function holderOf({ db }: Ctx, { person, name }: { person?: string; name?: string }) {
  const [found] = person
    ? await db.select().from(persons).where(eq(persons.id, person))
    : await db.insert(persons).values({ name: name! }).returning()
  if (!found) throw missing('人员')
  return found
}

/** Ends the account's sessions; the new password is shown this once. */
export const resetPassword = command(
  { label: '重置密码', who: ['secadmin'], input: which, output: givenPassword, database: 'auth' },
  async (ctx, input) => {
    const holder = await otherAccount(ctx, input.account, '修改本人密码请使用“修改密码”')
    const password = inventPassword()
    await ctx.db
      .update(account)
      .set({ password: await hashPassword(password), updatedAt: new Date() })
      .where(and(eq(account.userId, holder.id), eq(account.providerId, 'credential')))
    await ctx.db.update(user).set({ mustChange: true, updatedAt: new Date() }).where(eq(user.id, holder.id))
    await endSessions(ctx, holder.id)
    await forgiveAttempts(ctx.db, holder.username)
    return { password }
  },
)

/** For someone who lost the device; an administrator has to set up a new one before anything else. */
export const resetSecondFactor = command(
  { label: '重置动态口令', who: ['sysadmin'], input: which, output: done, database: 'auth' },
  async (ctx, input) => {
    const holder = await otherAccount(ctx, input.account, '不能重置本人的动态口令')
    await ctx.db.delete(twoFactor).where(eq(twoFactor.userId, holder.id))
    await ctx.db.update(user).set({ twoFactorEnabled: false, updatedAt: new Date() }).where(eq(user.id, holder.id))
    await endSessions(ctx, holder.id)
    return {}
  },
)

export const lock = command(
  { label: '停用账号', who: ['secadmin'], input: which, output: done, database: 'auth' },
  async (ctx, input) => {
    const holder = await otherAccount(ctx, input.account, '不能停用本人的账号')
    await ctx.db.update(user).set({ locked: true, updatedAt: new Date() }).where(eq(user.id, holder.id))
    await endSessions(ctx, holder.id)
    return {}
  },
)

/** Lifts the lock of the security administrator as well as that of wrong passwords and codes. */
export const unlock = command(
  { label: '解锁账号', who: ['secadmin'], input: which, output: done, database: 'auth' },
  async (ctx, input) => {
    const holder = await accountIn(ctx, input.account)
    await ctx.db.update(user).set({ locked: false, updatedAt: new Date() }).where(eq(user.id, holder.id))
    await ctx.db.update(twoFactor).set({ failedVerificationCount: 0, lockedUntil: null }).where(eq(twoFactor.userId, holder.id))
    await forgiveAttempts(ctx.db, holder.username)
    return {}
  },
)

async function accountIn({ db, actor: { region } }: Ctx, id: string) {
  const [found] = await db
    .select()
    .from(user)
    .where(and(eq(user.id, id), eq(user.region, region)))
  if (!found) throw missing('账号')
  return found
}

async function otherAccount(ctx: Ctx, id: string, notOneself: string) {
  const holder = await accountIn(ctx, id)
  const [own] = await ctx.db
    .select()
    .from(persons)
    .where(and(eq(persons.account, id), eq(persons.id, ctx.actor.id)))
  if (own) throw invalid(notOneself)
  return holder
}

const endSessions = ({ db }: Ctx, id: string) => db.delete(session).where(eq(session.userId, id))
