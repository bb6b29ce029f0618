/** An earlier day as it was known then: everything read under this context is dated no later than its end. */
import { dayAsked } from '#modules/indicator/asked.ts'
import type { Ctx } from '#platform/context.ts'

/** @throws for a day to come */
export function asOf(ctx: Ctx, asked: string | undefined): Ctx {
  const day = dayAsked(ctx, asked)
  return day === ctx.today ? ctx : { ...ctx, today: day, now: new Date(`${day}T23:59:59+08:00`) }
}
