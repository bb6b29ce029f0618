/**
 * What every enterprise earns and employs, month by month: each goes its own way, and all of them together the way the
 * plan's story tells. Amounts are those of the single month, in yuan.
 */
import { chanceOf } from '#seed/history/chance.ts'
import { endOf, months, yearOf } from '../calendar.ts'
import type { Firm } from './firms.ts'

export type Month = {
  month: string
  revenue: number
  headcount: number /** Something out of the ordinary earned. */
  windfall: boolean
}
/** Of one enterprise, oldest first: the months at whose end it is in the district. */
export type Course = Month[]

const yi = 100_000_000
/** Revenue of all software and information firms in 2021 to 2026: a weak year after the first, then about 30 % a year. */
const story = [58.3 * yi, 70.1 * yi, 92.6 * yi, 122 * yi, 161.2 * yi, 208 * yi]
/** Their people at the ends of months, in between on a straight line. */
const people: [month: string, heads: number][] = [
  ['2020-12', 10_300],
  ['2021-12', 11_000],
  ['2022-12', 12_400],
  ['2023-12', 17_500],
  ['2024-12', 23_600],
  ['2025-10', 29_200],
  ['2025-12', 30_300],
]
/** Of twelve: a short February, ends of quarters, and settling at the end of the year. */
const seasons = [0.8, 0.78, 1, 0.94, 0.97, 1.08, 0.96, 0.97, 1.06, 0.98, 1.08, 1.38]

export function coursesOf(firms: Firm[]): Map<number, Course> {
  const courses = new Map<number, Course>(firms.map(({ serial }) => [serial, []]))
  months.forEach((month, at) => {
    const present = firms.filter((firm) => isPresent(firm, month))
    const bases = present.map((firm) => baseOf(firm, month, at))
    const levels = scaled(present, bases, levelIn(story, at))
    const heads = headsOf(present, levels, month)
    present.forEach((firm, i) => {
      courses.get(firm.serial)!.push(monthOf(firm, month, levels[i]!, heads[i]!))
    })
  })
  return courses
}

export const isThere = ({ settledOn, fate }: Firm, day: string): boolean =>
  settledOn <= day && !(fate && isEnd(fate.kind) && fate.on <= day)
export const isPresent = (firm: Firm, month: string): boolean => isThere(firm, endOf(month))
const isEnd = (kind: string) => kind === 'left' || kind === 'merged' || kind === 'closed'

/** What a month of the course of yearly totals comes to, without the season: totals lie in the middle of their years. */
function levelIn(yearly: number[], at: number): number {
  const position = Math.max(0, (at + 0.5) / 12 - 0.5)
  const from = Math.min(Math.floor(position), yearly.length - 2)
  const share = position - from
  return (yearly[from]! ** (1 - share) * yearly[from + 1]! ** share) / 12
}

/** Before all are brought to the story's total. */
function baseOf(firm: Firm, month: string, at: number): number {
  if (firm.yearly) return levelIn(firm.yearly, at)
  const age =
    (yearOf(month) - Number(firm.settledOn.slice(0, 4))) * 12 + Number(month.slice(5)) - Number(firm.settledOn.slice(5, 7))
  const start = firm.originKind === 'moved-in' ? 0.7 : 0.35
  const ramp = firm.originKind === 'existing' ? 1 : Math.min(1, start + ((1 - start) * age) / 15)
  return firm.level * ramp * Math.exp((firm.growth * at) / 12)
}

/** 9,000 万元 a year at most, so that those beyond 1 亿 are the ones known by name. */
const most = 7_500_000

/** All share the same factor but those with a course of their own; whoever reaches the bound stays there. */
function scaled(present: Firm[], bases: number[], total: number): number[] {
  const counted = present.map(({ inIndustry, frequency }) => inIndustry && frequency !== 'none')
  const own = present.map(({ yearly }) => yearly !== null)
  const wanted = total - sum(bases.filter((_, i) => own[i]))
  const levelAt = (factor: number) => bases.map((base, i) => (own[i] ? base : Math.min(most, base * factor)))
  let factor = 1
  for (let round = 0; round < 8; round += 1) {
    const found = sum(levelAt(factor).filter((_, i) => counted[i] && !own[i]))
    factor *= wanted / found
  }
  return levelAt(factor)
}

function headsOf(present: Firm[], levels: number[], month: string): number[] {
  const raw = levels.map((level, i) => (level * 12) / present[i]!.productivity)
  const counted = sum(raw.filter((_, i) => present[i]!.inIndustry && present[i]!.frequency !== 'none'))
  const factor = peopleIn(month) / counted
  return raw.map((heads) => Math.max(2, Math.round(heads * factor)))
}

function peopleIn(month: string): number {
  const until = people.findIndex(([known]) => known >= month)
  const [from, before] = people[until - 1]!
  const [to, after] = people[until]!
  return before + ((after - before) * monthsBetween(from, month)) / monthsBetween(from, to)
}
const monthsBetween = (from: string, to: string) => (yearOf(to) - yearOf(from)) * 12 + Number(to.slice(5)) - Number(from.slice(5))

function monthOf(firm: Firm, month: string, level: number, headcount: number): Month {
  const chance = chanceOf('month', firm.serial, month)
  const season = seasons[Number(month.slice(5)) - 1]!
  const windfall = !firm.yearly && chance.happens(0.006) && level < most / 3
  const luck = firm.yearly ? 1 : 1 + 0.14 * (chance.fraction() - 0.5)
  return { month, revenue: Math.round(level * season * luck * (windfall ? 1.9 : 1)), headcount, windfall }
}

const sum = (amounts: number[]) => amounts.reduce((all, one) => all + one, 0)
