/** Whose turn it is when money of an exhausted pot is free again (轮候, plan task 3). */
import type { Pot } from '#engines/policy/policy.ts'
import { ordered, type QueueRule, taken, type Waiting } from '#engines/policy/queue.ts'
import type { Ctx } from '#platform/context.ts'
import { balanceOf } from './money.ts'

type Line = { line: Pot; year: number }

/** Of those who wait for money of a line, in their order, the ones it now suffices for. */
export async function served<W extends Waiting>(
  ctx: Ctx,
  { line, year }: Line,
  queue: readonly W[],
  by: QueueRule,
): Promise<W[]> {
  const balance = await balanceOf(ctx, { line, year })
  return taken(ordered(queue, by), balance?.free ?? 0)
}
