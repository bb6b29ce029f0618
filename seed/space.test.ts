/** The space of the demo district: areas fit into one another, its figures tell the plan's story, every state of every flow is there. */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mismatchesOf } from '#modules/lease/books/mismatch.ts'
import { leaseStates } from '#modules/lease/flow.ts'
import { moveInStates, viewingStates } from '#modules/movein/flow.ts'
import { acquisitionStages } from '#modules/space/flow.ts'
import { pictureContent } from '#modules/space/ledger/picture-content.ts'
import { measureStates } from '#modules/space/model.ts'
import { bookingStates, ticketStates } from '#modules/upkeep/flow.ts'
import { isWorkday } from '#platform/calendar.ts'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { session } from '#platform/session.ts'
import { databaseUrl } from '#test/database.ts'
import { actorNamed } from './cast.ts'
import { demoDay, seedDemo } from './demo.ts'
import { makeFirms } from './enterprises/firms/firms.ts'
import { settleIn } from './space/settle.ts'

let app: pg.Pool
let owner: pg.Client

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
const between = async (query: string, low: number, high: number) => {
  const value = await number(query)
  expect(value, query).toBeGreaterThanOrEqual(low)
  expect(value, query).toBeLessThanOrEqual(high)
}

/** Ends of months since the ledger began, and the day the demo opens. */
const days = `(select (date '2022-12-01' + n * interval '1 month' - interval '1 day')::date as day from generate_series(0, 36) n
  union select date '${demoDay}') days`
const holds = (day: string) => `since <= ${day} and (until is null or until > ${day})`
const known = (day: string) => `known_from <= ${day} and (known_until is null or known_until > ${day})`
const secured = `stage in ('contracted', 'handedOver', 'refitting', 'ready', 'let')`
const bySoftware = `division in ('64', '65')`
const onDay = (table: string, condition: string, zone = '') =>
  `(select coalesce(sum(area), 0) from ${table} f where ${condition} and ${holds('day')} and ${known('day')} ${zone})`

describe('what stands there', () => {
  it('is invented and says so, near its zone at best', async () => {
    await between('select count(*) from building', 40, 60)
    await between('select count(*) from carrier', 9, 9)
    await between('select count(*) from floor', 300, 360)
    await between('select count(*) from unit', 1200, 2000)
    expect(await number(`select count(distinct zone) from building`)).toBe(6)
    expect(
      await number(`select count(*) from building where name not like '%（演示）' or source not like '%演示数据%' or precision <> 'approx'
        or longitude not between 106.3 and 106.7 or latitude not between 29.6 and 30.1`),
    ).toBe(0)
  })

  it('fits into one another on every day: rooms into floors, floors into buildings, what is secured into what there is', async () => {
    expect(
      await rows(`select b.name, f.number, day from ${days} join floor f on true join building b on b.id = f.building
        where (select sum(u.area) from unit u where u.floor = f.id and ${holds('day')}) > f.area`),
    ).toEqual([])
    expect(
      await rows(`select name from building b where (select sum(area) from floor f where f.building = b.id) > b.area
        or (select sum(area) from acquisition a where a.building = b.id and status <> 'dropped') > b.area`),
    ).toEqual([])
  })

  it('has rooms that were once others, whose areas are the same', async () => {
    const reshaped = await rows<{ before: string; after: string }>(`select sum(u.area) as after,
      (select sum(o.area) from unit o where u.origins ? o.id::text) as before from unit u where u.origins <> '[]' group by u.origins`)
    expect(reshaped.length).toBeGreaterThan(5)
    for (const { before, after } of reshaped) expect(before).toBe(after)
  })
})

describe('pictures', () => {
  it('show every building and every room on offer, and are what they say by their bytes', async () => {
    expect(
      await rows(`select name from building b where not exists (select 1 from picture p where p.building = b.id and p.unit is null
      and p.kind = 'photo')`),
    ).toEqual([])
    expect(
      await rows(
        `select name from unit u where listed and (select count(*) from picture p where p.unit = u.id and p.kind = 'plan') <> 1`,
      ),
    ).toEqual([])
    const heavy = await rows<{ most: string }>('select count(*) as most from picture group by building having count(*) > 40')
    expect(heavy).toEqual([])
    const shown = await rows<{ type: string; size: number; bytes: Buffer }>(`select f.type, f.size, c.bytes from picture p
      join file f on f.id = p.file join content c on c.file = f.id`)
    for (const { type, size, bytes } of shown) {
      expect(pictureContent(bytes)).toEqual({ type, size: { width: 720, height: 540 } })
      expect(bytes).toHaveLength(size)
      expect(size).toBeLessThan(15_000)
    }
  })
})

