/** Firms moving in: those of the cases, those who have their rooms already, and those who are just settling into theirs. */
import { leases, leaseUnits } from '#modules/lease/tables.ts'
import { addWorkdays } from '#platform/calendar.ts'
import { orgId } from '#seed/cast.ts'
import { addDays } from '#seed/enterprises/calendar.ts'
import { enterpriseId } from '#seed/enterprises/reports/report-rows.ts'
import { chanceOf } from '#seed/history/chance.ts'
import { idOf } from '#seed/identity.ts'
import type { Book } from '../book/book.ts'
import { demoDay, recordDay } from '../book/days.ts'
import type { Let } from '../fill/fill.ts'
import { hundred, type Room, type Stock } from '../fill/stock.ts'
import { companyName, zoneId } from '../ground/building-rows.ts'
import { buildingId, unitId } from '../ground/ids.ts'
import { siteNamed } from '../ground/sites.ts'
import { leaseId } from '../lets/leases.ts'
import { oddity } from '../lets/oddities.ts'
import { leasesOf } from '../lets/terms.ts'
import { type Case, cases } from './cases.ts'
import { writeChecks } from './checks.ts'
import { type Matter, matterId, writeMatter } from './matter.ts'

export function writeArrivals(book: Book, region: string, stock: Stock, lets: Let[]): void {
  const settled = settledOf(lets).map((one) => matterOfLet(one, region))
  const looking = cases.map((one) => matterOfCase(one, region, stock))
  const matters = [...settled, ...looking].sort((a, b) => (a.openedOn < b.openedOn ? -1 : 1))
  const counts = new Map<string, number>()
  for (const matter of matters) {
    const year = matter.openedOn.slice(0, 4)
    counts.set(year, (counts.get(year) ?? 0) + 1)
    const numbered = { ...matter, number: `RZ-${year}-${String(counts.get(year)).padStart(4, '0')}` }
    // What is still open was last touched yesterday.
    const on = matter.status === 'movedIn' ? recordDay(matter.zone, endOf(matter)) : addWorkdays(demoDay, -1)
    const steps = writeMatter(book, region, on, numbered)
    const settling = steps.find(({ state }) => state === 'settling')
    if (settling) writeChecks(book, region, on, { id: matterId(matter, region), matter, step: settling })
  }
}

/** Newcomers of the last year and a half who came this way: some are in, those of the last weeks are settling. */
function settledOf(lets: Let[]): Let[] {
  const own = lets.filter((one) => {
    const { nth, until, since, firm } = one
    return (
      nth === 0 &&
      !until &&
      since >= '2024-07' &&
      firm.settledOn >= '2024-05' &&
      firm.knownOn <= since &&
      !firm.special &&
      !oddity(one)
    )
  })
  const fresh = own.filter(({ since }) => since >= '2025-11-03').slice(0, 4)
  const before = own.filter(({ since, firm }) => since < '2025-10-15' && chanceOf('came', firm.serial).happens(0.16))
  return [...before.slice(0, 24), ...fresh]
}

function matterOfLet(one: Let, region: string): Matter {
  const { firm, site, since, rooms } = one
  const chance = chanceOf('arrival', firm.serial, since)
  const { signedOn } = leasesOf(one)[0]!
  const area = rooms.reduce((sum, room) => sum + room.area, 0) / hundred
  const joint = area >= 1000
  const inRooms = since < '2025-10-15'
  const way: Matter['way'] = [
    ['matching', chance.between(0, 2), 'done', `推荐${site.name.replace('（演示）', '')}等房源`],
    ['viewing', chance.between(2, 6), 'done'],
    ['applying', chance.between(2, 8), 'done'],
    ['reviewing', chance.between(1, 4), 'done', joint ? '面积较大，提请会商' : '符合园城定位，同意入驻'],
    ...(joint ? ([['deliberating', chance.between(4, 9), 'done', '会商同意']] as Matter['way']) : []),
    ['contracting', chance.between(1, 4), 'done'],
    ['handover', chance.between(2, 5), 'done', '钥匙和门禁已交付'],
    ['settling', inRooms ? chance.between(6, 18) : 0, inRooms ? 'done' : null],
  ]
  const untilRooms = way.slice(0, -1).reduce((sum, [, took]) => sum + took, 0)
  const openedOn = addWorkdays(since, -untilRooms)
  const seenOn = addWorkdays(openedOn, way[0]![1] + way[1]![1])
  return {
    key: `${firm.serial} ${since}`,
    number: '',
    ...{ name: firm.name, contact: firm.contact, creditCode: firm.creditCode, enterprise: enterpriseId(firm.serial, region) },
    origin: chance.pick(['portal', 'park', 'park', 'office'] as const),
    ...{ zone: site.zone, site, openedOn, way, status: inRooms ? 'movedIn' : 'settling' },
    wanted: { areaFrom: Math.floor(area * 0.85), areaTo: Math.ceil(area * 1.15), people: Math.round(area / 10) },
    people: Math.round(area / 10),
    units: rooms.map((room) => unitId(room, region)),
    // Signed when it was agreed, or in the register by now.
    lease: signedOn <= demoDay ? leaseId(one, 0, region) : null,
    viewing: [seenOn, chance.pick(['am', 'pm'] as const), 'done', '看房满意'],
    ...(inRooms && { outcome: '已办结入驻' }),
  }
}

