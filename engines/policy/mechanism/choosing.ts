/** Which of several cases is the one: the first that holds, undecided as soon as one before it is not known. */
import { missingOfAll } from '../condition/missing.ts'
import { linesOf, weigh } from '../condition/test.ts'
import { met, notMet } from '../condition/truth.ts'
import type { Demand, Row } from '../policy.ts'
import { type Ground, nothing, undecided } from './worth.ts'

export type Choosing = {
  /** Its place; `nothing` where none holds. */
  choose: (row: Row) => number
  /** What is not known of the first that may hold. */
  missing: (row: Row) => string[]
}

export function choosingOf(cases: readonly { when: readonly Demand[] }[], ground: Ground): Choosing {
  const lines = cases.map(({ when }) => linesOf(when, ground))
  const missing = cases.map(({ when }) => missingOfAll(when, ground))
  const choose = (row: Row): number => {
    for (let at = 0; at < lines.length; at += 1) {
      const truth = weigh(lines[at]!, row)
      if (truth !== notMet) return truth === met ? at : undecided
    }
    return nothing
  }
  return {
    choose,
    missing: (row) => {
      const found: string[] = []
      missing[lines.findIndex((one) => weigh(one, row) !== notMet)]?.(row, found)
      return found
    },
  }
}