describe('the story', () => {
  it('secures 218,000 ㎡ and fills more than 160,000 of them with software firms', async () => {
    for (const [day, least, most, used, full] of [
      ['2022-12-31', 40_000, 50_000, 16_000, 21_000],
      ['2023-12-31', 120_000, 135_000, 68_000, 80_000],
      ['2024-12-31', 178_000, 192_000, 118_000, 133_000],
      [demoDay, 214_000, 222_000, 158_000, 172_000],
    ] as const) {
      const on = `date '${day}'`
      await between(`select sum(area) from acquisition_stage where ${secured} and ${holds(on)} and ${known(on)}`, least, most)
      await between(`select sum(area) from occupancy where ${bySoftware} and ${holds(on)} and ${known(on)}`, used, full)
    }
  })

  it('never uses more than is secured, in no zone and at the end of no month', async () => {
    expect(
      await rows(`select o.short_name, day from ${days} join org o on o.kind = 'park' where
        ${onDay('occupancy', 'true', 'and zone = o.id')} > ${onDay('acquisition_stage', secured, 'and zone = o.id')}`),
    ).toEqual([])
  })

  it('goes on month by month without a leap', async () => {
    const course = await rows<{ secured: string; used: string }>(`select ${onDay('acquisition_stage', secured)} as secured,
      ${onDay('occupancy', bySoftware)} as used from ${days} order by day`)
    course.slice(1).forEach((month, i) => {
      const before = course[i]!
      expect(Number(month.used) - Number(before.used)).toBeGreaterThan(-1500)
      expect(Number(month.used) - Number(before.used)).toBeLessThan(16_000)
      expect(Number(month.secured) - Number(before.secured)).toBeGreaterThan(-1500)
      expect(Number(month.secured) - Number(before.secured)).toBeLessThan(26_000)
    })
  })

  it('has 500 ㎡ of dual-innovation space in each of three zones in 2022, 3,000 in two of them, and one behind', async () => {
    const areas = (on: string) =>
      rows<{
        zone: string
        area: number
      }>(`select o.short_name as zone, sum(area)::float8 as area from makerspace join org o on o.id = zone
        where known_until is null and makerspace.since <= '${on}' and o.short_name in ('缙云园城', '蔡家园城', '科学城园区') group by 1 order by 1`)
    const first = await areas('2022-12-31')
    expect(first).toHaveLength(3)
    for (const { area } of first) expect(area).toBeGreaterThan(500)
    const now = new Map((await areas(demoDay)).map(({ zone, area }) => [zone, area]))
    expect(now.get('缙云园城')).toBeGreaterThan(3000)
    expect(now.get('蔡家园城')).toBeGreaterThan(3000)
    expect(now.get('科学城园区')).toBeLessThan(2500)
  })

  it('falls the same way every time', () => {
    const told = () =>
      settleIn(makeFirms()).lets.map(({ firm, site, since, rooms }) => [firm.name, site.name, since, rooms.length])
    expect(told()).toEqual(told())
  })
})

describe('enterprises', () => {
  it('sit in buildings that are there, in the town and zone of those', async () => {
    expect(
      await rows(`select e.name, e.building from (select name, building, town, zone from enterprise
          union select f.name, p.building, p.town, p.zone from presence p join enterprise f on f.id = p.enterprise) e
        left join building b on b.name = e.building
        where e.building is not null and (b.town, b.zone) is distinct from (e.town, e.zone)`),
    ).toEqual([])
    await between('select count(*) from enterprise where building is not null and left_on is null', 500, 700)
  })

  it('have about ten square metres a head', async () => {
    const [{ each }] = (await rows<{ each: number }>(`select sum(o.area)::float8 / sum(f.headcount) as each from filing f
      join (select enterprise, sum(area) as area from occupancy where ${holds(`date '${demoDay}'`)} and known_until is null group by 1) o
        on o.enterprise = f.enterprise where f.month = '2025-10' and f.known_until is null and f.status = 'accepted'`)) as [
      { each: number },
    ]
    expect(each).toBeGreaterThan(9)
    expect(each).toBeLessThan(13)
  })

  it('满星软件 has its lease and its rooms, 安澜信息 looks for larger ones', async () => {
    const [mine] = await rows<{
      n: string
    }>(`select count(distinct o.id) as n from occupancy o join enterprise e on e.id = o.enterprise
      join lease_unit lu on lu.unit = o.unit and lu.held and lu.until > '${demoDay}' where e.name like '%满星软件%' and o.until is null
      and o.known_until is null`)
    expect(Number(mine!.n)).toBeGreaterThan(0)
    expect(await rows(`select m.status, o.short_name as by from move_in m join org o on o.id = m.applicant`)).toEqual([
      { status: 'viewing', by: '安澜信息' },
    ])
  })
})

