/** Where the data really lie: at the intended directory, or in the refuge when PostgreSQL's account cannot use that. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Account, canUse, makePrivate, own, refuge } from './account.ts'
import { explainFailure } from './failure.ts'

/** Returns a directory in which the account can use the existing `cluster` or a new one. */
export function placeData(intended: string, account: Account, log: (line: string) => void): string {
  const moved = movedTo(intended)
  if (moved) {
    log(`数据库文件在 ${moved}`)
    note(intended, moved)
    return prepared(moved, account) ? moved : refuse(moved)
  }
  if (prepared(intended, account)) return intended
  if (existsSync(join(intended, 'cluster')) || !(account || canUse(account, intended))) return refuse(intended)

  const place = join(refuge(), createHash('sha256').update(intended).digest('hex').slice(0, 12))
  if (!prepared(place, account)) return refuse(place)
  note(intended, place)
  log(`${intended} 不能存放数据库文件（运行数据库的用户进不了该目录，或所在磁盘不支持权限），改放在 ${place}`)
  return place
}

/** The data directory of an earlier start, if it was moved: known even before the account is chosen. */
export function movedTo(intended: string): string | null {
  if (!existsSync(noteIn(intended))) return null
  const [place = '', origin = ''] = readFileSync(noteIn(intended), 'utf8').trim().split('\n')
  // A renamed repository keeps its data; a copy of it starts with its own.
  const copied = origin !== intended && existsSync(noteIn(origin))
  return existsSync(join(place, 'cluster')) && !copied ? place : null
}

function note(intended: string, place: string): void {
  try {
    writeFileSync(noteIn(intended), `${place}\n${intended}\n`)
  } catch {
    // A read-only repository cannot be renamed either: the place is found again by its hash.
  }
}

const noteIn = (intended: string) => join(intended, 'location')

function prepared(place: string, account: Account): boolean {
  const cluster = join(place, 'cluster')
  try {
    // Only what we make ourselves is handed over; the user's own directories keep their owner and mode.
    if (mkdirSync(place, { recursive: true })) own(account, place)
    if (existsSync(cluster)) return canUse(account, cluster)
    return admits(place, account)
  } catch (error) {
    if (/EACCES|EPERM|EROFS/.test((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error instanceof Error && 'errno' in error ? explainFailure(error, place) : error
  }
}

/** Tried with a directory that goes away again: nothing is locked yet, another start may be doing the same. */
function admits(place: string, account: Account): boolean {
  const probe = join(place, `probe.${process.pid}`)
  makePrivate(probe, account)
  // Some mounts accept chown and chmod without effect; PostgreSQL then refuses the directory.
  const isPrivate = process.platform === 'win32' || (statSync(probe).mode & 0o077) === 0
  const usable = isPrivate && canUse(account, probe)
  rmdirSync(probe)
  return usable
}

function refuse(place: string): never {
  throw explainFailure('EACCES', place)
}
