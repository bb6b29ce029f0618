/**
 * The three database roles: the owner (DATABASE_URL; migrates and verifies), `mantianxing_app` (serves everyone, under row
 * rights, cannot bypass them) and `mantianxing_auth` (login and accounts; the only one that reaches the schema `auth`, and
 * under row rights the people and posts that accounts are for).
 *
 * The two serving passwords are derived from the owner's, so that nothing is stored and several servers agree on them.
 */
import { createHmac } from 'node:crypto'
import type pg from 'pg'
import { unavailable } from '../problem.ts'

export const serving = { app: 'mantianxing_app', auth: 'mantianxing_auth' } as const
export type Serving = keyof typeof serving

const passwordOf = (ownerUrl: URL, role: Serving) =>
  createHmac('sha256', `mantianxing ${ownerUrl.password}`).update(`${ownerUrl.username} ${role}`).digest('hex')

/** The URL a serving role connects with, derived from the owner's. */
export function urlOf(ownerUrl: string, role: Serving): string {
  const url = new URL(ownerUrl)
  const password = passwordOf(url, role)
  url.username = serving[role]
  url.password = password
  return url.toString()
}

/** Makes the serving roles and grants them what they need and no more. Runs after the migrations, as the owner. */
export async function grantRoles(owner: pg.ClientBase, ownerUrl: string): Promise<void> {
  for (const role of Object.keys(serving) as Serving[]) await makeRole(owner, serving[role], passwordOf(new URL(ownerUrl), role))
  const { app, auth } = serving
  await owner.query(`
    grant usage on schema public to ${app};
    grant select, insert, update, delete on all tables in schema public to ${app};
    revoke insert, update, delete, truncate, references, trigger on public.journal from ${app};
    grant usage on schema auth, public to ${auth};
    grant select, insert, update, delete on all tables in schema auth to ${auth};
    grant select, insert, update on public.person, public.post to ${auth};
    grant select on public.org to ${auth};
    revoke all on schema auth from ${app};
    revoke create on schema public from public;
  `)
}

async function makeRole(owner: pg.ClientBase, name: string, password: string): Promise<void> {
  const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [name])
  try {
    // A new role has no attribute but these. Passwords are lowercase hex and names are ours: neither needs quoting.
    await owner.query(`${rowCount ? 'alter' : 'create'} role ${name} login password '${password}'`)
  } catch (error) {
    const { code } = error as { code?: string }
    // Another server made it a moment ago, with the same derived password.
    if (code === '42710' || code === '23505' || code === 'XX000') return
    if (code !== '42501') throw error
    throw unavailable(`数据库账号没有创建角色 ${name} 的权限，请为其授予 CREATEROLE 后再启动`)
  }
}
