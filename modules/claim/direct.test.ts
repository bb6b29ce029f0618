/** Benefits without application, and who sees what. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heldBy } from '#modules/fund/money.ts'
import { modules } from '#modules/index.ts'
import { machine } from '#platform/context.ts'
import { bankAccount, bring, type Granting, openGranting, today } from '#test/claim.ts'
import { refusal, region } from '#test/it.ts'
import { offer as madeBy } from './actions/direct.ts'

const { claim } = modules
let at: Granting
let cycle: string
beforeAll(async () => {
  at = await openGranting()
  cycle = (await at.open({ title: '免申即享', channel: 'direct', clauses: ['gift'], jury: [] })).id
})
afterAll(() => at.close())

const offer = () =>
  at.play(at.who.office, today, claim.offerDirect, {
    cycle,
    firms: [at.files.first, at.files.second].map((enterprise) => ({ enterprise, clause: 'gift' })),
  })
const own = async (who = at.who.first) =>
  (await at.play(who, today, claim.ownClaims, {})).find(({ channel }) => channel === 'direct')!

describe('without application', () => {
  it('claims are made once for who is eligible, and wait for the firm', async () => {
    expect(await offer()).toEqual({ made: 2, asked: 2 })
    expect(await offer()).toEqual({ made: 0, asked: 2 })
    expect(await own()).toMatchObject({
      status: 'consenting',
      computed: 1_000_000,
      verdict: 'granted',
      clock: { dueOn: '2024-07-12' },
    })
    expect((await at.play(at.who.first, today, claim.claimDuties, {})).claims).toHaveLength(1)
  })

  it('the machine may make them as well, and makes nothing twice', async () => {
    const found = [{ enterprise: at.files.first, clause: 'gift' }]
    expect(await at.run(machine(region), today, (ctx) => madeBy(ctx, cycle, found))).toEqual({ made: 0, asked: 1 })
  })

  it('one click and an account bring it to the list, and its money is reserved', async () => {
    const { id } = await own()
    expect(await refusal(at.play(at.who.first, today, claim.consent, { id }))).toBe('请先登记收款账户')
    await at.play(at.who.first, today, claim.saveAccount, bankAccount)
    await at.play(at.who.first, today, claim.consent, { id })
    expect(await own()).toMatchObject({ status: 'ranking', approved: 1_000_000, asked: 1_000_000 })
    expect(await at.run(machine(region), today, (ctx) => heldBy(ctx, id))).toMatchObject({ reserved: 1_000_000 })
    expect(await refusal(at.play(at.who.first, today, claim.consent, { id }))).toBe('当前为“待列入公示”，不能确认享受')
  })

  it('a firm may decline; it is not asked again', async () => {
    const { id } = await own(at.who.second)
    await at.play(at.who.second, today, claim.decline, { id })
    expect(await own(at.who.second)).toMatchObject({ status: 'withdrawn' })
    expect(await offer()).toEqual({ made: 0, asked: 2 })
  })

  it('is not claimed, and what is claimed is not given', async () => {
    expect(await refusal(at.play(at.who.first, today, claim.start, { cycle, clause: 'gift' }))).toBe(
      '该条款免申即享，符合条件的企业无须申报',
    )
    const firms = [{ enterprise: at.files.first, clause: 'staff' }]
    expect(await refusal(at.play(at.who.office, today, claim.offerDirect, { cycle: at.cycle, firms }))).toBe(
      '该批次由企业申报，不生成免申即享事项',
    )
    expect(await refusal(at.open({ channel: 'direct', clauses: ['staff'] }))).toBe('“用工补贴”须由企业申报')
    expect(await refusal(at.open({ clauses: ['gift'] }))).toBe('“稳岗奖励”为免申即享，请按免申即享开启批次')
  })
})

describe('a batch', () => {
  it('is opened by whoever leads the policy, for days and clauses that fit', async () => {
    expect(await refusal(at.open({ clauses: [] }))).toBe('请至少选择一项条款')
    expect(await refusal(at.open({ clauses: ['none'] }))).toBe('该版本没有代码为“none”的条款')
    expect(await refusal(at.open({ asOf: '2023-12-31' }))).toBe('数据日期应在兑现年度 2024 年内')
    expect(await refusal(at.open({ asOf: '2024-06-29' }))).toBe('数据日期不能晚于今天')
    expect(await refusal(at.open({ closesOn: '2024-05-01' }))).toBe('受理截止不能早于开始受理')
    expect(await refusal(at.open({ jury: [] }))).toBe('请至少选择一个会审部门')
    expect(await refusal(at.open({ jury: [at.org('缙云园城')] }))).toBe('会审部门应从部门名录中选择')
    const foreign = {
      title: '别家',
      channel: 'claim' as const,
      version: at.version,
      clauses: ['staff'],
      year: 2024,
      jury: [at.finance],
    }
    expect(await refusal(at.play(at.jury, today, claim.openCycle, { ...foreign, opensOn: today, asOf: '2024-05-31' }))).toMatch(
      /^该政策由其他单位牵头/,
    )
  })

  it('takes nothing before its first day, after its last, or once it is closed', async () => {
    const { id } = await at.open({ title: '另一批', opensOn: '2024-07-10', closesOn: '2024-07-20' })
    const start = (day: string) => at.play(at.who.second, day, claim.start, { cycle: id, clause: 'trial' })
    expect(await refusal(start('2024-07-09'))).toBe('该批次自 2024-07-10 起受理，请届时申报')
    expect(await refusal(start('2024-07-21'))).toBe('该批次已于 2024-07-20 截止受理')
    await at.play(at.who.science, '2024-07-12', claim.closeCycle, { id })
    expect(await refusal(start('2024-07-12'))).toBe('该批次已于 2024-07-12 截止受理')
    expect(await refusal(at.play(at.who.science, today, claim.cancelCycle, { id }))).toBe('该批次已截止或取消')
  })
})

describe('of what is another’s', () => {
  it('a firm sees neither claim nor opinions, and of its own no opinions', async () => {
    const id = await bring(at, { to: 'joint' })
    await at.play(at.jury, today, claim.opine, { id, opinion: 'refuse', text: '内部意见' })
    const gone = /没有找到该兑现事项/
    expect(await refusal(at.play(at.who.second, today, claim.one, { id }))).toMatch(gone)
    expect(await refusal(at.play(at.who.second, today, claim.replay, { id }))).toMatch(gone)
    expect((await at.play(at.who.second, today, claim.ownClaims, {})).some((one) => one.id === id)).toBe(false)
    const whole = await at.play(at.who.first, today, claim.one, { id })
    expect(JSON.stringify(whole)).not.toContain('内部意见')
    expect(whole).toMatchObject({ opinions: [], money: null })
    expect((await at.play(at.jury, today, claim.one, { id })).opinions).toHaveLength(2)
  })

  it('a department sees what it leads or is asked about, with the account half hidden', async () => {
    const { rows } = await at.play(at.treasurer, today, claim.list, {})
    expect(rows).toHaveLength(1)
    const { account } = await at.play(at.treasurer, today, claim.one, { id: rows[0]!.id })
    expect(account!.number).toBe('************2222')
    for (const who of [at.who.jin, at.who.tian, at.who.visitor])
      expect(await refusal(at.play(who, today, claim.list, {}))).toMatch(/权限|登录/)
  })

  it('opinions are given by whoever is asked, each its own', async () => {
    const [row] = (await at.play(at.treasurer, today, claim.list, { mine: true })).rows
    expect(await refusal(at.play(at.who.science, today, claim.opine, { id: row!.id, opinion: 'agree' }))).toBe(
      '该事项没有请本部门会审',
    )
    expect(await refusal(at.play(at.treasurer, today, claim.opine, { id: row!.id, opinion: 'refuse' }))).toBe(
      '不同意的，请说明理由',
    )
    expect(await refusal(at.play(at.treasurer, today, claim.opine, { id: row!.id, opinion: 'reduce' }))).toBe(
      '核减金额的，请填写建议金额和理由',
    )
    await at.play(at.treasurer, today, claim.opine, { id: row!.id, opinion: 'agree' })
    expect((await at.play(at.treasurer, today, claim.list, { mine: true })).total).toBe(0)
  })
})
