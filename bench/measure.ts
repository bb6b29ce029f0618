/** Ground of the benchmarks: a migrated database of its own, and the median of repeated runs. */
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#platform/database/embedded.ts'
import { migrate } from '#platform/database/migrate.ts'

/** Gives `work` the owner's URL of a fresh database: DATABASE_URL's server is never touched. */
export async function withDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const { url, stop, directory } = await startEmbedded({ dataDirectory: join(tmpdir(), `mantianxing-bench-${process.pid}`) })
  try {
    await migrate(url)
    await work(url)
  } finally {
    await stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Milliseconds of the median run; the first run warms up and does not count. */
export async function median(runs: number, work: () => unknown): Promise<number> {
  return (await spread(runs, work)).median
}

/** The same, with the time nineteen in twenty runs stay below. */
export async function spread(runs: number, work: () => unknown): Promise<{ median: number; p95: number }> {
  await work()
  const times: number[] = []
  for (let i = 0; i < runs; i += 1) {
    const begun = performance.now()
    await work()
    times.push(performance.now() - begun)
  }
  times.sort((a, b) => a - b)
  return { median: times[Math.floor(runs / 2)]!, p95: times[Math.ceil(runs * 0.95) - 1]! }
}

export const ms = (time: number) => `${time < 10 ? time.toFixed(2) : Math.round(time)} ms`
export const ratio = (a: number, b: number) => `${(a / b).toFixed(2)}×`
