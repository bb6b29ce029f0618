/** Two servers send, one of them is killed in the midst of it fifty times: every message is sent, and written down once. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { preferences, webhooks } from '#modules/message/tables.ts'
import { tell } from '#modules/message/tell.ts'
import { persons, posts } from '#modules/org/tables.ts'
import { machine } from '#platform/context.ts'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { session } from '#platform/session.ts'
import { databaseUrl } from '../database.ts'
import { type District, openDistrict, publishPlan, region, type Town } from '../it.ts'

const kills = 50
const worker = join(process.cwd(), 'test/message-worker.ts')
let district: District
let town: Town
let ownerUrl: string
const mailed = new Set<string>()
const called = new Map<string, number>()
const workers = new Set<ChildProcess>()

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _, done) {
    let raw = ''
    stream.on('data', (part) => {
      raw += part
    })
    stream.on('end', () => {
      mailed.add(raw.match(/^Message-ID: <([^@]+)@/im)![1]!)
      setTimeout(done, 20)
    })
  },
})
const gateway = createServer((request, response) => {
  const id = String(request.headers['x-mantianxing-delivery'])
  called.set(id, (called.get(id) ?? 0) + 1)
  request.resume().on('end', () => setTimeout(() => response.writeHead(204).end(), 20))
})

beforeAll(async () => {
  district = await openDistrict()
  town = await publishPlan(district)
  ownerUrl = await databaseUrl()
  await Promise.all([
    new Promise<void>((done) => smtp.listen(0, '127.0.0.1', done)),
    new Promise<void>((done) => gateway.listen(0, '127.0.0.1', done)),
  ])
  const person = randomUUID()
  await district.run(machine(region), '2024-02-01', async ({ db }) => {
    await db.insert(persons).values({ id: person, name: '柯科', account: 'keke' })
    const post = { person, org: town.org.科技局, role: 'department', title: '科长', since: '2024-01-01', until: null } as const
    await db.insert(posts).values(post)
    const wishes = { digest: 'none', digestHour: 18, quietFrom: null, quietUntil: null, muted: [] } as const
    await db.insert(preferences).values({ ...wishes, muted: [], person, email: 'keke@district.example', byEmail: true })
    const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`
    const open = { title: '短信网关', url, secret: 'secret', since: '2024-01-01', until: null }
    await db.insert(webhooks).values({ ...open, topics: ['matter'] })
  })
  // A job whose server died is given to another after two seconds instead of a minute.
  await district.owner.query('update pgboss.queue set expire_seconds = 2, retry_delay = 0, retry_backoff = false')
})
afterAll(async () => {
  for (const one of workers) one.kill('SIGKILL')
  await Promise.all([district.close(), new Promise<void>((done) => smtp.close(done)), new Promise((done) => gateway.close(done))])
})

async function startWorker(): Promise<ChildProcess> {
  const smtpUrl = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`
  const child = spawn(process.execPath, ['--import', 'tsx', worker, ownerUrl, smtpUrl], { stdio: ['ignore', 'pipe', 'inherit'] })
  workers.add(child)
  child.once('exit', () => workers.delete(child))
  await new Promise<void>((ready, failed) => {
    child.stdout!.once('data', () => ready())
    child.once('exit', () => failed(new Error('the worker did not come up')))
  })
  return child
}

it('is lost by nobody and written down once, whoever dies when', { timeout: 600_000 }, async () => {
  const pool = openPool(ownerUrl, 'app', 2)
  const sessions = session(drizzleOn(pool), () => new Date())
  let told = 0
  let telling = true
  const teller = (async () => {
    while (telling) {
      const key = `told-${told}`
      const of = { topic: 'matter', title: key, text: '请办理。', link: '/office', key, to: { orgs: [town.org.科技局] } } as const
      await sessions.run(machine(region), 'test/tell', (ctx) => tell(ctx, of))
      told += 1
      await sleep(60)
    }
  })()
  // One always lives while the other dies, except for every tenth time: then both do.
  let standing = [await startWorker(), await startWorker()]
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(20 + ((kill * 37) % 300))
    const dying = kill % 10 === 9 ? standing : [standing[kill % 2]!]
    for (const one of dying) one.kill('SIGKILL')
    const risen = await Promise.all(dying.map(startWorker))
    standing = [...standing.filter((one) => !dying.includes(one)), ...risen]
  }
  telling = false
  await teller

  const count = async (statement: string) =>
    Number((await district.owner.query(`select count(*) from ${statement}`)).rows[0].count)
  await vi.waitFor(async () => expect(await count(`delivery where status = 'sent'`)).toBe(told * 2), {
    timeout: 240_000,
    interval: 500,
  })
  await vi.waitFor(async () => expect(await count(`pgboss.job where state < 'completed'`)).toBe(0), { timeout: 60_000 })

  expect(told).toBeGreaterThan(kills)
  expect(await count('message')).toBe(told)
  // Each message went out by both ways once, and each sending is in the log once.
  expect(await count(`delivery where status <> 'sent'`)).toBe(0)
  const once = `(select m.id, d.medium from message m join delivery d on d.messages ? m.id::text group by 1, 2 having count(*) = 1) o`
  expect(await count(once)).toBe(told * 2)
  expect(await count('delivery_attempt where ok')).toBe(told * 2)
  const { rows } = await district.owner.query<{ id: string; medium: string }>('select id, medium from delivery')
  expect(rows.filter(({ id, medium }) => (medium === 'email' ? !mailed.has(id) : !called.has(id)))).toEqual([])
  const again = [...called.values()].filter((times) => times > 1).length
  console.log(`${told} messages through ${kills} kills; ${again} requests came twice, under the same delivery`)
  await pool.end()
})
