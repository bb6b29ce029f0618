/** Whether a row meets the conditions of a measure: all of them, and what is not known meets none. */
import type { Condition, Fact } from '../definition.ts'

export const meets = ({ values }: Fact, where: readonly Condition[]): boolean =>
  where.every((condition) => holds(condition, values[condition.field] ?? null))

function holds({ is, yes, atLeast, below }: Condition, value: string | number | boolean | null): boolean {
  if (value === null) return false
  if (is !== undefined && !is.includes(String(value))) return false
  if (yes !== undefined && value !== yes) return false
  if (atLeast !== undefined && !(order(value, atLeast) >= 0)) return false
  return below === undefined || order(value, below) < 0
}

/** Numbers with numbers, days as texts; NaN, which is neither before nor after, where the two are of different kinds. */
function order(value: string | number | boolean, bound: string | number): number {
  if (typeof value !== typeof bound) return Number.NaN
  return value < bound ? -1 : value > bound ? 1 : 0
}
