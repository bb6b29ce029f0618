/** Which of several cases is the one: the first that holds, undecided as soon as one before it is not known. */
import { missingOfAll } from '../condition/missing.ts'
import { askingOf } from '../condition/test.ts'
import { every, met, notMet } from '../condition/truth.ts'
import type { Demand, Row } from '../policy.ts'
import { type Ground, nothing, undecided } from './worth.ts'

export type Choosing = {
  /** Its place; `nothing` where none holds. */
  choose: (row: Row) => number
  /** What is not known of the first that may hold. */
  missing: (row: Row) => string[]
}

export function choosingOf(cases: readonly { when: readonly Demand[] }[], ground: Ground): Choosing {
  const askings = cases.map(({ when }) => every(when.map((one) => askingOf(one, ground))))
  const missing = cases.map(({ when }) => missingOfAll(when, ground))
  const choose = (row: Row): number => {
    for (let at = 0; at < askings.length; at += 1) {
      const truth = askings[at]!(row)
      if (truth !== notMet) return truth === met ? at : undecided
    }
    return nothing
  }
  return { choose, missing: (row) => missing[askings.findIndex((asking) => asking(row) !== notMet)]?.(row) ?? [] }
}
