/** Starts the product: database, demo district, login, modules, pages; prints where it is and who can log in. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openFirst } from '#modules/account/first.ts'
import { advanceAppraisals } from '#modules/appraisal/job.ts'
import { scanWaiting } from '#modules/claim/materials/job.ts'
import { keepGoing } from '#modules/claim/publicity/job.ts'
import { screenWaiting } from '#modules/claim/screening/job.ts'
import { offeringBy } from '#modules/claim/screening/night.ts'
import { countBurden } from '#modules/dispatch/burden/job.ts'
import { typedBy } from '#modules/dispatch/burden/typed.ts'
import { dispatchInTime } from '#modules/dispatch/job.ts'
import { modules } from '#modules/index.ts'
import { readWaiting } from '#modules/intake/job.ts'
import { watchMatters } from '#modules/matter/job.ts'
import { findForgotten, messageWorks } from '#modules/message/job.ts'
import { post } from '#modules/message/sending/gateway.ts'
import { mailBy } from '#modules/message/sending/mail.ts'
import { waits } from '#modules/message/sending/send.ts'
import { solveWaiting } from '#modules/movein/assignment/job.ts'
import { watchCommitments } from '#modules/payout/job.ts'
import { portal } from '#modules/portal/routes.tsx'
import { closeUnjudged } from '#modules/upkeep/job.ts'
import { makeAuth } from '#platform/auth/auth.ts'
import { registerAuth } from '#platform/auth/fastify.ts'
import { clockFrom, dayOf } from '#platform/clock.ts'
import { type Config, readConfig } from '#platform/config.ts'
import { type Database, openDatabase } from '#platform/database/open.ts'
import { drizzleOn } from '#platform/database/pool.ts'
import { listenOn } from '#platform/live/listen.ts'
import { say } from '#platform/log.ts'
import { Problem, unavailable } from '#platform/problem.ts'
import { runJobs } from '#platform/queue.ts'
import { scannerAt } from '#platform/scan.ts'
import { makeServer } from '#platform/server.ts'
import { session } from '#platform/session.ts'
import { demoAccounts, demoDay, demoPassword, seedDemo } from '#seed/demo.ts'

async function start(): Promise<void> {
  const config = readConfig(process.argv.slice(2))
  const address = config.publicUrl ?? `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${config.port}`
  const database = await openDatabase(config, say)
  const close = async (code: number) => {
    await database.close()
    process.exit(code)
  }
  try {
    const clock = clockFrom(config.asOf ?? (config.demo ? demoDay : null))
    const app = await assemble(config, database, address, clock)
    // A terminal's Ctrl-C may arrive twice, by the group and forwarded: the second changes nothing.
    let closing = false
    const shut = () => {
      if (closing) return
      closing = true
      void app.close().then(() => close(0))
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, shut)
    await app.listen({ port: config.port, host: config.host }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') throw unavailable(`端口 ${config.port} 已被占用，请用 --port 换一个端口`)
      if (error.code === 'EACCES') throw unavailable(`没有使用端口 ${config.port} 的权限，请用 --port 换一个端口`)
      throw error
    })
    database.announce(address)
    greet(config, address, dayOf(clock()))
  } catch (error) {
    tell(error)
    await close(1)
  }
}

async function assemble(config: Config, database: Database, address: string, clock: () => Date) {
  const root = drizzleOn(database.app)
  const auth = makeAuth({
    pool: database.auth,
    secret: secretOf(config),
    publicUrl: address,
    region: config.region,
    oidc: config.oidc,
  })
  const sessions = { app: session(root, clock), auth: session(drizzleOn(database.auth), clock) }
  if (config.demo) await seedDemo({ root, auth, region: config.region })
  else handOver(await openFirst(sessions, config.region))
  const changes = listenOn(database.ownerUrl)
  const app = await makeServer({
    modules,
    sessions,
    login: (app) => registerAuth(app, { auth, clock }),
    portal: (app) => portal(app, { session: sessions.app, region: config.region }),
    changes,
    https: address.startsWith('https:'),
  })
  const jobs = { session: sessions.app, region: config.region, clock, changes, warn: (line: string) => app.log.warn(line) }
  const worker = new URL('./read-intake.ts', import.meta.url)
  const ways = { mail: mailBy(config.mail), gateway: post, publicUrl: address, waits }
  const rests = [
    readWaiting({ ...jobs, databaseUrl: database.ownerUrl, worker }),
    solveWaiting(jobs),
    closeUnjudged(jobs),
    advanceAppraisals(jobs),
    watchCommitments(jobs),
    watchMatters(jobs),
    screenWaiting({ ...jobs, databaseUrl: database.ownerUrl, ended: offeringBy(sessions.app, config.region) }),
    keepGoing(jobs),
    dispatchInTime(jobs),
    countBurden({ ...jobs, typed: typedBy(modules) }),
    scanWaiting({ ...jobs, scanner: scannerAt(process.env.MANTIANXING_CLAMD) }),
    findForgotten(jobs),
    await runJobs({ ownerUrl: database.ownerUrl, works: messageWorks(sessions.app, ways), warn: jobs.warn }),
  ]
  app.addHook('onClose', async () => void (await Promise.all(rests.map((rest) => rest()))))
  return app
}

/** Signs cookies: given for several servers of one database, else made once and kept beside the data. */
function secretOf({ dataDirectory }: Config): string {
  if (process.env.MANTIANXING_SECRET) return process.env.MANTIANXING_SECRET
  const file = join(dataDirectory, 'secret')
  if (!existsSync(file)) {
    mkdirSync(dataDirectory, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8')
}

function handOver(accounts: { username: string; name: string; password: string }[]): void {
  if (accounts.length) say('\n已开立三员账号，初始密码只显示这一次，首次登录须修改：')
  for (const { username, name, password } of accounts) say(`  ${username.padEnd(18)}${password}　${name}`)
}

function greet(config: Config, address: string, today: string): void {
  say(`\n满天星已启动：${address}`)
  say(`系统日期：${today}${config.asOf || config.demo ? '（已设定；用 --as-of 2024-06-30 可换成任意一天）' : ''}`)
  if (!config.demo) return
  say(`\n演示账号（演示数据，密码均为 ${demoPassword}）：`)
  for (const { username, name, org, role } of demoAccounts) say(`  ${username.padEnd(12)}${role}　${name}（${org}）`)
  say('  三员账号首次登录须启用动态口令。')
}

function tell(error: unknown): void {
  process.stderr.write(error instanceof Problem ? `${error.message}\n` : `启动失败：${(error as Error).stack}\n`)
}

start().catch((error) => {
  tell(error)
  process.exit(1)
})
