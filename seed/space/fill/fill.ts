/**
 * Day by day firms find their rooms, outgrow them and leave them: what the buildings look like on the day the demo opens
 * follows from it, and so does every figure of their use.
 */
import { addDays } from '#seed/enterprises/calendar.ts'
import type { Firm } from '#seed/enterprises/firms/firms.ts'
import type { Course } from '#seed/enterprises/firms/growth.ts'
import { chanceOf } from '#seed/history/chance.ts'
import type { Site } from '../ground/sites.ts'
import { type MakerspaceRoom, makerspaceRooms } from './makerspaces.ts'
import { cutRest, hundred, openStock, type Room, type Stock, takeMany, takeOne } from './stock.ts'
import { isOld, type Wish, wishesOf } from './wishes.ts'

/** Rooms a firm took at one time, in one building: what one lease is about. */
export type Let = { firm: Firm; nth: 0 | 1; site: Site; rooms: Room[]; since: string; until: string | null }
export type Filled = { stock: Stock; lets: Let[]; makerspaces: MakerspaceRoom[] }

const lastDay = '2025-11-28'

export function fill(firms: Firm[], courses: Map<number, Course>): Filled {
  const stock = openStock()
  const makerspaces = makerspaceRooms(stock)
  const lets: Let[] = []
  const days = new Map<string, (() => void)[]>()
  const at = (day: string, work: () => void) => {
    if (day > lastDay) return
    const works = days.get(day)
    if (works) works.push(work)
    else days.set(day, [work])
  }
  const need = (firm: Firm, day: string) => needOf(firm, courses.get(firm.serial)!, day)

  const arrive = (wish: Wish, day: string, left: number) => {
    const { firm, nth, until } = wish
    if (until !== null && day >= until) return
    const found = findRooms(stock, wish, need(firm, day), day)
    if (found) {
      const own: Let[] = []
      occupy({ firm, nth, ...found, since: day, until }, own)
      const review = addDays(day, 240 + (firm.serial % 120))
      at(review, () => grow(own, review))
    } else if (left > 0) at(addDays(day, 24), () => arrive(wish, addDays(day, 24), left - 1))
  }
  const occupy = (one: Let, own: Let[]) => {
    lets.push(one)
    own.push(one)
    for (const room of one.rooms) {
      room.free = one.until
      room.taken.push(one.since)
    }
  }
  /** From time to time: who has outgrown its rooms takes more, in the same building if there are any. */
  const grow = (own: Let[], day: string) => {
    const first = own[0]!
    if (first.until !== null && day >= first.until) return
    const has = own.flatMap(({ rooms }) => rooms).reduce((sum, { area }) => sum + area, 0)
    const missing = need(first.firm, day) - has
    if (missing > Math.max(0.12 * has, 30 * hundred)) {
      const here = stock.filter(({ site }) => site === first.site)
      const near = stock.filter(({ site }) => site !== first.site && site.town === first.site.town && site.anchor === null)
      const found = roomsIn([...here, ...near], missing, day)
      if (found) occupy({ ...first, ...found, since: day }, own)
    }
    at(addDays(day, 270), () => grow(own, addDays(day, 270)))
  }

  for (const firm of firms) for (const wish of wishesOf(firm)) at(wish.on, () => arrive(wish, wish.on, patience))
  for (let day = '2022-01-01'; day <= lastDay; day = addDays(day, 1)) for (const work of days.get(day) ?? []) work()
  cutRest(stock)
  return { stock, lets, makerspaces }
}

/** Asked again every few weeks, for the better part of a year. */
const patience = 11

/** Ten square metres for everyone who will be there before long, more or less; from a chamber for three on. */
function needOf({ serial }: Firm, course: Course, day: string): number {
  const month = addDays(day, 150).slice(0, 7)
  const { headcount } = course.find((one) => one.month >= month) ?? course.at(-1)!
  const chance = chanceOf('need', serial, day)
  const each = 9.2 + 1.7 * chance.fraction()
  return Math.round(Math.min(14_000, Math.max(32, headcount * each)) * hundred) + chance.between(0, 9)
}

/** In its town, in the carrier it had in mind if that has room; who was there before, in a building as old as itself. */
function findRooms(stock: Stock, { firm, place }: Wish, area: number, day: string) {
  const anchored = stock.filter(({ site }) => site.anchor === firm.serial)
  if (anchored.length) return roomsIn(anchored, area, day)
  const youngest = isOld(firm) ? firm.settledOn.slice(0, 4) : '9999'
  const own = stock.filter(
    ({ site: { zone, town, anchor, built } }) =>
      anchor === null && zone === place.zone && town === place.town && built < Number(youngest),
  )
  const [wanted, others] = [true, false].map((is) => own.filter(({ site }) => (site.carrier === place.building) === is))
  return roomsIn(byChance(wanted!, firm), area, day) ?? roomsIn(byChance(others!, firm), area, day)
}

function byChance(stock: Stock, { serial }: Firm): Stock {
  const chance = chanceOf('building', serial)
  return stock
    .map((one) => ({ one, lot: chance.fraction() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ one }) => one)
}

function roomsIn(stock: Stock, area: number, day: string): Pick<Let, 'site' | 'rooms'> | null {
  for (const { site, floors } of stock) {
    if (site.ready! > day) continue
    const one = takeOne(floors, area, day)
    const rooms = one ? [one] : area > 0.5 * site.plate * hundred ? takeMany(floors, area) : null
    if (rooms) return { site, rooms }
  }
  return null
}
