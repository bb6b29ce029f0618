/** What a lease lays down about money, and the prices that follow from it from day to day. */
import { dayAt, type Months, monthsFrom, numberOf } from './days.ts'

export type PayEvery = 'month' | 'quarter' | 'half' | 'year'
export type Terms = {
  /** First and last day. */
  from: string
  to: string
  /** First day it is no more, where it ended before its last day. */
  endedOn: string | null
  /** ㎡; prices in yuan a square metre and month: two places each. */
  area: number
  rent: number
  fee: number | null
  /** From a day on another rent. */
  steps: readonly { from: string; rent: number }[]
  /** Days for which no rent is due, both included; the fee is due all the same. */
  free: readonly { from: string; to: string }[]
  /** % a year on every anniversary of the first day, upon the rent of the year before, rounded to the fen; not beside steps. */
  growth: number | null
  payEvery: PayEvery
  /** Days after a period begins by which it is to be paid. */
  dueDays: number
  deposit: number
}
export type Priced = 'rent' | 'fee'

export const monthsIn: Record<PayEvery, number> = { month: 1, quarter: 3, half: 6, year: 12 }

/** Two places as a whole number: 36.5 → 3650. */
export const hundredths = (value: number): number => Math.round(value * 100)

/** The last day for which anything is due. */
export const lastDay = ({ to, endedOn }: Pick<Terms, 'to' | 'endedOn'>): string =>
  endedOn !== null && endedOn <= to ? dayAt(numberOf(endedOn) - 1) : to

/** Days in a row of one price (hundredths of a yuan); days as numbers, both included. */
export type Stretch = { from: number; to: number; price: number; free: boolean }

/** The days of a lease by price, from the first to the last; nothing for a fee where none is agreed. */
export function stretchesOf(terms: Terms, kind: Priced): Stretch[] {
  const [first, last] = [numberOf(terms.from), numberOf(lastDay(terms))]
  if (first > last || (kind === 'fee' && terms.fee === null)) return []
  if (kind === 'fee') return [{ from: first, to: last, price: hundredths(terms.fee ?? 0), free: false }]
  const months = monthsFrom(terms.from)
  const free = terms.free.map(({ from, to }) => ({ from: numberOf(from), to: numberOf(to) }))
  const turns = [...terms.steps.map(({ from }) => numberOf(from)), ...free.flatMap(({ from, to }) => [from, to + 1])]
  for (let year = 1; terms.growth && months.start(year * 12) <= last; year++) turns.push(months.start(year * 12))
  const starts = [...new Set([first, ...turns])].filter((day) => day >= first && day <= last).sort((a, b) => a - b)
  const price = priceFrom(terms, months)
  return starts.map((from, at) => ({
    from,
    to: (starts[at + 1] ?? last + 1) - 1,
    price: price(from),
    free: free.some((span) => span.from <= from && from <= span.to),
  }))
}

type Prices = Pick<Terms, 'from' | 'rent' | 'steps' | 'growth'>
/** The agreed rent of a day, in hundredths; whether the day is free of rent is another matter. */
export const rentOn = (terms: Prices, day: string): number => priceFrom(terms, monthsFrom(terms.from))(numberOf(day))

function priceFrom({ rent, steps, growth }: Prices, months: Months): (day: number) => number {
  const taken = steps.map((step) => ({ from: numberOf(step.from), rent: step.rent })).sort((a, b) => a.from - b.from)
  return (day) => {
    let price = hundredths(taken.findLast(({ from }) => from <= day)?.rent ?? rent)
    const years = growth ? Math.max(0, Math.floor(months.on(day) / 12)) : 0
    for (let year = 0; year < years; year++) price = Math.round((price * (10_000 + hundredths(growth ?? 0))) / 10_000)
    return price
  }
}
