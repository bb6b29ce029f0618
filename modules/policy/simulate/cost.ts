/** A version of clauses over all firms of a day: what each clause grants each of them in the best lawful combination. */
import type { Bare } from '#engines/policy/bare.ts'
import type { Candidate } from '#engines/policy/stack/combination.ts'
import { combined } from '../screen/firm.ts'
import type { Ground } from '../screen/ground.ts'
import type { Columns } from './columns.ts'

export type Cost = {
  ground: Ground
  /** By firm and, within it, by clause: what the clause alone comes to, and what is left of it (分). */
  bares: Float64Array
  kept: Float64Array
  /** By firm. */
  totals: Float64Array
}

/** Firms decided before others are let in: a server stays answerable. */
const portion = 500

/** Firms to whom every clause grants what it did in `before` have the same combination, as long as the rules are the same. */
export async function costOf(ground: Ground, columns: Columns, before: Cost | null): Promise<Cost> {
  const { clauses } = ground
  const width = clauses.length
  const firms = columns.ids.length
  const bares = new Float64Array(firms * width)
  const kept = new Float64Array(firms * width)
  const totals = new Float64Array(firms)
  const place = new Map(clauses.map(({ id }, at) => [id, at]))
  const comparable = before !== null && isSameFrame(ground, before.ground)
  const same = clauses.map(({ words }, at) => comparable && before!.ground.clauses[at]!.words === words)
  for (let firm = 0; firm < firms; firm += 1) {
    if (firm % portion === portion - 1) await new Promise((resolve) => setImmediate(resolve))
    const [row, past, start] = [columns.rows[firm]!, columns.past[firm]!, firm * width]
    let unmoved = comparable
    for (let at = 0; at < width; at += 1) {
      if (same[at]) {
        bares[start + at] = before!.bares[start + at]!
        continue
      }
      const bare: Bare = clauses[at]!.bare(row, past, columns.day)
      bares[start + at] = bare
      if (unmoved && bare !== before!.bares[start + at]) unmoved = false
    }
    if (unmoved) {
      totals[firm] = before!.totals[firm]!
      for (let at = 0; at < width; at += 1) kept[start + at] = before!.kept[start + at]!
      continue
    }
    const candidates: Candidate[] = []
    for (let at = 0; at < width; at += 1) {
      const amount = bares[start + at]!
      if (amount > 0) candidates.push({ clause: clauses[at]!.id, project: null, amount })
    }
    if (candidates.length === 0) continue
    const found = combined(ground, candidates, past, columns.day)
    totals[firm] = found.total
    for (const { clause, amount } of found.kept) kept[start + place.get(clause)!]! += amount
  }
  return { ground, bares, kept, totals }
}

const isSameFrame = (one: Ground, other: Ground): boolean =>
  one.clauses.length === other.clauses.length &&
  one.clauses.every(({ id }, at) => other.clauses[at]!.id === id) &&
  JSON.stringify(one.stacking) === JSON.stringify(other.stacking)
