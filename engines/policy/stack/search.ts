/**
 * Finds the best lawful set of candidates: each connected component by itself, by branch and bound.
 *
 * Candidates are taken in the order of settlement, so what is paid so far is final. The bound is never below what can still come: of
 * what is undecided, each is paid at most what the debits and caps leave it now, of rivals only one clause, and under a cap no more
 * than its room; how many can be paid is bounded likewise. Among equals the first found stands, which claims earlier ones first.
 *
 * Always exact. Components of up to 25 take milliseconds (bench/stack.ts); only where each of them stands under several caps that overlap,
 * tens of them, and then each five more take about ten times as long.
 */
import { boundOf } from './bound.ts'
import type { Field } from './field.ts'
import { byId } from './order.ts'
import { copyOf, opening, pay, type Standing } from './settle.ts'

/** Candidates that bear on one another, directly or through others; in the order of settlement. */
export function components({ candidates, rivals, debits, against, caps, under }: Field): number[][] {
  const parent = candidates.map((_, i) => i)
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i]!
    return i
  }
  const join = (i: number, j: number) => {
    parent[root(j)] = root(i)
  }
  const byDebit: number[][] = debits.map(({ paidFor }) => (paidFor === null ? [] : [paidFor]))
  const byCap: number[][] = caps.map(() => [])
  candidates.forEach((_, i) => {
    for (const j of rivals[i]!) join(i, j)
    for (const number of against[i]!) byDebit[number]!.push(i)
    for (const number of under[i]!) byCap[number]!.push(i)
  })
  for (const together of [...byDebit, ...byCap]) for (const i of together) join(together[0]!, i)
  const found = new Map<number, number[]>()
  candidates.forEach((_, i) => {
    const members = found.get(root(i))
    if (members) members.push(i)
    else found.set(root(i), [i])
  })
  return [...found.values()]
}

/** The candidates of a component that are best claimed. */
export function search(field: Field, members: readonly number[]): readonly number[] {
  const bound = boundOf(field, members)
  const sources = new Set(field.debits.map(({ paidFor }) => paidFor))
  const byName = members.map((i, at) => ({ i, at })).sort((a, b) => byId(field.candidates[a.i]!, field.candidates[b.i]!))
  const claimed = field.candidates.map(() => false)
  const isBarred = (i: number) => field.rivals[i]!.some((rival) => claimed[rival])
  let best: Found = { total: -1, count: 0, claimed: [], paid: [] }

  const explore = (at: number, standing: Standing, total: number, count: number): void => {
    const most = bound(at, standing, isBarred)
    const ahead = total + most.total - best.total || count + most.count - best.count
    if (ahead < 0 || (ahead === 0 && !mayComeFirst(at, standing.paid))) return
    const i = members[at]
    if (i === undefined) {
      best = { total, count, claimed: members.filter((one) => claimed[one]), paid: standing.paid }
      return
    }
    const barred = isBarred(i)
    if (!barred) {
      const after = copyOf(standing)
      const paid = pay(field, after, i)
      claimed[i] = true
      explore(at + 1, after, total + paid, count + (paid > 0 ? 1 : 0))
      claimed[i] = false
    }
    if (barred || mayHinder(i)) explore(at + 1, standing, total, count)
  }
  /** Where it stands in the way of nothing that follows, leaving it out can do no good. */
  const mayHinder = (i: number): boolean =>
    sources.has(i) || field.under[i]!.length > 0 || field.rivals[i]!.some((rival) => rival > i && !isBarred(rival))
  /** Whether what is paid, with everything undecided, stands before the best so far by clause and project. */
  const mayComeFirst = (undecided: number, paid: readonly number[]): boolean => {
    const differing = byName.find(({ i, at }) => (paid[i]! > 0 || at >= undecided) !== best.paid[i]! > 0)
    return differing !== undefined && !(best.paid[differing.i]! > 0)
  }
  explore(0, opening(field), 0, 0)
  return best.claimed
}

type Found = { total: number; count: number; claimed: readonly number[]; paid: readonly number[] }
