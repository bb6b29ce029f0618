/** The enterprises of the demo district: their figures tell the plan's story, their reports pass the checks, their sums add up. */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkFiling, type Finding, openFindings } from '#engines/filing/checks.ts'
import { backtest } from '#engines/indicator/forecast.ts'
import { cellNames, isQuarterEnd, type Values } from '#modules/filing/model.ts'
import { baselineMonth, coursesOf, definitionsOn, seriesOf, viewOf } from '#modules/indicator/figures.ts'
import { machine } from '#platform/context.ts'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { session } from '#platform/session.ts'
import { databaseUrl } from '#test/database.ts'
import { demoDay, seedDemo } from './demo.ts'
import { makeFirms } from './enterprises/firms/firms.ts'
import { reportsOf } from './enterprises/reports/reports.ts'
import { ruleFor } from './enterprises/reports/rules.ts'

let app: pg.Pool
let owner: pg.Client
const yi = 100_000_000
const reports = reportsOf(makeFirms())
/** Section I of the industries. */
const inIndustry = `division in ('63', '64', '65')`

beforeAll(async () => {
  const url = await databaseUrl()
  app = openPool(url, 'app', 2)
  owner = new pg.Client(url)
  await owner.connect()
  await seedDemo({ root: drizzleOn(app), auth: null, region: '500109' })
}, 240_000)
afterAll(async () => {
  await app?.end()
  await owner?.end()
})

const rows = async <T extends object = Record<string, unknown>>(query: string) => (await owner.query<T>(query)).rows
const number = async (query: string) => Number(Object.values((await rows(query))[0]!)[0])
const near = (value: number, wanted: number, part: number) => {
  expect(value).toBeGreaterThan(wanted * (1 - part))
  expect(value).toBeLessThan(wanted * (1 + part))
}
const reported = (cell: string, month: string) =>
  number(
    `select sum(${cell}) from filing where month = '${month}' and known_from is not null and known_until is null and ${inIndustry}`,
  )

describe('the story', () => {
  it('has about 1,200 enterprises on the day the demo opens, all marked as invented', async () => {
    near(await number('select count(*) from enterprise where left_on is null'), 1200, 0.03)
    expect(await number(`select count(*) from enterprise where name not like '%（演示）'`)).toBe(0)
  })

  it('adds software firms as the path of the plan says', async () => {
    for (const [day, wanted] of [
      ['2022-12-31', 78],
      ['2023-12-31', 300],
      ['2024-12-31', 545],
      [demoDay, 735],
    ] as const)
      near(
        await number(`select count(*) from presence where known_until is null and ${inIndustry} and origin_kind <> 'existing'
          and settled_on >= '2022-01-01' and since <= '${day}' and (until is null or until > '${day}')`),
        wanted,
        0.03,
      )
  })

  it('earns 6 billion in 2021 and about 15.5 in the year to October 2025, a quarter to a third more each year but the first', async () => {
    const years: number[] = []
    for (const year of [2021, 2022, 2023, 2024]) years.push(await reported('revenue', `${year}-12`))
    near(years[0]!, 60 * yi, 0.02)
    const growth = years.slice(1).map((year, i) => year / years[i]! - 1)
    expect(growth[0]).toBeLessThan(0.24)
    for (const rate of growth.slice(1)) near(rate, 0.3, 0.15)
    const trailing = (await reported('revenue', '2025-10')) + years[3]! - (await reported('revenue', '2024-10'))
    near(trailing, 155 * yi, 0.02)
  })

  it('employs people as the path of the plan says', async () => {
    const before = await reported('headcount', '2021-12')
    for (const [month, more] of [
      ['2022-12', 1400],
      ['2023-12', 6500],
      ['2024-12', 12_600],
      ['2025-10', 18_200],
    ] as const)
      near((await reported('headcount', month)) - before, more, 0.04)
  })

  it('has 1, 1, 2 and 3 firms beyond a hundred million, and four on their way', async () => {
    const beyond = await rows<{ n: number }>(`select count(*) filter (where revenue >= ${yi})::int as n from filing
      where known_until is null and month in ('2021-12', '2022-12', '2023-12', '2024-12', '2025-10') group by month order by month`)
    expect(beyond.map(({ n }) => n)).toEqual([1, 1, 2, 3, 4])
    near(await number(`select max(revenue) from filing where month = '2024-12'`), 8 * yi, 0.13)
  })

  it('spends more on research, and registers 8 to 13 % more rights, year by year', async () => {
    const intensity = (month: string) =>
      number(`select sum(f.rnd_spend)::float8 / sum(f.revenue) from filing f where f.month = '${month}' and f.known_until is null
        and f.enterprise in (select enterprise from qualification where kind = 'backbone')`)
    near(await intensity('2021-12'), 0.11, 0.02)
    near(await intensity('2025-09'), 0.146, 0.02)
    const rights = await rows<{ n: string }>(
      `select count(*) n from ip_right where to_char(registered_on, 'MM-DD') <= '11-15' group by extract(year from registered_on) order by extract(year from registered_on)`,
    )
    rights.slice(1).forEach(({ n }, i) => {
      near(Number(n) / Number(rights[i]!.n), 1.105, 0.025)
    })
  })

  it('leaves some files unconfirmed, some titles running out, and one zone behind', async () => {
    const here = await number('select count(*) from enterprise where left_on is null')
    const stale = await number(
      `select count(*) from enterprise where left_on is null and coalesce(confirmed_on, settled_on) < date '${demoDay}' - 30`,
    )
    near(stale / here, 0.08, 0.25)
    expect(
      await number(`select count(*) from qualification where valid_until between '${demoDay}' and date '${demoDay}' + 90`),
    ).toBeGreaterThan(5)
    expect(await number(`select count(*) from qualification where valid_until < '${demoDay}'`)).toBeGreaterThan(20)
    const growth = await rows<{ zone: string; rate: number }>(`select o.short_name as zone,
      sum(revenue) filter (where month = '2024-12')::float8 / sum(revenue) filter (where month = '2023-12') as rate
      from filing join org o on o.id = zone where known_until is null and known_from is not null group by 1 order by 2`)
    expect(growth[0]).toMatchObject({ zone: '温泉谷' })
    expect(growth[0]!.rate).toBeLessThan(1)
    expect(growth.at(-1)!.rate).toBeGreaterThan(1.3)
  })
})

