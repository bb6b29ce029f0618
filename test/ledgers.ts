/** A small district full of made-up ledger rows of every shape. */
import { randomUUID } from 'node:crypto'
import { makeCreditCode } from '#engines/enterprise/credit-code.ts'
import { enterprises, ipRights, presences, qualifications } from '#modules/enterprise/tables.ts'
import { filings } from '#modules/filing/tables.ts'
import { entries } from '#modules/indicator/tables.ts'
import { orgs } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'

/** Whole numbers below `n`, always the same ones: 小城 is the same in every run. */
export function dice(seed: number): (n: number) => number {
  let state = seed >>> 0
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}

const two = (n: number) => String(n).padStart(2, '0')
const months = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${Math.floor((from + i) / 12)}-${two(((from + i) % 12) + 1)}`)
/** 2021-01 … 2024-12 */
export const span = months(2021 * 12, 2024 * 12 + 11)

export type Places = { towns: string[]; zones: string[] }

export async function foundPlaces({ db }: Ctx): Promise<Places> {
  const made = await db
    .insert(orgs)
    .values(
      ['东街道', '西街道', '南镇']
        .map((name) => ({ name, shortName: name, kind: 'town' as const, aliases: [] }))
        .concat(['一园', '二园'].map((name) => ({ name, shortName: name, kind: 'park' as never, aliases: [] }))),
    )
    .returning()
  const ids = (kind: string) => made.flatMap((org) => (org.kind === kind ? [org.id] : []))
  return { towns: ids('town'), zones: ids('park') }
}

/** `count` enterprises with moves, late records, withdrawn rows, missing months, corrections, titles, rights and entries. */
export async function fillLedgers(ctx: Ctx, { towns, zones }: Places, count: number, seed = 7): Promise<string[]> {
  const roll = dice(seed)
  const pick = <T>(all: readonly T[]): T => all[roll(all.length)]!
  const dayIn = (month: string) => `${month}-${two(1 + roll(28))}`
  const later = (month: string, by: number) => span[Math.min(span.length - 1, span.indexOf(month) + by)]!
  const made: string[] = []
  for (let i = 0; i < count; i += 1) {
    const id = randomUUID()
    made.push(id)
    const settled = pick(span.slice(0, 40))
    const settledOn = dayIn(settled)
    const place = () => ({ town: pick(towns), zone: roll(3) ? pick(zones) : null })
    const trade = () => {
      const industry = pick(['6513', '6531', '6420', '6311', '7320'])
      return { industry, division: industry.slice(0, 2), direction: pick(['数字城市', '数字文创', null]), saas: roll(5) === 0 }
    }
    const [first, second] = [
      { ...place(), ...trade() },
      { ...place(), ...trade() },
    ]
    const originKind = pick(['existing', 'established', 'moved-in'] as const)
    const { division: _, ...now } = first
    await ctx.db.insert(enterprises).values({
      ...blank,
      ...now,
      id,
      creditCode: makeCreditCode('91500109', 10_000 + seed * 1000 + i),
      name: `企业${seed}-${i}`,
      originKind,
      settledOn,
    })
    const stay = {
      enterprise: id,
      originKind,
      settledOn,
      building: null,
      counterpart: null,
      destination: null,
      reason: null,
      evidence: null,
      recordedBy: '周科',
    }
    const known = dayIn(later(settled, roll(3)))
    const moved = later(settled, 3 + roll(12))
    if (roll(3) && moved > settled) {
      const movedOn = dayIn(moved)
      // Withdrawn the day the move is recorded, and recorded anew with its end.
      const open = { ...stay, ...first, since: settledOn, begin: 'settled' as const }
      const heardOn = movedOn > known ? movedOn : known
      const ended = { ...open, until: movedOn, end: 'moved' as const, knownFrom: heardOn, knownUntil: null }
      await ctx.db
        .insert(presences)
        .values([
          { ...open, until: null, end: null, knownFrom: known, knownUntil: heardOn },
          ended,
          { ...stay, ...second, since: movedOn, begin: 'moved', until: null, end: null, knownFrom: heardOn, knownUntil: null },
        ])
    } else {
      const until = roll(4) ? null : dayIn(later(settled, 5 + roll(20)))
      await ctx.db.insert(presences).values({
        ...stay,
        ...first,
        since: settledOn,
        begin: 'settled',
        until: until && until > settledOn ? until : null,
        end: until && until > settledOn ? 'left' : null,
        knownFrom: known,
        knownUntil: null,
      })
    }
    if (roll(3)) {
      const title = {
        enterprise: id,
        holder: `企业${seed}-${i}`,
        kind: pick(['backbone', 'backbone', 'specialised', 'top-100', 'research-institution', 'software-park'] as const),
        level: null,
        number: null,
        grantedBy: null,
        grantedOn: dayIn(settled),
        validUntil: roll(2) ? dayIn(later(settled, 10)) : null,
        town: first.town,
        zone: first.zone,
        source: 'visit' as const,
        evidence: null,
        recordedBy: '周科',
        knownFrom: dayIn(later(settled, 1)),
        knownUntil: null,
        reason: null,
      }
      await ctx.db.insert(qualifications).values(heardOf(title, i % 4, later(settled, 9)))
    }
    const rights = Array.from({ length: roll(4) }, () => {
      const month = pick(span)
      return {
        enterprise: id,
        kind: pick(['copyright', 'invention', 'layout'] as const),
        title: '系统',
        number: null,
        registeredOn: dayIn(month),
        town: first.town,
        zone: first.zone,
        industry: first.industry,
        recordedBy: '周科',
        knownFrom: dayIn(later(month, roll(2))),
        knownUntil: null,
      }
    })
    if (rights.length) await ctx.db.insert(ipRights).values(rights)
    const reports = span.flatMap((month) => {
      if (month < settled || roll(10) === 0) return []
      const number = Number(month.slice(5))
      const revenue = roll(30) ? number * roll(900_000) : 120_000_000 + roll(1000)
      const report = {
        ...blankFiling,
        enterprise: id,
        month,
        revision: 1,
        status: 'accepted' as const,
        revenue,
        softwareRevenue: Math.floor(revenue / 2),
        softwareProducts: 0,
        itServices: Math.floor(revenue / 2),
        security: 0,
        embedded: 0,
        headcount: roll(300),
        rndStaff: 0,
        ...(number % 3 === 0 && { bachelors: 0, rndSpend: roll(revenue + 1), profit: roll(1000) - 500, exports: roll(100) }),
        town: first.town,
        zone: first.zone,
        industry: first.industry,
        division: first.division,
        direction: first.direction,
        knownFrom: dayIn(later(month, 1)),
      }
      if (roll(12)) return [report]
      const correctedOn = dayIn(later(month, 3))
      if (correctedOn <= report.knownFrom) return [report]
      return [
        { ...report, knownUntil: correctedOn },
        { ...report, revision: 2, revenue: revenue + 1, knownFrom: correctedOn, correction: '补报' },
      ]
    })
    if (reports.length) await ctx.db.insert(filings).values(reports)
  }
  return made
}

type Title = { knownFrom: string; validUntil: string | null }
/** Titles are heard of in time, late, taken back, or recorded anew with an earlier end, months after the first reports. */
function heardOf<T extends Title>(title: T, how: number, month: string): T[] {
  const day = `${month}-15`
  if (how === 0 || day <= title.knownFrom) return [title]
  if (how === 1) return [{ ...title, knownFrom: day }]
  const before = { ...title, knownUntil: day }
  return how === 2 ? [before] : [before, { ...title, knownFrom: day, validUntil: `${month}-01` }]
}

export async function enterSeries({ db }: Ctx, keeper: string): Promise<void> {
  const row = (series: 'gdp' | 'software-value-added', year: number, value: number) => ({
    series,
    asOf: `${year}-12-31`,
    value,
    source: '统计公报',
    keeper,
    enteredBy: '罗科',
    knownFrom: `${year + 1}-02-10`,
    knownUntil: null,
    reason: null,
  })
  await db
    .insert(entries)
    .values([
      row('gdp', 2021, 700),
      row('gdp', 2022, 742),
      row('gdp', 2023, 790),
      row('software-value-added', 2021, 46),
      row('software-value-added', 2022, 54),
      row('software-value-added', 2023, 65),
    ])
}

const blank = {
  status: 'active' as const,
  legalForm: 'limited' as const,
  registeredOn: null,
  capital: null,
  address: null,
  building: null,
  subField: null,
  registered: null,
  registeredSince: null,
  operating: null,
  operatingSince: null,
  taxed: null,
  taxedSince: null,
  reporting: null,
  reportingSince: null,
  leftOn: null,
  frequency: 'month' as const,
  products: null,
  contact: null,
  phone: null,
  org: null,
  keeper: null,
  keeperName: null,
  keeperOrg: null,
  source: 'import' as const,
  asOf: '2024-01-01',
  confirmedOn: null,
  origins: {},
}
const blankFiling = {
  bachelors: null as number | null,
  rndSpend: null as number | null,
  profit: null as number | null,
  exports: null as number | null,
  tax: null,
  explanations: {},
  objections: {},
  correction: null as string | null,
  unchanged: false,
  typed: 0,
  submittedOn: null,
  submittedBy: null,
  decidedOn: null,
  decidedBy: null,
  knownUntil: null as string | null,
}
