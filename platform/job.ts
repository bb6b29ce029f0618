/** Jobs: what the server does by itself, when something changed or every so often, one run at a time. */
import type { Changes } from './live/listen.ts'

export const hour = 3_600_000

type Job = {
  /** May ask whether the server is ending, so as to begin nothing more. */
  work: (ending: () => boolean) => Promise<unknown>
  /** Said before the reason when a run fails; the next one is tried all the same. */
  failed: string
  warn: (line: string) => void
  /** Entities of the region whose changes wake it; so does the start of listening, and every gap in it. Without, it runs once at once. */
  hears?: { changes: Changes; region: string; entities: readonly string[] }
  /** Milliseconds after which it is woken anyway. */
  every?: number
  /** What is under way when the server ends is given up: it takes too long, and the next server finds it again. */
  givesUp?: true
}

/** Starts a job; the answer ends it. Whoever wakes it while it is at work has it run once more. */
export function startJob({ work, failed, warn, hears, every, givesUp }: Job): () => Promise<void> {
  let ending = false
  let again = false
  let underWay: Promise<void> | null = null

  const run = async () => {
    do {
      again = false
      await work(() => ending)
    } while (again && !ending)
  }
  const wake = () => {
    again = true
    if (ending) return
    underWay ??= run()
      .catch((error: Error) => warn(`${failed}：${error.message.slice(0, 500)}`))
      .finally(() => {
        underWay = null
      })
  }
  const concerns = (change: Parameters<Parameters<Changes>[0]>[0]) =>
    change === 'anything' || (change.region === hears?.region && hears.entities.includes(change.entity))
  const deafen = hears?.changes((change) => concerns(change) && wake(), warn)
  const clock = every && setInterval(wake, every)
  if (!hears) wake()
  return async () => {
    ending = true
    if (clock) clearInterval(clock)
    await deafen?.()
    if (!givesUp) await underWay
  }
}

/** What waits, one after the other. Each is tried once: another server may be at it, and is left to it. */
export async function eachWaiting<T extends { id: string }>(
  next: (tried: string[]) => Promise<T | undefined>,
  ending: () => boolean,
  work: (waiting: T) => Promise<unknown>,
): Promise<void> {
  const tried: string[] = []
  for (let found = await next(tried); found && !ending(); found = await next(tried)) {
    tried.push(found.id)
    await work(found)
  }
}
