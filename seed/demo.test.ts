/** The demo district: seeded twice it is the same, every row is its actor's own, and no day is without a worry. */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { targetsInForce } from '#modules/target/actions.ts'
import { boardOn } from '#modules/work/board.ts'
import { reports } from '#modules/work/tables.ts'
import type { Actor } from '#platform/context.ts'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { verifyJournal } from '#platform/journal.ts'
import { session } from '#platform/session.ts'
import { databaseUrl } from '#test/database.ts'
import { qin, zhou } from '#test/town.ts'
import { demoAccounts, demoDay, demoPassword, seedDemo } from './demo.ts'

let app: pg.Pool
let owner: pg.Client
const twin = '500199'
const lastDay = '2025-12-31'

beforeAll(async () => {
  const url = await databaseUrl()
  app = openPool(url, 'app', 4)
  owner = new pg.Client(url)
  await owner.connect()
  await seedDemo({ root: drizzleOn(app), auth: null, region: '500109', until: lastDay })
  await seedDemo({ root: drizzleOn(app), auth: null, region: twin, until: lastDay })
}, 240_000)
afterAll(async () => {
  await app?.end()
  await owner?.end()
})

const on = <T>(day: string, actor: Actor, work: Parameters<ReturnType<typeof session>['run']>[2]) =>
  session(drizzleOn(app), () => new Date(`${day}T12:00:00+08:00`)).run(actor, 'test', work) as Promise<T>
const rows = async (query: string) => (await owner.query<Record<string, unknown>>(query)).rows
const count = async (query: string) => Number((await rows(`select count(*) from (${query}) counted`))[0]!.count)

describe('history', () => {
  it('falls the same way every time', async () => {
    const told = (region: string) => `
      select 'report', t.number, o.short_name, r.month, r.status, r.unchanged::text, r.progress, r.problems, r.next,
        r.submitted_on::text, r.submitted_by, r.reviewed_on::text, r.opinion
        from report r join task t on t.key = r.task join org o on o.id = r.org where r.region = '${region}'
      union all select 'milestone', t.number, o.short_name, m.title, m.due_on::text, m.done_on::text, m.evidence, m.evidence_wanted,
        null, null, null, null, null
        from milestone m join task t on t.key = m.task join org o on o.id = m.owner where m.region = '${region}'
      union all select 'reading', t.subject, r.as_of::text, r.value::text, r.entered_on::text, r.entered_by, r.source, r.reason,
        t.ordinal::text, null, null, null, null
        from reading r join target t on t.key = r.target where r.region = '${region}'`
    expect(await count(told('500109'))).toBeGreaterThan(4000)
    expect(await count(`(${told('500109')}) except (${told(twin)})`)).toBe(0)
    expect(await count(`(${told(twin)}) except (${told('500109')})`)).toBe(0)
  })

  it('is made once', async () => {
    const before = await count('select 1 from journal')
    await seedDemo({ root: drizzleOn(app), auth: null, region: '500109' })
    expect(await count('select 1 from journal')).toBe(before)
  })

  it('leaves no unit out: every responsible unit has reported, and has reported differently', async () => {
    expect(
      await rows(`select u.printed, o.short_name from task_unit u join org o on o.id = u.org
        where not exists (select 1 from report r where r.task = u.task_key and r.org = u.org)`),
    ).toEqual([])
    expect(await count('select 1 from report where not unchanged')).toBeLessThan(
      1.1 * (await count('select distinct region, task, org, progress from report')),
    )
  })

  it('shows something red or yellow, and something in order, on any day', async () => {
    for (let at = Date.parse('2022-11-10'); at <= Date.parse(lastDay); at += 9 * 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10)
      const lights = await on<string[]>(day, zhou, async (ctx) => (await boardOn(ctx))!.tasks.map(({ light }) => light))
      expect(lights.filter((light) => light === 'red' || light === 'yellow').length, day).toBeGreaterThan(0)
      expect(lights.filter((light) => light === 'green' || light === 'blue').length, day).toBeGreaterThan(3)
    }
  })

  it('gives most targets a value by the day the demo opens', async () => {
    const lights = await on<string[]>(demoDay, zhou, async (ctx) =>
      (await targetsInForce(ctx)).map(({ standing }) => standing.light),
    )
    expect(lights).not.toContain('grey')
    expect(new Set(lights).size).toBeGreaterThan(2)
  })

  it('is marked as demonstration', async () => {
    expect(await rows('select distinct demo from plan')).toEqual([{ demo: true }])
  })
})

describe('rows and journal', () => {
  it('let each unit write only its own', async () => {
    expect(
      await rows(`select j.actor_name, o.short_name from journal j join report r on r.id::text = j.row_id join org o on o.id = r.org
        where j.entity = 'report' and j.operation = 'insert' and j.org <> r.org`),
    ).toEqual([])
    expect(
      await rows(`select distinct role from journal where entity in ('report', 'milestone', 'measure', 'reading', 'plan')`),
    ).not.toContainEqual({ role: 'system' })
  })

  it('were written by people at the time of those days', async () => {
    const [published] = await rows(`select actor_name, action, (at at time zone 'Asia/Shanghai')::date::text as day from journal
      where entity = 'plan' and after ->> 'status' = 'published' and region = '500109'`)
    expect(published).toEqual({ actor_name: '周科', action: 'plan/publish', day: '2022-10-20' })
    expect(
      await count(`select 1 from journal where entity = 'report' and operation = 'insert' and after ->> 'submitted_on' <> ''
        and (at at time zone 'Asia/Shanghai')::date::text <> after ->> 'submitted_on'`),
    ).toBe(0)
  })

  it('chain into a journal that verifies', async () => {
    expect(await verifyJournal(owner)).toMatchObject({ whole: true })
  })

  it('keep the twin region out of sight', async () => {
    const seen = await on<{ region: string }[]>(demoDay, qin, ({ db }) =>
      db.selectDistinct({ region: reports.region }).from(reports),
    )
    expect(seen).toEqual([{ region: '500109' }])
  })

  it('gives no task to areas the district does not govern', async () => {
    expect(
      await count(`select 1 from task_unit u join org o on o.id = u.org join jurisdiction j on j.area_code = o.area_code
        where not j.governed and j.region = u.region`),
    ).toBe(0)
  })
})

describe('accounts', () => {
  it('have names and a password that login accepts', async () => {
    const { faultIn } = await import('#platform/auth/password.ts')
    for (const { username } of demoAccounts) expect(faultIn(demoPassword, username)).toBeNull()
    expect(new Set(demoAccounts.map(({ role }) => role)).size).toBeGreaterThanOrEqual(9)
  })
})
