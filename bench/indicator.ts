/** All indicators of one day, the rows behind a figure, lists and a new report, on 100,000 enterprises with 48 months of reports. */
import pg from 'pg'
import { list as listEnterprises } from '#modules/enterprise/actions/list.ts'
import { filingRules } from '#modules/filing/tables.ts'
import { list, show } from '#modules/indicator/actions/figure.ts'
import { rows } from '#modules/indicator/actions/rows.ts'
import { type Actor, type Ctx, machine } from '#platform/context.ts'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { keepPlans } from '#platform/database/prepared.ts'
import { session } from '#platform/session.ts'
import { definitionScenes } from '#seed/tell.ts'
import { fillLarge, region } from './large.ts'
import { median, ms, ratio, spread, withDatabase } from './measure.ts'

const day = '2025-12-02'
const office: Actor = { id: 'bench', name: '周科', role: 'office', org: null, region }

export async function bench(): Promise<void> {
  let small = 0
  await withDatabase(async (url) => {
    await fill(url, { enterprises: 2000, months: 6 })
    small = await newReport(url)
  })
  await withDatabase(async (url) => {
    await fill(url, {})
    await figures(url)
    await lists(url)
    const large = await newReport(url)
    console.log(`one more report: ${ms(large)} with 4.8 million before it, ${ms(small)} with 12,000: ${ratio(large, small)}`)
  })
}

async function fill(url: string, size: { enterprises?: number; months?: number }): Promise<void> {
  const owner = await connected(url)
  const { seconds, reports, bytes } = await fillLarge(owner, size)
  console.log(
    `filled: ${reports.toLocaleString('en')} reports in ${Math.round(seconds)} s, ${Math.round(bytes / 1024 / 1024)} MB`,
  )
  await owner.end()
  await as(url, machine(region), async (ctx) => {
    const rule = {
      since: '2021-01-01',
      dueWorkday: 10,
      enough: 0.8,
      swing: 0.5,
      least: 500_000,
      staleDays: 30,
      renewalDays: 90,
      basis: '演示',
    }
    await ctx.db.insert(filingRules).values(rule)
    for (const { work } of definitionScenes(machine(region), '2022-01-01')) await work(ctx)
  })
}

/** The product's own way to every figure, beside statements written for just these figures and this day. */
async function figures(url: string): Promise<void> {
  const owner = await connected(url)
  await as(url, office, async (ctx) => {
    const whole = await spread(20, () => list(ctx, {}))
    const byHand = await median(20, async () => {
      for (const statement of handWritten) await owner.query(statement)
    })
    console.log(`all indicators of a day with their courses: median ${ms(whole.median)}, p95 ${ms(whole.p95)}`)
    console.log(`  the same sums by hand-written SQL, without row rights: ${ms(byHand)}: ${ratio(whole.median, byHand)}`)
    for (const code of ['revenue', 'enterprises', 'rnd-intensity', 'ip-growth']) {
      const opened = await spread(20, () => show(ctx, { code }))
      const behind = await spread(20, () => rows(ctx, { code, page: 3 }))
      console.log(`  ${code}: opened p95 ${ms(opened.p95)}, rows behind it p95 ${ms(behind.p95)}`)
    }
  })
  await owner.end()
}

/** Pages of lists under row rights, beside the same statements as the owner of the tables, on connections as the server keeps them. */
async function lists(url: string): Promise<void> {
  const owner = await connected(url)
  keepPlans(owner)
  const app = openPool(url, 'app', 1)
  const official = await app.connect()
  await official.query(`select set_config('app.region', '${region}', false), set_config('app.role', 'office', false)`)
  for (const [name, text, values] of pages) {
    const secured = await median(50, () => official.query({ text }, values))
    const plain = await median(50, () => owner.query({ text }, values))
    console.log(`${name}: ${ms(secured)} under row rights, ${ms(plain)} without: ${ratio(secured, plain)}`)
  }
  official.release()
  await app.end()
  await owner.end()
  await as(url, office, async (ctx) => {
    console.log(
      `  enterprises as the list page asks for them, with names, marks and total: ${ms(await median(20, () => listEnterprises(ctx, {})))}`,
    )
  })
}
const pages: [name: string, text: string, values: string[]][] = [
  [
    'a page of a month’s reports, largest first',
    'select * from filing where region = $1 and month = $2 and status = $3 order by revenue desc, id limit 50',
    [region, '2025-10', 'accepted'],
  ],
  ['a page of enterprises by name', 'select * from enterprise where region = $1 order by name, id limit 50', [region]],
  [
    'a page of enterprises that settled last',
    'select * from enterprise where region = $1 and left_on is null order by settled_on desc nulls last, id limit 50',
    [region],
  ],
]

