/** Worker: one screening that waits, in a process and with connections of its own; it tells how far it is. */
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { session } from '#platform/session.ts'
import type { Worker } from '#platform/worker.ts'
import { type Ran, runScreening } from './run.ts'

export type ScreeningInput = { databaseUrl: string; region: string; id: string; now: string }

const screen: Worker<ScreeningInput, Ran | null> = async ({ databaseUrl, region, id, now }, tell) => {
  const pool = openPool(databaseUrl, 'app', 2)
  try {
    return await runScreening(
      session(drizzleOn(pool), () => new Date(now)),
      region,
      id,
      tell,
    )
  } finally {
    await pool.end()
  }
}
export default screen
