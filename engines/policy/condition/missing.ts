/** The facts that are not known and keep a condition from being decided. */
import { type Condition, isChoice, type Row } from '../policy.ts'
import { askingOf, type Ground } from './test.ts'
import { notMet, unknown } from './truth.ts'

export type Missing = (row: Row) => string[]

export function missingOf(condition: Condition, ground: Ground): Missing {
  if (!isChoice(condition) && condition.test.kind === 'pending') return () => []
  const asking = askingOf(condition, ground)
  const named = isChoice(condition)
    ? condition.anyOf.map(({ when, all }) => missingOfAll([...when, ...all], ground))
    : [inDemand(condition.over === null ? [condition.fact] : [condition.fact, condition.over], ground)]
  return (row) => (asking(row) === unknown ? named.flatMap((of) => of(row)) : [])
}

/** Of conditions that hold together: once one is missed, the others no longer matter. */
export function missingOfAll(conditions: readonly Condition[], ground: Ground): Missing {
  const askings = conditions.map((one) => askingOf(one, ground))
  const missing = conditions.map((one) => missingOf(one, ground))
  return (row) => (askings.some((asking) => asking(row) === notMet) ? [] : missing.flatMap((of) => of(row)))
}

const inDemand =
  (titles: readonly string[], { layout }: Ground): Missing =>
  (row) =>
    titles.filter((title) => row[layout.slot.get(title)!] === null)
