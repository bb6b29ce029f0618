/** The operating-system account PostgreSQL runs under: it refuses to run as root. */
import { spawnSync } from 'node:child_process'
import { accessSync, chownSync, constants, readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { unavailable } from '../../problem.ts'
import { ownDatabase } from './failure.ts'

/** null: the account this program itself runs under. */
export type Account = { uid: number; gid: number } | null

/** The owner of an existing data directory goes on owning it; otherwise `postgres`, otherwise `nobody`. */
export function chooseAccount(...directories: string[]): Account {
  if (process.getuid?.() !== 0) return null
  for (const directory of directories) {
    const owner = statSync(directory, { throwIfNoEntry: false })
    if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  }
  const entries = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = entries.find((entry) => entry.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw unavailable(
    `当前以 root 身份运行，而 PostgreSQL 不允许 root 启动，本机又没有 postgres 或 nobody 用户，请换普通用户运行，或${ownDatabase}`,
  )
}

/** Whether the account really can read, write and enter a directory: tried, not computed from modes. */
export function canUse(account: Account, directory: string): boolean {
  if (!account) return accessible(directory)
  const { status, error } = spawnSync('/bin/sh', ['-c', 'test -r "$0" && test -w "$0" && test -x "$0"', directory], {
    ...account,
    cwd: '/',
  })
  if (error)
    throw unavailable(`当前以 root 身份运行，而系统不允许切换到普通用户（${error.message}），请换普通用户运行，或${ownDatabase}`)
  return status === 0
}

export function own(account: Account, path: string): void {
  if (account) chownSync(path, account.uid, account.gid)
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
