/** Rooms that were once others: some were cut in two before they were let, some joined of two. */
import { addWorkdays } from '#platform/calendar.ts'
import { addDays } from '#seed/enterprises/calendar.ts'
import { chanceOf } from '#seed/history/chance.ts'
import { type Floor, nameOf, type Room, type Stock } from './stock.ts'

/** The rooms before (name and area), the rooms after them, and the first day of those. */
export type Reshape = { floor: Floor; before: { name: string; area: number }[]; after: Room[]; on: string }

/** Only rooms that stood empty long enough before the first let. */
export function reshapesOf(stock: Stock, since: Map<Floor['site'], string>): Reshape[] {
  return stock.flatMap(({ site, floors }) =>
    floors.flatMap((floor) =>
      floor.rooms.flatMap((room, i): Reshape[] => {
        const next = floor.rooms[i + 1]
        const chance = chanceOf('reshape', site.name, nameOf(room))
        const lot = chance.fraction()
        const [lets] = room.taken
        const [lets2] = next?.taken ?? []
        if (!lets || room.use === 'makerspace' || lets < addDays(since.get(site)!, 200)) return []
        const on = addWorkdays(addDays(lets, -chance.between(30, 50)), 1)
        if (lot < 0.02 && room.area > 15_000) return [{ floor, before: halves(room), after: [room], on }]
        const apart = next && lets2 && lets2 > lets && next.use === room.use
        const whole = apart ? [{ name: nameOf(room), area: room.area + next.area }] : null
        return whole && lot > 0.96 ? [{ floor, before: whole, after: [room, next!], on }] : []
      }),
    ),
  )
}

const halves = (room: Room) => {
  const part = Math.round(room.area * 0.45)
  return [
    { name: `${nameOf(room)}A`, area: part },
    { name: `${nameOf(room)}B`, area: room.area - part },
  ]
}
