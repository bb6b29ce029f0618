/**
 * A long search off the event loop: a process of its own that tells its best answer as it goes.
 *
 * Whatever becomes of the process (it hangs, its solver aborts, its memory runs out), the search ends in time with the best
 * answer told until then. A thread would slow down the server beside it; a process of low priority gives way to it.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { unavailable } from './problem.ts'
import type { Run as HighsRun, Model, Terms } from './solver/highs.ts'

export type Limits<A> = {
  /** From now on, with everything: the answer is there when they are over. */
  seconds: number
  megabytes: number
  /** Whether other processes come first, as those who wait for the server do. */
  yields: boolean
  busy: string
  /** Hears each answer told on the way. */
  heard: (answer: A) => void
}

/** A search under way. */
export type Solving<A> = {
  /** The last answer; null where there was none when the search ended. */
  answer: Promise<A | null>
  /** Ends the search soon, with the best answer so far. */
  stop: () => void
}

/** What a solver file exports: it searches until it is done, stopped, or `left` is nothing. */
export type Solver<I, A> = (input: I, tools: SolverTools<A>) => Promise<A>
export type SolverTools<A> = {
  /** Seconds that are left. */
  left: () => number
  stopped: () => boolean
  tell: (answer: A) => void
  highs: (model: Model, terms: Terms) => HighsRun
}

/** What is sent to the process: first the task, later perhaps the wish to stop. */
export type Task = { file: string; input: unknown; until: number; yields: boolean }
export type Told<A> = { news: A } | { answer: A } | { bug: string }

/** A search takes all of two processors. */
const places = 1
let taken = 0

const start = fileURLToPath(new URL('./solver/start.js', import.meta.url))
/** Seconds kept for the last answer to arrive, and for a search that was told to stop. */
const reserve = 0.25
const patience = 2

/** @throws `busy` when another search is under way */
export function startSolving<I, A>(file: URL, input: I, { seconds, megabytes, yields, busy, heard }: Limits<A>): Solving<A> {
  if (taken >= places) throw unavailable(busy)
  taken += 1
  const child = fork(start, {
    execArgv: [`--max-old-space-size=${megabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const kill = () => void child.kill('SIGKILL')
  const late = setTimeout(kill, seconds * 1000)
  const answer = answerOf<A>(child, heard).finally(() => {
    clearTimeout(late)
    kill()
    taken -= 1
  })
  child.send({ file: file.href, input, until: Date.now() + (seconds - reserve) * 1000, yields } satisfies Task)
  const stop = () => {
    if (child.connected) child.send('stop')
    setTimeout(kill, patience * 1000).unref()
  }
  return { answer, stop }
}

function answerOf<A>(child: ChildProcess, heard: (answer: A) => void): Promise<A | null> {
  let last: A | null = null
  return new Promise<A | null>((resolve, reject) => {
    child.on('message', (told: Told<A>) => {
      if ('bug' in told && last === null) reject(new Error(told.bug))
      else if ('bug' in told) resolve(last)
      else if ('answer' in told) resolve(told.answer)
      else {
        last = told.news
        heard(last)
      }
    })
    child.once('error', reject)
    // Comes after all that was told before the end, whichever end it was.
    child.once('disconnect', () => resolve(last))
  })
}
