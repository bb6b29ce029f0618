/** The rooms of a floor as they are on a day: what each is for, how large, and whether somebody has it. */
import type { Let } from '../fill/fill.ts'
import { nameOf, type Room } from '../fill/stock.ts'

export type Seen = { name: string; area: number; standing: 'let' | 'vacant' | 'shared' }

/** @returns of a room how it is seen on that day */
export function seenOn(day: string, lets: readonly Let[]): (room: Room) => Seen {
  const taken = new Set(lets.flatMap(({ rooms, since, until }) => (since <= day && (until === null || until > day) ? rooms : [])))
  return (room) => ({
    name: nameOf(room),
    area: room.area,
    standing: room.use === 'shared' ? 'shared' : taken.has(room) || room.use === 'makerspace' ? 'let' : 'vacant',
  })
}
