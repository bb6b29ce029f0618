/** Job: what the journal has grown by is counted, batch by batch; when the server starts and every hour. */
import { machine } from '#platform/context.ts'
import { hour, startJob } from '#platform/job.ts'
import type { Session } from '#platform/session.ts'
import { countOn } from './count.ts'
import type { Typed } from './typed.ts'

type Ground = { session: Session; region: string; warn: (line: string) => void; typed: Typed }

/** The answer ends it, once what is under way is done. */
export const countBurden = ({ session, region, warn, typed }: Ground): (() => Promise<void>) =>
  startJob({
    work: async (ending) => {
      for (let more = true; more && !ending(); ) {
        more = await session.run(machine(region), 'dispatch/count', (ctx) => countOn(ctx, typed))
      }
    },
    failed: '填报负担没有统计',
    every: hour,
    warn,
  })
