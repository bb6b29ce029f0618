/** Quantities of a space in whole numbers: hundredths of ㎡, fen, days; what is unknown in it is said beside. */
import { dayNumber } from '../../progress/wording.ts'
import type { Space } from './unit.ts'

export const hundredths = (value: number): number => Math.round(value * 100)

export function areaOf(space: Space): number {
  let sum = 0
  for (const { area } of space) sum += hundredths(area)
  return sum
}

/** Fen a month for an area at a price, as a contract has it: rounded for each unit. */
export const charge = (area: number, price: number): number => Math.round((hundredths(area) * hundredths(price)) / 100)

/** Rent and property fee of a month in fen, as far as they are known. */
export function monthlyOf(space: Space): { fen: number; rentKnown: boolean; feeKnown: boolean } {
  let fen = 0
  let [rentKnown, feeKnown] = [true, true]
  for (const { area, rent, fee } of space) {
    fen += (rent === null ? 0 : charge(area, rent)) + (fee === null ? 0 : charge(area, fee))
    rentKnown &&= rent !== null
    feeKnown &&= fee !== null
  }
  return { fen, rentKnown, feeKnown }
}

/** The first day all of it can be had as far as is known; not before today. */
export function availableOn(space: Space, today: string): { day: string; sure: boolean } {
  let [day, sure] = [today, true]
  for (const { readyOn, freeFrom } of space) {
    if (readyOn === null) sure = false
    else if (readyOn > day) day = readyOn
    if (freeFrom > day) day = freeFrom
  }
  return { day, sure }
}

/** Days from the one day to any other; each is read once only, for few days stand in many rows. */
export function daysFrom(from: string): (to: string) => number {
  const start = dayNumber(from)
  const read = new Map<string, number>()
  return (to) => {
    const before = read.get(to)
    if (before !== undefined) return before
    const days = dayNumber(to) - start
    read.set(to, days)
    return days
  }
}

type Point = { longitude: number; latitude: number }
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance in hundredths of a km. */
export function distance(a: Point, b: Point): number {
  const across = Math.sin(radians(b.longitude - a.longitude) / 2)
  const along = Math.sin(radians(b.latitude - a.latitude) / 2)
  const part = along * along + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * across * across
  return Math.round(2 * 6371 * 100 * Math.asin(Math.min(1, Math.sqrt(part))))
}