describe('reports', () => {
  it('have nothing unexplained and nothing wrong', () => {
    const filed = new Map<number, { month: string; values: Values }[]>()
    const open: Finding[] = []
    for (const { firm, month, revision, values, explanations } of reports) {
      const history = filed.get(firm.serial) ?? []
      const { swing, least } = ruleFor(month)
      const findings = checkFiling({
        month,
        values,
        history: history.slice(-14).filter((one) => one.month < month),
        reasons: explanations,
        rule: { swing, minimum: least, persons: 5 },
      })
      // What was reported on paper was taken over without explanations.
      open.push(...openFindings(findings).filter(({ kind }) => kind === 'must' || month >= '2022-10'))
      if (revision === 1) filed.set(firm.serial, [...history, { month, values }])
      else history.splice(-1, 1, { month, values })
    }
    expect(open.slice(0, 3)).toEqual([])
  })

  it('tell quarterly figures at the ends of quarters only, and parts that add up', async () => {
    expect(
      await number(`select count(*) from filing where software_revenue <> software_products + it_services + security + embedded
        or software_revenue > revenue or rnd_staff > headcount or bachelors > headcount`),
    ).toBe(0)
    const months = await rows<{ month: string; quarterly: boolean }>(
      'select month, bool_or(rnd_spend is not null) as quarterly from filing group by 1',
    )
    for (const { month, quarterly } of months) expect(quarterly, month).toBe(isQuarterEnd(month))
  })

  it('are what the sums are made of', async () => {
    const columns = cellNames.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
    const sums = columns.map((name) => `coalesce(sum(${name}), 0)::text as ${name}`).join(', ')
    const whole = await rows(
      `select month, sum(reports)::text as reports, ${sums} from tally where face = 'whole' group by 1 order by 1`,
    )
    const accepted = await rows(`select month, count(*)::text as reports, ${sums} from filing
      where known_from is not null and known_until is null group by 1 order by 1`)
    expect(whole).toEqual(accepted)
    expect(accepted).toHaveLength(58)
  })

  it('of the open month lie in every state, and 满星软件 has not begun', async () => {
    const states = await rows<{ status: string }>(`select distinct status from filing where month = '2025-11' order by 1`)
    expect(states.map(({ status }) => status)).toEqual(['draft', 'returned', 'submitted'])
    expect(
      await rows(`select f.month, f.status, f.submitted_by from filing f join enterprise e on e.id = f.enterprise
        join org o on o.id = e.org where o.short_name = '满星软件' order by 1 desc limit 1`),
    ).toEqual([{ month: '2025-10', status: 'accepted', submitted_by: '小满' }])
  })

  it('were corrected about thirty times, each with a reason, and both figures are kept', async () => {
    const corrected =
      await number(`select count(*) from filing r join filing f on f.enterprise = r.enterprise and f.month = r.month
      and f.revision = 1 and f.known_until = r.known_from where r.revision = 2 and r.correction <> '' and r.revenue > f.revenue`)
    near(corrected, 30, 0.2)
    expect(await number('select count(*) from filing where revision = 2 and known_from is not null')).toBe(corrected)
  })
})

