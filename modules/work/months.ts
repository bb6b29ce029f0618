/** Reporting months: which months a plan asks reports for, and the day each is due. */
import { addWorkdays } from '#platform/calendar.ts'

/** Reports of a month are due on this working day of the next. */
export const reportWorkday = 5

export function nextMonth(month: string): string {
  const [year, m] = month.split('-').map(Number) as [number, number]
  return m === 12 ? `${year + 1}-01` : `${year}-${String(m + 1).padStart(2, '0')}`
}

export function previousMonth(month: string): string {
  const [year, m] = month.split('-').map(Number) as [number, number]
  return m === 1 ? `${year - 1}-12` : `${year}-${String(m - 1).padStart(2, '0')}`
}

/** All months from first to last, both included; none when last is before first. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month)
  return months
}

/** The day by which the report of `month` is due. */
export const reportDueOn = (month: string): string => addWorkdays(lastDayOf(month), reportWorkday)

function lastDayOf(month: string): string {
  const [year, m] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, m, 0)).toISOString().slice(0, 10)
}

type Period = { publishedOn: string | null; from: number; to: number }

/** Months the plan asks a report for, up to the month of `today`: from its publication to the end of its period. */
export function reportingMonths({ publishedOn, from, to }: Period, today: string): string[] {
  const first = publishedOn ? publishedOn.slice(0, 7) : `${from}-01`
  const last = [today.slice(0, 7), `${to}-12`].sort()[0]!
  return monthsBetween(first, last)
}
