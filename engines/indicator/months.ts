/** Days ('2025-06-30') and months ('2025-06') as texts that are counted with whole numbers: no clock, no time zone. */

const two = (number: number) => String(number).padStart(2, '0')
const four = (number: number) => String(number).padStart(4, '0')

export const monthOf = (day: string): string => day.slice(0, 7)
export const yearOf = (dayOrMonth: string): number => Number(dayOrMonth.slice(0, 4))
export const decemberOf = (year: number): string => `${four(year)}-12`
export const isDecember = (month: string): boolean => month.endsWith('-12')

/** Months since January of the year 0. */
export const monthNumber = (month: string): number => yearOf(month) * 12 + Number(month.slice(5, 7)) - 1
export const monthAt = (number: number): string => `${four(Math.floor(number / 12))}-${two((number % 12) + 1)}`
export const shiftMonth = (month: string, by: number): string => monthAt(monthNumber(month) + by)

/** The same day a year earlier; of 29 February the 28th. */
export function yearBefore(day: string): string {
  const date = day.slice(5)
  return `${four(yearOf(day) - 1)}-${date === '02-29' ? '02-28' : date}`
}

export function nextDay(day: string): string {
  const date = Number(day.slice(8))
  return date < daysIn(monthOf(day)) ? `${monthOf(day)}-${two(date + 1)}` : `${shiftMonth(monthOf(day), 1)}-01`
}

export function daysIn(month: string): number {
  const [year, number] = [yearOf(month), Number(month.slice(5, 7))]
  if (number === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(number) ? 30 : 31
}

export const lastDayOf = (month: string): string => `${month}-${daysIn(month)}`
