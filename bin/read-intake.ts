/** Worker: one sheet that waits becomes rows to look at; it has a connection of its own and tells how far it is. */
import { importers } from '#modules/importers.ts'
import type { ReadingInput } from '#modules/intake/job.ts'
import { readIntake } from '#modules/intake/read.ts'
import { machine } from '#platform/context.ts'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { session } from '#platform/session.ts'
import type { Worker } from '#platform/worker.ts'

const read: Worker<ReadingInput, null> = async ({ databaseUrl, region, id, now }, tell) => {
  const pool = openPool(databaseUrl, 'app', 1)
  try {
    await readIntake(
      session(drizzleOn(pool), () => new Date(now)),
      machine(region),
      importers,
      id,
      tell,
    )
    return null
  } finally {
    await pool.end()
  }
}
export default read
