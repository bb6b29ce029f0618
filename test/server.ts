/** The real server as a child process on a data directory of its own, for tests that start, kill and restart it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'

export type Running = { address: string; child: ChildProcess; stop(): Promise<void>; kill(): Promise<void> }

const fromSource = ['--import', 'tsx', join(process.cwd(), 'bin/serve.ts')]

/** Starts the server and waits until it says where it is; throws what it wrote to stderr when it does not come up. */
export async function startServer(dataDirectory: string, args: string[] = [], program = fromSource): Promise<Running> {
  const port = await freePort()
  const child = spawn(process.execPath, [...program, '--data', dataDirectory, '--port', String(port), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '' },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await started(child)
  const end = (signal: NodeJS.Signals) => () => {
    child.kill(signal)
    return ended
  }
  return { address: `http://127.0.0.1:${port}`, child, stop: end('SIGTERM'), kill: end('SIGKILL') }
}

function started(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout!.on('data', (chunk) => {
      said += chunk
      if (said.includes('满天星已启动')) resolve()
    })
    let complaint = ''
    child.stderr!.on('data', (chunk) => {
      complaint += chunk
    })
    child.once('exit', (code) => reject(new Error(`server ended with ${code}: ${complaint}`)))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

/** A logged-in caller of the HTTP interface. */
export async function login(address: string, username: string, password: string) {
  const answer = await fetch(`${address}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  if (!answer.ok) throw new Error(await answer.text())
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const call = async (path: string, init: RequestInit) => {
    const response = await fetch(`${address}/api/${path}`, { ...init, headers: { cookie, ...init.headers } })
    const body = await response.json()
    if (!response.ok) throw Object.assign(new Error(body.message), body)
    return body
  }
  return {
    query: (path: string, input: unknown = {}) => call(`${path}?input=${encodeURIComponent(JSON.stringify(input))}`, {}),
    command: (path: string, input: unknown) =>
      call(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) }),
    upload: (path: string, input: unknown, { name, bytes }: { name: string; bytes: Uint8Array }) => {
      const body = new FormData()
      body.append('input', JSON.stringify(input))
      body.append('file', new Blob([new Uint8Array(bytes)]), name)
      return call(path, { method: 'POST', body })
    },
  }
}
