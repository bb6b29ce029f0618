/** Nobody's rights are left undecided: every table, every action × role, every region. */
import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { flows, modules } from '#modules/index.ts'
import { type Action, actionsOf } from '#platform/action.ts'
import { type Actor, type Ctx, type Role, roles } from '#platform/context.ts'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { mayCall, views } from '#platform/docs.ts'
import { attachment, definitions } from '#platform/table.ts'
import { databaseUrl } from './database.ts'

let owner: pg.Client
let app: pg.Pool
beforeAll(async () => {
  const url = await databaseUrl()
  owner = new pg.Client(url)
  await owner.connect()
  app = openPool(url, 'app')
})
afterAll(async () => {
  await app.end()
  await owner.end()
})

type Table = { schema: string; name: string; secured: boolean; policies: { command: string; permissive: string; name: string }[] }
const tables = async (): Promise<Table[]> =>
  (
    await owner.query<Table>(`
      select n.nspname as schema, c.relname as name, c.relrowsecurity as secured,
        coalesce((select json_agg(json_build_object('command', p.cmd, 'permissive', p.permissive, 'name', p.policyname))
          from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname), '[]') as policies
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname in ('public', 'auth')`)
  ).rows

describe('tables', () => {
  it('all have row-level security', async () => {
    const open = (await tables()).filter(({ secured, policies }) => !secured || policies.length === 0)
    expect(open.map(({ schema, name }) => `${schema}.${name}`)).toEqual([])
  })

  it('business tables decide all four rights and are bound to their region', async () => {
    const known = await tables()
    for (const { name } of definitions) {
      const policies = known.find((table) => table.schema === 'public' && table.name === name)?.policies ?? []
      const decided = policies.filter(({ permissive }) => permissive === 'PERMISSIVE').map(({ command }) => command)
      expect({ name, decided: decided.sort() }).toEqual({ name, decided: ['DELETE', 'INSERT', 'SELECT', 'UPDATE'] })
      expect(policies.filter(({ permissive, command }) => permissive === 'RESTRICTIVE' && command === 'ALL')).toHaveLength(1)
    }
  })

  it('every public table is a business table or one of the few that are not, each for a reason', async () => {
    const others = (await tables()).filter(
      ({ schema, name }) => schema === 'public' && !definitions.some((one) => one.name === name),
    )
    // The journal itself, what it is about to write, its digest setting, the bytes of files (their digest is journaled), and
    // sums the database keeps.
    expect(others.map(({ name }) => name).sort()).toEqual(['content', 'journal', 'journal_algorithm', 'journal_due', 'tally'])
  })

  it('business tables are under the journal exactly as they declare', () => {
    const written = readdirSync('migrations')
      .filter((file) => file.endsWith('.sql'))
      .map((file) => readFileSync(`migrations/${file}`, 'utf8'))
      .join('\n')
    for (const definition of definitions) expect(written).toContain(attachment(definition))
  })

  it('the journal trigger is in force on each of them', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where t.tgname in ('journaled_insert', 'journaled_update', 'journaled_delete') and t.tgenabled = 'O'
       group by c.oid, c.relname having count(*) = 3`,
    )
    expect(rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(definitions.filter(({ journal }) => journal).map(({ name }) => name)),
    )
  })

  it('the serving role owns nothing and bypasses nothing', async () => {
    const { rows } = await owner.query(`
      select rolname from pg_roles where rolname in ('mantianxing_app', 'mantianxing_auth') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
      union all select tableowner from pg_tables where tableowner in ('mantianxing_app', 'mantianxing_auth')`)
    expect(rows).toEqual([])
  })

  it('show nothing to a connection that has not said who it is', async () => {
    await owner.query(
      `insert into org (region, name, short_name, kind, aliases) values ('500109', '某单位', '某单位', 'department', '[]')`,
    )
    for (const { name } of definitions) {
      const { rows } = await app.query<{ n: string }>(`select count(*) as n from ${pg.escapeIdentifier(name)}`)
      expect({ name, rows: Number(rows[0]!.n) }).toEqual({ name, rows: 0 })
    }
  })

  it('the schema of login is closed to the serving role', async () => {
    await expect(app.query('select * from auth.user')).rejects.toMatchObject({ code: '42501' })
  })
})

describe('actions', () => {
  const everyone = Object.keys(roles) as Role[]
  const cases = actionsOf(modules).flatMap(([path, action]) =>
    everyone.map((role) => [path, role, action] as [string, Role, Action]),
  )

  it('finds the actions it is to check', () => expect(actionsOf(modules).length).toBeGreaterThan(30))

  it.each(cases.filter(([, role, action]) => !mayCall(action, role) && role !== 'system'))(
    '%s refuses %s before looking at anything',
    async (_, role, action) => {
      const actor: Actor = { id: 'x', name: '某人', role, org: null, region: '500109' }
      // No database behind it: a refusal must not need one.
      const ctx: Ctx = { db: null as never, actor, now: new Date(), today: '2024-06-30' }
      await expect(action(ctx, {} as never)).rejects.toMatchObject(
        role === 'public' ? { status: 401, message: '请先登录' } : { status: 403, message: `您没有“${action.label}”的权限` },
      )
    },
  )

  it('nobody logs in as the machine: no action is open to it alone', () => {
    const machineOnly = actionsOf(modules).filter(([, { who }]) => who !== 'anyone' && who.every((role) => role === 'system'))
    expect(machineOnly).toEqual([])
  })

  it('every label is said once', () => {
    const labels = actionsOf(modules).map(([, { label }]) => label)
    expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([])
  })
})

describe('generated views', () => {
  it.each(Object.entries(views(modules, flows)))('%s is up to date (npm run docs)', (path, text) => {
    expect(readFileSync(path, 'utf8')).toBe(text)
  })
})

describe('regions', () => {
  it('a person of one district neither sees nor touches another', async () => {
    await owner.query(
      `insert into org (region, name, short_name, kind, aliases) values ('500199', '邻区单位', '邻区单位', 'department', '[]')`,
    )
    await drizzleOn(app).transaction(async (db) => {
      await db.execute(`select set_config('app.region', '500109', true), set_config('app.role', 'office', true)`)
      const seen = (await db.execute(sql`select distinct region from org`)) as unknown as pg.QueryResult
      expect(seen.rows).toEqual([{ region: '500109' }])
      const touched = (await db.execute(sql`update org set name = '改名' where region = '500199'`)) as unknown as pg.QueryResult
      expect(touched.rowCount).toBe(0)
      await expect(
        db.transaction((inner) =>
          inner.execute(
            `insert into org (region, name, short_name, kind, aliases) values ('500199', '混入', '混入', 'department', '[]')`,
          ),
        ),
      ).rejects.toMatchObject({ cause: { code: '42501' } })
    })
  })
})
