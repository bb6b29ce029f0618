/** Rooms of secured buildings as they are taken: cut from a floor to the size that is needed, and let again when they are free. */
import type { Unit } from '#modules/space/model.ts'
import { chanceOf } from '#seed/history/chance.ts'
import { type Site, sites } from '../ground/sites.ts'

/** Areas are whole hundredths of a square metre, so that sums are exact. */
export type Floor = {
  site: Site
  number: number
  area: number
  /** Not yet cut into rooms, but for what is kept back for those who look when the demo opens. */
  left: number
  kept: number
  rooms: Room[]
}
export type Room = {
  floor: Floor
  nth: number
  area: number
  use: Unit['use']
  /** First day nobody has taken it for; null while somebody is in it for good. */
  free: string | null
  /** When it was taken, each time. */
  taken: string[]
}

export const hundred = 100
/** Less than that is no room. */
const least = 25 * hundred

export type Stock = { site: Site; floors: Floor[] }[]

/** Floors of what is or becomes ready, from the ground up; certificates do not write round numbers. */
export const openStock = (): Stock =>
  sites
    .filter(({ ready }) => ready !== null)
    .map((site) => ({
      site,
      floors: Array.from({ length: site.floors }, (_, i) => {
        const area = floorArea(site, i + 1)
        const chance = chanceOf('kept', site.name, i + 1)
        const kept = site.anchor === null && chance.happens(0.3) ? chance.between(70, 210) * hundred : 0
        return { site, number: i + 1, area, left: area - kept, kept, rooms: [] }
      }),
    }))

export function floorArea(site: Site, number: number): number {
  const chance = chanceOf('floor', site.name, number)
  return Math.round(site.plate * hundred * (number === 1 ? 0.94 : 1)) - chance.between(0, 900)
}

/** A room of about that size in the building, free on that day; the building's next one of its own where none is. */
export function takeOne(floors: Floor[], area: number, on: string): Room | null {
  return vacant(floors, area, on) ?? cutOne(floors, area)
}

function vacant(floors: Floor[], area: number, on: string): Room | null {
  const fits = floors
    .flatMap(({ rooms }) => rooms)
    .filter((room) => room.free !== null && room.free <= on && room.area >= area * 0.9 && room.area <= area * 1.3)
  return fits.sort((a, b) => a.area - b.area)[0] ?? null
}

function cutOne(floors: Floor[], area: number): Room | null {
  const floor = floors.find(({ left }) => left >= area)
  return floor ? cut(floor, floor.left - area < least ? floor.left : area) : null
}

/** Whole floors and the rest of others, until it is enough; null where the building has not so much. */
export function takeMany(floors: Floor[], area: number): Room[] | null {
  const open = floors.filter(({ left }) => left >= 4 * least).sort((a, b) => b.left - a.left)
  if (open.reduce((sum, { left }) => sum + left, 0) < area) return null
  const rooms: Room[] = []
  for (let missing = area; missing >= least; missing = area - rooms.reduce((sum, room) => sum + room.area, 0)) {
    const floor = open.shift()!
    rooms.push(cut(floor, floor.left - missing < least ? floor.left : missing))
  }
  return rooms
}

/** 5-03: the third room of the fifth floor. */
export const nameOf = ({ floor, nth }: Room): string => `${floor.number}-${String(nth).padStart(2, '0')}`

export function cut(floor: Floor, area: number, use: Unit['use'] = floor.site.kind): Room {
  const room: Room = { floor, nth: floor.rooms.length + 1, area, use, free: '', taken: [] }
  floor.left -= area
  floor.rooms.push(room)
  return room
}

/** What nobody took is cut into rooms to be let; a remainder too small for one is for all. */
export function cutRest(stock: Stock): void {
  for (const { floors } of stock)
    for (const floor of floors) {
      const chance = chanceOf('rest', floor.site.name, floor.number)
      floor.left += floor.kept
      if (floor.kept > 0) cut(floor, chance.between(26, 44) * hundred + chance.between(0, 99), 'shared')
      while (floor.left >= 2 * least) {
        const size = chance.pick([45, 60, 70, 80, 90, 100, 120, 150, 200]) * hundred + chance.between(0, 99)
        cut(floor, floor.left - size < 2 * least ? floor.left : size)
      }
      if (floor.left > 0) cut(floor, floor.left, 'shared')
    }
}