/** Milliseconds to write one accepted report, with the sums it moves and its entry in the journal. */
async function newReport(url: string): Promise<number> {
  const owner = await connected(url)
  const { rows: firms } = await owner.query<{ id: string }>('select id from enterprise order by id limit 300')
  const app = openPool(url, 'app', 1)
  const { run } = session(drizzleOn(app), () => new Date(`${day}T03:00:00Z`))
  let next = 0
  const time = await median(200, () => {
    const { id } = firms[next++]!
    return run(machine(region), 'bench', ({ db }) =>
      db.execute(`insert into filing (enterprise, month, revision, status, revenue, software_revenue, headcount, rnd_staff, explanations,
        objections, unchanged, typed, town, zone, industry, division, known_from)
        select id, '2026-01', 1, 'accepted', 1000, 500, 10, 3, '{}', '{}', false, 0, town, zone, industry, left(industry, 2), '2026-02-05'
        from enterprise where id = '${id}'`),
    )
  })
  await app.end()
  await owner.end()
  return time
}

async function connected(url: string): Promise<pg.Client> {
  const owner = new pg.Client(url)
  // After a failure the database stops while this is open: that is not the news.
  owner.on('error', () => {})
  await owner.connect()
  return owner
}

async function as<T>(url: string, actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const app = openPool(url, 'app', 1)
  const answer = await session(drizzleOn(app), () => new Date(`${day}T03:00:00Z`)).run(actor, 'bench', work)
  await app.end()
  return answer
}

const ends = `(select array_agg((date '2021-12-01' + i * interval '1 month' + interval '1 month - 1 day')::date order by i) || array[date '${day}'] from generate_series(0, 47) i)`
const known = `known_from <= '${day}' and (known_until is null or known_until > '${day}')`
const software = `division in ('63', '64', '65')`
const isNew = `division in ('64', '65') and settled_on >= '2022-01-01' and origin_kind in ('established', 'moved-in', 'spun-off')`
const counts = (sign: string) =>
  `${sign}count(*) filter (where ${software}), ${sign}count(*) filter (where ${isNew}), ${sign}count(*) filter (where saas)`
const inTitle = (kinds: string) => `count(*) filter (where kind in (${kinds}))`
const backbone = `enterprise in (select enterprise from qualification where kind = 'backbone')`

/** One statement for every ledger and shape: what somebody would write who knew the day and the indicators beforehand. */
const handWritten = [
  `select at, sum(a), sum(b), sum(c) from (
     select width_bucket(since - 1, ${ends}) as at, ${counts('')} from presence where ${known} and since <= '${day}' group by 1
     union all select width_bucket(until - 1, ${ends}), ${counts('-')} from presence where ${known} and until <= '${day}' group by 1) m (at, a, b, c) group by 1 order by 1`,
  `select month, sum(reports), sum(revenue), sum(software_revenue), sum(headcount), sum(exports) from tally
     where region = '${region}' and face = 'whole' and month between '2020-12' and '2025-10' and known <= '${day}' and ${software} group by 1`,
  `select month, count(*) from filing where region = '${region}' and month in ('2021-12', '2022-12', '2023-12', '2024-12') and revenue >= 100000000 and ${software} and ${known} group by 1`,
  `select month, count(*) from filing where region = '${region}' and month in ('2021-12', '2022-12', '2023-12', '2024-12') and revenue >= 1000000000 and ${software} and ${known} group by 1`,
  `select month, sum(rnd_spend), sum(revenue) from filing where region = '${region}' and right(month, 2) in ('03', '06', '09', '12') and ${backbone} and ${known} group by 1`,
  `select width_bucket(registered_on, ${ends}), count(*) from ip_right where ${known} and kind in ('copyright', 'invention', 'utility', 'design') group by 1`,
  `select width_bucket(granted_on - 1, ${ends}), ${inTitle(`'software-park'`)}, ${inTitle(`'top-100'`)}, ${inTitle(`'specialised', 'little-giant'`)}, ${inTitle(`'high-tech'`)}, ${inTitle(`'research-institution'`)} from qualification where ${known} group by 1`,
  `select series, as_of, value from entry where ${known}`,
]
