/**
 * The embedded database: a real PostgreSQL out of the npm packages, run on a directory of ours.
 *
 * It outlives a killed server process on purpose; the next start adopts it. See docs/decisions/0002-embedded-postgresql.md.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { chooseAccount } from './embedded/account.ts'
import { findBinaries } from './embedded/binaries.ts'
import { type Cluster, checkVersion, initialise } from './embedded/cluster.ts'
import { explainFailure } from './embedded/failure.ts'
import { takeOwnership } from './embedded/owner.ts'
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
 * Starts (or adopts) the database in `dataDirectory`, which is made when missing. Throws a Problem with the reason in
 * Chinese when that is impossible; whatever was there before is then untouched.
 */
export async function startEmbedded(options: { dataDirectory: string; log?: (line: string) => void }): Promise<Embedded> {
  const log = options.log ?? (() => {})
  const intended = realPath(options.dataDirectory)
  const moved = movedTo(intended)
  const account = chooseAccount(join(intended, 'cluster'), join(moved ?? intended, 'cluster'))
  const binaries = findBinaries(account, log)
  const cluster: Cluster = { home: placeData(intended, account, log), account, binaries }
  const ownership = takeOwnership(cluster.home)
  let server: Postmaster | null = null
  try {
    const password = keepPassword(cluster)
    if (existsSync(join(cluster.home, 'cluster'))) checkVersion(cluster)
    else initialise(cluster, password)
    const running = await settled(cluster)
    server = running ?? (await launch(cluster, log))
    const url = await welcome(server.port, password)
    const stop = stopper(cluster, server, ownership.release)
    return { url, directory: cluster.home, adopted: running !== null, announce: ownership.announce, stop }
  } catch (error) {
    if (server) await shutDown(cluster, server)
    ownership.release()
    throw error instanceof Error && 'errno' in error ? explainFailure(error, cluster.home) : error
  }
}

/** Symbolic links resolved, so that one directory has one name however it was reached. */
function realPath(directory: string): string {
  try {
    mkdirSync(dirname(directory), { recursive: true })
    return join(realpathSync(dirname(directory)), directory.slice(dirname(directory).length))
  } catch (error) {
    throw explainFailure(error, directory)
  }
}

/** Made once, kept beside the data, readable by its owner only. */
function keepPassword({ home }: Cluster): string {
  const file = join(home, 'password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
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
async function welcome(port: number, password: string): Promise<string> {
  const url = `postgres://mantianxing:${password}@127.0.0.1:${port}/mantianxing`
  if (await connects(url)) return url
  const client = new pg.Client(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`)
  await client.connect()
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
