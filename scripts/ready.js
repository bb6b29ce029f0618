/**
 * Makes a fresh clone ready to run: the Node version is accepted and the packages of package-lock.json are installed.
 *
 * No dependency of its own. Everything it says goes to stderr: the command line keeps stdout for results.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { refuseNode } from './node-version.js'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Ends the process with one sentence when it cannot be done. `tests` also wants the packages only tests need. */
export async function ready({ tests = false } = {}) {
  const refusal = refuseNode(process.versions.node, read('package.json').engines.node)
  if (refusal) stop(refusal)
  if (installed(tests)) return
  console.error('正在安装依赖包，首次约需一分钟……')
  const { status, complaint } = await runNpm(existsSync(join(root, 'package-lock.json')) ? 'ci' : 'install', tests)
  if (status === null) stop('没有找到 npm，无法安装依赖包，请安装带 npm 的 Node.js 后重试。')
  if (status !== 0) stop(explain(complaint))
}

/** npm writes what it installed into node_modules/.package-lock.json, as the last thing it does. */
function installed(tests) {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false
  if (!existsSync(join(root, 'package-lock.json'))) return true
  const present = read('node_modules/.package-lock.json').packages
  return Object.entries(read('package-lock.json').packages).every(([path, wanted]) => {
    // Optional packages are for other machines, development packages for tests.
    if (path === '' || wanted.optional || wanted.devOptional || (wanted.dev && !tests)) return true
    return present[path]?.version === wanted.version && existsSync(join(root, path, 'package.json'))
  })
}

function runNpm(command, tests) {
  const flags = [command, '--no-audit', '--no-fund', '--loglevel=error', ...(tests ? ['--include=dev'] : [])]
  // Started by npm, the very same npm; otherwise the one on the path (a .cmd file on Windows, which needs the shell).
  const npm = process.env.npm_execpath
  const same = npm?.endsWith('npm-cli.js')
  const windows = process.platform === 'win32'
  const child = same
    ? spawn(process.execPath, [npm, ...flags], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
    : spawn('npm', flags, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], shell: windows })
  let complaint = ''
  child.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  return new Promise((resolve) => {
    child.on('error', () => resolve({ status: null, complaint }))
    child.on('close', (status) => resolve({ status: status ?? 1, complaint }))
  })
}

function explain(complaint) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(complaint))
    return '依赖包没有装好：无法连接 npm 源，请检查网络或代理设置后重试。'
  if (/ENOSPC/.test(complaint)) return '依赖包没有装好：磁盘空间不足，请腾出空间后重试。'
  if (/EACCES|EPERM|EROFS/.test(complaint)) return `依赖包没有装好：没有写入 ${root} 的权限。`
  return `${complaint}依赖包没有装好，原因见上；也可以手工执行 npm ci 后重试。`
}

const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'))

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
