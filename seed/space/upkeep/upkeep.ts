/** Services of the buildings: what tenants asked for and how they judged it, shared rooms and who booked them, notices. */
import { bookings, noticeReadings, notices, sharedRooms, tickets } from '#modules/upkeep/tables.ts'
import { addWorkdays, isWorkday } from '#platform/calendar.ts'
import { actorNamed, orgId } from '#seed/cast.ts'
import { addDays } from '#seed/enterprises/calendar.ts'
import { chanceOf } from '#seed/history/chance.ts'
import { idOf } from '#seed/identity.ts'
import type { Scene } from '#seed/stage.ts'
import type { Book } from '../book/book.ts'
import { companyOf, demoDay, keeperOf, recordDay } from '../book/days.ts'
import type { Let } from '../fill/fill.ts'
import { zoneId } from '../ground/building-rows.ts'
import { buildingId, unitId } from '../ground/ids.ts'
import { type Site, siteNamed } from '../ground/sites.ts'
import { asked, notes, rooms } from './texts.ts'

const at = (day: string, hour: number, minute = 0) =>
  `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00+08:00`

export function writeUpkeep(book: Book, region: string, lets: Let[]): void {
  writeTickets(book, region, lets)
  writeRooms(book, region)
  writeNotices(book, region)
}

/** Working days a ticket may take, as the rule has it. */
const limits = { repair: 3, complaint: 5, cleaning: 1, security: 1, network: 2, other: 5 }
const standings = ['raised', 'raised', 'accepted', 'accepted', 'accepted', 'done', 'done', 'withdrawn', 'withdrawn'] as const

function writeTickets(book: Book, region: string, lets: Let[]): void {
  const tenants = lets.filter(({ until, since }) => until === null && since < '2024-12')
  const own = tenants.filter(({ firm }) => firm.special?.account === '满星软件')
  const chance = chanceOf('tickets')
  for (let nth = 0; nth < 90; nth += 1) {
    const open = standings[nth] ?? null
    const one = nth % 9 === 4 && own.length ? chance.pick(own) : chance.pick(tenants)
    const { firm, site } = one
    const mine = own.includes(one)
    const { kind, title, text, answer } = chance.pick(asked)
    const day = addWorkdays(open ? addDays(demoDay, -chance.between(1, 6)) : addDays('2025-01-06', chance.between(0, 315)), 1)
    const hour = chance.between(9, 16)
    const took = chance.between(0, limits[kind] + (chance.happens(0.12) ? 3 : 0))
    const doneOn = addWorkdays(day, took)
    const accepted = open === 'raised' || open === 'withdrawn' ? null : at(day, hour + 1, chance.between(0, 50))
    const done = accepted !== null && open !== 'accepted'
    const score = done && open === null ? chance.pick([5, 5, 5, 4, 4, 3, 5, 2]) : null
    const written = open ? demoDay : recordDay(site.zone, addDays(doneOn, 2))
    const raisedOn = open && day >= demoDay ? addWorkdays(demoDay, -1) : day
    book.add(site.zone, written > demoDay ? demoDay : written, tickets, {
      id: idOf(region, 'ticket', String(nth)),
      number: `BS-${raisedOn.slice(0, 4)}-${String(nth + 1).padStart(4, '0')}`,
      building: buildingId(site, region),
      zone: zoneId(site.zone, region),
      unit: unitId(one.rooms[0]!, region),
      org: orgId(mine ? '满星软件' : companyOf(site.zone!), region),
      raisedBy: mine ? '小满' : firm.contact,
      ...{ kind, title, text, photo: null },
      status: open ?? 'closed',
      raisedAt: at(raisedOn, hour),
      acceptedAt: accepted && at(raisedOn, hour + 1, 20),
      doneAt: done ? at(took === 0 ? raisedOn : doneOn > demoDay ? addWorkdays(demoDay, -1) : doneOn, 17, 30) : null,
      dueOn: addWorkdays(raisedOn, limits[kind]),
      handler: accepted ? keeperOf(site.zone) : null,
      answer: done ? answer : null,
      score,
      remark: score !== null && score <= 3 ? '处理偏慢，希望提前告知' : score === 5 && chance.happens(0.4) ? '及时周到' : null,
      reopened: score !== null && score <= 3 ? 1 : 0,
    })
  }
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
