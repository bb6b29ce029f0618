/** Days as whole numbers, so that a schedule counts instead of parsing; and the months of a lease, from its first day on. */

export const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000
export const dayAt = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10)

export const dayAfter = (day: string, days = 1): string => dayAt(numberOf(day) + days)
/** Days from one day to another, neither counted twice. */
export const daysBetween = (from: string, to: string): number => numberOf(to) - numberOf(from)

export type Months = {
  /** First day of the n-th month, counted from nought. */
  start: (n: number) => number
  /** How many whole months have passed before a day. */
  on: (day: number) => number
}

/**
 * Months counted from a day: 15 March, 15 April. A month that lacks the day begins on its own last one; the next goes by the
 * first day again, so that nothing drifts.
 */
export function monthsFrom(from: string): Months {
  const [year, month, date] = from.split('-').map(Number) as [number, number, number]
  const start = (n: number) => {
    // Every month has it.
    if (date <= 28) return Date.UTC(year, month - 1 + n, date) / 86_400_000
    const next = Date.UTC(year, month + n, 1) / 86_400_000
    return Math.min(Date.UTC(year, month - 1 + n, 1) / 86_400_000 + date, next) - 1
  }
  const on = (day: number) => {
    const at = new Date(day * 86_400_000)
    const n = (at.getUTCFullYear() - year) * 12 + at.getUTCMonth() + 1 - month
    return start(n) <= day ? n : n - 1
  }
  return { start, on }
}

/** First day of the n-th month of a lease that begins on a day. */
export const monthStart = (from: string, n: number): string => dayAt(monthsFrom(from).start(n))
