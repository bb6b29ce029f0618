/** Who is really in which room, as the keepers found it: most where their leases say, some not, some for less than they pay for. */
import { type makerspaces as MakerspaceTable, makerspaces, occupancies } from '#modules/space/tables.ts'
import { addWorkdays } from '#platform/calendar.ts'
import { orgId } from '#seed/cast.ts'
import { addDays } from '#seed/enterprises/calendar.ts'
import { tradeOn } from '#seed/enterprises/firms/stretches.ts'
import { enterpriseId } from '#seed/enterprises/reports/report-rows.ts'
import { chanceOf } from '#seed/history/chance.ts'
import type { Book } from '../book/book.ts'
import { write } from '../book/history.ts'
import type { Let } from '../fill/fill.ts'
import type { MakerspaceRoom } from '../fill/makerspaces.ts'
import { hundred, nameOf, type Room } from '../fill/stock.ts'
import { zoneId } from '../ground/building-rows.ts'
import { buildingId, unitId } from '../ground/ids.ts'
import { oddity } from './oddities.ts'

const placed = (room: Room, region: string) => ({
  unit: unitId(room, region),
  building: buildingId(room.floor.site, region),
  zone: zoneId(room.floor.site.zone, region),
  town: orgId(room.floor.site.town, region),
  use: room.use,
})

export function writeUses(book: Book, region: string, papers: Map<string, string>, lets: Let[]): void {
  for (const one of lets) {
    const odd = oddity(one)
    if (odd === 'never came') continue
    const { firm, site, since, until } = one
    for (const room of one.rooms) {
      const chance = chanceOf('use', firm.serial, since, nameOf(room))
      const delay = chance.happens(0.03) ? chance.between(35, 60) : chance.between(0, 6)
      const heard = addDays(since, delay)
      // Nobody is written down before he is on file.
      const toldOn = heard > firm.knownOn ? heard : firm.knownOn
      const exact = odd === 'uses less' ? Math.floor(room.area * 0.82) : room.area
      const row = {
        ...placed(room, region),
        enterprise: enterpriseId(firm.serial, region),
        occupant: firm.name,
        division: tradeOn(firm, since).industry.slice(0, 2),
        area: exact / hundred,
        evidence: papers.get(site.zone!)!,
        note: null,
      }
      const misread = chance.happens(0.012)
      const mistaken = { ...row, area: Math.floor(exact * 0.9) / hundred }
      const put = { since, toldOn: addWorkdays(toldOn, 15), row: { ...row, note: '现场复核后更正面积' } }
      const gone = odd === 'left early' ? addDays(since, 420) : until
      write(book, occupancies, {
        zone: site.zone,
        key: [region, 'occupancy', String(firm.serial), site.name, nameOf(room), since],
        stretches: misread ? [{ since, toldOn, row: mistaken }, put] : [{ since, toldOn, row }],
        // At once: the next tenant may be at the door.
        end: gone ? { on: gone, toldOn: gone } : null,
      })
    }
  }
}

export function writeMakerspaces(book: Book, region: string, papers: Map<string, string>, spaces: MakerspaceRoom[]): void {
  for (const { room, name, kind, operator, since } of spaces) {
    const { zone } = room.floor.site
    const { building, zone: inZone, town } = placed(room, region)
    const evidence = papers.get(zone!)!
    const known = { zone, stretches: [{ since, toldOn: addDays(since, 3) }], end: null }
    const row = { name, kind, building, zone: inZone, town, operator, area: room.area / hundred, evidence, note: null }
    write<typeof MakerspaceTable>(book, makerspaces, {
      ...known,
      key: [region, 'makerspace', name],
      stretches: known.stretches.map((one) => ({ ...one, row })),
    })
    const used = {
      ...placed(room, region),
      enterprise: null,
      occupant: operator,
      division: null,
      area: row.area,
      evidence,
      note: null,
    }
    write(book, occupancies, {
      ...known,
      key: [region, 'occupancy', name],
      stretches: known.stretches.map((one) => ({ ...one, row: used })),
    })
  }
}
