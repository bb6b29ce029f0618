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
/** Seconds a run may go on after its time, or after it was told to stop, before its thread is ended. */
const patience = 2

type Thread = { worker: Worker; runs: number }

/** Runs models one after the other; `close` ends the thread. */
export function openHighs(): { run: (model: Model, terms: Terms) => Run; close: () => Promise<void> } {
  let thread: Thread | null = null
  let before: Promise<unknown> = Promise.resolve()
  const close = async () => {
    const ended = thread?.worker
    thread = null
    await ended?.terminate()
  }
  const begin = (): Worker => {
    if (thread && thread.runs >= runsPerThread) void close()
    thread ??= { worker: new Worker(start, { workerData: { file: file.href } }), runs: 0 }
    thread.runs += 1
    return thread.worker
  }
  const run = (model: Model, terms: Terms): Run => {
    let running: Worker | null = null
    let stopped = false
    let finished = false
    // What is sent while a model is being solved is read by that model: the next one waits.
    const answer = before.then(() => {
      if (stopped) return nothing('stopped')
      running = begin()
      return answerOf(running, model, terms, () => {
        if (thread?.worker === running) void close()
      })
    })
    before = answer.then(() => {
      finished = true
    })
    return {
      answer,
      offer: (columns) => running?.postMessage({ offer: columns }),
      stop: () => {
        stopped = true
        running?.postMessage({ stop: true })
        setTimeout(() => finished || running?.terminate(), patience * 1000).unref()
      },
    }
  }
  return { run, close }
}

const nothing = (status: Answer['status'], bound = Number.NEGATIVE_INFINITY): Answer => ({ status, bound, columns: null })

/** One run; where the thread ends or does not answer in time, it has failed and the thread is given up. */
function answerOf(worker: Worker, model: Model, { seconds, from, step, heard }: Terms, giveUp: () => void): Promise<Answer> {
  return new Promise((resolve) => {
    let bound = Number.NEGATIVE_INFINITY
    const finish = (answer: Answer) => {
      clearTimeout(late)
      worker.off('message', listen).off('error', fail).off('exit', fail)
      resolve(answer)
    }
    const fail = () => {
      giveUp()
      finish(nothing('failed', bound))
    }
    const listen = ({ status, ...news }: Report) => {
      bound = Math.max(bound, news.bound)
      if (status) finish({ status, bound, columns: news.columns })
      else heard(news)
    }
    const late = setTimeout(fail, (seconds + patience) * 1000)
    worker.on('message', listen).once('error', fail).once('exit', fail)
    worker.postMessage({ order: { model, seconds, from, step } satisfies Order })
  })
}
