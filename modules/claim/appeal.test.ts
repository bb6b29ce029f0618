/** An appeal against a sum: in time, once, not where nothing was cut or the money is on its way; it is paid only what it comes to. */
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { heldBy } from '#modules/fund/money.ts'
import { pots } from '#modules/fund/tables.ts'
import { modules } from '#modules/index.ts'
import { orgs } from '#modules/org/tables.ts'
import { type Actor, machine } from '#platform/context.ts'
import { bring, type Granting, nightOf, openGranting, today } from '#test/claim.ts'
import { refusal, region } from '#test/it.ts'
import { takeUpAll } from './publicity/job.ts'

const { claim, payout } = modules
const decided = '2024-07-15'
let at: Granting
let own: Actor
let other: Actor
let firms = 2
beforeAll(async () => {
  at = await openGranting()
})
afterAll(() => at.close())
/** Two firms that have claimed nothing yet. */
beforeEach(async () => {
  own = await newcomer()
  other = await newcomer()
})

async function newcomer(): Promise<Actor> {
  firms += 1
  const body = { name: `企业${firms}`, shortName: `企业${firms}`, kind: 'enterprise' as const, aliases: [] }
  const [org] = await at.run(machine(region), today, ({ db }) => db.insert(orgs).values(body).returning())
  const actor = { ...at.who.first, org: org!.id }
  await at.own(firms, actor)
  return actor
}
/** So much of the pot is free, in 分. */
const free = (amount: number) =>
  at.run(at.who.office, decided, ({ db }) =>
    db
      .update(pots)
      .set({ amount: sql`${pots.reserved} + ${pots.committed} + ${pots.paid} + ${amount}` })
      .where(eq(pots.line, 'talent')),
  )
const one = (id: string, who = at.who.office) => at.play(who, decided, claim.one, { id })
const state = async (id: string) => (await one(id)).claim.status
const heldFor = (id: string) => at.run(machine(region), decided, (ctx) => heldBy(ctx, id))
const appeal = (id: string, day = decided, who = own) => at.play(who, day, claim.appeal, { id, text: '人数属实' })
const decide = (id: string, rest: { upheld: boolean; amount?: number | null }) =>
  at.play(at.who.office, decided, claim.decideAppeal, { id, finding: '经复核', ...rest })

/** Approved with 1.5 of 2 万元. */
async function cut(who = own, amount = 1_500_000): Promise<string> {
  const id = await bring(at, { to: 'joint', who })
  await at.play(at.jury, today, claim.opine, { id, opinion: 'agree' })
  await at.play(at.treasurer, today, claim.opine, { id, opinion: 'agree' })
  await at.play(at.who.science, today, claim.conclude, { id, amount, opinion: '按实有人数核减' })
  await shown(id)
  return id
}
async function shown(id: string) {
  await at.play(at.who.science, today, claim.publicise, { cycle: at.cycle, claims: [id], title: '公示', phone: '023-1' })
  await nightOf(at, decided)
  return at.play(at.who.office, decided, claim.approve, { id })
}
const listIt = async (id: string) => {
  const { name } = (await one(id)).claim
  return at.play(at.treasurer, decided, payout.makeRemittance, { lines: [{ claim: id, payee: name }] })
}

