/**
 * A hundred users submit claims with three files each through the real server, pausing between requests as people do; every request
 * is timed, and afterwards every row and every byte must be there. Beside it the same requests by one user alone.
 */
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { and, eq, isNull } from 'drizzle-orm'
import pg from 'pg'
import { makeAccount } from '#modules/account/make.ts'
import { enterprises } from '#modules/enterprise/tables.ts'
import { orgs, persons, posts } from '#modules/org/tables.ts'
import { digestOf } from '#modules/policy/reading.ts'
import { fairReviews, policies, policyVersions } from '#modules/policy/tables.ts'
import { type Ctx, machine } from '#platform/context.ts'
import { urlOfRunning } from '#platform/database/embedded.ts'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { session } from '#platform/session.ts'
import { demoDay, demoPassword } from '#seed/demo.ts'
import { clausesText } from '#test/claim.ts'
import { login, startServer } from '#test/server.ts'
import { ms, ratio } from './measure.ts'

const users = Number(process.env.BENCH_USERS ?? 100)
/** What a person takes between two requests, at most; evenly spread. */
const pause = Number(process.env.BENCH_PAUSE ?? 10_000)
const region = '500109'
const kilobytes = 200
const builder = new URL('../scripts/build.js', import.meta.url).href

type Call = Awaited<ReturnType<typeof login>>

export async function bench(): Promise<void> {
  const directory = join(tmpdir(), `mantianxing-bench-claims-${process.pid}`)
  // Founding the demo district takes memory of its own: what is measured is a server that finds it there.
  await (await startServer(directory)).stop()
  const { buildServer, builtServer } = (await import(builder)) as { buildServer(): number; builtServer: string }
  if (buildServer() !== 0) throw new Error('the server was not built')
  const server = await startServer(directory, [], [builtServer])
  try {
    const url = urlOfRunning(directory)!
    const version = await found(url)
    const office = await login(server.address, 'zhouke', demoPassword)
    const { id: cycle } = await office.command('claim/openCycle', await batch(url, version))
    const calls: Call[] = []
    for (let n = 0; n <= users; n += 1) calls.push(await login(server.address, `bench${n}`, demoPassword))
    const alone = await hand(calls[users]!, cycle, users, 0)
    const begun = performance.now()
    const times = (await Promise.all(calls.slice(0, users).map((call, n) => hand(call, cycle, n, pause)))).flat()
    const whole = performance.now() - begun
    const [p50, p99, worst] = [0.5, 0.99, 1].map((part) => at(times, part)) as [number, number, number]
    console.log(`${users} users × ${times.length / users} requests in ${ms(whole)}, files of ${kilobytes} KB`)
    console.log(`a request: median ${ms(p50)}, p99 ${ms(p99)}, at most ${ms(worst)}`)
    for (const kind of new Set(kinds)) {
      const own = times.filter((_, nth) => kinds[nth % kinds.length] === kind)
      console.log(`  ${kind}: median ${ms(at(own, 0.5))}, p99 ${ms(at(own, 0.99))}`)
    }
    console.log(`one user alone: median ${ms(at(alone, 0.5))}; a hundred at once take ${ratio(p50, at(alone, 0.5))} of it`)
    await requireAll(url, cycle)
    console.log('nothing lost: every claim, every file and every byte is there')
  } finally {
    await server.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

const at = (times: readonly number[], part: number) => {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)]!
}

/** From the first click to the last, each request timed, in the order of `kinds`. */
const kinds = ['start', 'save', 'account', 'file', 'file', 'file', 'submit']
async function hand(call: Call, cycle: string, n: number, pause: number): Promise<number[]> {
  const times: number[] = []
  const timed = async <T>(work: () => Promise<T>): Promise<T> => {
    await sleep(Math.random() * pause)
    const begun = performance.now()
    const answer = await work()
    times.push(performance.now() - begun)
    return answer
  }
  const { id } = await timed(() => call.command('claim/start', { cycle, clause: 'staff' }))
  await timed(() => call.command('claim/save', { id, declared: { 参保人数: 20 } }))
  await timed(() => call.command('claim/saveAccount', { holder: `企业${n}`, bank: '某银行', number: '6222000011112222' }))
  for (const [at, title] of ['社会保险缴费清单', '社会保险缴费清单', '授权委托书'].entries())
    await timed(() => call.upload('claim/addMaterial', { claim: id, title }, { name: `材料${at}.pdf`, bytes: bytesOf(n, at) }))
  await timed(() => call.command('claim/submit', { id }))
  return times
}

