/** Worker: one sheet that waits becomes rows to look at; it has a connection of its own and tells how far it is. */
import { parentPort, workerData } from 'node:worker_threads'
import { importers } from '#modules/importers.ts'
import type { ReadingInput } from '#modules/intake/job.ts'
import { readIntake } from '#modules/intake/read.ts'
import { machine } from '#platform/context.ts'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { Problem } from '#platform/problem.ts'
import { session } from '#platform/session.ts'

const { databaseUrl, region, id, now } = (workerData as { input: ReadingInput }).input
const pool = openPool(databaseUrl, 'app', 1)
try {
  const reading = session(drizzleOn(pool), () => new Date(now))
  await readIntake(reading, machine(region), importers, id, (news) => parentPort!.postMessage({ news }))
  parentPort!.postMessage({ answer: null })
} catch (error) {
  if (error instanceof Problem)
    parentPort!.postMessage({ problem: { status: error.status, code: error.code, message: error.message } })
  // A statement that failed carries all its rows in its message.
  else
    parentPort!.postMessage({ bug: String((error as { cause?: Error }).cause?.stack ?? (error as Error).stack).slice(0, 4000) })
} finally {
  await pool.end()
}
