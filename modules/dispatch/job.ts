/** Job: rounds are opened on their day and units reminded; looked at when the server starts and every hour. */
import { machine } from '#platform/context.ts'
import { hour, startJob } from '#platform/job.ts'
import type { Session } from '#platform/session.ts'
import { openDue, remindLate } from './open.ts'

type Ground = { session: Session; region: string; warn: (line: string) => void }

/** The answer ends it, once what is under way is done. */
export const dispatchInTime = ({ session, region, warn }: Ground): (() => Promise<void>) =>
  startJob({
    work: async () => {
      await session.run(machine(region), 'dispatch/open', openDue)
      await session.run(machine(region), 'dispatch/remind', remindLate)
    },
    failed: '调度没有按时发起',
    every: hour,
    warn,
  })
