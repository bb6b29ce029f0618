/** What a screening found becomes claims in the open batches of 免申即享 of its version: nobody has to notice it. */
import { and, eq, lte } from 'drizzle-orm'
import { type Ctx, machine } from '#platform/context.ts'
import type { Session } from '#platform/session.ts'
import { offer } from '../actions/direct.ts'
import { cycles, screenings } from '../tables.ts'
import { eligibleOf } from './rows.ts'

/** For the job that screens (job.ts), by the machine. */
export const offeringBy =
  (session: Session, region: string) =>
  (screening: string): Promise<void> =>
    session.run(machine(region), 'claim/offerScreened', (ctx) => offerFound(ctx, screening))

/** Whoever has it already is passed over, so that it may be done every night. */
async function offerFound(ctx: Ctx, screening: string): Promise<void> {
  const open = await ctx.db
    .select({ id: cycles.id })
    .from(cycles)
    .innerJoin(screenings, eq(screenings.version, cycles.version))
    .where(
      and(eq(screenings.id, screening), eq(cycles.channel, 'direct'), eq(cycles.status, 'open'), lte(cycles.opensOn, ctx.today)),
    )
  for (const { id } of open) for await (const portion of eligibleOf(ctx, screening)) await offer(ctx, id, portion)
}
