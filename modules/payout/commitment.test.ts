/** After payment: what was promised is looked at when it is due, and money that has to come back is free for others. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterprises } from '#modules/enterprise/tables.ts'
import { heldBy } from '#modules/fund/money.ts'
import { pastOf } from '#modules/fund/past.ts'
import { modules } from '#modules/index.ts'
import { readVersions } from '#modules/policy/reading.ts'
import { type Ctx, machine } from '#platform/context.ts'
import { refusal, region } from '#test/it.ts'
import { accountFor, approved, openPayouts, type Payouts } from '#test/payout.ts'
import { lookAtDue } from './commitment.ts'
import { type Performance, performed } from './performance.ts'
import { commitments } from './tables.ts'

const { payout } = modules
let at: Payouts
const paidOn = '2024-09-10'
const performanceDue = '2025-03-10'
const lockDue = '2025-09-10'

beforeAll(async () => {
  at = await openPayouts()
  await accountFor(at, at.firms.first)
  await accountFor(at, at.firms.second, '6222020200007654321')
})
afterAll(async () => {
  await at.close()
})

const office =
  (day: string) =>
  <I, O>(action: (ctx: Ctx, input: I) => Promise<O>, input: I) =>
    at.play(at.who.office, day, action, input)
const look = (day: string) => at.run(machine(region), day, lookAtDue)

/** A claim that was paid, with its lock and its performance. */
async function paid(firm = at.firms.first) {
  const claim = await approved(at, { firm })
  const play = office(paidOn)
  const { id } = await play(payout.makeRemittance, { lines: [{ claim: claim.id, payee: claim.name }] })
  await play(payout.sendRemittance, { id })
  const { lines } = await play(payout.oneRemittance, { id })
  await play(payout.settlePayment, { id: lines[0]!.id, settledOn: paidOn, voucher: 'PZ-1' })
  const rows = await at.run(machine(region), paidOn, ({ db }) =>
    db.select().from(commitments).where(eq(commitments.claim, claim.id)),
  )
  const of = (kind: 'lock' | 'performance') => rows.find((row) => row.kind === kind)!.id
  return { claim: claim.id, firm, lock: of('lock'), performance: of('performance') }
}
const show = (id: string, day: string) => office(day)(payout.showCommitment, { id })
const leave = (firm: string, leftOn: string | null) =>
  at.run(machine(region), paidOn, ({ db }) => db.update(enterprises).set({ leftOn }).where(eq(enterprises.id, firm)))

describe('a lock-up', () => {
  it('is kept by staying: closed by the clock on its day, not before', async () => {
    const { lock } = await paid()
    await look('2025-09-09')
    expect((await show(lock, '2025-09-09')).status).toBe('open')
    await look(lockDue)
    expect(await show(lock, lockDue)).toMatchObject({ status: 'met', closedOn: lockDue, outcome: { met: 'met' } })
  })

  it('is told at once of a firm that leaves early', async () => {
    const { lock } = await paid(at.firms.second)
    await leave(at.firms.second, '2025-01-15')
    await look('2025-01-16')
    const sentence = `企业已于 2025-01-15 迁出本区，早于锁定期届满之日 ${lockDue}`
    expect(await show(lock, '2025-01-16')).toMatchObject({ status: 'open', outcome: { met: 'not-met', sentence } })
    const due = await office('2025-01-16')(payout.commitmentList, { view: 'due' })
    expect(due.rows.map(({ id }) => id)).toContain(lock)
    await leave(at.firms.second, null)
  })
})

describe('a performance', () => {
  it('is held against the facts of its day; where they are not known, people confirm it', async () => {
    const { performance } = await paid()
    expect(await look('2025-03-09')).toBe(0)
    await look(performanceDue)
    const { outcome, status } = await show(performance, performanceDue)
    expect(status).toBe('open')
    expect(outcome).toMatchObject({
      met: 'unknown',
      sentence: '数据不全，尚待核实',
      reasons: [{ title: '软件人员', met: 'unknown' }],
    })
    expect(await refusal(office('2025-03-09')(payout.confirmKept, { id: performance, note: '社保清册' }))).toBe(
      `到期日为 ${performanceDue}，尚未到期`,
    )
    await office(performanceDue)(payout.confirmKept, { id: performance, note: '社保清册' })
    expect(await show(performance, performanceDue)).toMatchObject({ status: 'met', note: '社保清册' })
    expect(await refusal(office(performanceDue)(payout.waiveCommitment, { id: performance, reason: '无' }))).toBe(
      '该项义务已履约，不能再办理',
    )
  })

  it.each([
    [50, 'met'],
    [49, 'not-met'],
    [null, 'unknown'],
  ] as const)('of %s people is %s', async (value, met) => {
    const read = (await at.run(machine(region), paidOn, (ctx) => readVersions(ctx, [at.version]))).get(at.version)!
    const clause = read.policy.clauses[0]!
    const promised = clause.commitments.find((one): one is Performance => one.is === 'performance')!
    const facts = { 从业人员: { value, asOf: '2025-02-28', source: '运行监测报表' } }
    const outcome = performed(read.policy, clause, promised, facts, performanceDue)
    expect(outcome.met).toBe(met)
    expect(outcome.reasons.map(({ title, met }) => [title, met])).toEqual([['软件人员', met]])
  })
})

