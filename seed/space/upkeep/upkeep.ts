/** Services of the buildings: shared rooms and who booked them, notices and who read them. */
import { bookings, noticeReadings, notices, sharedRooms } from '#modules/upkeep/tables.ts'
import { isWorkday } from '#platform/calendar.ts'
import { actorNamed, orgId } from '#seed/cast.ts'
import { addDays } from '#seed/enterprises/calendar.ts'
import { chanceOf } from '#seed/history/chance.ts'
import { idOf } from '#seed/identity.ts'
import type { Scene } from '#seed/stage.ts'
import type { Book } from '../book/book.ts'
import { companyOf, keeperOf, recordDay } from '../book/days.ts'
import { zoneId } from '../ground/building-rows.ts'
import { buildingId } from '../ground/ids.ts'
import { type Site, siteNamed } from '../ground/sites.ts'
import { notes, rooms } from './texts.ts'

const at = (day: string, hour: number) => `${day}T${String(hour).padStart(2, '0')}:00:00+08:00`

export function writeUpkeep(book: Book, region: string): void {
  writeRooms(book, region)
  writeNotices(book, region)
}

function writeRooms(book: Book, region: string): void {
  rooms.forEach(([building, name, kind, seats, equipment], nth) => {
    const site = siteNamed(building)
    const { zone } = site
    const id = idOf(region, 'shared room', building, name)
    const room = { building: buildingId(site, region), zone: zoneId(zone, region), name, kind, seats, equipment }
    book.add(zone, recordDay(zone, '2024-01-08'), sharedRooms, {
      id,
      ...room,
      opensAt: 8,
      closesAt: 21,
      open: nth !== rooms.length - 1,
    })
    const chance = chanceOf('bookings', building, name)
    const mine = building === '云栖楼A座'
    const on = recordDay(zone, '2025-11-17')
    for (let day = '2025-11-24'; day <= '2025-12-12'; day = addDays(day, 1)) {
      if (!isWorkday(day) || !chance.happens(0.3)) continue
      const hour = chance.between(9, 15)
      book.add(zone, on, bookings, {
        id: idOf(id, day),
        room: id,
        org: orgId(mine && chance.happens(0.6) ? '满星软件' : companyOf(zone!), region),
        bookedBy: mine ? '小满' : keeperOf(zone),
        title: chance.pick(['项目例会', '客户演示', '团队培训', '招聘面试', '产品评审']),
        from: at(day, hour),
        to: at(day, hour + chance.between(1, 2)),
        people: chance.between(3, seats),
        status: chance.happens(0.12) ? 'cancelled' : 'booked',
      })
    }
  })
}

function writeNotices(book: Book, region: string): void {
  const told = [...new Set(rooms.map(([building]) => building))].map(siteNamed)
  told.forEach((site: Site, i) => {
    const { zone } = site
    for (const { title, text, on, days } of [notes[i % notes.length]!, notes[(i + 3) % notes.length]!]) {
      const day = recordDay(zone, on)
      book.add(zone, day, notices, {
        id: noticeId(site, title, region),
        building: buildingId(site, region),
        zone: zoneId(zone, region),
        ...{ title, text, publishedOn: day, until: addDays(day, days), publishedBy: keeperOf(zone) },
      })
    }
  })
}

/** 满星软件 has read what concerns its building, but for the latest. */
export const readingScenes = (region: string): Scene[] => {
  const actor = actorNamed('小满', region)
  const site = siteNamed('云栖楼A座')
  const work: Scene['work'] = ({ db }) =>
    db.insert(noticeReadings).values({
      notice: noticeId(site, notes[3]!.title, region),
      org: actor.org!,
      readOn: '2025-11-26',
      readBy: actor.name,
    })
  return [{ day: '2025-11-26', hour: 11, actor, action: 'upkeep/readNotice', work }]
}

const noticeId = (site: Site, title: string, region: string) => idOf(region, 'notice', site.name, title)