describe('files', () => {
  it('stand where their open stretch stands, and nowhere once they left', async () => {
    expect(
      await rows(`select e.name from enterprise e left join presence p on p.enterprise = e.id and p.until is null and p.known_until is null
        where (e.left_on is null) <> (p.id is not null)
          or (p.town, p.zone, p.building, p.industry, p.direction, p.saas, p.settled_on)
            is distinct from (e.town, e.zone, e.building, e.industry, e.direction, e.saas, e.settled_on) and e.left_on is null`),
    ).toEqual([])
    near(await number('select count(*) from enterprise where left_on is not null'), 50, 0.1)
    near(await number(`select count(*) from presence where begin = 'moved'`), 60, 0.1)
  })

  it('are where the district governs, and have valid codes of their own', async () => {
    expect(
      await number(`select count(*) from presence p join org o on o.id = p.town where o.short_name in ('水土街道', '复兴街道')`),
    ).toBe(0)
    expect(new Set(makeFirms().map(({ creditCode }) => creditCode)).size).toBe(makeFirms().length)
  })

  it('of those whose people sign in one is claimed, and one claim waits', async () => {
    expect(
      await rows(`select o.short_name as org, a.status, e.org is not null as linked from adoption a join org o on o.id = a.org
        join enterprise e on e.credit_code = a.credit_code
        where o.short_name in ('满星软件', '安澜信息') order by a.submitted_on`),
    ).toEqual([
      { org: '满星软件', status: 'approved', linked: true },
      { org: '安澜信息', status: 'submitted', linked: false },
    ])
  })
})

it('falls the same way every time', () => {
  const told = (of: typeof reports) =>
    of.map(({ firm, month, values, schedule }) => [firm.name, month, values.revenue, schedule.decidedOn].join(' '))
  expect(told(reportsOf(makeFirms()))).toEqual(told(reports))
})

describe('forecasts', () => {
  it('made in the past of this district would mostly have held', async () => {
    const sessions = session(drizzleOn(app), () => new Date(`${demoDay}T02:00:00Z`))
    const trials = await sessions.run(machine('500109'), 'seed/test', async (ctx) => {
      const definitions = (await definitionsOn(ctx, demoDay)).filter(({ code }) => foretold.includes(code))
      const courses = await coursesOf(ctx, definitions, baselineMonth, await viewOf(ctx, demoDay))
      return definitions.flatMap((definition, i) => {
        const restarts = definition.form === 'amount' && definition.period === 'year-to-date'
        const trial = backtest(seriesOf(definition, courses[i]!), 6, restarts)
        return trial ? [{ code: definition.code, ...trial }] : []
      })
    })
    expect(trials.map(({ code }) => code).sort()).toEqual([...foretold].sort())
    for (const { code, coverage, error, trials: tried } of trials) {
      expect(tried, code).toBeGreaterThan(10)
      expect(coverage, code).toBeGreaterThan(0.5)
      expect(error, code).toBeLessThan(0.12)
    }
    const mean = trials.reduce((sum, { coverage }) => sum + coverage, 0) / trials.length
    expect(mean).toBeGreaterThan(0.75)
  })
})
const foretold = ['enterprises', 'new-enterprises', 'revenue', 'software-revenue', 'headcount', 'ip-rights']
