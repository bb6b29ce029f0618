/** The PostgreSQL server of a data directory: found running, started, stopped. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { unavailable } from '../../problem.ts'
import { type Cluster, surroundings } from './cluster.ts'
import { explainFailure } from './failure.ts'
import { observe } from './processes.ts'

export type Postmaster = { pid: number; port: number; status: string }

const settings = {
  listen_addresses: '127.0.0.1',
  // Socket paths are limited to 107 bytes, data directories are not.
  unix_socket_directories: '',
  max_connections: 60,
  // A hundred thousand rows with their indexes and entries: with half of it the import writes pages out to make room for others.
  shared_buffers: '256MB',
  // Parallel workers need /dev/shm, which containers keep at 64 MB.
  max_parallel_workers_per_gather: 0,
  TimeZone: 'UTC',
  log_timezone: 'UTC',
  // A week of logs, each day overwriting that of the week before; no statements and row values, they carry personal data.
  logging_collector: 'on',
  log_filename: 'postgresql-%u.log',
  log_truncate_on_rotation: 'on',
  log_rotation_size: 0,
  log_checkpoints: 'off',
  log_min_error_statement: 'fatal',
  log_error_verbosity: 'terse',
}

/** The server that runs on this cluster right now, e.g. left over when our process was killed. */
export function findRunning({ home }: Pick<Cluster, 'home'>): Postmaster | null {
  const noted = readPidFile(home)
  const found = noted && observe(noted.pid)
  if (!found) return null
  const cluster = join(home, 'cluster')
  // PostgreSQL works inside its data directory; where the system does not show that, its command line names it.
  const ours = found.directory ? found.directory === cluster : process.platform === 'win32' || found.command.includes(cluster)
  return ours ? noted : null
}

function readPidFile(home: string): Postmaster | null {
  const file = join(home, 'cluster/postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  return pid > 0 ? { pid, port: Number(lines[3]), status: lines[7]?.trim() ?? '' } : null
}

/** Starts the server and returns when it accepts connections; crash recovery may take its time. */
export async function launch(cluster: Cluster, log: (line: string) => void): Promise<Postmaster> {
  for (let attempt = 0; ; attempt += 1) {
    const port = await choosePort(join(cluster.home, 'port'), attempt)
    const child = spawnServer(cluster, port)
    const outcome = await untilReady(cluster, child, log)
    if (outcome) return outcome
    const story = readLog(cluster.home)
    // The port was taken a moment ago; or the last processes of a killed server are still leaving.
    if (attempt === 3 || !/address already in use|could not bind|still in use/i.test(story))
      throw explainFailure(story, cluster.home)
    await sleep(500)
  }
}

function spawnServer({ home, account, binaries }: Cluster, port: number): ChildProcess {
  const output = openSync(join(home, 'startup.log'), 'w')
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const stale = readPidFile(home)?.pid
  const child = spawn(binaries.postgres, ['-D', join(home, 'cluster'), '-p', String(port), ...flags], {
    ...account,
    cwd: surroundings.cwd,
    // If another program got the number in a stale postmaster.pid, this tells PostgreSQL to disregard it; it still makes sure
    // that no process of the old server is attached to the data.
    env: { ...surroundings.env, ...(stale && { PG_GRANDPARENT_PID: String(stale) }) },
    // Its own session: Ctrl-C must reach our process first, which then stops the database last.
    detached: true,
    stdio: ['ignore', output, output],
  })
  child.on('error', () => {})
  child.unref()
  closeSync(output)
  return child
}

async function untilReady(cluster: Cluster, child: ChildProcess, log: (line: string) => void): Promise<Postmaster | null> {
  for (let waited = 0; child.pid && child.exitCode === null && child.signalCode === null; waited += 1) {
    const noted = readPidFile(cluster.home)
    if (noted?.pid === child.pid && noted.status === 'ready') return noted
    if (waited === 300) log('数据库正在从上次的意外中断中恢复，请稍候…')
    await sleep(10)
  }
  return null
}

/** The port of the last time if it is still free, so that a connection string noted somewhere stays good. */
async function choosePort(file: string, attempt: number): Promise<number> {
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  const port = (attempt === 0 && last > 0 && (await freePort(last))) || (await freePort(0))
  if (!port) throw unavailable('本机没有可用的网络端口，内置数据库无法启动')
  writeFileSync(file, `${port}\n`)
  return port
}

const freePort = (wanted: number) =>
  new Promise<number | null>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(null))
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : null))
    })
  })

/** What the server said last: on its own output until the log collector takes over, in the newest log file after. */
function readLog(home: string): string {
  const folder = join(home, 'cluster/log')
  const logs = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
  const newest = logs.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0]
  return [join(home, 'startup.log'), newest].map((file) => (file ? readFileSync(file, 'utf8').slice(-4000) : '')).join('\n')
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. Immediate shutdown if that hangs. */
export async function shutDown({ home, account, binaries }: Cluster, { pid }: Postmaster): Promise<void> {
  if (process.platform === 'win32') {
    spawnSync(binaries.pgCtl, ['stop', '-m', 'fast', '-w', '-D', join(home, 'cluster')], { ...account, ...surroundings })
    return
  }
  for (const [signal, seconds] of [
    ['SIGINT', 30],
    ['SIGQUIT', 10],
    ['SIGKILL', 5],
  ] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    if (await gone(pid, seconds)) return
  }
}

async function gone(pid: number, seconds: number): Promise<boolean> {
  for (let waited = 0; waited < seconds * 100; waited += 1) {
    if (!observe(pid)) return true
    await sleep(10)
  }
  return false
}
