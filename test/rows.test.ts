/**
 * Row rights as they act: in the demo district every role tries to see, add, change and remove rows of every table.
 * The outcome is committed as docs/generated/rows.md; `npx vitest run test/rows.test.ts -u` renews it, and the diff is reviewed.
 */
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import '#modules/index.ts'
import { makeAuth } from '#platform/auth/auth.ts'
import { roles } from '#platform/context.ts'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { definitions } from '#platform/table.ts'
import { seedDemo } from '#seed/demo.ts'
import { databaseUrl } from './database.ts'

const region = '500109'
let owner: pg.Client
let app: pg.Pool
let auth: pg.Pool
beforeAll(async () => {
  const url = await databaseUrl()
  owner = new pg.Client(url)
  await owner.connect()
  app = openPool(url, 'app')
  auth = openPool(url, 'auth')
  const login = makeAuth({ pool: auth, secret: 'x'.repeat(32), publicUrl: 'http://127.0.0.1', region, oidc: null })
  await seedDemo({ root: drizzleOn(app), auth: login, region })
}, 120_000)
afterAll(async () => {
  await Promise.all([app.end(), auth.end(), owner.end()])
})

/** `own` are the unit and the file of the enterprise it is, as rows mention them. */
type Who = { role: string; org: string; user: string; own: string[] }

/** One person a role, as the demo district has them; visitors and the roles nobody plays have no unit. */
async function people(): Promise<Who[]> {
  const { rows } = await owner.query<Who>(
    `select distinct on (t.role) t.role, t.org::text, p.id::text as user,
        array(select t.org::text union all select e.id::text from enterprise e where e.org = t.org) as own
      from post t join person p on p.id = t.person where t.region = $1 order by t.role, t.since, p.name`,
    [region],
  )
  const played = new Map(rows.map((row) => [row.role, row]))
  return Object.keys(roles)
    .filter((role) => role !== 'system')
    .map((role) => played.get(role) ?? { role, org: '', user: '', own: [] })
}

/** Rows tried for adding, those that mention the person's unit or enterprise first. */
const sample = 100
/** Refusals that come after row rights have let the row through. */
const later = ['23505', '23503', '23514', '23P01']

async function attempt(client: pg.PoolClient, statement: string, values: unknown[] = []): Promise<number | 'refused' | 'later'> {
  await client.query('savepoint attempt')
  try {
    const { rowCount, rows } = await client.query(statement, values)
    await client.query('rollback to attempt')
    return rows[0] && 'n' in rows[0] ? Number(rows[0].n) : (rowCount ?? 0)
  } catch (error) {
    await client.query('rollback to attempt')
    const code = (error as { code: string }).code
    // Rules of the database's own refuse before row rights are asked (MTX01): refused all the same.
    if (code === '42501' || code === 'MTX01') return 'refused'
    if (later.includes(code)) return 'later'
    throw error
  }
}

const share = (some: number, all: number) => (some === 0 ? '—' : some < all ? '部分' : '全部')

async function rightsOf(who: Who, table: string): Promise<string> {
  const name = pg.escapeIdentifier(table)
  const all = Number((await owner.query(`select count(*) as n from ${name} where region = $1`, [region])).rows[0].n)
  const { rows } = await owner.query(
    `select to_jsonb(t) || jsonb_build_object('id', gen_random_uuid()) as row from (select * from ${name} o where region = $1
      order by exists (select 1 from unnest($2::text[]) own where to_jsonb(o)::text like '%' || own || '%') desc, id limit ${sample}) t`,
    [region, who.own],
  )
  const client = await app.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('app.region', $1, true), set_config('app.role', $2, true), set_config('app.org', $3, true), set_config('app.user', $4, true)`,
      [region, who.role, who.org, who.user],
    )
    const seen = await attempt(client, `select count(*) as n from ${name}`)
    const added = []
    for (const { row } of rows)
      added.push(await attempt(client, `insert into ${name} select * from jsonb_populate_record(null::${name}, $1)`, [row]))
    const changed = await attempt(client, `update ${name} set region = region`)
    const removed = await attempt(client, `delete from ${name}`)
    const verb = (outcome: number | 'refused' | 'later') =>
      outcome === 'later' ? '可' : share(outcome === 'refused' ? 0 : outcome, all)
    return [
      `看${share(Number(seen), all)}`,
      `增${share(added.filter((outcome) => outcome !== 'refused').length, rows.length)}`,
      `改${verb(changed)}`,
      `删${verb(removed)}`,
    ].join(' ')
  } finally {
    await client.query('rollback')
    client.release()
  }
}

it('every role does to every table exactly what the committed matrix says', { timeout: 600_000 }, async () => {
  const everyone = await people()
  const tables = definitions.map(({ name, entity }) => ({ name, title: entity.meta()?.title ?? name }))
  const lines = [
    '<!-- Written by test/rows.test.ts from what happens in the demo district; do not edit. -->\n',
    '# 行级权限矩阵\n',
    '演示城区里每个角色对每张表实际能看、能增、能改、能删多少行：“全部”“部分”“—”（没有）；“可”表示权限允许、但受其他约束。\n',
    `| 表 | ${everyone.map(({ role }) => roles[role as keyof typeof roles]).join(' | ')} |`,
    `| --- | ${everyone.map(() => '---').join(' | ')} |`,
  ]
  for (const { name, title } of tables) {
    const cells = []
    for (const who of everyone) cells.push(await rightsOf(who, name))
    lines.push(`| ${title} | ${cells.join(' | ')} |`)
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../docs/generated/rows.md')
})
