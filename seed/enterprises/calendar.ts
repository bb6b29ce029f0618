/** The months the demo reports about, and their working days. */
import { addWorkdays } from '#platform/calendar.ts'

/** 2021 is the year the plan starts from. */
export const months: string[] = [2021, 2022, 2023, 2024, 2025].flatMap((year) =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`),
)

export const yearOf = (month: string) => Number(month.slice(0, 4))
const lastDays = new Map(months.map((month) => [month, lastDayOf(month)]))
export const endOf = (month: string): string => lastDays.get(month)!

function lastDayOf(month: string): string {
  return new Date(Date.UTC(yearOf(month), Number(month.slice(5)), 0)).toISOString().slice(0, 10)
}

export const addDays = (day: string, n: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10)

/** The n-th working day after the end of a month, looked up by the thousand. */
export const workdayAfter = (month: string, n: number): string => workdays.get(month)![n - 1]!
const workdays = new Map(
  months.map((month) => {
    const days: string[] = []
    for (let day = endOf(month); days.length < 30; days.push(day)) day = addWorkdays(day, 1)
    return [month, days]
  }),
)

/** The working day that ends the week, when what happened in it is written down; after a holiday the next one. */
export function weekEnd(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addWorkdays(addDays(day, ((4 - weekday + 7) % 7) - 1), 1)
}
