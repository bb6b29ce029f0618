/** Each stage once, when it is reached. */
import type { Step } from '../decision.ts'
import type { Award, Past } from '../fact.ts'
import { counted } from '../formula/quantity.ts'
import type { Mechanism, Row } from '../policy.ts'
import { lackOf, money } from '../wording.ts'
import { due, type Ground, type Milestone, notDue, type Worth } from './worth.ts'

export function stages({ stages: all }: Extract<Mechanism, { is: 'stages' }>, ground: Ground): Worth {
  const slots = all.map(({ fact }) => ground.layout.slot.get(fact)!)
  const had = (title: string, row: Row, past: Past): Award | undefined =>
    past.find((award) => award.milestone === title && ground.concerns(award, row))
  const stepAt = all.map(({ title, amount }): Step => ({ title, sum: money(amount), result: money(amount) }))
  const quantity = counted((row, past) => {
    let sum = 0
    for (let at = 0; at < all.length; at += 1) {
      if (past.length > 0 && had(all[at]!.title, row, past)) continue
      const reached = row[slots[at]!]
      if (typeof reached !== 'boolean') return Number.NaN
      if (reached) sum += all[at]!.amount
    }
    return sum
  })
  return {
    quantity,
    tell: (row, past) => {
      const earlier: Step[] = []
      const steps: Step[] = []
      const now: Milestone[] = []
      const missing: string[] = []
      let next: string | null = null
      let sum = 0
      for (let at = 0; at < all.length; at += 1) {
        const { title, fact, amount } = all[at]!
        const before = past.length > 0 ? had(title, row, past) : undefined
        const reached = row[slots[at]!]
        if (before) earlier.push({ title, sum: `${before.year} 年度已享受，不再计`, result: money(0) })
        else if (typeof reached !== 'boolean') missing.push(fact)
        else if (!reached) next ??= title
        else {
          steps.push(stepAt[at]!)
          now.push({ title, amount })
          sum += amount
        }
      }
      if (missing.length > 0) return notDue(lackOf(missing), missing)
      if (now.length === 0) return notDue(waiting(next, earlier.length > 0))
      if (now.length > 1)
        steps.push({ title: '合计', sum: now.map(({ amount }) => money(amount)).join(' + '), result: money(sum) })
      return due(earlier.length > 0 ? [...earlier, ...steps] : steps, now)
    },
    settles: true,
  }
}

const waiting = (next: string | null, some: boolean) =>
  next === null ? '各阶段均已享受' : `${some ? '已完成的阶段均已享受，' : ''}尚未达到“${next}”阶段`
