/** Builds the web application when what goes into it has changed since the last build. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './ready.js'

const stamp = join(root, 'web/dist/.inputs')
/** What the browser can reach; tests and the server's own files cannot change the result. */
const inputs = ['package-lock.json', 'tsconfig.json', 'vite.config.ts', 'engines', 'modules', 'platform', 'web']
const apart = /(^|\/)(dist|database|actions)(\/|$)|\.(test|spec)\.tsx?$|(^|\/)(actions|tables|jobs|queries)\.ts$/

/** Returns the exit code of the build, 0 when there was nothing to do. */
export function build() {
  if (!existsSync(join(root, 'vite.config.ts'))) return 0
  const hash = hashInputs()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return 0
  console.error('正在生成网页……')
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (status === 0) writeFileSync(stamp, hash)
  else console.error('网页没有生成，原因见上。')
  return status ?? 1
}

function hashInputs() {
  const hash = createHash('sha256')
  for (const path of inputs.flatMap((input) => list(input)).sort())
    hash.update(`${path}\0`).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

function list(path) {
  const full = join(root, path)
  if (!existsSync(full) || apart.test(path)) return []
  try {
    return readdirSync(full).flatMap((name) => list(`${path}/${name}`))
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path]
    throw error
  }
}
