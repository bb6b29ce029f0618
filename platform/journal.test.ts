/** The journal cannot be forgotten, altered or cut, and says which entry is broken. */
import { eq } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orgs } from '#modules/org/tables.ts'
import { databaseUrl } from '#test/database.ts'
import type { Actor } from './context.ts'
import { migrate } from './database/migrate.ts'
import { drizzleOn, openPool } from './database/pool.ts'
import { type Verdict, verifyJournal } from './journal.ts'
import { type Session, session } from './session.ts'

const clerk: Actor = { id: 'clerk', name: '周科', role: 'office', org: null, region: '500109' }
const body = (name: string) => ({
  name,
  shortName: name,
  kind: 'department' as const,
  parent: null,
  aliases: [],
  areaCode: null,
  duties: null,
  since: null,
  until: null,
})

let owner: pg.Client
let app: pg.Pool
let run: Session['run']

beforeAll(async () => {
  const url = await databaseUrl()
  owner = new pg.Client(url)
  await owner.connect()
  app = openPool(url, 'app')
  run = session(drizzleOn(app), () => new Date('2024-06-30T09:00:00+08:00')).run
})
afterAll(async () => {
  await app.end()
  await owner.end()
})

const enter = (name: string) =>
  run(clerk, 'org/save', async ({ db }) => (await db.insert(orgs).values(body(name)).returning())[0]!)
type Entry = { seq: string; after: unknown; before: unknown; action: string; operation: string }
const entries = async () => (await owner.query<Entry>('select * from journal order by seq')).rows

