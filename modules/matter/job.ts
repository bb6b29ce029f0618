/** Job: matters and notices are looked at by their clocks; when the server starts and every hour. */
import { machine } from '#platform/context.ts'
import { hour, startJob } from '#platform/job.ts'
import type { Session } from '#platform/session.ts'
import { watch } from './watch.ts'

type Ground = { session: Session; region: string; warn: (line: string) => void }

/** The answer ends it, once what is under way is done. */
export const watchMatters = ({ session, region, warn }: Ground): (() => Promise<void>) =>
  startJob({
    work: () => session.run(machine(region), 'matter/watch', watch),
    failed: '督办事项没有自动核查',
    every: hour,
    warn,
  })
