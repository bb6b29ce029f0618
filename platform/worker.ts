/** Long computation off the event loop: a disposable worker thread with limits of memory and time. */
import { memoryUsage } from 'node:process'
import { Worker } from 'node:worker_threads'
import { Problem, unavailable } from './problem.ts'

type Limits = {
  seconds: number
  megabytes: number
  tooLong: string
  busy: string
  /** Hears what the worker posts as `news` before its reply. */
  heard?: (news: unknown) => void
}
type Reply<T> = { news: unknown } | { answer: T } | { problem: { status: 400; code: string; message: string } } | { bug: string }

/** Threads at once: each may take a gigabyte and a processor, and the caller holds a database connection meanwhile. */
const places = 2
let taken = 0

const start = new URL('./worker-start.js', import.meta.url)

/**
 * Runs the worker file `url` on `input`; it posts one reply, and news before it if it likes.
 * @throws the Problem the worker threw, `tooLong` when it exceeds its limits, `busy` when others are being computed
 */
export async function compute<T>(url: URL, input: unknown, { seconds, megabytes, tooLong, busy, heard }: Limits): Promise<T> {
  if (taken >= places) throw unavailable(busy)
  taken += 1
  return new Promise<T>((resolve, reject) => {
    const worker = new Worker(start, {
      workerData: { file: url.href, input },
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 16 },
    })
    const stop = setTimeout(() => void worker.terminate(), seconds * 1000)
    const before = memoryUsage.rss()
    // The heap has its limit; what a document unpacks to lies outside it, and a few kilobytes unpack to gigabytes.
    const watch = setInterval(() => {
      if (memoryUsage.rss() - before > megabytes * 1.5 * 1024 * 1024) void worker.terminate()
    }, 100)
    worker.on('message', (reply: Reply<T>) => {
      if ('news' in reply) heard?.(reply.news)
      else if ('answer' in reply) resolve(reply.answer)
      else if ('problem' in reply) reject(new Problem(reply.problem.status, reply.problem.code, reply.problem.message))
      else reject(new Error(reply.bug))
    })
    worker.once('error', (error: Error & { code?: string }) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? unavailable(tooLong) : error),
    )
    worker.once('exit', () => {
      clearTimeout(stop)
      clearInterval(watch)
      reject(unavailable(tooLong))
    })
  }).finally(() => {
    taken -= 1
  })
}
