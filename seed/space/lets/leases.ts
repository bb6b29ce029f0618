/** Leases are signed, renewed and ended, and money comes in: most of it in time, some late, some not yet. */
import { scheduleOf } from '#engines/lease/schedule.ts'
import { leases, leaseUnits, receipts } from '#modules/lease/tables.ts'
import { orgId } from '#seed/cast.ts'
import { addDays } from '#seed/enterprises/calendar.ts'
import { enterpriseId } from '#seed/enterprises/reports/report-rows.ts'
import { chanceOf } from '#seed/history/chance.ts'
import { idOf } from '#seed/identity.ts'
import type { Book } from '../book/book.ts'
import { demoDay, keeperOf, recordDay } from '../book/days.ts'
import type { Let } from '../fill/fill.ts'
import type { MakerspaceRoom } from '../fill/makerspaces.ts'
import { hundred } from '../fill/stock.ts'
import { companyName, zoneId } from '../ground/building-rows.ts'
import { buildingId, unitId } from '../ground/ids.ts'
import { oddity } from './oddities.ts'
import { type Agreed, leasesOf, yearsLater } from './terms.ts'

const codes: Record<string, string> = { 缙云园城: 'JY', 蔡家园城: 'CJ', 科学城园区: 'KX', 温泉谷: 'WQ', 农业示范区: 'NY' }

export const leaseId = ({ firm, site, since }: Let, nth: number, region: string) =>
  idOf(region, 'lease', String(firm.serial), site.name, since, String(nth))

export function writeLeases(book: Book, region: string, lets: Let[]): void {
  const numbers = new Map<string, number>()
  for (const one of lets) {
    if (oddity(one) === 'unsigned') continue
    leasesOf(one).forEach((agreed, nth) => {
      const year = `${codes[one.site.zone!]}-${agreed.signedOn.slice(0, 4)}`
      const count = (numbers.get(year) ?? 0) + 1
      numbers.set(year, count)
      const number = `${year}-${String(count).padStart(3, '0')}`
      const on = writeLease(book, region, one, nth, agreed, number)
      writeReceipts(book, region, one, nth, agreed, on)
    })
  }
}

/** @returns the day it was written down */
function writeLease(book: Book, region: string, one: Let, nth: number, agreed: Agreed, number: string): string {
  const { firm, site, rooms } = one
  const { endedOn, endKind, signedOn, steps, free, ...terms } = agreed
  const { zone } = site
  const id = leaseId(one, nth, region)
  const other = oddity(one) === 'other tenant'
  const on = recordDay(zone, signedOn > firm.knownOn ? signedOn : firm.knownOn)
  book.add(zone, on, leases, {
    id,
    number,
    building: buildingId(site, region),
    zone: zoneId(zone, region),
    town: orgId(site.town, region),
    lessor: companyName(zone!),
    enterprise: other ? null : enterpriseId(firm.serial, region),
    tenant: other ? firm.name.replace('有限公司', '控股有限公司') : firm.name,
    creditCode: other ? null : firm.creditCode,
    ...terms,
    steps: [...steps],
    free: [...free],
    status: 'running',
    signedOn,
    renews: nth > 0 ? leaseId(one, nth - 1, region) : null,
    contract: null,
    endedOn: null,
    endKind: null,
    endReason: null,
    note: null,
  })
  const lease = { lease: id, since: terms.from, until: addDays(terms.to, 1), held: true }
  const units = rooms.map((room) => ({
    id: idOf(id, unitId(room, region)),
    unit: unitId(room, region),
    area: room.area / hundred,
  }))
  for (const unit of units) book.add(zone, on, leaseUnits, { ...lease, ...unit })
  if (endedOn && endedOn <= demoDay) {
    const written = recordDay(zone, endedOn)
    const then = written > on ? written : on
    const endReason = endKind === 'early' ? '企业搬离，协商提前退租' : null
    book.change(zone, then, leases, { id, status: 'ended', endedOn, endKind, endReason })
    if (endKind === 'early') for (const unit of units) book.change(zone, then, leaseUnits, { id: unit.id, until: endedOn })
  }
  return on
}

/** Operators of dual-innovation space hold their rooms for nothing, for five years. */
export function writeOperators(book: Book, region: string, spaces: MakerspaceRoom[]): void {
  spaces.forEach(({ room, name, operator, since: from }, nth) => {
    const { site } = room.floor
    const id = idOf(region, 'operator', name)
    const on = recordDay(site.zone, from)
    const [to, area] = [addDays(from, 5 * 365), room.area / hundred]
    book.add(site.zone, on, leases, {
      ...{ id, number: `${codes[site.zone!]}-双创-${String(nth + 1).padStart(2, '0')}` },
      ...{ building: buildingId(site, region), zone: zoneId(site.zone, region), town: orgId(site.town, region) },
      ...{ lessor: companyName(site.zone!), enterprise: null, tenant: operator, creditCode: null },
      ...{ from, to, area, rent: 0, fee: null, steps: [], free: [], growth: null, payEvery: 'year', dueDays: 10, deposit: 0 },
      ...{ status: 'running', signedOn: from, renews: null, contract: null, endedOn: null, endKind: null, endReason: null },
      note: '委托运营双创空间，免收租金（演示）',
    })
    book.add(site.zone, on, leaseUnits, {
      ...{ id: idOf(id, 'unit'), lease: id, unit: unitId(room, region), area, since: from, until: addDays(to, 1), held: true },
    })
  })
}

/** Cut where a year of the lease ends after the demo opens: what is due later nobody has paid, and periods stay whole. */
function upToNow(agreed: Agreed): Agreed {
  let endedOn = yearsLater(agreed.from, 1)
  for (let years = 2; endedOn < demoDay; years += 1) endedOn = yearsLater(agreed.from, years)
  return endedOn < (agreed.endedOn ?? agreed.to) ? { ...agreed, endedOn } : agreed
}

/** A few pay nothing for a while, a few less than is due, and now and then money comes too late. */
function writeReceipts(book: Book, region: string, one: Let, nth: number, agreed: Agreed, on: string): void {
  const { firm, site } = one
  const { zone } = site
  const lease = leaseId(one, nth, region)
  const lot = chanceOf('pays', firm.serial, one.since, nth).fraction()
  const silentSince = lot < 0.015 ? '2025-05-01' : lot < 0.035 ? '2025-09-10' : '9999'
  scheduleOf(upToNow(agreed)).forEach(({ kind, from, to, dueOn, amount }, i) => {
    const chance = chanceOf('receipt', lease, i)
    const late = chance.happens(0.05) ? chance.between(3, 40) : -chance.between(0, 12)
    const paidOn = addDays(dueOn, late)
    if (amount === 0 || paidOn >= demoDay || from >= silentSince) return
    const short = kind === 'rent' && chance.happens(0.006)
    const written = recordDay(zone, paidOn)
    const day = written > on ? written : on
    book.add(zone, day, receipts, {
      id: idOf(lease, 'receipt', String(i)),
      lease,
      kind,
      amount: short ? Math.round(amount * 80) / 100 : amount,
      paidOn,
      voucher: `SK${paidOn.replaceAll('-', '')}${String(chance.between(1, 999)).padStart(3, '0')}`,
      note: short ? `${from} 至 ${to} 期，少缴部分待补` : null,
      recordedBy: keeperOf(zone),
      knownFrom: day,
      knownUntil: null,
    })
  })
}
