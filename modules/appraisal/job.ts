/** Job: when the days of self-evaluation are over the figures are frozen, when those of objections are and all is decided it goes to the leaders. */
import { and, eq, lt, or } from 'drizzle-orm'
import { type Ctx, machine } from '#platform/context.ts'
import { eachWaiting, hour, startJob } from '#platform/job.ts'
import { Problem } from '#platform/problem.ts'
import type { Session } from '#platform/session.ts'
import { beginVerification, conclude } from './course/step.ts'
import { appraisals } from './tables.ts'

type Ground = { session: Session; region: string; warn: (line: string) => void }

/** The answer ends it, once what is under way is done. */
export const advanceAppraisals = ({ session, region, warn }: Ground): (() => Promise<void>) =>
  startJob({
    work: async (ending) => {
      const waiting = await session.run(machine(region), 'appraisal/due', dueOf)
      const next = async (tried: string[]) => waiting.find(({ id }) => !tried.includes(id))
      await eachWaiting(next, ending, ({ id }) => session.run(machine(region), 'appraisal/advance', (ctx) => advanceDue(ctx, id)))
    },
    failed: '考核评估没有自动转入下一阶段',
    every: hour,
    warn,
  })

/** Whose days are over; the day itself still belongs to the units. */
export const dueOf = ({ db, today }: Ctx) =>
  db
    .select({ id: appraisals.id, status: appraisals.status })
    .from(appraisals)
    .where(
      or(
        and(eq(appraisals.status, 'self'), lt(appraisals.selfDueOn, today)),
        and(eq(appraisals.status, 'drafted'), lt(appraisals.objectionDueOn, today)),
      ),
    )

/** What stands against it (figures not published, an objection open) leaves it where it is until the next time. */
export async function advanceDue(ctx: Ctx, id: string): Promise<void> {
  const [found] = (await dueOf(ctx)).filter((one) => one.id === id)
  if (!found) return
  const step = found.status === 'self' ? beginVerification : conclude
  await step(ctx, id).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error
  })
}
