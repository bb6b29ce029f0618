/** Makes an account for a person: one transaction with the person it is for, on the database role of login. */
import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { persons } from '#modules/org/tables.ts'
import { addressOf } from '#platform/auth/oidc.ts'
import { hashPassword } from '#platform/auth/password.ts'
import { account, user } from '#platform/auth/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { conflict } from '#platform/problem.ts'

type Wanted = {
  person: { id: string; name: string }
  username: string
  password: string
  /** The password is known to someone else and must be changed at the first login. */
  mustChange: boolean
}

/** @returns the account's id */
export async function makeAccount(
  { db, actor: { region } }: Ctx,
  { person, username, password, mustChange }: Wanted,
): Promise<string> {
  const [taken] = await db.select({ id: user.id }).from(user).where(eq(user.username, username))
  if (taken) throw conflict(`账号“${username}”已被使用，请换一个`)
  const id = randomUUID()
  await db.insert(user).values({ id, region, name: person.name, username, email: addressOf(username), mustChange })
  await db
    .insert(account)
    .values({ id: randomUUID(), userId: id, accountId: id, providerId: 'credential', password: await hashPassword(password) })
  const bound = await db
    .update(persons)
    .set({ account: id })
    .where(and(eq(persons.id, person.id), isNull(persons.account)))
    .returning()
  if (!bound.length) throw conflict(`${person.name}已有账号，不能重复开立`)
  return id
}