describe('what was not kept', () => {
  it('has to come back, piece by piece: free again in the pot, and not had any more', async () => {
    const { claim, performance, firm } = await paid()
    const play = office(performanceDue)
    const missing = { id: performance, dueOn: '2025-06-30', note: '人员不足' }
    expect(await refusal(office('2025-03-09')(payout.declareMissed, { ...missing, amount: 1 }))).toBe(
      `考核日为 ${performanceDue}，尚未到期`,
    )
    expect(await refusal(play(payout.declareMissed, { ...missing, amount: 100_000.01 }))).toBe(
      '该事项已拨付 10 万元，应追回金额不能超过 10 万元',
    )
    expect(await refusal(play(payout.declareMissed, { ...missing, amount: 0 }))).toBe('应追回金额应大于零')
    expect(await refusal(play(payout.declareMissed, { ...missing, amount: 1, dueOn: performanceDue }))).toBe('追回期限应晚于今天')
    const before = (await play(payout.funds, { year: 2024 })).lines[0]!
    const had = async () =>
      (await at.run(machine(region), performanceDue, (ctx) => pastOf(ctx, firm))).reduce((sum, { amount }) => sum + amount, 0)
    const hadBefore = await had()
    const { id } = await play(payout.declareMissed, { ...missing, amount: 60_000 })
    expect(await show(id, performanceDue)).toMatchObject({ kind: 'recovery', recover: 60_000_00, status: 'open', daysLeft: 112 })
    expect(await refusal(play(payout.recordRecovery, { id, amount: 60_000.01, voucher: 'T1' }))).toBe(
      '尚应追回 6 万元，登记金额不能超过此数',
    )
    await play(payout.recordRecovery, { id, amount: 10_000.5, voucher: 'T1' })
    expect(await show(id, performanceDue)).toMatchObject({ status: 'open', recovered: 10_000_50 })
    await at.play(at.who.money, performanceDue, payout.recordRecovery, { id, amount: 49_999.5, voucher: 'T2' })
    expect(await show(id, performanceDue)).toMatchObject({ status: 'recovered', recovered: 60_000_00 })
    const after = (await play(payout.funds, { year: 2024 })).lines[0]!
    expect([after.paid, after.free]).toEqual([before.paid - 60_000_00, before.free + 60_000_00])
    expect(await at.run(machine(region), performanceDue, (ctx) => heldBy(ctx, claim))).toMatchObject({ paid: 40_000_00 })
    expect(await had()).toBe(hadBefore - 60_000_00)
  })

  it('cannot be asked back twice', async () => {
    const { lock, performance } = await paid()
    const play = office(performanceDue)
    await play(payout.declareMissed, { id: performance, amount: 70_000, dueOn: '2025-06-30', note: '人员不足' })
    expect(await refusal(play(payout.declareMissed, { id: lock, amount: 30_000.01, dueOn: '2025-06-30', note: '迁出' }))).toBe(
      '该事项已拨付 10 万元，已有 7 万元 正在追回，应追回金额不能超过 3 万元',
    )
  })

  it('may be waived, with the reason told to the firm', async () => {
    const { performance } = await paid()
    await office(performanceDue)(payout.waiveCommitment, { id: performance, reason: '遭遇重大自然灾害' })
    const mine = await at.play(at.who.first, performanceDue, payout.mine, {})
    expect(mine.commitments.find(({ id }) => id === performance)).toMatchObject({ status: 'waived', note: '遭遇重大自然灾害' })
  })

  it('is decided by the office, and read by nobody of another firm', async () => {
    const { performance } = await paid()
    const missing = { id: performance, amount: 1, dueOn: '2025-06-30', note: '无' }
    expect(await refusal(at.play(at.who.money, performanceDue, payout.declareMissed, missing))).toBe('您没有“认定未履约”的权限')
    expect(
      await refusal(at.play(at.who.science, performanceDue, payout.recordRecovery, { id: performance, amount: 1, voucher: '1' })),
    ).toBe('拨付由领导小组办公室和负责拨付的财政部门办理')
    expect((await at.play(at.who.second, performanceDue, payout.mine, {})).commitments.map(({ id }) => id)).not.toContain(
      performance,
    )
    expect(await refusal(at.play(at.who.first, performanceDue, payout.commitmentList, {}))).toBe('您没有“后续义务”的权限')
  })
})
