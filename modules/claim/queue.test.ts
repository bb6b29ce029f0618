/** The line for money: its order is the rule's, nobody is overtaken without a written reason, and a unit reads only its own rows. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pots } from '#modules/fund/tables.ts'
import { modules } from '#modules/index.ts'
import { type Actor, machine } from '#platform/context.ts'
import { bring, type Granting, openGranting, rule } from '#test/claim.ts'
import { refusal, region } from '#test/it.ts'

const { claim } = modules
const later = '2024-07-15'
const talent = { line: 'talent' as const, year: 2024 }
let at: Granting
let first: string
let second: string
beforeAll(async () => {
  at = await openGranting({ talent: 10_000 })
  first = await bring(at, { to: 'paying' })
  second = await bring(at, { to: 'paying', who: at.who.second, people: 15 })
})
afterAll(() => at.close())

const waiting = async (who: Actor = at.who.office, day = later) => {
  const { lines, ...rest } = await at.play(who, day, claim.queue, {})
  return { ...rest, ...lines.find(({ line }) => line === 'talent')! }
}
const amount = (yuan: number) =>
  at.run(at.who.office, later, ({ db }) =>
    db
      .update(pots)
      .set({ amount: yuan * 100 })
      .where(eq(pots.line, 'talent')),
  )

describe('the line for money', () => {
  it('tells who waits in which place since when, what each needs, and how far the money goes', async () => {
    expect(await waiting()).toMatchObject({
      ...{ year: 2024, years: [2024], queueBy: 'time', free: 1_000_000, waiting: 2, needed: 3_500_000, first: 2_000_000 },
      rows: [
        { id: first, place: 1, need: 2_000_000, upTo: 2_000_000, fits: false, queuedOn: later },
        { id: second, place: 2, need: 1_500_000, upTo: 3_500_000, fits: false, queuedOn: later },
      ],
    })
    await amount(20_000)
    expect((await waiting()).rows.map(({ fits }) => fits)).toEqual([true, false])
    await amount(10_000)
    const { lines } = await at.play(at.who.office, later, claim.queue, { year: 2023 })
    expect(lines.map(({ free, waiting }) => [free, waiting])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ])
  })

  it('is in the order of the rule of the day', async () => {
    await at.play(at.who.office, '2024-07-15', claim.enactClaimRule, {
      ...{ ...rule, since: '2024-07-20', queueBy: 'amount', treasury: at.finance },
    })
    const { queueBy, rows } = await waiting(at.who.office, '2024-07-20')
    expect([queueBy, rows.map(({ id }) => id)]).toEqual(['amount', [second, first]])
    expect((await waiting()).rows.map(({ id }) => id)).toEqual([first, second])
  })

  it('shows a unit its own rows alone, and the sums of all', async () => {
    const stranger = { ...at.who.science, org: at.org('统计局') }
    expect(await waiting(stranger)).toMatchObject({ waiting: 2, needed: 3_500_000, rows: [] })
    expect((await waiting(at.jury)).rows).toHaveLength(2)
    for (const who of [at.who.first, at.who.jin, at.who.tian, at.who.visitor])
      expect(await refusal(at.play(who, later, claim.queue, {}))).toMatch(/权限|登录/)
  })

  it('is taken up by the office in its order alone, as far as the money goes', async () => {
    expect(await refusal(at.play(at.who.science, later, claim.takeUp, talent))).toBe('您没有“按序兑付轮候事项”的权限')
    expect(await at.play(at.who.office, later, claim.takeUp, talent)).toEqual({ taken: 0, waiting: 2 })
    // Enough for the second, not for the first: nobody is overtaken.
    await amount(15_000)
    expect(await at.play(at.who.office, later, claim.takeUp, talent)).toEqual({ taken: 0, waiting: 2 })
  })

  it('is passed by for a written reason only, which stays with the claim', async () => {
    const ahead = (id: string, reason = '企业用工应急，经专题会议同意', who = at.who.office) =>
      at.play(who, later, claim.payAhead, { id, reason })
    expect(await refusal(ahead(second, '同意', at.who.science))).toBe('您没有“提前兑付轮候事项”的权限')
    expect(await refusal(ahead(first))).toBe('该事项已排在首位，请按序兑付')
    await amount(14_999)
    expect(await refusal(ahead(second))).toBe('“人才”资金余额不足 1.5 万元，不能提前兑付')
    await amount(15_000)
    await ahead(second)
    const { claim: paid, steps } = await at.play(at.who.office, later, claim.one, { id: second })
    expect(paid).toMatchObject({ status: 'paying', ahead: '企业用工应急，经专题会议同意', approved: 1_500_000 })
    expect(steps.at(-1)).toMatchObject({ state: 'paying', endedOn: null })
    expect(await waiting()).toMatchObject({ waiting: 1, rows: [{ id: first, place: 1 }] })
    expect(await refusal(ahead(second))).toBe('当前为“待拨付”，不能审定')
    const deciding = await bring(at, { to: 'deciding', clause: 'trial' })
    expect(await refusal(ahead(deciding))).toBe('当前为“待审定”，没有在轮候')
    await amount(35_000)
    expect(await at.play(at.who.office, later, claim.takeUp, talent)).toEqual({ taken: 1, waiting: 0 })
    expect(
      (await at.run(machine(region), later, ({ db }) => db.select().from(pots).where(eq(pots.line, 'talent'))))[0],
    ).toMatchObject({ committed: 3_500_000, reserved: 0 })
  })
})
