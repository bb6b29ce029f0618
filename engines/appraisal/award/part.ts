/** What one subject gets of the fund, with how it came about. */
import type { Step, SubjectScore } from '../result.ts'

export type Part = { subject: SubjectScore; amount: number; steps: readonly Step[] }

/** Earlier in the group's places, then by id: who gets the odd 分 where all else is equal. */
export const byPlaceThenId = (a: SubjectScore, b: SubjectScore): number =>
  a.place! - b.place! || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