describe('leases', () => {
  it('let exactly the areas of their rooms', async () => {
    expect(
      await rows('select number from lease l where area <> (select sum(area) from lease_unit lu where lu.lease = l.id)'),
    ).toEqual([])
  })

  it('expire in every window of warning, and leave each list something to do', async () => {
    for (const [from, to] of [
      [0, 30],
      [30, 60],
      [60, 90],
    ])
      await between(
        `select count(*) from lease where status = 'running' and "to" - date '${demoDay}' between ${from} and ${to}`,
        3,
        60,
      )
    const kinds = await session(drizzleOn(app), () => new Date(`${demoDay}T02:00:00Z`)).run(
      actorNamed('周科'),
      'test',
      async (ctx) => {
        const found = await mismatchesOf(ctx)
        return new Map(
          [...new Set(found.map(({ kind }) => kind))].map((kind) => [kind, found.filter((one) => one.kind === kind).length]),
        )
      },
    )
    for (const kind of ['unoccupied', 'unlet', 'otherOccupant', 'areaDiffers', 'overdue', 'absent'] as const) {
      expect(kinds.get(kind), kind).toBeGreaterThan(1)
      expect(kinds.get(kind), kind).toBeLessThan(50)
    }
  })
})

describe('every state', () => {
  it.each([
    ['acquisition', acquisitionStages],
    ['lease', leaseStates],
    ['move_in', moveInStates],
    ['viewing', viewingStates],
    ['ticket', ticketStates],
    ['booking', bookingStates],
  ])('of %s is there', async (table, states) => {
    const found = await rows<{ status: string }>(`select distinct status from ${table}`)
    expect(found.map(({ status }) => status).sort()).toEqual(Object.keys(states).sort())
  })

  it('of measures of buildings is there, for a dozen buildings', async () => {
    const found = await rows<{ state: string }>('select distinct state from building_measure')
    expect(found.map(({ state }) => state).sort()).toEqual(Object.keys(measureStates).sort())
    expect(await number('select count(*) from building_plan')).toBe(12)
  })

  it('of a ticket was reached step by step, in working hours of working days', async () => {
    const told = await rows<{
      number: string
      status: string
      actions: string[]
      hours: number[]
      days: string[]
    }>(`select t.number, t.status,
        array_agg(j.action order by j.seq) as actions, array_agg(extract(hour from j.at at time zone 'Asia/Shanghai')::int) as hours,
        array_agg(distinct (j.at at time zone 'Asia/Shanghai')::date::text) as days
      from ticket t join journal j on j.entity = 'ticket' and j.row_id = t.id::text group by t.id`)
    expect(told).toHaveLength(90)
    const ways = {
      raised: /^raise$/,
      withdrawn: /^raise withdraw$/,
      accepted: /^raise accept$/,
      done: /^raise accept finish$/,
      closed: /^raise accept finish (reopen finish )?rate$/,
    }
    for (const { number, status, actions, hours, days } of told) {
      expect(actions.map((action) => action.slice(7, -6)).join(' '), number).toMatch(ways[status as keyof typeof ways])
      for (const hour of hours) expect(hour >= 9 && hour < 18, `${number} ${hour}`).toBe(true)
      for (const day of days) expect(isWorkday(day), `${number} ${day}`).toBe(true)
    }
    expect(
      await rows(
        'select number from ticket where not (raised_at < coalesce(accepted_at, now()) and coalesce(accepted_at, raised_at) < coalesce(done_at, now()))',
      ),
    ).toEqual([])
  })

  it('of a checklist is seen to by a unit that sees its matter', async () => {
    await between('select count(*) from check_item where done_on is null and waived is null', 5, 30)
    expect(
      await rows('select c.id from check_item c join move_in m on m.id = c.move_in where not m.hands ? c.owner::text'),
    ).toEqual([])
  })

  it('of an assignment is there: one taken, one that waits, both verified', async () => {
    const runs = await rows<{
      status: string
      verified: boolean
      placed: number
      taken: number
      objective: number
      gap: number
    }>(`select status, verified,
        jsonb_array_length(answer->'placed') as placed, (select count(*)::int from jsonb_array_elements(nullif(answer->'taken', 'null')) t where (t->>'taken')::boolean) as taken,
        objective::float8, gap::float8 from assignment order by status`)
    expect(runs).toMatchObject([
      { status: 'accepted', verified: true, placed: 4, taken: 4 },
      { status: 'solved', verified: true, taken: 0 },
    ])
    for (const { gap, placed } of runs) {
      expect(gap).toBeLessThan(0.01)
      expect(placed).toBeGreaterThan(3)
    }
  })

  it('of moving in has its step and its holder', async () => {
    expect(
      await rows(`select m.name from move_in m left join move_in_step s on s.move_in = m.id and s.ended_on is null
        where (m.closed_on is null) <> (s.id is not null) or s.state <> m.status or s.holder is distinct from m.holder or s.due_on <> m.due_on`),
    ).toEqual([])
  })
})
