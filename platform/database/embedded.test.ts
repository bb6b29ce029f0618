import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { observe } from './embedded/processes.ts'
import { type Embedded, startEmbedded } from './embedded.ts'

// One cluster serves all tests but those about making it: initdb is slow where the disk is busy.
const base = join(tmpdir(), `mantianxing-embedded-${process.pid}`)
const dataDirectory = join(base, 'data')
let running: Embedded[] = []
let children: ChildProcess[] = []

beforeAll(() => {
  mkdirSync(base)
})

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  for (const database of running) await database.stop()
  running = []
  children = []
})

afterAll(() => rmSync(base, { recursive: true }))

async function start(directory = dataDirectory): Promise<Embedded> {
  const database = await startEmbedded({ dataDirectory: directory })
  running.push(database)
  return database
}

async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url)
  await client.connect()
  return client
    .query(statement)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

/** Another server process on the same directory, ready when it has said its URL. */
async function startElsewhere(directory = dataDirectory): Promise<ChildProcess> {
  const program = `
    import { startEmbedded } from './platform/database/embedded.ts'
    const { url } = await startEmbedded({ dataDirectory: ${JSON.stringify(directory)} })
    console.log(url)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  children.push(child)
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve())
    child.once('exit', () => reject(new Error('the other server ended')))
  })
  return child
}

const killed = (child: ChildProcess) =>
  new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill('SIGKILL')
  })

const home = join(dataDirectory, 'postgresql')
const pidFile = join(home, 'cluster/postmaster.pid')
const postmaster = () => Number(readFileSync(pidFile, 'utf8').split('\n')[0])

it('makes a UTF-8 database owned by a role that is no superuser, reachable from this machine only', async () => {
  const { url, adopted } = await start()
  expect(adopted).toBe(false)
  expect(new URL(url).hostname).toBe('127.0.0.1')
  const [facts] = await query(
    url,
    `select current_database() as database, current_setting('is_superuser') as superuser, current_setting('fsync') as fsync,
      current_setting('listen_addresses') as listens, pg_encoding_to_char(encoding) as encoding, '星' ~ '[[:alpha:]]' as letters
      from pg_database where datname = current_database()`,
  )
  expect(facts).toEqual({
    database: 'mantianxing',
    superuser: 'off',
    fsync: 'on',
    listens: '127.0.0.1',
    encoding: 'UTF8',
    letters: true,
  })
})

it('lets in nobody without the password', async () => {
  const url = new URL((await start()).url)
  url.password = 'guess'
  await expect(query(url.toString(), 'select 1')).rejects.toMatchObject({ code: '28P01' })
})

it('keeps data, password and port over a restart', async () => {
  const first = await start()
  await query(first.url, `create table kept as select '满天星' as word`)
  await first.stop()
  const second = await start()
  expect(second.url).toBe(first.url)
  expect(await query(second.url, 'select word from kept')).toEqual([{ word: '满天星' }])
})

it('adopts the server that a killed process left running, and stops it properly', async () => {
  const owner = await startElsewhere()
  const orphan = postmaster()
  await killed(owner)
  const database = await start()
  expect(database.adopted).toBe(true)
  expect(postmaster()).toBe(orphan)
  await database.stop()
  expect(existsSync(pidFile)).toBe(false)
  expect(observe(orphan)).toBeNull()
})

it('recovers committed data after the database itself was killed', async () => {
  const first = await start()
  await query(first.url, `create table committed as select '已提交' as word`)
  process.kill(postmaster(), 'SIGKILL')
  await first.stop()
  expect(existsSync(pidFile)).toBe(true)
  const second = await start()
  expect(second.adopted).toBe(false)
  expect(await query(second.url, 'select word from committed')).toEqual([{ word: '已提交' }])
})

it('starts although the number in a stale postmaster.pid now belongs to another program', async () => {
  const first = await start()
  process.kill(postmaster(), 'SIGKILL')
  await first.stop()
  writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(process.pid)))
  const second = await start()
  expect(second.adopted).toBe(false)
  expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

it('refuses a second server on the same data and names the first', async () => {
  const { announce } = await start()
  await expect(startEmbedded({ dataDirectory })).rejects.toThrow(
    `数据目录 ${home} 正由另一个满天星服务使用（进程号 ${process.pid}），请先停止它，或用 --data 指定其他数据目录`,
  )
  announce('http://127.0.0.1:8080')
  await expect(startEmbedded({ dataDirectory })).rejects.toThrow(`（进程号 ${process.pid}，地址 http://127.0.0.1:8080）`)
})

it('gives new data to exactly one of several servers that start at once', async () => {
  const directory = join(base, 'race')
  const starts = await Promise.allSettled([startElsewhere(directory), startElsewhere(directory), startElsewhere(directory)])
  expect(starts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const child of children) await (child.exitCode === null && killed(child))
  expect((await start(directory)).adopted).toBe(true)
})

it('leaves the data of another major version untouched', async () => {
  const older = join(base, 'older/postgresql')
  mkdirSync(join(older, 'cluster'), { recursive: true })
  writeFileSync(join(older, 'cluster/PG_VERSION'), '15\n')
  await expect(start(join(base, 'older'))).rejects.toThrow(
    `数据目录 ${older} 属于 PostgreSQL 15，而本程序内置的是 PostgreSQL 18，数据未作任何改动`,
  )
  expect(readdirSync(older)).toEqual(['cluster'])
  expect(readdirSync(join(older, 'cluster'))).toEqual(['PG_VERSION'])
})

it('says so when the data directory is a file', async () => {
  writeFileSync(join(base, 'file'), '')
  await expect(start(join(base, 'file'))).rejects.toThrow('是文件而不是目录')
})
