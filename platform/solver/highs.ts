/** HiGHS in a thread of its own, one run at a time: a run that aborts, leaks or hangs takes only its thread with it. */
import { Worker } from 'node:worker_threads'

/** Columns are 0 or 1; the entries of column c are start[c] … start[c + 1] − 1; every row's sum lies within its bounds. */
export type Model = {
  cost: Float64Array
  least: Float64Array
  most: Float64Array
  start: Int32Array
  row: Int32Array
  amount: Float64Array
}
export type Terms = {
  seconds: number
  from: Int32Array | null
  step: number
  heard: (news: { bound: number; columns: Int32Array | null }) => void
}
export type Answer = { status: 'optimal' | 'infeasible' | 'stopped' | 'failed'; bound: number; columns: Int32Array | null }
export type Run = { answer: Promise<Answer>; offer: (columns: Int32Array) => void; stop: () => void }
export type Order = { model: Model; seconds: number; from: Int32Array | null; step: number }
export type Report = { bound: number; columns: Int32Array | null; status?: Answer['status'] }

const start = new URL('./thread.js', import.meta.url)
const file = new URL('./highs-thread.ts', import.meta.url)
/** HiGHS keeps the memory of past runs: after so many the thread is replaced. */
const runsPerThread = 40
/** How long a run may go on after its time before its thread is ended. */
const patience = 2

type Thread = { worker: Worker; runs: number }

/** Runs models one after the other; `close` ends the thread. */
export function openHighs(): { run: (model: Model, terms: Terms) => Run; close: () => Promise<void> } {
  let thread: Thread | null = null
  const end = async () => {
    const ended = thread?.worker
    thread = null
    await ended?.terminate()
  }
  const run = (model: Model, { seconds, from, step, heard }: Terms): Run => {
    if (thread && thread.runs >= runsPerThread) void end()
    thread ??= { worker: new Worker(start, { workerData: { file: file.href } }), runs: 0 }
    thread.runs += 1
    const { worker } = thread
    let stop = () => {}
    const answer = new Promise<Answer>((resolve) => {
      let bound = Number.NEGATIVE_INFINITY
      const finish = (given: Answer) => {
        clearTimeout(late)
        worker.off('message', listen).off('error', fail).off('exit', fail)
        resolve(given)
      }
      const fail = () => {
        if (thread?.worker === worker) void end()
        finish({ status: 'failed', bound, columns: null })
      }
      const listen = ({ status, ...news }: Report) => {
        bound = Math.max(bound, news.bound)
        if (status) finish({ status, bound, columns: news.columns })
        else heard(news)
      }
      const late = setTimeout(fail, (seconds + patience) * 1000)
      stop = () => {
        worker.postMessage({ stop: true })
        setTimeout(fail, patience * 1000).unref()
      }
      worker.on('message', listen).once('error', fail).once('exit', fail)
      worker.postMessage({ order: { model, seconds, from, step } satisfies Order })
    })
    return { answer, offer: (columns) => worker.postMessage({ offer: columns }), stop: () => stop() }
  }
  return { run, close: end }
}