describe('writing', () => {
  it('records who changed what, when by the product clock, and only the changed columns', async () => {
    const { id } = await enter('区科技局')
    await run(clerk, 'org/save', ({ db }) => db.update(orgs).set({ shortName: '科技局' }).where(eq(orgs.id, id)))
    const [added, changed] = await entries()
    expect(added).toMatchObject({
      actor_name: '周科',
      action: 'org/save',
      entity: 'org',
      row_id: id,
      operation: 'insert',
      region: '500109',
    })
    expect(changed).toMatchObject({ operation: 'update', before: { short_name: '区科技局' }, after: { short_name: '科技局' } })
    expect((changed as unknown as { at: Date }).at.toISOString()).toBe('2024-06-30T01:00:00.000Z')
  })

  it('records nothing for a change that changes nothing', async () => {
    const { id } = await enter('区财政局')
    const before = (await entries()).length
    await run(clerk, 'org/save', ({ db }) => db.update(orgs).set({ shortName: '区财政局' }).where(eq(orgs.id, id)))
    expect(await entries()).toHaveLength(before)
  })

  it('writes nothing when the transaction fails', async () => {
    const before = (await entries()).length
    const failing = run(clerk, 'org/save', async ({ db }) => {
      await db.insert(orgs).values(body('区民政局'))
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect(await entries()).toHaveLength(before)
  })

  it('records a change made by hand in SQL too', async () => {
    await owner.query(
      `insert into org (region, name, short_name, kind, aliases) values ('500109', '手工单位', '手工', 'department', '[]')`,
    )
    expect((await entries()).at(-1)).toMatchObject({ action: 'sql', role: 'database', actor_name: '数据库管理员' })
  })

  it('stays one unbroken chain under many writers at once', async () => {
    const before = (await entries()).length
    await Promise.all(Array.from({ length: 40 }, (_, i) => enter(`并发单位${i}`)))
    expect(await entries()).toHaveLength(before + 40)
    expect(await verifyJournal(owner)).toMatchObject({ whole: true, entries: before + 40 })
  })
})

/** Rows of a table of ours, each told by its name. */
const told = async (since: number) =>
  (await entries())
    .slice(since)
    .map(({ operation, before, after }) => [operation, (before as Named)?.name ?? null, (after as Named)?.name ?? null])
type Named = { name?: string } | null

describe('every row of every statement', () => {
  const rows = (names: string[]) =>
    `insert into org (region, name, short_name, kind, aliases) select '500109', name, name, 'department', '[]'
     from unnest('{${names.join()}}'::text[]) with ordinality as n (name, place) order by place`
  const sequence = async (...statements: string[]) => {
    const before = (await entries()).length
    for (const statement of ['begin', ...statements, 'commit']) await owner.query(statement)
    expect(await verifyJournal(owner, 7)).toMatchObject({ whole: true })
    expect((await owner.query('select from journal_due')).rowCount).toBe(0)
    return told(before)
  }

  it('is recorded once, in its order, statement after statement', async () => {
    const found = await sequence(
      rows(['一', '二', '三']),
      `update org set name = name || '甲' where name in ('一', '三')`,
      `delete from org where name = '二'`,
    )
    expect(found).toEqual([
      ['insert', null, '一'],
      ['insert', null, '二'],
      ['insert', null, '三'],
      ['update', '一', '一甲'],
      ['update', '三', '三甲'],
      ['delete', '二', null],
    ])
  })

  it('is told with its own past, also where its key changes and where rows are both added and changed', async () => {
    const found = await sequence(
      rows(['四', '五']),
      `update org set id = gen_random_uuid(), name = name || '乙' where name in ('四', '五')`,
      `insert into org (id, region, name, short_name, kind, aliases)
         select case when name = '新' then gen_random_uuid() else (select id from org where name = '四乙') end, '500109', name, name, 'department', '[]'
         from unnest('{新,四丙}'::text[]) as name
         on conflict (id) do update set name = excluded.name`,
    )
    expect(found.slice(2)).toEqual([
      ['update', '四', '四乙'],
      ['update', '五', '五乙'],
      ['update', '四乙', '四丙'],
      ['insert', null, '新'],
    ])
  })

  it('is noted alike whether it comes alone or with a thousand, whatever its columns are called and hide', async () => {
    await owner.query(`create table ledger (id uuid default gen_random_uuid(), region text default '500109', "Name" text, "格 值" date,
      gone text, owner uuid default '00000000-0000-4000-8000-000000000001', of text, secret bigint, hushed text)`)
    await owner.query(`alter table ledger drop column gone`)
    await owner.query(`select journal_attach('ledger', 'own', 'of', 'owner', 'secret,hushed')`)
    const add = (count: number) => `insert into ledger ("Name", "格 值", of, secret)
      select '名“称"' || n, '2024-06-30', 'matter ' || n, n from generate_series(1, ${count}) n`
    const before = (await entries()).length
    for (const statement of [add(1), add(1000)]) await owner.query(statement)
    await owner.query('drop table ledger')
    expect(await verifyJournal(owner)).toMatchObject({ whole: true })
    type Noted = { row_id: string; subject: string; owner: string; audience: string; after: Record<string, unknown> }
    const noted = (await entries()).slice(before) as unknown as Noted[]
    expect(noted).toHaveLength(1001)
    const [alone, first] = noted.map(({ subject, owner, audience, after: { id, ...after }, row_id }) => {
      expect(id).toBe(row_id)
      return { subject, owner, audience, after }
    })
    expect(alone).toMatchObject({
      subject: 'matter 1',
      after: { Name: '名“称"1', secret: '（不记录内容）', hushed: '（不记录内容）' },
    })
    expect(first).toEqual(alone)
    expect(noted.at(-1)).toMatchObject({ subject: 'matter 1000', after: { Name: '名“称"1000', secret: '（不记录内容）' } })
  })

  it('is forgotten with a part of the transaction that is taken back, and with nothing else', async () => {
    const found = await sequence(rows(['六']), 'savepoint part', rows(['七']), 'rollback to part', rows(['八']))
    expect(found).toEqual([
      ['insert', null, '六'],
      ['insert', null, '八'],
    ])
  })

  it('is recorded whatever is set in between: between statements, within one, and of the triggers’ own time', async () => {
    const found = await sequence(
      'set constraints all immediate',
      rows(['九']),
      `select set_config('app.journal_tail', '7 x sha256', true), set_config('app.journal', 'off', true), set_config('search_path', 'pg_temp', true)`,
      rows(['十']).replace('into org', 'into public.org'),
      `update public.org set name = name || set_config('app.journal', name, true) where name = '十'`,
      'set constraints all deferred',
      `delete from public.org where name = '十十'`,
      `set search_path = public`,
    )
    expect(found).toEqual([
      ['insert', null, '九'],
      ['insert', null, '十'],
      ['update', '十', '十十'],
      ['delete', '十十', null],
    ])
  })
})

describe('keeping', () => {
  it.each([
    ['insert', `insert into journal select * from journal limit 1`],
    ['update', `update journal set actor_name = '某人'`],
    ['delete', `delete from journal`],
    ['truncate', `truncate journal`],
  ])('the serving role cannot %s', async (_, statement) => {
    await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' })
  })

  it('not even the owner alters an entry in passing', async () => {
    await expect(owner.query(`update journal set actor_name = '某人' where seq = 1`)).rejects.toThrow('办理日志只增不改')
  })

  it('the serving role neither sees nor adds what is yet to be written, and cannot lead the journal to a table of its own', async () => {
    expect((await app.query('select from journal_due')).rowCount).toBe(0)
    await expect(
      app.query(`insert into journal_due values (1, 1, 'org', 'insert', 'internal', '500109', '', '', null, null, '{}')`),
    ).rejects.toMatchObject({ code: '42501' })
    const client = await app.connect()
    await client.query('create temp table org (id uuid)')
    const lead = `create trigger forged after insert on pg_temp.org referencing new table as added
      for each statement execute function journal_note('internal', 'id', '', '')`
    await expect(client.query(lead)).rejects.toMatchObject({ code: '42501' })
    client.release(true)
  })

  it('the serving role cannot attach, detach or choose', async () => {
    await expect(app.query(`select journal_choose('sm3')`)).rejects.toMatchObject({ code: '42501' })
    await expect(app.query(`select journal_attach('org', 'audit')`)).rejects.toMatchObject({ code: '42501' })
    await expect(app.query(`alter table org disable trigger journaled_insert`)).rejects.toMatchObject({ code: '42501' })
  })
})

describe('verifying', () => {
  /** What someone with full power over the database might try. */
  const tampered = async (statement: string): Promise<Verdict> => {
    await owner.query('begin')
    await owner.query('alter table journal disable trigger user')
    await owner.query(statement)
    const verdict = await verifyJournal(owner, 7)
    await owner.query('rollback')
    return verdict
  }

  it.each([
    ['an altered name', `update journal set actor_name = '某人' where seq = 9`],
    ['an altered value', `update journal set after = after || '{"name": "别名"}' where seq = 9`],
    ['an altered time', `update journal set at = at + interval '1 day' where seq = 9`],
    ['a deleted entry', `delete from journal where seq = 9`],
    ['a rehashed entry', `update journal set actor_name = '某人', hash = repeat('a', 64) where seq = 9`],
  ])('names the first broken entry: %s', async (_, statement) => {
    expect(await tampered(statement)).toMatchObject({ whole: false, entries: 8, seq: 9 })
  })

  it('is whole again once nothing was changed', async () => {
    expect(await verifyJournal(owner, 7)).toMatchObject({ whole: true })
  })

  it('goes on under SM3 from an earlier SHA-256 chain', async () => {
    await migrate(await databaseUrl(), 'sm3')
    await enter('国密单位')
    expect((await entries()).at(-1)).toMatchObject({ algorithm: 'sm3' })
    expect(await verifyJournal(owner)).toMatchObject({ whole: true })
  })
})
