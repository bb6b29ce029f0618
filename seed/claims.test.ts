/** What was granted in the demo district: claims in every state on the day it opens, money that agrees with them to the 分. */
import { isNotNull } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { toTheLetter } from '#modules/claim/course/correspond.ts'
import { freezesOf, replay } from '#modules/claim/course/replay.ts'
import { claims } from '#modules/claim/tables.ts'
import { machine } from '#platform/context.ts'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { session } from '#platform/session.ts'
import { databaseUrl } from '#test/database.ts'
import { demoDay, seedDemo } from './demo.ts'

const region = '500109'
let owner: pg.Client
let app: pg.Pool
beforeAll(async () => {
  const url = await databaseUrl()
  app = openPool(url, 'app', 2)
  await seedDemo({ root: drizzleOn(app), auth: null, region })
  owner = new pg.Client(url)
  await owner.connect()
}, 240_000)
afterAll(() => Promise.all([app?.end(), owner?.end()]))

const rows = async (query: string) => (await owner.query<Record<string, unknown>>(query)).rows

it('claims are in every state on the day the demo opens, but for the line nobody has to wait in', async () => {
  const found = (await rows('select distinct status from claim')).map(({ status }) => String(status)).sort()
  const every = ['accepting', 'consenting', 'correcting', 'deciding', 'draft', 'joint', 'paid', 'paying', 'public']
  expect(found).toEqual([...every, 'ranking', 'refused', 'screening', 'withdrawn', 'appealed', 'lapsed'].sort())
})

it('money of the pots is what the claims and the awards of appraisals hold, and what was paid is what has arrived', async () => {
  expect(
    await rows(`select line, reserved, committed, paid from (
        select p.line, p.reserved - coalesce(sum(c.approved_or) filter (where c.status in
            ('screening', 'joint', 'ranking', 'public', 'deciding', 'correcting')), 0) as reserved,
          p.committed - coalesce(sum(c.approved) filter (where c.status in ('paying', 'appealed')), 0) - (
            select coalesce(sum(s.award), 0) from appraisal_score s join appraisal_reckoning r on r.id = s.reckoning and r.final
              join appraisal a on a.id = r.appraisal where a.line = p.line and extract(year from a.published_on) = p.year) as committed,
          p.paid - coalesce(sum(c.approved) filter (where c.status = 'paid'), 0) as paid
        from pot p left join (select *, coalesce(approved, computed) as approved_or from claim) c on c.line = p.line and c.year = p.year
        group by p.id) left_over where reserved <> 0 or committed <> 0 or paid <> 0`),
  ).toEqual([])
  expect(
    await rows(`select c.number from claim c where c.status = 'paid' and
      c.approved <> (select sum(amount) from payment p where p.claim = c.id and p.status = 'paid')`),
  ).toEqual([])
  expect(await rows(`select count(*)::int as n from award`)).toEqual([{ n: 6 }])
})

it('one came back from the bank and was paid again to another account', async () => {
  expect(
    await rows(`select r.number, p.status, p.account_number <> first.account_number as moved from payment p
      join remittance r on r.id = p.remittance join payment first on first.claim = p.claim and first.status = 'failed' order by r.number`),
  ).toEqual([
    { number: 'BK-2025-0001', status: 'failed', moved: false },
    { number: 'BK-2025-0002', status: 'paid', moved: true },
  ])
})

it('one list runs on, one stands still under an objection, and an appeal waits', async () => {
  expect(
    await rows(`select p.until > '${demoDay}' as running, exists (select 1 from objection o where o.publicity = p.id and o.status = 'open')
      as objected from publicity p where p.status = 'open' order by p.since, p.until`),
  ).toEqual([
    { running: false, objected: true },
    { running: true, objected: false },
    { running: true, objected: false },
  ])
  expect(
    await rows(`select c.status, a.against::int, c.computed::int from appeal a join claim c on c.id = a.claim
      where a.decided_on is null order by c.status`),
  ).toEqual([
    { status: 'appealed', against: 16_000_000, computed: 20_000_000 },
    { status: 'refused', against: null, computed: expect.any(Number) },
  ])
})

it('one was offered and not answered in its days, one was entered on paper and comes to a sum', async () => {
  expect(await rows(`select channel, outcome, org from claim where status = 'lapsed'`)).toEqual([
    { channel: 'direct', outcome: '逾期未确认：确认期限于 2025-11-03 届满，视为放弃享受', org: null },
  ])
  expect(
    await rows(`select status, entered_by, entered_on::text as day, org, computed::int from claim where entered_by is not null`),
  ).toEqual([{ status: 'accepting', entered_by: '周科', day: '2025-12-01', org: null, computed: 9_000_000 }])
})

it('of two departments one has given its opinion where one is still awaited', async () => {
  expect(
    await rows(`select count(o.opinion)::int as given, count(*)::int as asked from claim_opinion o join claim c on c.id = o.claim
      where c.status = 'joint' group by c.id order by 1`),
  ).toEqual([
    { given: 0, asked: 2 },
    { given: 1, asked: 2 },
  ])
})

it('满星软件 was paid, has begun another claim, and is asked whether it wants what it need not apply for', async () => {
  expect(
    await rows(`select c.status from claim c join org o on o.id = c.org where o.short_name = '满星软件' order by 1`),
  ).toEqual([{ status: 'consenting' }, { status: 'draft' }, { status: 'paid' }])
})

it('every decision ever kept of a claim comes out again to the letter from its version, its frozen facts and its day', async () => {
  const at = session(drizzleOn(app), () => new Date(`${demoDay}T04:00:00Z`))
  const told = await at.run(machine(region), 'test', async (ctx) => {
    const decided = await ctx.db.select().from(claims).where(isNotNull(claims.decision)).orderBy(claims.number)
    const all: { number: string | null; kept: string; again: string; paid: number | null; paidAgain: number | null }[] = []
    for (const claim of decided) {
      const freezes = await freezesOf(ctx, claim)
      expect(toTheLetter(freezes.at(-1)?.decision)).toBe(toTheLetter(claim.decision))
      for (const freeze of freezes) {
        const { kept, again, computed, recomputed } = await replay(ctx, claim, freeze)
        all.push({
          ...{ number: claim.number, kept: toTheLetter(kept), again: toTheLetter(again) },
          ...{ paid: computed, paidAgain: recomputed },
        })
      }
    }
    return { decided: decided.length, all }
  })
  expect(told.all.map(({ number, again, paidAgain }) => [number, again, paidAgain])).toEqual(
    told.all.map(({ number, kept, paid }) => [number, kept, paid]),
  )
  // Most were decided on their way in and once more at the end.
  expect(told.decided).toBeGreaterThan(15)
  expect(told.all.length).toBeGreaterThan(told.decided)
})
