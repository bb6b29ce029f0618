/** Everything that happens to the space of the demo district (演示数据): what stands there, who secured it, who is in it and pays for it. */
import { leases, leaseUnits, receipts } from '#modules/lease/tables.ts'
import { checkItems, moveInPauses, moveInSteps, moveIns, viewings } from '#modules/movein/tables.ts'
import {
  acquisitionStageRows,
  acquisitions,
  adjoinings,
  buildingMeasures,
  buildingPlans,
  buildings,
  carriers,
  floors,
  makerspaces,
  occupancies,
  units,
} from '#modules/space/tables.ts'
import { bookings, notices, sharedRooms } from '#modules/upkeep/tables.ts'
import type { Scene } from '#seed/stage.ts'
import { writeArrivals, writeCaseLeases } from './arrivals/arrivals.ts'
import { assignmentScenes } from './arrivals/assignments.ts'
import { openBook } from './book/book.ts'
import { reshapesOf } from './fill/reshape.ts'
import { writeGround } from './ground/ground.ts'
import { writeRooms } from './ground/rooms.ts'
import type { Site } from './ground/sites.ts'
import { roomsSince } from './ground/stages.ts'
import { writeLeases, writeOperators } from './lets/leases.ts'
import { writeMakerspaces, writeUses } from './lets/uses.ts'
import { paperScenes, papersOf } from './papers.ts'
import { pictureScenes } from './pictures/scenes.ts'
import { writePolicies } from './policies.ts'
import { ruleScenes } from './rules.ts'
import type { District } from './settle.ts'
import { ticketScenes } from './upkeep/tickets.ts'
import { readingScenes, writeUpkeep } from './upkeep/upkeep.ts'

const order = [
  ...[carriers, buildings, floors, units, adjoinings, acquisitions, acquisitionStageRows, occupancies, makerspaces],
  ...[buildingPlans, buildingMeasures, leases, leaseUnits, receipts],
  ...[moveIns, moveInSteps, moveInPauses, viewings, checkItems, sharedRooms, bookings, notices],
]

export function spaceScenes(district: District, region: string, until: string): Scene[] {
  const { stock, lets, makerspaces: spaces } = district
  const book = openBook(region, order)
  const papers = papersOf(region)
  const since = new Map(stock.map(({ site }) => [site, roomsSince(site)!]))
  const firstLet = new Map<Site, string>([...lets].reverse().map(({ site, since: on }) => [site, on]))
  writeGround(book, region, papers, firstLet)
  writeRooms(book, region, stock, since, reshapesOf(stock, since))
  writeUses(book, region, papers, lets)
  writeMakerspaces(book, region, papers, spaces)
  writeLeases(book, region, lets)
  writeOperators(book, region, spaces)
  writeCaseLeases(book, region, stock)
  writePolicies(book, region)
  writeArrivals(book, region, stock, lets)
  writeUpkeep(book, region)
  return [
    ...ruleScenes(region),
    ...paperScenes(region),
    ...book.scenes(),
    ...pictureScenes(region, stock, lets),
    ...ticketScenes(region, lets),
    ...assignmentScenes(region),
    ...readingScenes(region),
  ].filter(({ day }) => day <= until)
}
