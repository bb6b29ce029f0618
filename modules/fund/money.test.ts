/** Money of a pot: nothing is spent twice whoever asks at once, what is kept agrees with the entries, and every refusal says why. */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Pot } from '#engines/policy/policy.ts'
import { type Ctx, machine } from '#platform/context.ts'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { session } from '#platform/session.ts'
import { databaseUrl } from '#test/database.ts'
import { type Firms, openFirms } from '#test/firms.ts'
import { refusal, region } from '#test/it.ts'
import { arrange, potLines } from './arrange.ts'
import { balanceOf, commit, heldBy, pay, release, reserve, restore } from './money.ts'
import { potEntries, pots } from './tables.ts'

let at: Firms
let wide: ReturnType<typeof openPool>
let together: ReturnType<typeof session>
const today = '2025-03-03'
let year = 2030

beforeAll(async () => {
  at = await openFirms()
  wide = openPool(await databaseUrl(), 'app', 25)
  together = session(drizzleOn(wide), () => new Date(`${today}T02:00:00Z`))
})
afterAll(async () => {
  await wide.end()
  await at.close()
})
/** Every test has a year of its own. */
beforeEach(() => {
  year += 1
})

const office = <T>(work: (ctx: Ctx) => Promise<T>) => together.run(at.who.office, 'test/money', work)
const given = (amount: number, of: Partial<Record<Pot, number>> = {}) =>
  office((ctx) =>
    arrange(ctx, {
      year,
      basis: '演示预算',
      amounts: { attract: amount, talent: amount, carrier: amount, platform: amount, ...of },
    }),
  )
const asked = (amount: number, matter = randomUUID()) => ({ line: 'attract' as const, year, matter, amount })
const balance = () => office((ctx) => balanceOf(ctx, { line: 'attract', year }))

describe('money of a pot', () => {
  it('goes from free to reserved, committed and paid, and back', async () => {
    await given(1000)
    const { matter } = asked(0)
    await office((ctx) => reserve(ctx, asked(600, matter)))
    await office((ctx) => commit(ctx, { matter, amount: 500, note: '审定' }))
    expect(await balance()).toEqual({ amount: 1000, reserved: 0, committed: 500, paid: 0, free: 500 })
    await office((ctx) => pay(ctx, { matter, amount: 200 }))
    await office((ctx) => pay(ctx, { matter, amount: 300 }))
    await office((ctx) => restore(ctx, { matter, amount: 150 }))
    expect(await balance()).toEqual({ amount: 1000, reserved: 0, committed: 0, paid: 350, free: 650 })
    expect(await office((ctx) => heldBy(ctx, matter))).toMatchObject({
      line: 'attract',
      year,
      reserved: 0,
      committed: 0,
      paid: 350,
    })
  })

  it('is committed beyond what was reserved, as far as there is free money', async () => {
    await given(1000)
    const { matter } = asked(0)
    await office((ctx) => reserve(ctx, asked(600, matter)))
    expect(await refusal(office((ctx) => commit(ctx, { matter, amount: 1001 })))).toBe(
      `${year} 年度“招引”资金余额 4.00 元，不足 4.01 元`,
    )
    await office((ctx) => commit(ctx, { matter, amount: 1000 }))
    expect((await balance())!.free).toBe(0)
  })

  it('is let go of in whole, also by a firm that sees none of it, and then is free', async () => {
    await given(1000)
    const { matter } = asked(0)
    await office((ctx) => reserve(ctx, asked(600, matter)))
    await together.run(at.who.first, 'test/withdraw', (ctx) => release(ctx, { matter, note: '撤回申报' }))
    await together.run(at.who.first, 'test/withdraw', (ctx) => release(ctx, { matter, note: '撤回申报' }))
    expect((await balance())!.free).toBe(1000)
    expect(await together.run(at.who.first, 'test/see', ({ db }) => db.$count(potEntries))).toBe(0)
  })

  it.each<[string, (ctx: Ctx, matter: string) => Promise<unknown>, string]>([
    ['reserved for nothing', (ctx) => reserve(ctx, asked(0)), '金额应大于零，精确到分'],
    ['reserved in parts of a 分', (ctx) => reserve(ctx, asked(0.5)), '金额应大于零，精确到分'],
    ['committed where nothing was reserved', (ctx) => commit(ctx, { matter: randomUUID(), amount: 1 }), '该事项没有预留资金'],
    ['paid beyond what is committed', (ctx, matter) => pay(ctx, { matter, amount: 501 }), '该事项已承诺 5 元，不能支付 5.01 元'],
    [
      'given back beyond what was paid',
      (ctx, matter) => restore(ctx, { matter, amount: 1 }),
      '该事项已支付 0 元，不能退回 0.01 元',
    ],
  ])('is not %s', async (_, step, sentence) => {
    await given(1000)
    const { matter } = asked(0)
    await office((ctx) => reserve(ctx, asked(500, matter)))
    await office((ctx) => commit(ctx, { matter, amount: 500 }))
    expect(await refusal(office((ctx) => step(ctx, matter)))).toBe(sentence)
    expect((await balance())!.committed).toBe(500)
  })

  it('is refused in the words of the line and the year', async () => {
    expect(await refusal(office((ctx) => reserve(ctx, asked(1))))).toBe(`${year} 年度“招引”资金尚未安排`)
    await given(1_234_567_89)
    expect(await refusal(office((ctx) => reserve(ctx, asked(1_234_567_90))))).toBe(
      `${year} 年度“招引”资金余额 1,234,567.89 元，不足 1,234,567.90 元`,
    )
    const { matter } = asked(0)
    await office((ctx) => reserve(ctx, asked(1, matter)))
    expect(await refusal(office((ctx) => reserve(ctx, { ...asked(1, matter), line: 'talent' })))).toBe(
      `该事项的资金已列入 ${year} 年度“招引”资金`,
    )
  })
})

