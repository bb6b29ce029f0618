/** Rules in one form, however they came: each once, clauses and rules in a fixed order. */
import type { Stacking } from '../policy.ts'
import { compareText } from './order.ts'

export function canonical(stacking: readonly Stacking[]): Stacking[] {
  const keyed = new Map(
    stacking.map((rule): [string, Stacking] => {
      const clauses = [...new Set(rule.is === 'deduct' ? rule.paid : rule.clauses)].sort(compareText)
      const same = rule.is === 'deduct' ? { ...rule, paid: clauses } : { ...rule, clauses }
      // A rule of the year comes before one of a project: it bears on every candidate of the clause, and gives the reason for all.
      const narrow = 'within' in same && same.within === 'project'
      return [JSON.stringify([same.is, narrow, same.title, ...Object.entries(same).sort(([a], [b]) => compareText(a, b))]), same]
    }),
  )
  return [...keyed].sort(([a], [b]) => compareText(a, b)).map(([, rule]) => rule)
}
