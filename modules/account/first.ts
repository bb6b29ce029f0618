/** The three administrators of a district without any account: made once, each with a one-time password to hand over. */
import { eq } from 'drizzle-orm'
import { orgs, persons, posts } from '#modules/org/tables.ts'
import { inventPassword } from '#platform/auth/password.ts'
import { user } from '#platform/auth/tables.ts'
import { machine } from '#platform/context.ts'
import type { Session } from '#platform/session.ts'
import { makeAccount } from './make.ts'

const administrators = [
  { username: 'sysadmin', name: '系统管理员', role: 'sysadmin' },
  { username: 'secadmin', name: '安全管理员', role: 'secadmin' },
  { username: 'auditor', name: '审计管理员', role: 'auditor' },
] as const

const operation = '平台运行管理'

/** @returns what to hand over, or nothing when the district already has accounts */
export async function openFirst(
  sessions: { app: Session; auth: Session },
  region: string,
): Promise<{ username: string; name: string; password: string }[]> {
  const org = await sessions.app.run(machine(region), 'account/first', async ({ db }) => {
    await db
      .insert(orgs)
      .values({ name: operation, shortName: operation, kind: 'institution', aliases: [] })
      .onConflictDoNothing()
    return (await db.select().from(orgs).where(eq(orgs.name, operation)))[0]!
  })
  return sessions.auth.run(machine(region), 'account/first', async (ctx) => {
    if ((await ctx.db.select({ id: user.id }).from(user).where(eq(user.region, region)).limit(1)).length) return []
    const opened = []
    for (const { username, name, role } of administrators) {
      const [person] = await ctx.db.insert(persons).values({ name }).returning()
      await ctx.db.insert(posts).values({ person: person!.id, org: org.id, role, title: name, since: ctx.today })
      const password = inventPassword()
      // Several districts may share one deployment, and user names are unique over all of them.
      const account = `${username}-${region}`
      await makeAccount(ctx, { person: person!, username: account, password, mustChange: true })
      opened.push({ username: account, name, password })
    }
    return opened
  })
}
