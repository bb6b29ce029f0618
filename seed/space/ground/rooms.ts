/** Rooms come into the ledger when a building is handed over; those that are empty are offered to whoever looks for space. */
import { adjoinings, units } from '#modules/space/tables.ts'
import { orgId } from '#seed/cast.ts'
import { chanceOf } from '#seed/history/chance.ts'
import { idOf } from '#seed/identity.ts'
import type { Book } from '../book/book.ts'
import { recordDay } from '../book/days.ts'
import type { Reshape } from '../fill/reshape.ts'
import { hundred, nameOf, type Room, type Stock } from '../fill/stock.ts'
import { zoneId } from './building-rows.ts'
import { buildingId, floorId, unitId } from './ids.ts'
import type { Site } from './sites.ts'

type UnitRow = typeof units.$inferInsert & { id: string }
/** Some weeks before the demo opens the offers are brought up to date. */
export const offeredOn = '2025-11-17'

export function writeRooms(book: Book, region: string, stock: Stock, since: Map<Site, string>, reshapes: Reshape[]): void {
  const reshaped = new Map(reshapes.flatMap((one) => one.after.map((room) => [room, one] as const)))
  for (const { site, floors } of stock) {
    const begun = since.get(site)!
    const on = recordDay(site.zone, begun)
    for (const { rooms } of floors) {
      for (const room of rooms) if (!reshaped.has(room)) book.add(site.zone, on, units, unitRow(room, region, begun, on))
      rooms.slice(1).forEach((room, i) => {
        const pair = [rooms[i]!, room]
        if (pair.some((one) => reshaped.has(one)) || !chanceOf('adjoining', site.name, nameOf(room)).happens(0.7)) return
        const [one, other] = pair.map((each) => unitId(each, region)).sort()
        book.add(site.zone, on, adjoinings, { id: idOf(region, 'adjoining', one!, other!), one: one!, other: other! })
      })
    }
    offer(
      book,
      region,
      site,
      floors.flatMap(({ rooms }) => rooms),
    )
  }
  for (const one of reshapes) reshape(book, region, one, since.get(one.floor.site)!)
}

/** Those before end on the day those after them begin. */
function reshape(book: Book, region: string, { floor, before, after, on }: Reshape, begun: string): void {
  const { zone } = floor.site
  const [first, then] = [recordDay(zone, begun), recordDay(zone, on)]
  const old = before.map(({ name, area }) => ({
    ...unitRow(after[0]!, region, begun, first),
    id: idOf(region, 'unit before', floor.site.name, name),
    name,
    area: area / hundred,
    netArea: Math.floor(area * 0.75) / hundred,
  }))
  for (const row of old) {
    book.add(zone, first, units, row)
    book.change(zone, then, units, { id: row.id, until: on })
  }
  const origins = old.map(({ id }) => id)
  for (const room of after) book.add(zone, then, units, { ...unitRow(room, region, on, then), origins })
}

function unitRow(room: Room, region: string, since: string, on: string): UnitRow {
  const { floor, area, use } = room
  const { site } = floor
  const chance = chanceOf('unit', site.name, nameOf(room))
  const plant = site.kind === 'plant'
  return {
    id: unitId(room, region),
    building: buildingId(site, region),
    floor: floorId(site, floor.number, region),
    zone: zoneId(site.zone, region),
    town: orgId(site.town, region),
    name: nameOf(room),
    use,
    area: area / hundred,
    netArea: Math.floor(area * (0.7 + 0.1 * chance.fraction())) / hundred,
    height: plant ? 4.5 : chance.pick([2.7, 2.8, 3]),
    load: plant ? (floor.number === 1 ? 10 : 6) : 2.5,
    power: chance.happens(0.9) ? Math.ceil(area / hundred / 12) : null,
    fitOut: chance.pick(['精装交付，配工位', '简装，地面吊顶已完成', '毛坯，可按需装修', '精装，含独立会议室']),
    rent: use === 'shared' ? null : Math.round(site.rent * (0.94 + 0.012 * chance.between(0, 10)) * 10) / 10,
    fee: use === 'shared' ? null : plant ? 1.2 : chance.pick([2, 2.5, 2.8, 3.2]),
    readyOn: site.ready,
    about: null,
    listed: false,
    since,
    until: null,
    origins: [],
    confirmedOn: on,
  }
}

/** The rows of a building that is kept up are confirmed together; of what is empty most is offered. */
function offer(book: Book, region: string, site: Site, rooms: Room[]): void {
  const on = recordDay(site.zone, offeredOn)
  const kept = chanceOf('kept up', site.name).happens(0.85)
  for (const room of rooms) {
    const id = unitId(room, region)
    const chance = chanceOf('kept up', site.name, nameOf(room))
    if (isOffered(room, on)) {
      const about = `${Math.floor(room.area / hundred)} ㎡，${chance.pick(views)}，可容纳约 ${Math.max(3, Math.floor(room.area / 1000))} 人办公，${chance.pick(terms)}。（演示数据）`
      book.change(site.zone, on, units, { id, listed: true, about, confirmedOn: on })
    } else if (kept && chance.happens(0.3)) book.change(site.zone, on, units, { id, confirmedOn: on })
  }
}

/** Of the rooms that are empty on that day most. */
export function isOffered(room: Room, on: string): boolean {
  const empty = room.free !== null && room.free <= on && room.use !== 'shared'
  return empty && chanceOf('offer', room.floor.site.name, nameOf(room)).happens(0.62)
}

const views = ['南向采光', '临街通透', '朝内院安静', '双面采光', '靠近电梯厅']
const terms = ['可按“一楼一策”享受租金补贴', '可短租起步', '可与相邻单元打通', '网络已到户，拎包入住', '首次入驻可享免租期']
