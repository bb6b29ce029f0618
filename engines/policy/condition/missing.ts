/** The facts that are not known and keep conditions from being decided, each once. */
import { type Condition, isChoice, type Row } from '../policy.ts'
import { type Ground, linesOf, weigh } from './test.ts'
import { notMet, unknown } from './truth.ts'

/** Adds to what is missing already. */
export type Missing = (row: Row, missing: string[]) => void

export function missingOf(condition: Condition, ground: Ground): Missing {
  const lines = linesOf([condition], ground)
  if (isChoice(condition)) {
    const cases = condition.anyOf.map(({ when, all }) => missingOfAll([...when, ...all], ground))
    return (row, missing) => {
      if (weigh(lines, row) === unknown) for (const add of cases) add(row, missing)
    }
  }
  const { fact, over, test } = condition
  if (test.kind === 'pending') return () => undefined
  const named = (over === null ? [fact] : [fact, over]).map((title) => ({ title, slot: ground.layout.slot.get(title)! }))
  return (row, missing) => {
    for (const { title, slot } of named) if (row[slot] === null && !missing.includes(title)) missing.push(title)
  }
}

/** Of conditions that hold together: once one is missed, the others no longer matter. */
export function missingOfAll(conditions: readonly Condition[], ground: Ground): Missing {
  const lines = linesOf(conditions, ground)
  const each = conditions.map((one) => missingOf(one, ground))
  return (row, missing) => {
    if (weigh(lines, row) !== notMet) for (const add of each) add(row, missing)
  }
}