describe('an appeal against a sum', () => {
  it('is raised in time by its own firm, where something was cut', async () => {
    const id = await cut()
    expect(await one(id, own)).toMatchObject({ appealable: true })
    expect(await one(id)).toMatchObject({ appealable: false })
    expect(await refusal(appeal(id, decided, other))).toMatch(/没有找到该兑现事项/)
    expect(await refusal(appeal(id, decided, at.who.science))).toBe('您没有“申请复核”的权限')
    expect(await refusal(appeal(id, decided, at.who.office))).toBe('该事项由企业自行办理，办公室只代没有账户的企业录入纸质申报')
    expect(await refusal(appeal(id, '2024-08-06'))).toBe('复核申请期限已于 2024-08-05 届满')
    const whole = await bring(at, { to: 'paying', who: other })
    expect(await one(whole, other)).toMatchObject({ appealable: false })
    expect(await refusal(appeal(whole, decided, other))).toBe('审定金额没有核减，无须申请复核')
    const early = await bring(at, { to: 'joint', who: own, clause: 'case', asked: 50_000_000 })
    expect(await refusal(appeal(early))).toBe('当前为“会审中”，不能申请复核')
    await appeal(id, '2024-08-05')
    const raised = await one(id)
    expect(raised.claim).toMatchObject({ status: 'appealed', holder: at.office, dueOn: '2024-08-12', closedOn: null })
    expect(raised.appeals).toMatchObject([{ against: 1_500_000, amount: null, decidedOn: null, dueOn: '2024-08-12' }])
    expect(raised.steps.at(-2)).toMatchObject({ state: 'paying', result: 'contested' })
    expect(await refusal(appeal(id, '2024-08-05'))).toBe('当前为“金额复核”，不能申请复核')
    const duties = await at.play(at.who.office, decided, claim.claimDuties, {})
    expect(duties.appeals).toMatchObject([{ claim: id }])
    expect(duties.claims.map((line) => line.id)).not.toContain(id)
  })

  it('holds the payment back, and is too late once that is listed', async () => {
    const id = await cut()
    await appeal(id)
    expect((await at.play(at.treasurer, decided, payout.awaiting, {})).map((line) => line.claim)).not.toContain(id)
    expect(await refusal(listIt(id))).toMatch(/已列入清单或不再待拨付/)
    expect(await heldFor(id)).toMatchObject({ committed: 1_500_000 })
    await decide(id, { upheld: false })
    const second = await cut(other)
    const list = await listIt(second)
    expect(await refusal(appeal(second, decided, other))).toBe('该事项已列入拨付清单，不能再就金额申请复核')
    await at.play(at.treasurer, decided, payout.cancelRemittance, { id: list.id, reason: '重列' })
    await appeal(second, decided, other)
    expect(await state(second)).toBe('appealed')
  })

  it('that is dismissed leaves the sum and its money as they were, for good', async () => {
    const id = await cut()
    await appeal(id)
    expect(await refusal(at.play(at.who.science, decided, claim.decideAppeal, { id, upheld: false, finding: '维持' }))).toBe(
      '您没有“作出复核决定”的权限',
    )
    await decide(id, { upheld: false })
    expect((await one(id)).claim).toMatchObject({ status: 'paying', approved: 1_500_000, holder: at.finance })
    expect(await heldFor(id)).toMatchObject({ reserved: 0, committed: 1_500_000 })
    expect(await refusal(appeal(id))).toBe('该决定已经复核维持，不再受理复核申请')
    expect(await refusal(decide(id, { upheld: true }))).toMatch(/^没有找到该?复核申请/)
  })

  it('that is upheld raises the sum, which is shown to everyone and decided anew', async () => {
    const id = await cut()
    const before = (await one(id)).names.publicity
    await appeal(id)
    expect(await refusal(decide(id, { upheld: true, amount: 1_500_000 }))).toBe('复核成立的，复核金额应高于原审定的 1.5 万元')
    expect(await refusal(decide(id, { upheld: true, amount: 2_000_001 }))).toBe('金额不能超过测算金额 2 万元')
    await decide(id, { upheld: true })
    const raised = await one(id)
    expect(raised.claim).toMatchObject({ status: 'ranking', approved: 2_000_000, publicity: null, reason: '经复核' })
    expect(raised.appeals).toMatchObject([{ upheld: true, against: 1_500_000, amount: 2_000_000, by: '周科' }])
    expect(await heldFor(id)).toMatchObject({ reserved: 2_000_000, committed: 0 })
    expect(await refusal(listIt(id))).toMatch(/不再待拨付/)
    await shown(id)
    const after = await one(id)
    expect(after.claim).toMatchObject({ status: 'paying', approved: 2_000_000 })
    expect(after.names.publicity).not.toBe(before)
    expect(await heldFor(id)).toMatchObject({ reserved: 0, committed: 2_000_000 })
    expect(await refusal(appeal(id))).toBe('审定金额没有核减，无须申请复核')
  })
})

describe('where the pot is short', () => {
  it('a raised sum keeps what it had, and waits for the rest', async () => {
    await free(1_500_000)
    const id = await cut()
    await appeal(id)
    await decide(id, { upheld: true })
    expect(await heldFor(id)).toMatchObject({ reserved: 1_500_000, committed: 0 })
    expect(await shown(id)).toMatchObject({ queued: true })
    expect(await state(id)).toBe('queued')
    await free(2_000_000)
    expect(await at.run(machine(region), decided, takeUpAll)).toBe(1)
    expect(await heldFor(id)).toMatchObject({ reserved: 0, committed: 2_000_000 })
  })

  it('one that waits keeps its place over an appeal, and is paid with it once there is money', async () => {
    await free(1_000_000)
    const id = await cut()
    const next = await cut(other)
    const places = async () => [(await one(id)).place, (await one(next)).place]
    expect(await places()).toEqual([1, 2])
    await appeal(id)
    expect(await places()).toEqual([null, 1])
    await decide(id, { upheld: false })
    expect(await state(id)).toBe('queued')
    expect(await places()).toEqual([1, 2])
    await free(1_500_000)
    expect(await at.run(machine(region), decided, takeUpAll)).toBe(1)
    expect([await state(id), await state(next)]).toEqual(['paying', 'queued'])
  })
})
