/**
 * The embedded database: a real PostgreSQL out of the npm packages, run on a directory of ours.
 *
 * It outlives a killed server process on purpose; the next start adopts it. See docs/decisions/0002-embedded-postgresql.md.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { unavailable } from '../problem.ts'
import { chooseAccount } from './embedded/account.ts'
import { findBinaries } from './embedded/binaries.ts'
import { type Cluster, checkVersion, initialise } from './embedded/cluster.ts'
import { explainFailure } from './embedded/failure.ts'
import { type Ownership, takeOwnership } from './embedded/owner.ts'
import { movedTo, placeData } from './embedded/place.ts'
import { findRunning, launch, type Postmaster, shutDown } from './embedded/server.ts'

export type Embedded = {
  /** Connects as the owner of the database `mantianxing`: no superuser, so row rights hold as on any other PostgreSQL. */
  url: string
  /** Where the data really lie: `dataDirectory` or, when PostgreSQL's account cannot use that, the place told to `log`. */
  directory: string
  /** True when a server left over by a killed process was taken over instead of starting one. */
  adopted: boolean
  /** Tells a second start, which will be refused, where this one listens. */
  announce(address: string): void
  stop(): Promise<void>
}

/**
 * Starts (or adopts) the database in `dataDirectory`/postgresql, which is made when missing. Throws a Problem with the reason in
 * Chinese when that is impossible; whatever was there before is then untouched.
 */
export async function startEmbedded(options: { dataDirectory: string; log?: (line: string) => void }): Promise<Embedded> {
  const log = options.log ?? (() => {})
  try {
    const cluster = findCluster(options.dataDirectory, log)
    const ownership = takeOwnership(cluster.home)
    return await open(cluster, ownership, log).catch((error) => {
      ownership.release()
      throw error
    })
  } catch (error) {
    throw error instanceof Error && 'errno' in error ? explainFailure(error, options.dataDirectory) : error
  }
}

/** The owner's URL of a server that runs on `dataDirectory` already, for those who only look; null when none does. */
export function urlOfRunning(dataDirectory: string): string | null {
  if (!existsSync(dataDirectory)) return null
  const intended = homeIn(dataDirectory)
  const present = movedTo(intended) ?? intended
  if (!existsSync(present)) return null
  const home = realpathSync(present)
  const running = findRunning({ home })
  return running?.status === 'ready' ? ownerUrl(running.port, readFileSync(join(home, 'password'), 'utf8').trim()) : null
}

function findCluster(dataDirectory: string, log: (line: string) => void): Cluster {
  mkdirSync(dataDirectory, { recursive: true })
  const intended = homeIn(dataDirectory)
  const present = movedTo(intended) ?? intended
  const account = chooseAccount(join(present, 'cluster'))
  const binaries = findBinaries(account, log)
  checkVersion(present, binaries)
  return { home: realpathSync(placeData(intended, account, log)), account, binaries }
}

async function open(cluster: Cluster, ownership: Ownership, log: (line: string) => void): Promise<Embedded> {
  const password = keepPassword(cluster)
  if (!existsSync(join(cluster.home, 'cluster'))) initialise(cluster, password)
  const running = await settled(cluster)
  const server = running ?? (await launch(cluster, log))
  const stop = stopper(cluster, server, ownership.release)
  try {
    const url = await welcome(cluster, server.port, password)
    return { url, directory: cluster.home, adopted: running !== null, announce: ownership.announce, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const ownerUrl = (port: number, password: string) => `postgres://mantianxing:${password}@127.0.0.1:${port}/mantianxing`

/**
 * A folder of its own: what else lies in the data directory stays out of the hands of PostgreSQL's account. Symbolic links
 * are resolved, so that one directory has one name however it was reached.
 */
const homeIn = (dataDirectory: string) => join(realpathSync(dataDirectory), 'postgresql')

/** Made once, kept beside the data, readable by its owner only. */
function keepPassword({ home }: Cluster): string {
  const file = join(home, 'password')
  if (!existsSync(file)) {
    // On disk before the data that only it opens.
    writeFileSync(`${file}.new`, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true })
    renameSync(`${file}.new`, file)
  }
  return readFileSync(file, 'utf8').trim()
}

/** The server already running, once it has finished starting; null when there is none or it has finished stopping. */
async function settled(cluster: Cluster): Promise<Postmaster | null> {
  for (;;) {
    const running = findRunning(cluster)
    if (!running || running.status === 'ready') return running
    await sleep(20)
  }
}

/** Makes sure that the owner role and its database exist, and returns their URL. */
async function welcome({ home }: Cluster, port: number, password: string): Promise<string> {
  const url = ownerUrl(port, password)
  if (await connects(url)) return url
  const client = new pg.Client(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`)
  await client.connect().catch((error) => {
    if (error.code !== '28P01') throw error
    throw unavailable(`${join(home, 'password')} 不是这份数据的密码文件，请从备份恢复该文件`)
  })
  try {
    const { rowCount } = await client.query(`select from pg_roles where rolname = 'mantianxing'`)
    if (!rowCount) await client.query(`create role mantianxing login createrole createdb password '${password}'`)
    await client.query('create database mantianxing owner mantianxing')
  } finally {
    await client.end()
  }
  return url
}

async function connects(url: string): Promise<boolean> {
  const client = new pg.Client(url)
  try {
    await client.connect()
    await client.end()
    return true
  } catch (error) {
    // The role or the database is not there yet; anything else is a real failure.
    if (['28P01', '28000', '3D000'].includes((error as { code?: string }).code ?? '')) return false
    throw error
  }
}

function stopper(cluster: Cluster, server: Postmaster, release: () => void): () => Promise<void> {
  let stopped: Promise<void> | null = null
  return () => {
    stopped ??= shutDown(cluster, server).finally(release)
    return stopped
  }
}
