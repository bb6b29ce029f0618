/** What a firm lets go by ends by itself on the day after its last, once, and its money is free again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heldBy } from '#modules/fund/money.ts'
import { modules } from '#modules/index.ts'
import { machine } from '#platform/context.ts'
import { bring, type Granting, openGranting, today } from '#test/claim.ts'
import { refusal, region } from '#test/it.ts'
import { lapseDue } from './course/lapse.ts'

const { claim } = modules
let at: Granting
beforeAll(async () => {
  at = await openGranting()
})
afterAll(() => at.close())

const lapse = (day: string) => at.run(machine(region), day, lapseDue)
const one = (id: string, day = today) => at.play(at.who.office, day, claim.one, { id })
const reminderOf = async (id: string, day: string, who = at.who.first) =>
  (await at.play(who, day, claim.claimDuties, {})).claims.find((line) => line.id === id)!.reminder
const giveBack = (id: string) => at.play(at.who.science, today, claim.giveBack, { id, opinion: '补充清单' })

describe('a correction', () => {
  it('that is not handed in ends the claim after its last day: its money is free, all of it is kept, and it makes room', async () => {
    const id = await bring(at, { to: 'joint' })
    await giveBack(id)
    const held = () => at.run(machine(region), today, (ctx) => heldBy(ctx, id))
    expect((await one(id)).claim.dueOn).toBe('2024-07-12')
    expect(await held()).toMatchObject({ reserved: 2_000_000 })
    expect(await reminderOf(id, '2024-07-08')).toBeNull()
    expect(await reminderOf(id, '2024-07-09')).toBe('请于 2024-07-12 前提交补正，逾期未补正的终止办理')
    expect(await lapse('2024-07-12')).toBe(0)
    expect(await lapse('2024-07-13')).toBe(1)
    const { claim: gone, steps, materials } = await one(id)
    expect(gone).toMatchObject({
      ...{ status: 'lapsed', holder: null, dueOn: null, closedOn: '2024-07-13' },
      outcome: '逾期未补正：补正期限于 2024-07-12 届满，终止办理',
    })
    expect(steps.at(-1)).toMatchObject({ state: 'correcting', result: 'lapsed', endedOn: '2024-07-13', by: machine(region).name })
    expect(materials).toHaveLength(1)
    expect(await held()).toMatchObject({ reserved: 0, committed: 0, paid: 0 })
    expect(await refusal(at.play(at.who.first, '2024-07-13', claim.resubmit, { id }))).toBe('当前为“逾期终止”，不能提交补正')
    const again = await at.play(at.who.first, '2024-07-15', claim.start, { cycle: at.cycle, clause: 'staff' })
    expect(again.id).not.toBe(id)
  })

  it('whose clock stands still does not lapse, and has the days it was stopped for added', async () => {
    const id = await bring(at, { to: 'joint', who: at.who.second })
    await giveBack(id)
    await at.play(at.who.office, '2024-07-12', claim.pauseClaim, { id, reason: '等待上级口径' })
    expect(await reminderOf(id, '2024-07-12', at.who.second)).toBeNull()
    expect(await lapse('2024-08-30')).toBe(0)
    await at.play(at.who.office, '2024-07-15', claim.resumeClaim, { id })
    expect((await one(id)).claim.dueOn).toBe('2024-07-15')
    expect(await lapse('2024-07-15')).toBe(0)
    expect(await lapse('2024-07-16')).toBe(1)
  })
})

describe('a consent', () => {
  it('that is not given ends by itself exactly once, however many servers look, and is not asked for again', async () => {
    const batch = await at.open({ title: '免申即享', channel: 'direct', clauses: ['gift'], jury: [] })
    const firms = [at.files.first, at.files.second].map((enterprise) => ({ enterprise, clause: 'gift' }))
    const offer = () => at.play(at.who.office, today, claim.offerDirect, { cycle: batch.id, firms })
    await offer()
    const [first] = (await at.play(at.who.first, today, claim.ownClaims, {})).filter(({ channel }) => channel === 'direct')
    expect(await reminderOf(first!.id, '2024-07-08')).toBeNull()
    expect(await reminderOf(first!.id, '2024-07-10')).toBe('请于 2024-07-12 前确认，逾期未确认的视为放弃享受')
    const counts = await Promise.all([1, 2, 3].map(() => lapse('2024-07-13')))
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(2)
    const { claim: gone, steps } = await one(first!.id)
    expect(gone).toMatchObject({ status: 'lapsed', outcome: '逾期未确认：确认期限于 2024-07-12 届满，视为放弃享受' })
    expect(steps.map(({ state, result }) => [state, result])).toEqual([['consenting', 'lapsed']])
    expect(await refusal(at.play(at.who.first, '2024-07-13', claim.consent, { id: first!.id }))).toBe(
      '当前为“逾期终止”，不能确认享受',
    )
    expect(await offer()).toEqual({ made: 0, asked: 2 })
  })
})
