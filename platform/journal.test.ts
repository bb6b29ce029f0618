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
const entries = async () =>
  (await owner.query<{ seq: string; after: unknown; before: unknown; action: string }>('select * from journal order by seq')).rows

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

  it('the serving role cannot attach, detach or choose', async () => {
    await expect(app.query(`select journal_choose('sm3')`)).rejects.toMatchObject({ code: '42501' })
    await expect(app.query(`select journal_attach('org', 'audit')`)).rejects.toMatchObject({ code: '42501' })
    await expect(app.query(`alter table org disable trigger journaled`)).rejects.toMatchObject({ code: '42501' })
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
