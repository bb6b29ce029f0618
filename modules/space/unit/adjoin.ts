/** Which units can be opened into one another: pairs kept once, the lesser identifier first. */
import type { Ctx } from '#platform/context.ts'
import { adjoinings } from '../tables.ts'

export type Pair = readonly [string, string]

export const ordered = ([a, b]: Pair) => (a < b ? { one: a, other: b } : { one: b, other: a })

export async function adjoin({ db }: Ctx, pairs: Pair[]): Promise<void> {
  if (pairs.length) await db.insert(adjoinings).values(pairs.map(ordered)).onConflictDoNothing()
}

/** Whether one can walk from the first to every other through these alone; `apart` is the first that cannot be reached. */
export function joined(ids: readonly string[], neighbours: ReadonlyMap<string, readonly string[]>): { apart: string | null } {
  const [first] = ids
  const reached = new Set(first ? [first] : [])
  for (const id of reached) for (const next of neighbours.get(id) ?? []) if (ids.includes(next)) reached.add(next)
  return { apart: ids.find((id) => !reached.has(id)) ?? null }
}
