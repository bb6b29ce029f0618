import pg from 'pg'
import { expect, it } from 'vitest'
import { databaseUrl } from '#test/database.ts'

it('gives a test file one migrated database, owned by a role that row rights bind', async () => {
  expect(await databaseUrl()).toBe(await databaseUrl())
  const client = new pg.Client(await databaseUrl())
  await client.connect()
  const { rows } = await client.query(
    `select rolsuper, rolbypassrls, to_regclass('public.journal') is not null as migrated from pg_roles where rolname = current_user`,
  )
  await client.end()
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, migrated: true }])
})
