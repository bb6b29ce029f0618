/** Everything that happens to the space of the demo district (演示数据): what stands there, who secured it, who is in it and pays for it. */
import { leases, leaseUnits, receipts } from '#modules/lease/tables.ts'
import {
  acquisitionStageRows,
  acquisitions,
  adjoinings,
  buildings,
  carriers,
  floors,
  makerspaces,
  occupancies,
  units,
} from '#modules/space/tables.ts'
import type { Scene } from '#seed/stage.ts'
import { openBook } from './book/book.ts'
import { reshapesOf } from './fill/reshape.ts'
import { writeGround } from './ground/ground.ts'
import { writeRooms } from './ground/rooms.ts'
import type { Site } from './ground/sites.ts'
import { roomsSince } from './ground/stages.ts'
import { writeLeases } from './lets/leases.ts'
import { writeMakerspaces, writeUses } from './lets/uses.ts'
import { paperScenes, papersOf } from './papers.ts'
import { ruleScenes } from './rules.ts'
import type { District } from './settle.ts'

const order = [
  ...[carriers, buildings, floors, units, adjoinings, acquisitions, acquisitionStageRows, occupancies, makerspaces],
  ...[leases, leaseUnits, receipts],
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
  return [...ruleScenes(region), ...paperScenes(region), ...book.scenes()].filter(({ day }) => day <= until)
}
