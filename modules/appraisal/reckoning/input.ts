/** What the engine is given: frozen values of certain rounds, targets and exemptions of the subjects. */
import type { Scheme, Subject, SubjectData, Value } from '#engines/appraisal/scheme.ts'
import { type Source, saidSource } from '../reading/source.ts'
import { askedIn, groupOf, keyOf, type SubjectRow, type ValueRow } from '../whole.ts'

/** Kept with a score, so that it can be reckoned again: which round of each value, and what the office had laid down. */
export type Of = { rounds: Record<string, number>; targets: Record<string, number>; exempt: Record<string, string> }
type Given = Pick<SubjectRow, 'id' | 'group' | 'name'> & Of

export const latestRounds = (
  scheme: Scheme,
  { id, group, name, targets, exempt }: SubjectRow,
  latest: Map<string, ValueRow>,
): Given => ({
  ...{ id, group, name },
  targets: targets as Record<string, number>,
  exempt: exempt as Record<string, string>,
  rounds: Object.fromEntries(
    askedIn(groupOf(scheme, group)).flatMap(({ code }) => {
      const row = latest.get(keyOf(id, code))
      return row ? [[code, row.round] as const] : []
    }),
  ),
})

/** `frozen`: every round there is, by subject, item and round. */
export function inputOf(scheme: Scheme, given: Given, frozen: ReadonlyMap<string, ValueRow>): Subject {
  const { id, group, name, targets, exempt, rounds } = given
  const values: Record<string, Value> = {}
  const experts: Record<string, readonly number[]> = {}
  for (const { code, source } of askedIn(groupOf(scheme, group))) {
    const row = rounds[code] === undefined ? undefined : frozen.get(`${keyOf(id, code)} ${rounds[code]}`)
    if (!row) continue
    const from = row.source as Source
    if (source.is === 'experts' && from.is === 'experts') experts[code] = from.points
    else values[code] = { value: row.value, missing: row.missing, source: saidSource(from) }
  }
  return { id, name, data: { values, experts, targets, exempt } satisfies SubjectData }
}

export const byRound = (frozen: readonly ValueRow[]): Map<string, ValueRow> =>
  new Map(frozen.map((row) => [`${keyOf(row.subject, row.item)} ${row.round}`, row]))
