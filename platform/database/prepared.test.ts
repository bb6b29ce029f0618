/** A connection keeps plans, and nothing else: rights, settings and tables are those of the moment of asking. */
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { databaseUrl } from '#test/database.ts'
import { openPool } from './pool.ts'

let owner: pg.Client
let app: pg.Pool
let client: pg.PoolClient

beforeAll(async () => {
  const url = await databaseUrl()
  owner = new pg.Client(url)
  await owner.connect()
  await owner.query(`insert into org (region, name, short_name, kind, aliases) select region, name, name, 'department', '[]'
    from (values ('500109', '甲'), ('500109', '乙'), ('500112', '丙')) as o (region, name)`)
  app = openPool(url, 'app', 1)
  client = await app.connect()
})
afterAll(async () => {
  client.release()
  await app.end()
  await owner.end()
})

const at = (region: string) =>
  client.query(`select set_config('app.region', '${region}', false), set_config('app.role', 'office', false)`)
const ask = async (text: string, values: unknown[]) => (await client.query({ text }, values)).rows
const kept = async () =>
  (await client.query<{ statement: string }>('select statement from pg_prepared_statements')).rows.map((row) => row.statement)

it('a statement is kept from its third coming on, and one without parameters never', async () => {
  await at('500109')
  const text = 'select name from org where kind = $1 order by name'
  for (const times of [1, 2]) {
    await ask(text, ['department'])
    expect([times, await kept()]).toEqual([times, []])
  }
  await ask(text, ['department'])
  expect(await kept()).toEqual([text])
  for (const _ of [1, 2, 3, 4]) await client.query({ text: 'select 1' }, [])
  expect(await kept()).toEqual([text])
})

it('a kept plan shows every region its own rows, however often another asked', async () => {
  const text = 'select name from org where kind = $1 order by name desc'
  for (let round = 0; round < 12; round += 1) {
    const region = round % 3 === 2 ? '500112' : '500109'
    await at(region)
    const names = (await ask(text, ['department'])).map(({ name }) => name)
    expect(names).toEqual(region === '500112' ? ['丙'] : ['甲', '乙'].sort().reverse())
  }
  expect(await kept()).toContain(text)
})

it('a kept plan follows a table that was altered', async () => {
  await at('500109')
  const text = 'select name from org where short_name = $1'
  for (let round = 0; round < 7; round += 1) await ask(text, ['甲'])
  await owner.query('create index org_short on org (short_name); alter table org add column further text')
  expect(await ask(text, ['甲'])).toEqual([{ name: '甲' }])
  await owner.query('alter table org drop column further; drop index org_short')
  expect(await ask(text, ['甲'])).toEqual([{ name: '甲' }])
})

it('what fails, fails alike each time and hinders nothing after it', async () => {
  for (let round = 0; round < 5; round += 1)
    await expect(ask('select $1::integer', ['x'])).rejects.toMatchObject({ code: '22P02' })
  for (let round = 0; round < 5; round += 1)
    await expect(ask('select nothing_such where $1', [true])).rejects.toMatchObject({ code: '42703' })
  expect(await ask('select $1::integer as n', [3])).toEqual([{ n: 3 }])
})

it('a connection keeps so many plans and no more', async () => {
  client.release(true)
  client = await app.connect()
  for (let n = 0; n < 130; n += 1) for (const _ of [1, 2, 3]) await ask(`select $1::integer as n${n}`, [n])
  expect(await kept()).toHaveLength(100)
  expect(await ask('select $1::integer as n129', [5])).toEqual([{ n129: 5 }])
})
