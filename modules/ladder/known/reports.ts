/** The accepted reports that facts rest on: of full years, of the year that runs, and the latest that has a cell; of many enterprises at once. */
import { type SQL, sql } from 'drizzle-orm'
import type { FactName, Facts, Known } from '#engines/criteria/facts.ts'
import { decemberOf, lastDayOf, yearOf } from '#engines/indicator/months.ts'
import { monthInWords } from '#engines/progress/wording.ts'
import type { Cell } from '#modules/filing/model.ts'
import { filings } from '#modules/filing/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { type Asked, idsOf, lastMonthBy, recordedBy } from './asked.ts'

/** Three full years back and the one that runs. */
const yearsBack = 3

const told = ['revenue', 'softwareRevenue', 'rndSpend', 'exports', 'headcount', 'rndStaff', 'bachelors'] as const satisfies Cell[]
type Told = (typeof told)[number]
export type Report = { month: string } & Record<Told, number | null>
export type Reports = {
  /** December of last year, of the year before, and of the one before that. */
  years: (Report | undefined)[]
  running: Report | undefined
  /** Some cells are asked once a quarter: each from the latest report that has it. */
  latest: Partial<Record<Told, Report>>
}

const ofLatest = { headcount: 'headcount', rndStaff: 'rndStaff', bachelors: 'bachelors' } as const satisfies Asking
const ofYear = { revenue: 'revenue', softwareRevenue: 'softwareRevenue', rndSpend: 'rndSpend', exports: 'exports' } as const
const ofYearBefore = { revenueBefore: 'revenue', rndSpendBefore: 'rndSpend' } as const
const ofRunning = { revenueYearToDate: 'revenue' } as const
const ofThreeYears = { revenueThreeYears: 'revenue', rndSpendThreeYears: 'rndSpend' } as const
type Asking = Partial<Record<FactName, Told>>
export const reportFacts = Object.keys({
  ...ofLatest,
  ...ofYear,
  ...ofYearBefore,
  ...ofRunning,
  ...ofThreeYears,
}) as FactName[]

/** `cells`: those of which the latest is wanted. */
export async function reportsOf(ctx: Ctx, asked: Asked, cells: readonly FactName[] = []): Promise<Map<string, Reports>> {
  const found = new Map<string, Reports>(asked.ids.map((id) => [id, { years: [], running: undefined, latest: {} }]))
  const year = yearOf(asked.day)
  const decembers = Array.from({ length: yearsBack }, (_, back) => decemberOf(year - 1 - back))
  for (const { enterprise, ...report } of await read(ctx, ofMonths(asked, decembers)))
    found.get(enterprise)!.years[decembers.indexOf(report.month)] = report
  for (const { enterprise, ...report } of await read(ctx, latestOf(asked, sql`true`))) {
    const own = found.get(enterprise)!
    if (yearOf(report.month) === year) own.running = report
    for (const cell of Object.values(ofLatest)) if (report[cell] !== null) own.latest[cell] = report
  }
  for (const [fact, cell] of Object.entries(ofLatest)) {
    const without = cells.includes(fact as FactName) ? asked.ids.filter((id) => !found.get(id)!.latest[cell]) : []
    if (without.length === 0) continue
    const has = sql`${filings[cell]} is not null`
    for (const { enterprise, ...report } of await read(ctx, latestOf({ ...asked, ids: without }, has)))
      found.get(enterprise)!.latest[cell] = report
  }
  return found
}

const columns = sql.join(
  told.map((cell) => sql`${filings[cell]}::float8 as ${sql.identifier(cell)}`),
  sql`, `,
)

const ofMonths = (asked: Asked, months: readonly string[]): SQL => sql`
  select ${filings.enterprise} as enterprise, ${filings.month} as month, ${columns} from ${filings}
  where ${filings.enterprise} = any(${idsOf(asked)}) and ${filings.month} = any(${`{${months.join()}}`}::text[]) and ${recordedBy(filings, asked)}`

/** One look into the index for each enterprise, from the last month back. */
const latestOf = (asked: Asked, has: SQL): SQL => sql`
  select of.id as enterprise, latest.* from unnest(${idsOf(asked)}) of (id) cross join lateral (
    select ${filings.month} as month, ${columns} from ${filings}
    where ${filings.enterprise} = of.id and ${filings.month} <= ${lastMonthBy(asked.day)}
      and ${filings.month} >= ${`${yearOf(asked.day) - yearsBack}-01`} and ${recordedBy(filings, asked)} and ${has}
    order by ${filings.month} desc limit 1) latest`

async function read({ db }: Ctx, query: SQL): Promise<({ enterprise: string } & Report)[]> {
  return ((await db.execute(query)) as unknown as { rows: ({ enterprise: string } & Report)[] }).rows
}

export function factsOfReports({ years, running, latest }: Reports): Facts {
  const facts: Facts = {}
  for (const [fact, cell] of entries(ofLatest)) give(facts, fact, cell, latest[cell])
  for (const [fact, cell] of entries(ofYear)) give(facts, fact, cell, years[0])
  for (const [fact, cell] of entries(ofYearBefore)) give(facts, fact, cell, years[1])
  for (const [fact, cell] of entries(ofRunning)) give(facts, fact, cell, running)
  const [last, before, first] = years
  if (!last || !before || !first) return facts
  for (const [fact, cell] of entries(ofThreeYears)) {
    const [a, b, c] = [last[cell], before[cell], first[cell]]
    if (a === null || b === null || c === null) continue
    const source = `${yearOf(first.month)}—${yearOf(last.month)} 年 12 月运行监测报表`
    facts[fact] = { value: a + b + c, asOf: lastDayOf(last.month), source }
  }
  return facts
}

const entries = <A extends Asking>(asking: A) => Object.entries(asking) as [FactName, Told][]

/** The facts a report gives, as far as its cells are filled in. */
function give(facts: Facts, fact: FactName, cell: Told, report: Report | undefined): void {
  const value = report?.[cell] ?? null
  if (report && value !== null) facts[fact] = { value, ...placeOf(report) }
}

const places = new Map<string, Pick<Known, 'asOf' | 'source'>>()
/** Day and source of what a report says; the same for all of its month. */
export function placeOf({ month }: Pick<Report, 'month'>): Pick<Known, 'asOf' | 'source'> {
  const known = places.get(month) ?? { asOf: lastDayOf(month), source: `${monthInWords(month)}运行监测报表` }
  places.set(month, known)
  return known
}
