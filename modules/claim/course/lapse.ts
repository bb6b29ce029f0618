/** What a firm lets go by ends by itself: a correction that is not handed in, a consent that is not given, within its days (逾期终止). */
import { and, inArray, lt, not } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import type { Clock } from '#platform/step-clock.ts'
import { type ClaimState, lapsing } from '../flow.ts'
import { claims } from '../tables.ts'
import { pausedNow } from './clocks.ts'
import { letGo } from './money.ts'
import { type Claim, go } from './way.ts'

type Lapsing = keyof typeof lapsing
const states = Object.keys(lapsing) as Lapsing[] // its own keys
const mayLapse = (state: ClaimState): state is Lapsing => state in lapsing

/** By the product's clock: whatever ran out, whenever it did. What was reserved is free again; nothing of the matter is removed. */
export async function lapseDue(ctx: Ctx): Promise<number> {
  const over = and(inArray(claims.status, states), lt(claims.dueOn, ctx.today), not(pausedNow))
  const due = await ctx.db.select().from(claims).where(over).orderBy(claims.number).for('update')
  for (const claim of due) {
    const outcome = reasonOf(claim)
    const gone = await go(ctx, claim, 'lapse', { change: { outcome }, opinion: outcome })
    await letGo(ctx, gone, lapsing[claim.status as Lapsing]) // as the query has it
  }
  return due.length
}

const reasonOf = ({ status, dueOn }: Claim): string =>
  status === 'consenting'
    ? `逾期未确认：确认期限于 ${dueOn} 届满，视为放弃享受`
    : `逾期未补正：补正期限于 ${dueOn} 届满，终止办理`

/** Working days before the end from which the firm is reminded. */
const soon = 3

/** Told with what is to do; nothing where there is time, or nothing that lapses. */
export function reminder({ status, clock }: { status: ClaimState; clock: Clock | null }): string | null {
  if (!mayLapse(status) || clock === null || clock.paused || clock.left > soon) return null
  return status === 'consenting'
    ? `请于 ${clock.dueOn} 前确认，逾期未确认的视为放弃享受`
    : `请于 ${clock.dueOn} 前提交补正，逾期未补正的终止办理`
}
