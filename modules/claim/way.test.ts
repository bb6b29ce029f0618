/** From submission to the decision: order, roles, sums and sentences of every step. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { balanceOf, heldBy } from '#modules/fund/money.ts'
import { modules } from '#modules/index.ts'
import { machine } from '#platform/context.ts'
import { bankAccount, bring, type Granting, nightOf, openGranting, pdf, scanned, today } from '#test/claim.ts'
import { refusal, region } from '#test/it.ts'

const { claim } = modules
let at: Granting
beforeAll(async () => {
  at = await openGranting()
})
afterAll(() => at.close())

const one = (id: string, who = at.who.office, day = today) => at.play(who, day, claim.one, { id })
const state = async (id: string) => (await one(id)).claim.status
const heldFor = (id: string) => at.run(machine(region), today, (ctx) => heldBy(ctx, id))

describe('a claim', () => {
  it('goes from the firm to the decision, and its money with it', async () => {
    const { who } = at
    const { id } = await at.play(who.first, today, claim.start, { cycle: at.cycle, clause: 'staff' })
    expect(await refusal(at.play(who.first, today, claim.submit, { id }))).toBe('请填报“参保人数”')
    await at.play(who.first, today, claim.save, { id, declared: { 参保人数: 20 } })
    expect(await refusal(at.play(who.first, today, claim.submit, { id }))).toBe('请提供材料：社会保险缴费清单')
    await at.play(who.first, today, claim.addMaterial, { claim: id, title: '社会保险缴费清单', file: pdf() })
    expect(await refusal(at.play(who.first, today, claim.submit, { id }))).toBe('请先登记收款账户')
    await at.play(who.first, today, claim.saveAccount, bankAccount)
    await at.play(who.first, today, claim.submit, { id })
    const whole = await one(id)
    expect(whole.claim).toMatchObject({ status: 'accepting', verdict: 'granted', computed: 2_000_000, asked: 2_000_000 })
    expect(whole.claim.dueOn).toBe('2024-07-03')
    expect(await heldFor(id)).toBeNull()

    expect(await refusal(at.play(who.science, today, claim.accept, { id }))).toBe('材料“清单.pdf”正在查毒，请稍后受理')
    await scanned(at)
    await at.play(who.science, today, claim.accept, { id })
    expect(await heldFor(id)).toMatchObject({ reserved: 2_000_000, committed: 0 })
    await at.play(who.science, today, claim.pass, { id })
    expect(await refusal(at.play(who.science, today, claim.conclude, { id }))).toBe('还有部门未提出意见：财政局、经信委')
    await at.play(at.jury, today, claim.opine, { id, opinion: 'agree' })
    await at.play(at.treasurer, today, claim.opine, { id, opinion: 'reduce', amount: 1_500_000, text: '按实有人数' })
    expect(await refusal(at.play(who.science, today, claim.conclude, { id, amount: 1_500_000 }))).toBe(
      '金额低于测算金额，请写明核减的理由',
    )
    await at.play(who.science, today, claim.conclude, { id, amount: 1_500_000, opinion: '按实有人数核减' })
    expect(await heldFor(id)).toMatchObject({ reserved: 1_500_000 })
    const list = await at.play(who.science, today, claim.publicise, {
      cycle: at.cycle,
      claims: [id],
      title: '公示',
      phone: '023-1',
    })
    expect((await one(id)).claim.dueOn).toBe('2024-07-05')
    await nightOf(at, '2024-07-05')
    expect(await state(id)).toBe('public')
    await nightOf(at, '2024-07-06')
    expect(await state(id)).toBe('deciding')
    expect(await refusal(at.play(who.office, '2024-07-08', claim.approve, { id, amount: 1_600_000 }))).toBe(
      '审定金额不能超过公示的 1.5 万元',
    )
    expect(await at.play(who.office, '2024-07-08', claim.approve, { id })).toMatchObject({ queued: false })
    expect(await heldFor(id)).toMatchObject({ reserved: 0, committed: 1_500_000 })
    const after = await one(id)
    expect(after.claim).toMatchObject({ status: 'paying', approved: 1_500_000, reason: '按实有人数核减', holder: at.finance })
    expect(after.steps.map(({ state }) => state)).toEqual([
      'accepting',
      'screening',
      'joint',
      'ranking',
      'public',
      'deciding',
      'paying',
    ])
    expect((await at.play(who.visitor, '2024-07-08', claim.publicityList, { number: list.number })).rows).toMatchObject([
      { asked: 2_000_000, approved: 1_500_000, takenOut: false },
    ])
  })

  it('is decided again to the letter from what was frozen at submission and at the decision', async () => {
    const all = await at.play(at.who.office, today, claim.list, {})
    for (const { id } of all.rows) {
      const told = await at.play(at.who.office, today, claim.replay, { id })
      expect(told.length).toBeGreaterThanOrEqual(1)
      expect(told.every(({ same }) => same)).toBe(true)
    }
    const [first] = all.rows
    const kept = await at.play(at.who.first, today, claim.replay, { id: first!.id })
    expect(kept.map(({ by }) => by)).toEqual(['小满', '周科'])
  })

  it('refuses what has no chance by the data, unless the firm questions them', async () => {
    const { second } = at.who
    const { id } = await at.play(second, today, claim.start, { cycle: at.cycle, clause: 'staff' })
    await at.play(second, today, claim.save, { id, declared: { 参保人数: 5 } })
    await at.play(second, today, claim.saveAccount, { ...bankAccount, holder: '乙企业' })
    await at.play(second, today, claim.addMaterial, { claim: id, title: '社会保险缴费清单', file: pdf() })
    expect(await refusal(at.play(second, today, claim.submit, { id }))).toMatch(/^不符合条件：.*5 人.*对台账数据有疑问/)
    await at.play(second, today, claim.withdraw, { id, reason: '填错' })
    expect(await state(id).catch((error: Error) => error.message)).toBe('withdrawn')
  })

  it('is returned and comes back to the step it came from, with its place in the line', async () => {
    const id = await bring(at, { to: 'joint', who: at.who.second })
    const { submittedAt } = (await one(id)).claim
    await at.play(at.who.science, today, claim.giveBack, { id, opinion: '补充清单' })
    expect((await one(id)).claim).toMatchObject({ status: 'correcting', returnTo: 'joint', holder: null })
    expect(await refusal(at.play(at.who.science, today, claim.conclude, { id }))).toMatch(/待企业办理/)
    await at.play(at.who.second, '2024-07-02', claim.save, { id, declared: { 参保人数: 30 } })
    await at.play(at.who.second, '2024-07-02', claim.resubmit, { id })
    const back = await one(id)
    expect(back.claim).toMatchObject({ status: 'joint', returnTo: null, submittedAt, computed: 3_000_000 })
    await at.play(at.jury, today, claim.opine, { id, opinion: 'refuse', text: '不符合导向' })
    await at.play(at.treasurer, today, claim.opine, { id, opinion: 'absent' })
    expect(await refusal(at.play(at.who.science, today, claim.conclude, { id }))).toBe(
      '有部门不同意，请写明予以支持的理由，或作出不予支持决定',
    )
    await at.play(at.who.science, today, claim.refuse, { id, reason: '经会审不予支持' })
    expect(await state(id)).toBe('refused')
    expect(await heldFor(id)).toMatchObject({ reserved: 0, committed: 0, paid: 0 })
  })

  it('is appealed in time, and taken up again where the appeal is upheld', async () => {
    const [refused] = (await at.play(at.who.office, today, claim.list, { state: 'refused' })).rows
    const { id } = refused!
    const raise = (day: string) => at.play(at.who.second, day, claim.appeal, { id, text: '人数属实' })
    expect(await refusal(raise('2024-07-20'))).toBe('复核申请期限已于 2024-07-19 届满')
    await raise('2024-07-19')
    expect(await refusal(raise('2024-07-19'))).toBe('复核申请正在办理，请勿重复申请')
    expect(await refusal(at.play(at.who.science, '2024-07-19', claim.decideAppeal, { id, upheld: true, finding: '成立' }))).toBe(
      '您没有“作出复核决定”的权限',
    )
    await at.play(at.who.office, '2024-07-19', claim.decideAppeal, { id, upheld: true, finding: '人数经核属实' })
    expect((await one(id)).claim).toMatchObject({ status: 'screening', closedOn: null, outcome: null })
    await at.play(at.who.science, '2024-07-19', claim.pass, { id })
    expect((await one(id)).opinions.map(({ round, opinion }) => [round, opinion])).toEqual([
      [2, null],
      [2, null],
    ])
    await at.play(at.who.second, '2024-07-19', claim.withdraw, { id, reason: '不再申报' })
  })

  it('of a clause that asks for what is examined waits for it', async () => {
    const id = await bring(at, { to: 'screening', clause: 'trial' })
    expect((await one(id)).claim).toMatchObject({ verdict: 'unknown', computed: null })
    expect(await refusal(at.play(at.who.science, today, claim.pass, { id }))).toMatch(/^尚待核实：.*请先核定$/)
    await at.play(at.who.science, today, claim.examine, { id, values: { 验收通过: true } })
    expect(await heldFor(id)).toMatchObject({ reserved: 5_000_000 })
    const { facts } = await one(id)
    expect(facts).toMatchObject([{ title: '验收通过', said: '验收通过', source: '科技局核定', asOf: '2024-05-31' }])
    await at.play(at.who.science, today, claim.pass, { id })
  })

  it('that people decide has a sum with its reason, at most the limit of the clause', async () => {
    expect(await refusal(bring(at, { to: 'accepting', clause: 'case' }))).toBe('该条款由部门研究确定金额，请填写申报金额')
    const id = await bring(at, { to: 'joint', clause: 'case', asked: 50_000_000 })
    await at.play(at.jury, today, claim.opine, { id, opinion: 'agree' })
    await at.play(at.treasurer, today, claim.opine, { id, opinion: 'agree' })
    const conclude = (amount: number | null, opinion: string | null) =>
      at.play(at.who.science, today, claim.conclude, { id, amount, opinion })
    expect(await refusal(conclude(null, '同意'))).toBe('该条款由部门研究确定金额，请填写金额')
    expect(await refusal(conclude(30_000_000, null))).toBe('请写明确定金额的理由')
    expect(await refusal(conclude(100_000_001, '同意'))).toBe('金额不能超过该条款的上限 100 万元')
    await conclude(30_000_000, '会议研究确定')
    expect(await heldFor(id)).toMatchObject({ reserved: 30_000_000 })
  })

  it('steps out of turn or out of order are refused with their sentence', async () => {
    const id = await bring(at, { to: 'accepting', who: at.who.second })
    expect(await refusal(at.play(at.who.science, today, claim.pass, { id }))).toBe('当前为“待受理”，不能初审通过')
    expect(await refusal(at.play(at.jury, today, claim.accept, { id }))).toMatch(/没有找到该兑现事项/)
    expect(await refusal(at.play(at.who.first, today, claim.withdraw, { id, reason: '别人的' }))).toMatch(/没有找到该兑现事项/)
    expect(await refusal(at.play(at.who.science, today, claim.approve, { id }))).toBe('您没有“审定”的权限')
    expect(await refusal(at.play(at.who.office, today, claim.approve, { id }))).toBe('当前为“待受理”，不能审定')
    expect(await refusal(at.play(at.who.second, today, claim.save, { id, declared: {} }))).toBe(
      '当前为“待受理”，不能修改申报内容',
    )
    expect(await refusal(at.play(at.who.second, today, claim.submit, { id }))).toBe('当前为“待受理”，不能提交申报')
    await at.play(at.who.science, today, claim.pauseClaim, { id, reason: '等待区级会议' })
    expect(await refusal(at.play(at.who.science, today, claim.pauseClaim, { id, reason: '再等' }))).toBe('该环节的时限已经中止')
    await at.play(at.who.science, '2024-07-02', claim.resumeClaim, { id })
    expect((await one(id)).claim.dueOn).toBe('2024-07-05')
    expect(await refusal(at.play(at.who.science, '2024-07-02', claim.resumeClaim, { id }))).toBe('该环节的时限没有中止，无须恢复')
    expect(await refusal(at.play(at.who.second, today, claim.start, { cycle: at.cycle, clause: 'staff' }))).toMatch(
      /^本年度已申报“用工补贴”/,
    )
    await at.play(at.who.second, today, claim.withdraw, { id, reason: '不再申报' })
  })

  it('leaves the balance of a pot the sum of what its claims hold', async () => {
    const { rows } = await at.play(at.who.office, today, claim.list, {})
    const holds = await Promise.all(rows.filter(({ line }) => line === 'talent').map(({ id }) => heldFor(id)))
    const balance = await at.run(machine(region), today, (ctx) => balanceOf(ctx, { line: 'talent', year: 2024 }))
    expect(balance!.reserved).toBe(holds.reduce((sum, one) => sum + (one?.reserved ?? 0), 0))
    expect(balance!.committed).toBe(holds.reduce((sum, one) => sum + (one?.committed ?? 0), 0))
  })
})
