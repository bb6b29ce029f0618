/** In which order a combination is settled; it follows from the rules alone, so that no candidate changes it for the others. */
import type { Stacking } from '../policy.ts'
import type { Candidate } from './combination.ts'

export type Order = {
  compare(a: Candidate, b: Candidate): number
  /** Clauses whose payments in the same combination are taken off this one. */
  deductedFrom(clause: string): readonly string[]
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** By clause and project; the larger first where both are the same. */
export const byId = (a: Candidate, b: Candidate): number =>
  compareText(a.clause, b.clause) || compareText(a.project ?? '', b.project ?? '') || b.amount - a.amount

export function orderOf(stacking: readonly Stacking[]): Order {
  const paid = new Map<string, Set<string>>()
  const caps = new Map<string, number>()
  for (const rule of stacking) {
    if (rule.is === 'deduct') paid.set(rule.from, new Set([...(paid.get(rule.from) ?? []), ...rule.paid]))
    if (rule.is === 'together') for (const clause of new Set(rule.clauses)) caps.set(clause, (caps.get(clause) ?? 0) + 1)
  }
  const inForce = withoutCircles(paid)
  const depths = new Map<string, number>()
  const depth = (clause: string): number => {
    const known = depths.get(clause)
    if (known !== undefined) return known
    const found = Math.max(0, ...(inForce.get(clause) ?? []).map((one) => 1 + depth(one)))
    depths.set(clause, found)
    return found
  }
  return {
    compare: (a, b) => depth(a.clause) - depth(b.clause) || (caps.get(a.clause) ?? 0) - (caps.get(b.clause) ?? 0) || byId(a, b),
    deductedFrom: (clause) => inForce.get(clause) ?? [],
  }
}

/** Of clauses that deduct one another, only the later deducts the earlier. */
function withoutCircles(paid: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string[]> {
  const within = new Map<string, Set<string>>()
  const allBefore = (clause: string): Set<string> => {
    const known = within.get(clause)
    if (known) return known
    const found = new Set<string>()
    const waiting = [...(paid.get(clause) ?? [])]
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      if (found.has(one)) continue
      found.add(one)
      waiting.push(...(paid.get(one) ?? []))
    }
    within.set(clause, found)
    return found
  }
  return new Map(
    [...paid].map(([from, earlier]) => [
      from,
      [...earlier].filter((one) => one < from || !allBefore(one).has(from)).sort(compareText),
    ]),
  )
}
