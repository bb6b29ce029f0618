/** Job: obligations that fell due are looked at, and firms that left within their lock; when the server starts and every hour. */
import { machine } from '#platform/context.ts'
import { hour, startJob } from '#platform/job.ts'
import type { Session } from '#platform/session.ts'
import { lookAtDue } from './commitment.ts'

type Ground = { session: Session; region: string; warn: (line: string) => void }

/** The answer ends it, once what is under way is done. */
export const watchCommitments = ({ session, region, warn }: Ground): (() => Promise<void>) =>
  startJob({
    work: () => session.run(machine(region), 'payout/look', lookAtDue),
    failed: '后续义务没有自动核查',
    every: hour,
    warn,
  })