describe('what is arranged', () => {
  it('never falls below what is bound', async () => {
    await given(1000)
    await office((ctx) => reserve(ctx, asked(600)))
    expect(await refusal(given(1000, { attract: 599 }))).toBe('安排金额不能低于已预留、承诺和支付的 6.00 元')
    await given(1000, { attract: 600 })
    expect((await balance())!.free).toBe(0)
  })

  it('tells which lines were changed, and adds up over the four', async () => {
    expect(await given(1000)).toEqual(potLines)
    expect(await given(1000, { carrier: 5000 })).toEqual(['carrier'])
    const rows = await office(({ db }) => db.select().from(pots).where(eq(pots.year, year)))
    expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(8000)
  })
})

describe('the balances', () => {
  it('are written by entries alone, and entries are never changed', async () => {
    await given(1000)
    await office((ctx) => reserve(ctx, asked(600)))
    const written = office(({ db }) => db.update(pots).set({ reserved: 0 }).where(eq(pots.year, year)))
    expect(await refusal(written)).toBe('资金余额由流水计算，不能直接填写')
    const begun = { line: 'attract' as const, amount: 9, reserved: 9, committed: 0, paid: 0, basis: '演示预算' }
    expect(await refusal(office(({ db }) => db.insert(pots).values({ ...begun, year: year + 50 })))).toBe(
      '资金余额由流水计算，不能直接填写',
    )
    const keep = '资金流水不可改动，请登记相反的一笔'
    const changed = together.run(machine(region), 'test/change', ({ db }) => db.update(potEntries).set({ note: '改' }))
    expect(await refusal(changed)).toBe(keep)
    await expect(at.owner.query('delete from pot_entry')).rejects.toThrow(keep)
  })

  it('of departments are read, and arranged by none of them', async () => {
    await given(1000)
    const science = <T>(work: (ctx: Ctx) => Promise<T>) => together.run(at.who.science, 'test/money', work)
    expect((await science((ctx) => balanceOf(ctx, { line: 'attract', year })))!.amount).toBe(1000)
    await science(({ db }) => db.update(pots).set({ amount: 0 }).where(eq(pots.year, year)))
    expect((await balance())!.amount).toBe(1000)
  })
})

describe('many at once', () => {
  it('get what fits, each in whole, and the others are told what is left: fifty for the money of seventeen', async () => {
    await given(17_00)
    const each = Array.from({ length: 50 }, () => asked(1_00))
    const outcomes = await Promise.all(
      each.map((one) =>
        refusal(
          office(async (ctx) => {
            await reserve(ctx, one)
            await commit(ctx, one)
          }),
        ),
      ),
    )
    const refused = outcomes.filter((sentence) => sentence !== '没有拒绝')
    expect(refused).toEqual(Array(33).fill(`${year} 年度“招引”资金余额 0.00 元，不足 1.00 元`))
    expect(await balance()).toEqual({ amount: 17_00, reserved: 0, committed: 17_00, paid: 0, free: 0 })
  })

  it('cannot pay the same money twice', async () => {
    await given(10_00)
    const { matter } = asked(0)
    await office(async (ctx) => {
      await reserve(ctx, asked(5_00, matter))
      await commit(ctx, { matter, amount: 5_00 })
    })
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => refusal(office((ctx) => pay(ctx, { matter, amount: 5_00 })))),
    )
    expect(outcomes.filter((sentence) => sentence === '没有拒绝')).toHaveLength(1)
    expect(await balance()).toMatchObject({ committed: 0, paid: 5_00 })
  })

  it('leave the pot whole, whatever they do in whatever order: never overspent, the balances are the sums of the entries', async () => {
    const step = fc.record({
      what: fc.constantFrom('reserve', 'commit', 'pay', 'release', 'restore', 'raise'),
      matter: fc.integer({ min: 0, max: 4 }),
      amount: fc.integer({ min: 1, max: 900 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        year += 1
        await given(1000)
        const matters = Array.from({ length: 5 }, () => randomUUID())
        await Promise.all(
          steps.map(({ what, matter: n, amount }) => {
            const matter = matters[n]!
            return refusal(
              office<unknown>((ctx) => {
                if (what === 'reserve') return reserve(ctx, asked(amount, matter))
                if (what === 'commit') return commit(ctx, { matter, amount })
                if (what === 'pay') return pay(ctx, { matter, amount })
                if (what === 'release') return release(ctx, { matter })
                if (what === 'restore') return restore(ctx, { matter, amount })
                return arrange(ctx, {
                  ...{ year, basis: '调整' },
                  amounts: { attract: 600 + amount, talent: 1000, carrier: 1000, platform: 1000 },
                })
              }),
            )
          }),
        )
        const now = (await balance())!
        expect(now.reserved + now.committed + now.paid).toBeLessThanOrEqual(now.amount)
        const entries = await office(({ db }) =>
          db.select({ of: potEntries }).from(potEntries).innerJoin(pots, eq(pots.id, potEntries.pot)).where(eq(pots.year, year)),
        )
        for (const key of ['reserved', 'committed', 'paid'] as const) {
          expect(now[key]).toBe(entries.reduce((sum, { of }) => sum + of[key], 0))
          expect(now[key]).toBeGreaterThanOrEqual(0)
          for (const matter of matters)
            expect(
              entries.filter(({ of }) => of.matter === matter).reduce((sum, { of }) => sum + of[key], 0),
            ).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 25 },
    )
  })
})
