/** The firms of the demo district with the buildings they sit in: where rooms were found for them, and nowhere else. */
import type { Firm } from '#seed/enterprises/firms/firms.ts'
import { coursesOf } from '#seed/enterprises/firms/growth.ts'
import type { Place } from '#seed/enterprises/firms/places.ts'
import { type Filled, fill, type Let } from './fill/fill.ts'
import { nameOf } from './fill/stock.ts'

export type District = Filled & { firms: Firm[] }

/** What a firm had in mind was a carrier; what it gets is a building. */
export function settleIn(drawn: Firm[]): District {
  const { stock, lets, makerspaces } = fill(drawn, coursesOf(drawn))
  const first = new Map<string, Let>()
  for (const one of lets) {
    const key = `${one.firm.serial} ${one.nth}`
    if (!first.has(key)) first.set(key, one)
  }
  const housed = (firm: Firm): Firm => {
    const [home, next] = [first.get(`${firm.serial} 0`), first.get(`${firm.serial} 1`)]
    const { fate } = firm
    return {
      ...firm,
      place: within(firm.place, home),
      address: addressIn(firm, home),
      fate: fate?.kind === 'moved' ? { ...fate, place: within(fate.place, next) } : fate,
    }
  }
  const firms = drawn.map(housed)
  const own = new Map(firms.map((firm) => [firm.serial, firm]))
  return { stock, makerspaces, firms, lets: lets.map((one) => ({ ...one, firm: own.get(one.firm.serial)! })) }
}

const within = (place: Place, home: Let | undefined): Place => ({ ...place, building: home?.site.name ?? null })

/** The carrier and a room at a guess give way to building and room. */
function addressIn({ address, place: { building } }: Firm, home: Let | undefined): string {
  if (!building) return address
  const room = home && `${home.site.name.replace('（演示）', '')}${nameOf(home.rooms[0]!)}`
  return address.replace(new RegExp(`${building}(\\d+-\\d+)$`), room ?? '$1')
}