/** Different of every user and file. */
function bytesOf(n: number, at: number): Buffer {
  const bytes = Buffer.alloc(kilobytes * 1024, `${n}-${at} `)
  bytes.write('%PDF-1.4\n')
  return bytes
}

/** The clause, and firms with their accounts. */
async function found(url: string): Promise<string> {
  const pools = { app: openPool(url, 'app', 2), auth: openPool(url, 'auth', 2) }
  const clock = () => new Date(`${demoDay}T02:00:00Z`)
  const as = <T>(which: 'app' | 'auth', work: (ctx: Ctx) => Promise<T>) =>
    session(drizzleOn(pools[which]), clock).run(machine(region), 'bench', work)
  const version = await as('app', published)
  for (let n = 0; n <= users; n += 1) {
    const person = await as('app', (ctx) => firm(ctx, n))
    await as('auth', (ctx) => makeAccount(ctx, { person, username: `bench${n}`, password: demoPassword, mustChange: false }))
  }
  await Promise.all([pools.app.end(), pools.auth.end()])
  return version
}

async function published({ db }: Ctx): Promise<string> {
  const days = { since: '2024-01-01', until: '2026-12-31' }
  const [office] = await db.select().from(orgs).where(eq(orgs.kind, 'office'))
  const [policy] = await db
    .insert(policies)
    .values({
      ...{ code: 'test-measures', title: '测试措施', level: 'district', demonstration: false, issuer: '测试单位', number: null },
      ...{ issuedOn: null, ...days, status: 'inForce', source: '测试', successor: null, org: office!.id, summary: null },
      ...{ guide: null, body: null, file: null },
    })
    .returning()
  const [version] = await db
    .insert(policyVersions)
    .values({
      ...{
        policy: policy!.id,
        number: 1,
        text: clausesText,
        digest: digestOf(clausesText),
        ...days,
        status: 'draft',
        base: null,
      },
      ...{ note: null, savedBy: '测试', publishedOn: null, publishedBy: null },
    })
    .returning()
  const review = { version: version!.id, policy: policy!.id, opinion: 'passed' as const, items: [], basis: null, file: null }
  await db.insert(fairReviews).values({ ...review, reviewedOn: '2024-01-01', unit: '测试', by: '测试' })
  await db.update(policyVersions).set({ status: 'published' }).where(eq(policyVersions.id, version!.id))
  return version!.id
}

async function firm({ db }: Ctx, n: number) {
  const name = `测试企业${n}`
  const [org] = await db.insert(orgs).values({ name, shortName: name, kind: 'enterprise', aliases: [] }).returning()
  const [person] = await db
    .insert(persons)
    .values({ name: `测试人员${n}` })
    .returning()
  const post = { person: person!.id, org: org!.id, role: 'enterprise' as const, title: '经办', since: '2024-01-01' }
  await db.insert(posts).values(post)
  const [free] = await db.select({ id: enterprises.id }).from(enterprises).where(freeToTake).orderBy(enterprises.id).limit(1)
  await db.update(enterprises).set({ org: org!.id }).where(eq(enterprises.id, free!.id))
  return person!
}
const freeToTake = and(isNull(enterprises.org), isNull(enterprises.leftOn))

async function batch(url: string, version: string) {
  const db = new pg.Client(url)
  await db.connect()
  const { rows } = await db.query(`select id from org where region = $1 and kind = 'department' limit 1`, [region])
  await db.end()
  const days = { opensOn: demoDay, closesOn: '2025-12-31', asOf: demoDay, year: 2025 }
  return { title: '测试批次', channel: 'claim', version, clauses: ['staff'], jury: [rows[0].id], ...days }
}

async function requireAll(url: string, cycle: string): Promise<void> {
  const db = new pg.Client(url)
  await db.connect()
  const { rows } = await db.query(
    `select c.status, f.sha256, ct.bytes from claim c join claim_material m on m.claim = c.id join file f on f.id = m.file
       join content ct on ct.file = f.id where c.cycle = $1`,
    [cycle],
  )
  await db.end()
  const sums = new Set(Array.from({ length: users + 1 }, (_, n) => [0, 1, 2].map((at) => sumOf(bytesOf(n, at)))).flat())
  const lost = rows.filter(
    ({ status, sha256, bytes }) => status !== 'accepting' || sumOf(bytes) !== sha256 || !sums.delete(sha256),
  )
  if (rows.length !== (users + 1) * 3 || lost.length || sums.size)
    throw new Error(`${rows.length} materials, ${lost.length} not as sent, ${sums.size} missing`)
}

const sumOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