/** Rooms for those who chose theirs are empty ones of their building. */
function matterOfCase(one: Case, region: string, stock: Stock): Matter {
  const { building, area, budget, direction, lease: _, ...rest } = one
  const site = building ? siteNamed(building) : null
  const [areaFrom, areaTo] = area
  const room = site && roomFor(stock, one)
  return {
    ...{ ...rest, key: one.name, number: '', site, creditCode: null, enterprise: null },
    wanted: { areaFrom, areaTo, people: one.people, budget, direction },
    units: room ? [unitId(room, region)] : [],
    lease: one.lease ? idOf(region, 'lease', one.name) : null,
  }
}

/** The first empty room of about that size; every case another. */
function roomFor(stock: Stock, { building, area: [from, to], name }: Case): Room | null {
  const { floors } = stock.find(({ site }) => site === siteNamed(building!))!
  const empty = floors
    .flatMap(({ rooms }) => rooms)
    .filter(({ free, use }) => free !== null && free <= demoDay && use !== 'shared')
  const fits = empty.filter(({ area }) => area >= from * hundred && area <= to * hundred)
  const own = fits.length ? fits : empty
  return own[cases.findIndex((one) => one.name === name) % own.length] ?? null
}

/** Leases of the cases: a draft holds nothing, a signed one has its room. */
export function writeCaseLeases(book: Book, region: string, stock: Stock): void {
  for (const one of cases.filter(({ lease }) => lease)) {
    const site = siteNamed(one.building!)
    const room = roomFor(stock, one)!
    const id = idOf(region, 'lease', one.name)
    const from = one.lease === 'cancelled' ? '2025-08-01' : '2025-12-08'
    const on = addWorkdays(demoDay, -1)
    book.add(site.zone, on, leases, {
      id,
      number: `${one.lease === 'running' ? 'JY-2025' : 'NQ-2025'}-9${String(cases.indexOf(one)).padStart(2, '0')}`,
      ...{ building: buildingId(site, region), zone: zoneId(site.zone, region), town: orgId(site.town, region) },
      ...{ lessor: companyName(site.zone!), enterprise: null, tenant: one.name, creditCode: null },
      ...{ from, to: addDays(from, 729), area: room.area / hundred, rent: site.rent, fee: 2, steps: [], free: [], growth: null },
      ...{ payEvery: 'quarter', dueDays: 10, deposit: Math.round((room.area / hundred) * site.rent), status: one.lease! },
      signedOn: one.lease === 'running' ? addWorkdays(demoDay, -3) : null,
      ...{ renews: null, contract: null, endedOn: null, endKind: null, endReason: null, note: null },
    })
    book.add(site.zone, on, leaseUnits, {
      ...{ id: idOf(id, 'unit'), lease: id, unit: unitId(room, region), area: room.area / hundred },
      ...{ since: from, until: addDays(from, 730), held: one.lease === 'running' },
    })
  }
}

const endOf = ({ openedOn, way }: Matter) => way.reduce((day, [, took]) => addWorkdays(day, took), openedOn)
