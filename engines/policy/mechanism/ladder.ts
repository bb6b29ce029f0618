/** The step reached less what was had for lower ones (晋级补差). */

import type { Past } from '../fact.ts'
import { counted } from '../formula/quantity.ts'
import type { Mechanism, Row } from '../policy.ts'
import { money } from '../wording.ts'
import { ladderOf } from './rungs.ts'
import { due, type Ground, notDue, nothing, undecided, type Worth } from './worth.ts'

export function ladder({ fact, rungs }: Extract<Mechanism, { is: 'ladder' }>, ground: Ground): Worth {
  const steps = ladderOf(fact, rungs, ground)
  const had = (row: Row, past: Past) => {
    let sum = 0
    for (const award of past) if (ground.concerns(award, row)) sum += award.amount
    return sum
  }
  const quantity = counted((row, past) => {
    const at = steps.reached(row)
    if (at === undecided) return Number.NaN
    return at === nothing ? 0 : Math.max(0, steps.rungs[at]!.amount - had(row, past))
  })
  return {
    quantity,
    tell: (row, past) => {
      const at = steps.reached(row)
      if (at === undecided) return notDue(steps.unknown, [fact])
      if (at === nothing) return notDue(steps.notReached(row))
      const { title, amount } = steps.rungs[at]!
      const before = had(row, past)
      if (before >= amount) return notDue(`“${title}”为 ${money(amount)}，已享受 ${money(before)}，没有差额`)
      const reached = { title: '分档', sum: steps.standing(row, at), result: money(amount) }
      if (before === 0) return due([reached])
      const difference = { title: '晋级补差', sum: `${money(amount)} − 已享受 ${money(before)}`, result: money(amount - before) }
      return due([reached, difference])
    },
    settles: true,
  }
}
