/** `npm start`: a fresh clone becomes a running server. All arguments go to the server (see platform/config.ts). */
import { spawn } from 'node:child_process'
import { build, buildServer, builtServer } from './build.js'
import { ready, root } from './ready.js'

await ready()
const failed = build() || buildServer()
if (failed) process.exit(failed)

const server = spawn(process.execPath, [builtServer, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // A terminal's Ctrl-C reaches the whole group, the server included; twice would mean "at once".
    if (signal !== 'SIGINT' || !process.stdin.isTTY) server.kill(signal)
  })
}
// npm passes SIGTERM to its shell, which ends without passing it on: when it is gone, the server is to end too.
const shell = process.ppid
if (process.env.npm_lifecycle_event === 'start') {
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    server.kill('SIGTERM')
  }, 250)
}
server.on('exit', (status, signal) => process.exit(status ?? (signal === 'SIGINT' ? 130 : 1)))
