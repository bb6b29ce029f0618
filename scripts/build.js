/** Builds the web application and the server when what goes into them has changed since the last build. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './ready.js'

const ground = ['package-lock.json', 'tsconfig.json', 'engines', 'modules', 'platform', 'web']
const tests = /\.(test|spec)\.tsx?$/

/** What the browser can reach; the server's own files cannot change the result. */
const web = {
  config: 'vite.config.ts',
  stamp: 'web/dist/.inputs',
  saying: '正在生成网页……',
  inputs: ground,
  apart: /(^|\/)(dist|database|actions)(\/|$)|(^|\/)(actions|tables|jobs|queries)\.ts$/,
}

const server = {
  config: 'vite.server.config.ts',
  stamp: '.built/.inputs',
  saying: '正在生成服务程序……',
  inputs: [...ground, 'bin', 'seed'],
  apart: /(^|\/)dist(\/|$)/,
}

/** Where the server is once it is built. */
export const builtServer = join(root, '.built/serve.js')

/** Builds the web application; returns the exit code, 0 when there was nothing to do. */
export const build = () => make(web)

/** The same for the server, which starts without a compiler at its side then. */
export const buildServer = () => make(server)

function make({ config, stamp, saying, inputs, apart }) {
  if (!existsSync(join(root, config))) return 0
  const hash = hashOf([...inputs, config], apart)
  const noted = join(root, stamp)
  if (existsSync(noted) && readFileSync(noted, 'utf8') === hash) return 0
  console.error(saying)
  const vite = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn', '--config', join(root, config)]
  const { status } = spawnSync(process.execPath, vite, { cwd: root, stdio: ['ignore', 2, 2] })
  if (status === 0) writeFileSync(noted, hash)
  else console.error('没有生成，原因见上。')
  return status ?? 1
}

/** The place of the project counts too: what is built knows where the sources lie. */
function hashOf(inputs, apart) {
  const hash = createHash('sha256').update(root)
  for (const path of inputs.flatMap((input) => list(input, apart)).sort())
    hash.update(`${path}\0`).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

function list(path, apart) {
  const full = join(root, path)
  if (!existsSync(full) || tests.test(path) || apart.test(path)) return []
  try {
    return readdirSync(full).flatMap((name) => list(`${path}/${name}`, apart))
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path]
    throw error
  }
}
