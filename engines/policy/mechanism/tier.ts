/** The highest step reached. */
import { constant } from '../formula/quantity.ts'
import type { Mechanism } from '../policy.ts'
import { money } from '../wording.ts'
import { ladderOf } from './rungs.ts'
import { due, type Ground, notDue, nothing, picked, undecided, type Worth } from './worth.ts'

export function tier({ fact, rungs }: Extract<Mechanism, { is: 'tier' }>, ground: Ground): Worth {
  const ladder = ladderOf(fact, rungs, ground)
  return {
    quantity: picked(
      ladder.rungs.map(({ amount }) => constant(amount)),
      ladder.reached,
    ),
    tell: (row) => {
      const at = ladder.reached(row)
      if (at === undecided) return notDue(ladder.unknown, [fact])
      if (at === nothing) return notDue(ladder.notReached(row))
      return due([{ title: '分档', sum: ladder.standing(row, at), result: money(ladder.rungs[at]!.amount) }])
    },
    settles: false,
  }
}
