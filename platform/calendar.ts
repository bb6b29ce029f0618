/**
 * Working days of the Chinese statutory calendar, 调休 included, on plain `YYYY-MM-DD` strings.
 *
 * Only the published data of chinese-days is used, never its functions: those ask the machine's time zone.
 * The State Council publishes a year's calendar in the autumn before. Outside the published years only weekends are
 * free: an answer there may still change, and whoever shows one says so (`calendarKnownUntil`, `calendarKnows`).
 */
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { invalid } from './problem.ts'

/** Whether people work on that day. */
export const isWorkday = (day: string): boolean => works(numberOf(day))

/**
 * The n-th working day after `day` (before it, when n is negative); `day` itself, working or not, when n is 0.
 * The fifth working day of July is `addWorkdays('2024-06-30', 5)`.
 */
export function addWorkdays(day: string, n: number): string {
  if (!Number.isInteger(n)) throw new Error(`a number of working days is whole, not ${n}`)
  const step = Math.sign(n)
  let at = numberOf(day)
  for (let left = Math.abs(n); left > 0; ) {
    at += step
    if (works(at)) left -= 1
  }
  return dayAt(at)
}

/** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
export const workdaysBetween = (from: string, to: string): number => workdaysUpTo(numberOf(to)) - workdaysUpTo(numberOf(from))

/** The last day of the last year whose calendar is published. */
export const calendarKnownUntil = (): string => lastKnown

/** Whether the calendar of that day's year is published, so that the answer will not change. */
export const calendarKnows = (day: string): boolean => {
  const year = dayAt(numberOf(day)).slice(0, 4)
  return year >= firstKnown.slice(0, 4) && year <= lastKnown.slice(0, 4)
}

/** Days since 1970-01-01, a Thursday: free of clock and time zone. */
function numberOf(day: string): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day) {
    throw invalid(`日期“${day}”无法识别，请按 2024-06-30 的形式填写`)
  }
  return at / 86_400_000
}
const dayAt = (at: number) => new Date(at * 86_400_000).toISOString().slice(0, 10)

/** Monday is 0. */
const weekday = (at: number) => (((at + 3) % 7) + 7) % 7
const isWeekend = (at: number) => weekday(at) >= 5

const daysIn = (kind: 'holidays' | 'workdays') => Object.keys(published[kind]).sort().map(numberOf)
const freeWeekdays = daysIn('holidays').filter((at) => !isWeekend(at))
const workingWeekends = daysIn('workdays').filter(isWeekend)
const exceptions = new Set([...freeWeekdays, ...workingWeekends])
const firstKnown = `${Object.keys(published.holidays).sort()[0]!.slice(0, 4)}-01-01`
const lastKnown = `${Object.keys(published.holidays).sort().at(-1)!.slice(0, 4)}-12-31`

const works = (at: number) => isWeekend(at) === exceptions.has(at)

/** Working days from a fixed Monday up to and including `at`; only differences mean anything. */
function workdaysUpTo(at: number): number {
  const weeks = Math.floor((at + 3) / 7)
  const weekdays = weeks * 5 + Math.min(weekday(at) + 1, 5)
  return weekdays - countUpTo(freeWeekdays, at) + countUpTo(workingWeekends, at)
}

function countUpTo(sorted: number[], at: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= at) low = middle + 1
    else high = middle
  }
  return low
}
