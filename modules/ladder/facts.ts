/**
 * What is known of an enterprise, for criteria to be judged by: from its file, the titles and rights on record, and its
 * accepted reports — as far as the actor may see them, each with the day it holds for and where it is from.
 */
import { and, count, desc, eq, gte } from 'drizzle-orm'
import type { FactName, Facts, Known } from '#engines/criteria/facts.ts'
import { divisionOf } from '#engines/enterprise/industry.ts'
import { lastDayOf } from '#engines/indicator/months.ts'
import { monthInWords } from '#engines/progress/wording.ts'
import { heldNow } from '#modules/enterprise/find/search.ts'
import { sources } from '#modules/enterprise/model.ts'
import { type File, knownOn } from '#modules/enterprise/presence.ts'
import { ipRights, qualifications } from '#modules/enterprise/tables.ts'
import type { Cell } from '#modules/filing/model.ts'
import { isCurrent, type Row } from '#modules/filing/queries.ts'
import { filings } from '#modules/filing/tables.ts'
import type { Ctx } from '#platform/context.ts'
import type { Title } from './titles.ts'

export async function factsOf(ctx: Ctx, file: File): Promise<Facts> {
  return { ...ofFile(ctx, file), ...(await ofRights(ctx, file)), ...(await ofTitles(ctx, file)), ...(await ofReports(ctx, file)) }
}

const known = (value: Known['value'], asOf: string, source: string): Known => ({ value, asOf, source })

function ofFile({ today }: Ctx, file: File): Facts {
  const from = (field: keyof File, value: Known['value']) => {
    const origin = file.origins[field]
    return known(value, origin?.asOf ?? file.asOf, sources[origin?.source ?? file.source])
  }
  // In the district on both accounts is in its city too; on neither, it may be elsewhere in the city.
  const local = file.registered && file.taxed ? from('taxed', true) : undefined
  const legal = legalPersons[file.legalForm]
  return {
    industryDivision: from('industry', divisionOf(file.industry)),
    ...(legal === undefined ? {} : { legalPerson: from('legalForm', legal) }),
    ...(local ? { registeredInChongqing: local, registeredInCentre: local } : {}),
    ...(file.registeredOn
      ? { yearsSinceRegistration: { ...from('registeredOn', fullYears(file.registeredOn, today)), asOf: today } }
      : {}),
  }
}

const legalPersons: Partial<Record<File['legalForm'], boolean>> = {
  limited: true,
  shares: true,
  foreign: true,
  sole: false,
  partnership: false,
  branch: false,
}

const fullYears = (from: string, to: string) =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0)

/** Ⅰ类知识产权 that the ledger knows. */
const classOne = ['invention', 'layout'] as const

async function ofRights(ctx: Ctx, { id }: File): Promise<Facts> {
  const rows = await ctx.db
    .select({ kind: ipRights.kind, n: count() })
    .from(ipRights)
    .where(and(eq(ipRights.enterprise, id), knownOn(ipRights, ctx.today)))
    .groupBy(ipRights.kind)
  const sum = (kinds?: readonly string[]) => rows.reduce((all, { kind, n }) => all + (!kinds || kinds.includes(kind) ? n : 0), 0)
  const from = (n: number) => known(n, ctx.today, '知识产权台账')
  return { ipCount: from(sum()), ipClassOne: from(sum(classOne)) }
}

/** On which title a fact rests; where the ledger does not hold it, it is not held. */
const rests: Partial<Record<FactName, Title>> = {
  specialisedTitle: 'specialised',
  topHundredListed: 'top-100',
  unicornListed: 'unicorn',
  gazelleListed: 'gazelle',
  chainLeaderListed: 'chain-leader',
}

async function ofTitles(ctx: Ctx, { id }: File): Promise<Facts> {
  const rows = await ctx.db
    .select({ kind: qualifications.kind })
    .from(qualifications)
    .where(and(eq(qualifications.enterprise, id), heldNow(ctx)))
  const held = new Set(rows.map(({ kind }) => kind))
  const from = (value: boolean) => known(value, ctx.today, '资质台账')
  const listed = Object.entries(rests).map(([fact, title]) => [fact, from(held.has(title))])
  // Other honours of the kind are not on record here: without this one nothing is known.
  const honour = held.has('high-tech') ? { innovationHonour: from(true) } : {}
  return { ...(Object.fromEntries(listed) as Facts), ...honour }
}

/** Three full years back and the one that runs. */
const yearsBack = 3

async function ofReports(ctx: Ctx, { id }: File): Promise<Facts> {
  const year = Number(ctx.today.slice(0, 4))
  const rows = await ctx.db
    .select()
    .from(filings)
    .where(and(eq(filings.enterprise, id), isCurrent(ctx), gte(filings.month, `${year - yearsBack}-01`)))
    .orderBy(desc(filings.month))
  const full = (back: number) => rows.find(({ month }) => month === `${year - back}-12`)
  return {
    ...latest(rows, { headcount: 'headcount', rndStaff: 'rndStaff', bachelors: 'bachelors' }),
    ...of(full(1), { revenue: 'revenue', softwareRevenue: 'softwareRevenue', rndSpend: 'rndSpend', exports: 'exports' }),
    ...of(full(2), { revenueBefore: 'revenue', rndSpendBefore: 'rndSpend' }),
    ...of(
      rows.find(({ month }) => month.startsWith(`${year}-`)),
      { revenueYearToDate: 'revenue' },
    ),
    ...threeYears([full(1), full(2), full(3)], { revenueThreeYears: 'revenue', rndSpendThreeYears: 'rndSpend' }),
  }
}

type Asked = Partial<Record<FactName, Cell>>

/** The facts a report gives, as far as its cells are filled in. */
function of(row: Row | undefined, asked: Asked): Facts {
  if (!row) return {}
  const given = Object.entries(asked).filter(([, cell]) => row[cell] !== null)
  return Object.fromEntries(given.map(([fact, cell]) => [fact, known(row[cell], lastDayOf(row.month), sourceOf(row))]))
}

/** Some cells are asked once a quarter: each from the latest report that has it. */
const latest = (rows: Row[], asked: Asked): Facts =>
  Object.assign(
    {},
    ...Object.entries(asked).map(([fact, cell]) =>
      of(
        rows.find((row) => row[cell] !== null),
        { [fact]: cell },
      ),
    ),
  )

function threeYears(rows: (Row | undefined)[], asked: Asked): Facts {
  const all = rows.filter((row) => row !== undefined)
  const [last] = all
  if (!last || all.length < yearsBack) return {}
  const whole = Object.entries(asked).filter(([, cell]) => all.every((row) => row[cell] !== null))
  const years = `${Number(last.month.slice(0, 4)) - yearsBack + 1}—${last.month.slice(0, 4)} 年 12 月运行监测报表`
  const total = (cell: Cell) => all.reduce((sum, row) => sum + row[cell]!, 0)
  return Object.fromEntries(whole.map(([fact, cell]) => [fact, known(total(cell), lastDayOf(last.month), years)]))
}

const sourceOf = ({ month }: Row) => `${monthInWords(month)}运行监测报表`
