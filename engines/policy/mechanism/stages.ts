/** Each stage once, when it is reached. */
import type { Award, Past } from '../fact.ts'
import { counted } from '../formula/quantity.ts'
import type { Mechanism, Row } from '../policy.ts'
import { lackOf, money } from '../wording.ts'
import { due, type Ground, notDue, type Worth } from './worth.ts'

export function stages({ stages: all }: Extract<Mechanism, { is: 'stages' }>, ground: Ground): Worth {
  const slots = all.map(({ fact }) => ground.layout.slot.get(fact)!)
  const had = (title: string, row: Row, past: Past): Award | undefined =>
    past.find((award) => award.milestone === title && ground.concerns(award, row))
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
      const open = all.map((stage, at) => ({ ...stage, before: had(stage.title, row, past), reached: row[slots[at]!] }))
      const missing = open.filter(({ before, reached }) => !before && typeof reached !== 'boolean').map(({ fact }) => fact)
      if (missing.length > 0) return notDue(lackOf(missing), [...new Set(missing)])
      const now = open.filter(({ before, reached }) => !before && reached)
      const earlier = open.filter(({ before }) => before)
      if (now.length === 0) {
        const rest = open.find(({ before, reached }) => !before && !reached)
        return notDue(rest ? `${earlier.length > 0 ? '已完成的阶段均已享受，' : ''}尚未${done(rest.title)}` : '各阶段均已享受')
      }
      const steps = [
        ...earlier.map(({ title, before }) => ({ title, sum: `${before!.year} 年度已享受，不再计`, result: money(0) })),
        ...now.map(({ title, amount }) => ({ title, sum: money(amount), result: money(amount) })),
      ]
      const total = { title: '合计', sum: now.map(({ amount }) => money(amount)).join(' + '), result: '' }
      const sum = now.reduce((all, { amount }) => all + amount, 0)
      return due(now.length > 1 ? [...steps, { ...total, result: money(sum) }] : steps, {
        milestones: now.map(({ title, amount }) => ({ title, amount })),
      })
    },
    settles: true,
  }
}

const done = (title: string) => `达到“${title}”阶段`
