/** Three values (Kleene): all together are worth the least of them, any one is worth the most. */
import type { Met } from '../decision.ts'
import type { Row } from '../policy.ts'

export const notMet = 0
export const unknown = 1
export const met = 2
export type Truth = typeof notMet | typeof unknown | typeof met
export type Asking = (row: Row) => Truth

export const truthInWords: readonly [Met, Met, Met] = ['not-met', 'unknown', 'met']
