/** Long computation off the event loop: a process of its own with limits of memory and time, which leaves nothing behind. */
import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Problem, unavailable } from './problem.ts'

type Limits = {
  seconds: number
  megabytes: number
  tooLong: string
  busy: string
  /** Hears the news the worker tells before its answer. */
  heard?: (news: unknown) => void
}
type Reply<T> =
  | { news: unknown }
  | { answer: T }
  | { problem: { status: Problem['status']; code: string; message: string } }
  | { bug: string }

/** What a worker file exports: it answers, or throws, and tells news before if it likes. */
export type Worker<I, T> = (input: I, tell: (news: unknown) => void) => Promise<T>

/** Processes at once: each may take a gigabyte and a processor, and the caller holds a database connection meanwhile. */
const places = 2
let taken = 0

const start = fileURLToPath(new URL('./worker-start.js', import.meta.url))

/**
 * Runs the worker of the file `url` on `input`.
 * @throws the Problem the worker threw, `tooLong` when it exceeds its limits, `busy` when others are being computed
 */
export async function compute<T>(url: URL, input: unknown, { seconds, megabytes, tooLong, busy, heard }: Limits): Promise<T> {
  if (taken >= places) throw unavailable(busy)
  taken += 1
  return new Promise<T>((resolve, reject) => {
    const child = fork(start, {
      // Left to itself the heap starts so small that it is searched for garbage all the time while it grows: a fifth of the work.
      execArgv: [`--max-old-space-size=${megabytes}`, `--initial-old-space-size=${Math.round(megabytes * 0.7)}`],
      serialization: 'advanced',
      // What Node says when the heap is full is no news.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const stop = () => void child.kill('SIGKILL')
    const late = setTimeout(stop, seconds * 1000)
    // The heap has its limit; what a document unpacks to lies outside it, and a few kilobytes unpack to gigabytes.
    const watch = setInterval(() => {
      if (residentMegabytes(child.pid!) > own + megabytes * 1.5) stop()
    }, 100)
    child.on('message', (reply: Reply<T>) => {
      if ('news' in reply) heard?.(reply.news)
      else if ('answer' in reply) resolve(reply.answer)
      else if ('problem' in reply) reject(new Problem(reply.problem.status, reply.problem.code, reply.problem.message))
      else reject(new Error(reply.bug))
    })
    child.once('error', reject)
    child.once('exit', () => {
      clearTimeout(late)
      clearInterval(watch)
      reject(unavailable(tooLong))
    })
    child.send({ file: url.href, input })
  }).finally(() => {
    taken -= 1
  })
}

/** What Node itself and the code it loads take. */
const own = 100

/** 0 where the system does not tell: there the limits of heap and time must do. */
function residentMegabytes(pid: number): number {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes ?? 0) / 1024
  } catch {
    return 0
  }
}
