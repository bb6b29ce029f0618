/** Server push on a real server and database: one's own region, the signed-in only, no gap unnoticed, and a clean end. */
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { orgs } from '#modules/org/tables.ts'
import { databaseUrl } from '#test/database.ts'
import { machine, visitor } from './context.ts'
import { drizzleOn, openPool } from './database/pool.ts'
import { listenOn } from './live/listen.ts'
import { mostStreams } from './live.ts'
import { makeServer } from './server.ts'
import { session } from './session.ts'

let app: FastifyInstance
let address: string
let pool: pg.Pool
const patience = { timeout: 20_000, interval: 20 }

beforeEach(async () => {
  const url = await databaseUrl()
  pool = openPool(url, 'app', 2)
  const sessions = session(drizzleOn(pool), () => new Date('2024-06-30T02:00:00Z'))
  app = await makeServer({
    modules: {},
    sessions: { app: sessions, auth: sessions },
    // Who asks is told by a header here; what login makes of a cookie is tested with it.
    login: () => ({
      actorOf: async ({ headers: { region } }) =>
        region ? { id: '周科', name: '周科', role: 'office', org: null, region: String(region) } : visitor('500109'),
    }),
    portal: () => ({ absent: async (_, reply) => reply.status(404).send('没有找到') }),
    changes: listenOn(url),
    https: false,
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  await vi.waitFor(async () => expect(await listening()).toHaveLength(1), patience)
})
afterEach(async () => {
  await app.close()
  await pool.end()
})

/** Asked as the role that listens: another would not be shown what it asked last. */
const listening = async () =>
  (
    await pool.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and query = 'listen changes' and state = 'idle'`,
    )
  ).rows

let made = 0
const change = (region: string) => {
  made += 1
  const row = { name: `第${made}家`, shortName: 'x', kind: 'department' as const, aliases: [] }
  return session(drizzleOn(pool), () => new Date()).run(machine(region), 'test', ({ db }) => db.insert(orgs).values(row))
}

/** A page that keeps the stream open and collects what it is told. */
async function page(region: string) {
  const leaving = new AbortController()
  const answer = await fetch(`${address}/api/live`, {
    headers: { region, 'accept-encoding': 'gzip' },
    signal: leaving.signal,
  })
  const heard: string[] = []
  const whole = (async () => {
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream()))
      heard.push(...[...chunk.matchAll(/^data: (.*)$/gm)].map(([, what]) => what!))
  })().then(
    () => 'ended' as const,
    () => 'broken' as const,
  )
  return { answer, heard, whole, leave: () => leaving.abort() }
}

it('a change reaches a page of its own region by the name of the entity, and no page of another', async () => {
  const here = await page('500109')
  const there = await page('500112')
  await change('500109')
  await vi.waitFor(() => expect(here.heard).toEqual(['org']), patience)
  // Told after the first, so it would have arrived after it.
  await change('500112')
  await vi.waitFor(() => expect(there.heard).toEqual(['org']), patience)
  expect(here.heard).toEqual(['org'])
})

it('is neither compressed nor kept by anyone on the way', async () => {
  const { answer } = await page('500109')
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(answer.headers.get('content-encoding')).toBeNull()
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

it('a visitor is asked to sign in', async () => {
  const answer = await fetch(`${address}/api/live`)
  expect([answer.status, await answer.json()]).toEqual([401, { code: 'anonymous', message: '请先登录' }])
})

it('a dropped database connection is taken up again; pages are told that anything may have changed meanwhile', async () => {
  const here = await page('500109')
  const [{ pid }] = (await listening()) as [{ pid: number }]
  await pool.query('select pg_terminate_backend($1)', [pid])
  await vi.waitFor(() => expect(here.heard).toEqual(['*']), patience)
  await change('500109')
  await vi.waitFor(() => expect(here.heard).toEqual(['*', 'org']), patience)
})

it('the server closes with pages listening: their streams end, and the database is left', async () => {
  const pages = await Promise.all([page('500109'), page('500109'), page('500112')])
  await app.close()
  expect(await Promise.all(pages.map(({ whole }) => whole))).toEqual(['ended', 'ended', 'ended'])
  await vi.waitFor(async () => expect(await listening()).toEqual([]), patience)
})

it('beyond the limit a page is told to ask by the minute; a place that is given up is free again', async () => {
  const pages = await Promise.all(Array.from({ length: mostStreams }, () => page('500109')))
  const late = await fetch(`${address}/api/live`, { headers: { region: '500109' } })
  expect([late.status, (await late.json()).message]).toEqual([503, '实时更新的连接已满，页面改为定时刷新'])
  pages[0]!.leave()
  await vi.waitFor(async () => expect((await page('500109')).answer.status).toBe(200), patience)
})
