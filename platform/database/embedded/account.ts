/** The operating-system account PostgreSQL runs under: it refuses to run as root. */
import { spawnSync } from 'node:child_process'
import { accessSync, chmodSync, chownSync, constants, mkdirSync, readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { unavailable } from '../../problem.ts'
import { ownDatabase } from './failure.ts'

/** null: the account this program itself runs under. */
export type Account = { uid: number; gid: number } | null

/** The owner of an existing data directory goes on owning it; otherwise `postgres`, otherwise `nobody`. */
export function chooseAccount(directory: string): Account {
  if (process.getuid?.() !== 0) return null
  const account = ownerOf(directory) ?? userNamed('postgres') ?? userNamed('nobody')
  if (!account) throw refuseRoot('本机又没有 postgres 或 nobody 用户')
  const { error } = spawnSync('/bin/sh', ['-c', ':'], { ...account, cwd: '/' })
  if (error) throw refuseRoot('本机又不允许切换到普通用户')
  return account
}

function ownerOf(directory: string): Account {
  const owner = statSync(directory, { throwIfNoEntry: false })
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : null
}

function userNamed(name: string): Account {
  const entries = readFileSync('/etc/passwd', 'utf8').split('\n')
  const [, , uid, gid] = entries.find((entry) => entry.startsWith(`${name}:`))?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}

const refuseRoot = (reason: string) =>
  unavailable(`当前以 root 身份运行，PostgreSQL 不允许 root 启动，${reason}，请换普通用户运行，或${ownDatabase}`)

/** Whether the account really can read, write and enter a directory: tried, not computed from modes. */
export function canUse(account: Account, directory: string): boolean {
  if (!account) return accessible(directory)
  const tests = 'test -r "$0" && test -w "$0" && test -x "$0"'
  const { status } = spawnSync('/bin/sh', ['-c', tests, directory], { ...account, cwd: '/' })
  return status === 0
}

export function own(account: Account, path: string): void {
  if (account) chownSync(path, account.uid, account.gid)
}

export function makePrivate(directory: string, account: Account): void {
  mkdirSync(directory)
  own(account, directory)
  chmodSync(directory, 0o700)
}

/** Where things go that the account cannot reach at their proper place. */
export const refuge = () =>
  process.getuid?.() === 0
    ? '/var/lib/mantianxing'
    : join(process.env.XDG_DATA_HOME || join(homedir(), '.local/share'), 'mantianxing')

function accessible(directory: string): boolean {
  try {
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}
