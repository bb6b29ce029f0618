/** The enterprises of the demo district: who they are, since when, how large, and what becomes of them. */
import { makeCreditCode } from '#engines/enterprise/credit-code.ts'
import type { Enterprise } from '#modules/enterprise/model.ts'
import { addWorkdays } from '#platform/calendar.ts'
import { type Chance, chanceOf } from '#seed/history/chance.ts'
import { addDays, weekEnd } from '../calendar.ts'
import { drawFates, type Fate } from './fates.ts'
import { contactOf, nameOf, phoneOf } from './names.ts'
import { type Place, placeFor, zoneOf } from './places.ts'
import { type Special, specials } from './specials.ts'
import { type Trade, tradeFor } from './trades.ts'

export type Firm = {
  serial: number
  name: string
  creditCode: string
  legalForm: Enterprise['legalForm']
  registeredOn: string
  capital: number
  address: string
  contact: string
  phone: string
  originKind: Enterprise['originKind']
  settledOn: string
  /** When the district learned of it. */
  knownOn: string
  place: Place
  trade: Trade
  /** Of section I of the industries: what counts as software and information services here. */
  inIndustry: boolean
  frequency: Enterprise['frequency']
  /** Monthly revenue in yuan about 2021, and how it grows a year; `yearly` instead for the few that are known by name. */
  level: number
  growth: number
  yearly: number[] | null
  /** Yearly revenue a head. */
  productivity: number
  fate: Fate | null
  special: Special | null
}

const settledBefore = 450
/** Of section I, and of other industries, in each year. */
const settled: Record<number, [inIndustry: number, others: number]> = {
  2022: [79, 4],
  2023: [227, 10],
  2024: [253, 11],
  2025: [200, 8],
}

/** In the order they settled: their serials count on from 1. */
export function makeFirms(): Firm[] {
  const old = Array.from({ length: settledBefore }, (_, i) => ({ inIndustry: i % 7 !== 3, settledOn: before2022(i) }))
  const fresh = Object.entries(settled).flatMap(([year, [inIndustry, others]]) => [
    ...Array.from({ length: inIndustry }, (_, i) => ({
      inIndustry: true,
      settledOn: within(Number(year), (i + 0.5) / inIndustry),
    })),
    ...Array.from({ length: others }, (_, i) => ({ inIndustry: false, settledOn: within(Number(year), (i + 0.5) / others) })),
  ])
  const byDay = [...old, ...fresh].sort((a, b) => (a.settledOn < b.settledOn ? -1 : a.settledOn > b.settledOn ? 1 : 0))
  return drawFates(byDay.map(({ inIndustry, settledOn }, i) => firmOf(i + 1, inIndustry, settledOn)))
}

/** From 2004 on, more of them the later. */
function before2022(nth: number): string {
  const share = Math.sqrt((nth + 0.5) / settledBefore)
  return addWorkdays(addDays('2004-03-01', Math.floor(share * 6510)), 1)
}

/** A quiet beginning of the year, and nothing is settled in the last month of the demo. */
function within(year: number, share: number): string {
  const days = year === 2025 ? 326 : 358
  return addWorkdays(addDays(`${year}-01-01`, Math.floor(share ** 0.9 * days)), 1)
}

function firmOf(serial: number, drawnInIndustry: boolean, settledOn: string): Firm {
  const chance = chanceOf('firm', serial)
  const special = specials[serial] ?? null
  const inIndustry = special !== null || drawnInIndustry
  const fresh = settledOn >= '2022'
  const legalForm = special?.name.includes('股份') || chance.happens(0.04) ? 'shares' : 'limited'
  const place = special?.place ?? placeFor(chance, fresh ? 'fresh' : 'old')
  const trade = { ...tradeFor(chance, place, inIndustry, fresh), ...special?.trade }
  const level = special?.level ?? Math.min(largest, median * Math.exp(spread * normal(chance)))
  const originKind = !fresh ? 'existing' : chance.pick(origins)
  return {
    serial,
    name: special?.name ?? nameOf(serial, trade.direction, inIndustry, legalForm, chance),
    creditCode: makeCreditCode('91500109', serial),
    legalForm,
    registeredOn:
      originKind === 'moved-in' ? addDays(settledOn, -chance.between(300, 2600)) : addDays(settledOn, -chance.between(3, 25)),
    capital: chance.pick([500_000, 1_000_000, 1_000_000, 2_000_000, 3_000_000, 5_000_000, 10_000_000]) * (level > 2e6 ? 4 : 1),
    address: addressOf(place, chance),
    contact: contactOf(chance),
    phone: phoneOf(chance),
    originKind,
    settledOn,
    knownOn: knownOn(settledOn, chance),
    place,
    trade,
    inIndustry,
    frequency: special ? 'month' : frequencyOf(level, chance),
    level,
    growth: Math.log(fresh ? 1.06 : 1.05) + zoneOf(place).drift + 0.16 * (chance.fraction() - 0.5),
    yearly: special?.yearly ?? null,
    productivity: 330_000 + 420_000 * chance.fraction() + Math.min(250_000, level / 20),
    fate: null,
    special,
  }
}

const median = 430_000
const spread = 1.25
/** Nobody but the few known by name comes near 1 亿 a year. */
const largest = 6_500_000
const origins = [...Array(12).fill('established'), ...Array(7).fill('moved-in'), 'spun-off'] as Firm['originKind'][]

/** Twelve draws add up to a bell. */
const normal = (chance: Chance) => Array.from({ length: 12 }, chance.fraction).reduce((sum, one) => sum + one, -6)

const roads = ['数谷路', '星光大道', '缙麓路', '云汉支路', '蔡中路', '温塘路']
const addressOf = ({ town, building }: Place, chance: Chance) =>
  `重庆市北碚区${town}${chance.pick(roads)}${chance.between(1, 199)}号（演示）${building ?? ''}${chance.between(2, 18)}-${chance.between(1, 12)}`

function knownOn(settledOn: string, chance: Chance): string {
  const late = chance.happens(0.01) ? chance.between(40, 90) : chance.between(1, 6)
  const day = weekEnd(addDays(settledOn, late))
  return day < ledgerBegun ? ledgerBegun : day
}
/** The list of enterprises was kept from then on. */
const ledgerBegun = '2021-01-04'

/** The smallest report by quarters, some not at all. */
function frequencyOf(level: number, chance: Chance): Enterprise['frequency'] {
  if (level > 170_000) return 'month'
  const lot = chance.between(1, 9)
  return lot <= 6 ? 'month' : lot <= 8 ? 'quarter' : 'none'
}
