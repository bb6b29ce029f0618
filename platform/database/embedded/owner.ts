/** One server per data directory: a lock file that names its living owner. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Problem, unavailable } from '../../problem.ts'
import { explainFailure } from './failure.ts'
import { observe } from './processes.ts'

type Owner = { pid: number; since: string; address: string }

export type Ownership = {
  /** Writes into the lock where the owner listens, so that a second start can name it. */
  announce(address: string): void
  release(): void
}

/** Takes the directory for this process or throws the sentence that says who has it. */
export function takeOwnership(directory: string): Ownership {
  const lock = join(directory, 'owner.json')
  const draft = `${lock}.${process.pid}`
  const me: Owner = { pid: process.pid, since: observe(process.pid)?.since ?? '', address: '' }
  try {
    writeFileSync(draft, JSON.stringify(me))
    claim(draft, lock, directory)
  } catch (error) {
    throw error instanceof Error && 'errno' in error ? explainFailure(error, directory) : error
  } finally {
    rmSync(draft, { force: true })
  }
  return {
    announce(address) {
      writeFileSync(draft, JSON.stringify({ ...me, address }))
      renameSync(draft, lock)
    },
    release: () => rmSync(lock, { force: true }),
  }
}

function claim(draft: string, lock: string, directory: string): void {
  for (;;) {
    const holder = read(lock)
    if (holder && lives(holder)) throw taken(holder, directory)
    if (holder) discard(lock, holder)
    try {
      // A link appears whole or not at all, and only once.
      linkSync(draft, lock)
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** Removes a dead owner's lock; should another start have replaced it meanwhile, that one is put back. */
function discard(lock: string, dead: Owner): void {
  const aside = `${lock}.${process.pid}.dead`
  try {
    renameSync(lock, aside)
  } catch {
    return
  }
  const found = read(aside)
  if (found && (found.pid !== dead.pid || found.since !== dead.since)) linkSync(aside, lock)
  rmSync(aside)
}

function read(lock: string): Owner | null {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')) as Owner
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    // Unreadable after a power cut: nobody living wrote it.
    return { pid: 0, since: '', address: '' }
  }
}

function lives({ pid, since }: Owner): boolean {
  const found = pid > 0 && observe(pid)
  return Boolean(found) && (found as { since: string }).since === since
}

const taken = ({ pid, address }: Owner, directory: string): Problem =>
  unavailable(
    `数据目录 ${directory} 正由另一个满天星服务使用（进程号 ${pid}${address ? `，地址 ${address}` : ''}），请先停止它，或用 --data 指定其他数据目录`,
  )
