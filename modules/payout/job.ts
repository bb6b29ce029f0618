/** Job: obligations that fell due are looked at, and firms that left within their lock; when the server starts and every hour. */
import { machine } from '#platform/context.ts'
import type { Session } from '#platform/session.ts'
import { lookAtDue } from './commitment.ts'

type Ground = { session: Session; region: string; warn: (line: string) => void }

const hour = 3_600_000

/** The answer ends it, once what is under way is done. */
export function watchCommitments({ session, region, warn }: Ground): () => Promise<void> {
  let underWay: Promise<unknown> = Promise.resolve()
  const sweep = () => {
    underWay = session
      .run(machine(region), 'payout/look', lookAtDue)
      .catch((error: Error) => warn(`后续义务没有自动核查：${error.message.slice(0, 500)}`))
  }
  sweep()
  const clock = setInterval(sweep, hour)
  return async () => {
    clearInterval(clock)
    await underWay
  }
}
