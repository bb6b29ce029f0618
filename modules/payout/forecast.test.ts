/** What will still be asked of a year's money: open claims less what is bound, firms found eligible, and whoever waits. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claims, screeningRows, screenings } from '#modules/claim/tables.ts'
import { release } from '#modules/fund/money.ts'
import { modules } from '#modules/index.ts'
import { machine } from '#platform/context.ts'
import { refusal, region } from '#test/it.ts'
import { approved, openPayouts, type Payouts, today } from '#test/payout.ts'
import { monthOf } from './forecast.ts'

const { payout } = modules
let at: Payouts
beforeAll(async () => {
  at = await openPayouts()
})
afterAll(async () => {
  await at.close()
})

const days = {
  consenting: 10,
  accepting: 3,
  correcting: 10,
  screening: 5,
  joint: 10,
  ranking: 5,
  public: 5,
  deciding: 5,
  paying: 15,
}

describe('the month in which money goes out', () => {
  it.each([
    ['paying', '2024-09-06', '2024-09'],
    ['deciding', '2024-09-06', '2024-09'],
    ['accepting', '2024-09-04', '2024-11'],
    // A clock that has run out counts from today.
    ['deciding', '2024-07-01', '2024-09'],
    ['queued', null, '2024-09'],
    ['draft', null, '2024-11'],
  ] as const)('of a claim that is %s until %s is %s', (status, dueOn, month) =>
    expect(monthOf({ status, dueOn }, { days }, '2024-09-02')).toBe(month),
  )
})

describe('a forecast', () => {
  const forecast = async () => (await at.play(at.who.office, today, payout.forecast, { year: 2024 })).lines[0]!

  it('asks nothing more for what is bound, and the sum for what waits in line', async () => {
    const bound = await approved(at, { amount: 30_000_00 })
    expect((await forecast()).open).toEqual({ count: 0, amount: 0 })
    await at.run(machine(region), today, async (ctx) => {
      await release(ctx, { matter: bound.id })
      await ctx.db.update(claims).set({ status: 'queued' }).where(eq(claims.id, bound.id))
    })
    const { open, queue, months, free } = await forecast()
    expect(open).toEqual({ count: 1, amount: 30_000_00 })
    expect(queue.map(({ number, fits }) => [number, fits])).toEqual([[bound.number, true]])
    expect(months).toEqual([{ month: '2024-09', open: 30_000_00, eligible: 0 }])
    expect(free).toBe(10_000_000_00)
  })

  it('counts firms the last screening found eligible and that have not claimed', async () => {
    await at.run(machine(region), today, async ({ db }) => {
      const [run] = await db
        .insert(screenings)
        .values({
          ...{ cycle: at.cycle, version: at.version, asOf: '2024-08-31', startedAt: '2024-09-01T00:00:00Z' },
          ...{ endedAt: '2024-09-01T00:01:00Z', firms: 2, eligible: 2, amount: 0, digest: 'x', startedBy: '系统' },
        })
        .returning()
      const row = { screening: run!.id, org: null, zone: null, town: null, facts: {}, past: [], granted: 1, amount: 100_000_00 }
      const decisions = {
        'test-measures/settle': { verdict: 'granted', amount: 100_000_00 },
        'test-measures/referral': { verdict: 'refused', amount: 0 },
      }
      await db.insert(screeningRows).values([
        { ...row, enterprise: at.firms.first, decisions },
        { ...row, enterprise: at.firms.second, decisions },
      ])
    })
    // The first has claimed it already.
    expect((await forecast()).eligible).toEqual({ count: 1, amount: 100_000_00 })
  })

  it('is not for firms', async () =>
    expect(await refusal(at.play(at.who.first, today, payout.forecast, { year: 2024 }))).toBe('您没有“资金需求预测”的权限'))
})

describe('raising a line', () => {
  it('brings whoever waits to their money, in order', async () => {
    const line = { attract: 0, talent: 1, carrier: 1, platform: 1 }
    const one = await approved(at, { amount: 20_000_00 })
    await at.run(machine(region), today, async (ctx) => {
      await release(ctx, { matter: one.id })
      await ctx.db.update(claims).set({ status: 'queued' }).where(eq(claims.id, one.id))
    })
    const given = { year: 2024, basis: '调整预算' }
    expect(await refusal(at.play(at.who.science, today, payout.arrangeYear, { ...given, ...line }))).toBe(
      '您没有“安排年度资金”的权限',
    )
    expect(
      await refusal(at.play(at.who.office, today, payout.arrangeYear, { ...given, ...line, talent: 0, carrier: 0, platform: 0 })),
    ).toBe('请填写至少一项资金的金额')
    const { taken } = await at.play(at.who.office, today, payout.arrangeYear, { ...given, ...line, attract: 20_000_000 })
    expect(taken).toBe(2)
  })
})
