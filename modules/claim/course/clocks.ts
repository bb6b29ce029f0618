/** The clocks of many claims at once: of each its open step, with the pauses of that step. */
import { and, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { type Clock, clockOf } from '#platform/step-clock.ts'
import { claimPauses, claimSteps, claims } from '../tables.ts'

export const clock = z.object({ dueOn: z.string(), left: z.number(), paused: z.boolean() })

/** Of a claim in a query: its clock stands still. */
export const pausedNow = sql`exists (select 1 from ${claimPauses} p where p.claim = ${claims.id} and p.until is null)`

export async function clocksOf({ db, today }: Ctx, claims: readonly string[]): Promise<Map<string, Clock>> {
  if (!claims.length) return new Map()
  const steps = await db
    .select()
    .from(claimSteps)
    .where(and(inArray(claimSteps.claim, [...claims]), isNull(claimSteps.endedOn)))
  const ids = steps.map(({ id }) => id)
  const pauses = ids.length ? await db.select().from(claimPauses).where(inArray(claimPauses.step, ids)) : []
  return new Map(
    steps.map((step) => [
      step.claim,
      clockOf(
        step,
        pauses.filter((one) => one.step === step.id),
        today,
      ),
    ]),
  )
}
