/** The clocks of many matters at once: of each its open step, with the pauses of that step. */
import { and, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { type Clock, clockOf } from '#platform/step-clock.ts'
import { moveInPauses, moveInSteps } from '../tables.ts'

export const clock = z.object({ dueOn: z.string(), left: z.number(), paused: z.boolean() })

export async function clocksOf({ db, today }: Ctx, matters: readonly string[]): Promise<Map<string, Clock>> {
  if (!matters.length) return new Map()
  const steps = await db
    .select()
    .from(moveInSteps)
    .where(and(inArray(moveInSteps.moveIn, [...matters]), isNull(moveInSteps.endedOn)))
  const ids = steps.map(({ id }) => id)
  const pauses = ids.length ? await db.select().from(moveInPauses).where(inArray(moveInPauses.step, ids)) : []
  return new Map(
    steps.map((step) => [
      step.moveIn,
      clockOf(
        step,
        pauses.filter((one) => one.step === step.id),
        today,
      ),
    ]),
  )
}
