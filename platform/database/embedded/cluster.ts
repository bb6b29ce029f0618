/** One PostgreSQL data directory: made, and checked before it is touched. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unavailable } from '../../problem.ts'
import { type Account, makePrivate, own } from './account.ts'
import type { Binaries } from './binaries.ts'
import { explainFailure, ownDatabase } from './failure.ts'

/** `home` holds the directory `cluster` and what belongs to it: password, port, lock, start-up log. */
export type Cluster = { home: string; account: Account; binaries: Binaries }

/**
 * C.UTF-8 sorts by code point everywhere and knows letters of all scripts. Where the system lacks it, PostgreSQL's built-in
 * twin serves; any UTF-8 ctype beside it lets pg_trgm see Chinese letters, plain C does not.
 */
const locales = [
  ['--locale=C.UTF-8'],
  ['--locale=C', '--lc-ctype=en_US.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  ['--locale=C', '--lc-ctype=zh_CN.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
]

/** initdb beside its final place, then one rename: a start that was cut short leaves nothing half-made. */
export function initialise({ home, account, binaries }: Cluster, password: string): void {
  for (const name of readdirSync(home).filter((name) => /^cluster\.\d+$/.test(name)))
    rmSync(join(home, name), { recursive: true, force: true })
  // A number of its own: the initdb of a start that was killed may still be at work.
  const draft = join(home, `cluster.${process.pid}`)
  const passwordFile = join(home, 'password.initdb')
  makePrivate(draft, account)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  own(account, passwordFile)
  const fixed = [
    `--pgdata=${draft}`,
    '--username=postgres',
    '--encoding=UTF8',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
  ]
  let complaint = ''
  try {
    for (const locale of locales) {
      const { status, stderr, error } = spawnSync(binaries.initdb, [...fixed, ...locale], {
        ...account,
        ...surroundings,
        encoding: 'utf8',
      })
      if (status === 0) {
        renameSync(draft, join(home, 'cluster'))
        return
      }
      complaint = error?.message ?? stderr
      if (!/locale/.test(complaint)) break
    }
  } finally {
    rmSync(passwordFile, { force: true })
  }
  throw explainFailure(complaint, home)
}

/** Nothing of the user's own PostgreSQL set-up (PGDATA, PGPORT, LC_ALL …) may reach ours. */
export const surroundings = {
  cwd: '/',
  env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, TZ: 'UTC' },
}

/** A cluster made by another major version, and what is no cluster at all, is left exactly as it is. */
export function checkVersion(home: string, { major }: Binaries): void {
  if (!existsSync(join(home, 'cluster'))) return
  const file = join(home, 'cluster/PG_VERSION')
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : null
  if (found === major) return
  if (found)
    throw unavailable(
      `数据目录 ${home} 属于 PostgreSQL ${found}，而本程序内置的是 PostgreSQL ${major}，数据未作任何改动；请用原版本导出后再导入，或${ownDatabase}`,
    )
  throw unavailable(`目录 ${join(home, 'cluster')} 已存在但不是 PostgreSQL 数据目录，未作任何改动，请用 --data 指定其他数据目录`)
}
