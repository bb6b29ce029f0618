/** The whole result of an appraisal by its scheme, with the digest by which it is proven the same. */
import { createHash } from 'node:crypto'
import { awardOf } from '#engines/appraisal/award.ts'
import type { Awarded, GroupResult } from '#engines/appraisal/result.ts'
import type { Scheme, Subject } from '#engines/appraisal/scheme.ts'
import { scoreGroup } from '#engines/appraisal/score.ts'

export type Grouped = ReadonlyMap<string, readonly Subject[]>
export type Result = { groups: GroupResult[]; awarded: Awarded | null; digest: string }

/** `pot`: the reward fund of a whole year; half a year has none. */
export function resultOf(scheme: Scheme, text: string, given: Grouped, pot: number | null): Result {
  const groups = scheme.groups.flatMap(({ code }) => (given.has(code) ? [scoreGroup(scheme, code, given.get(code)!)] : []))
  const awarded = scheme.award && pot !== null ? awardOf(scheme.award, groups, pot) : null
  const inputs = [...given].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, subjects]) => [group, byId(subjects)])
  const digest = createHash('sha256')
    .update(canonical([text, pot, inputs, groups, awarded]), 'utf8')
    .digest('hex')
  return { groups, awarded, digest }
}

const byId = (subjects: readonly Subject[]) => [...subjects].sort((a, b) => (a.id < b.id ? -1 : 1))

/** Keys in one order, however the database kept them. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
