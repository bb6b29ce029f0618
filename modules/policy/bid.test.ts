/** Bids for funds of the levels above: in time, within the places there are, and seen by nobody they do not concern. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { refusal } from '#test/it.ts'
import { firmOf, openPolicies, type Policies } from '#test/policy.ts'

const { policy } = modules
const day = '2024-07-02'
let at: Policies
let call: string
beforeAll(async () => {
  at = await openPolicies()
  await firmOf(at, 1, '甲企业')
  await firmOf(at, 2, '乙企业')
  call = await opened()
})
afterAll(() => at?.close())

const announced = () => ({
  ...{ title: '市级软件产业专项', level: 'city' as const, issuer: '市经济信息委', openedOn: day, deadline: '2024-07-31' },
  ...{ innerDeadline: '2024-07-19', org: at.org('科技局'), most: 1, text: '每区推荐一项。' },
})
const opened = async (rest = {}) => (await at.play(at.who.science, day, policy.openCall, { ...announced(), ...rest })).id
const content = { project: '工业软件攻关', requested: 50_000_000 }
type Who = 'first' | 'second' | 'office' | 'science' | 'leader' | 'tian'
const start = (who: Who, rest = {}, on = day) =>
  at.play(at.who[who], on, policy.startBid, { call, content: { ...content, ...rest } })
const seen = (who: Who) => at.play(at.who[who], day, policy.bids, {})

describe('a call', () => {
  it('has an inner deadline before its own, and a department announces its own', async () => {
    expect(await refusal(opened({ innerDeadline: '2024-08-01' }))).toBe('区内截止不能晚于申报截止 2024-07-31')
    expect(await refusal(opened({ innerDeadline: '2024-07-01' }))).toBe('区内截止不能早于发布日期')
    expect(await refusal(opened({ org: at.org('经信委') }))).toBe('部门登记的申报通知由本单位推荐')
    const other = { ...at.who.science, org: at.org('统计局') }
    expect(await refusal(at.play(other, day, policy.reviseCall, { id: call, ...announced() }))).toBe(
      '该申报通知由其他单位推荐，您可以查看，不能办理',
    )
  })
})

describe('a bid', () => {
  it('goes from its first page to the money, each step kept', async () => {
    const partners = [{ name: '演示大学', kind: 'university' as const, part: '算法研究' }]
    const { id, number } = await start('first', { partners })
    expect(number).toBe('SB-2024-0001')
    expect(await refusal(start('first'))).toBe('项目“工业软件攻关”已在申报，请勿重复登记')
    await at.play(at.who.first, day, policy.handInBid, { id })
    await at.play(at.who.science, day, policy.giveBackBid, { id, note: '请补充合作协议' })
    // Given back, it may come again after the inner deadline.
    await at.play(at.who.first, '2024-07-22', policy.handInBid, { id })
    await at.play(at.who.science, '2024-07-23', policy.recommendBid, { id })
    await at.play(at.who.science, '2024-10-08', policy.grantBid, { id, amount: 30_000_000 })
    await at.play(at.who.science, '2024-11-01', policy.receiveBid, { id, amount: 10_000_000 })
    expect(await refusal(at.play(at.who.science, '2024-12-01', policy.receiveBid, { id, amount: 20_000_001 }))).toBe(
      '到账金额合计超过立项金额，请核对',
    )
    await at.play(at.who.science, '2024-12-01', policy.receiveBid, { id, amount: 20_000_000 })
    const bid = await at.play(at.who.first, '2024-12-02', policy.showBid, { id })
    expect(bid).toMatchObject({ status: 'paid', granted: 30_000_000, paid: 30_000_000, handedInOn: day, partners })
    expect(bid.way.map(({ status, on }) => `${on} ${status}`)).toEqual([
      ...['2024-07-02 preparing', '2024-07-02 handedIn', '2024-07-02 preparing', '2024-07-22 handedIn'],
      ...['2024-07-23 recommended', '2024-10-08 granted', '2024-11-01 granted', '2024-12-01 paid'],
    ])
  })

  it('is refused late, beyond the places, and by whoever has no file', async () => {
    const { id } = await start('second', { project: '云原生中间件' })
    expect(await refusal(start('second', { project: '另一项目' }, '2024-07-20'))).toBe(
      '已过区内截止日期 2024-07-19，不再受理申报',
    )
    expect(await refusal(at.play(at.who.second, '2024-07-22', policy.handInBid, { id }))).toBe(
      '已过区内截止日期 2024-07-19，不再受理申报',
    )
    await at.play(at.who.second, '2024-07-19', policy.handInBid, { id })
    expect(await refusal(at.play(at.who.science, '2024-08-01', policy.recommendBid, { id }))).toBe(
      '已过申报截止日期 2024-07-31，不能推荐上报',
    )
    expect(await refusal(at.play(at.who.science, '2024-07-24', policy.recommendBid, { id }))).toBe(
      '推荐限额 1 个已满，不能再推荐',
    )
    expect(await refusal(at.play(at.who.second, day, policy.saveBid, { id, content }))).toBe('当前为“已报送”，申报书不能改动')
    expect(await refusal(at.play(at.who.first, day, policy.recommendBid, { id }))).toBe('您没有“推荐上报”的权限')
    expect(await refusal(start('office'))).toBe('请选择申报企业')
    expect(await refusal(start('first', { project: '零元', requested: 0 }))).toBe('申请金额应大于 0')
    const nobody = { ...at.who.first, org: at.org('缙云公司') }
    expect(await refusal(at.play(nobody, day, policy.startBid, { call, content }))).toBe('本单位尚未认领企业档案，请先申请认领')
  })

  it('is seen by its firm, the unit that recommends, the office and leaders', async () => {
    const firms = async (who: Who) => [...new Set((await seen(who)).map(({ number }) => number))].sort()
    expect(await firms('first')).toEqual(['SB-2024-0001'])
    expect(await firms('second')).toEqual(['SB-2024-0002'])
    expect((await firms('science')).length + (await firms('leader')).length).toBe(4)
    const other = { ...at.who.science, org: at.org('统计局') }
    expect(await at.play(other, day, policy.bids, {})).toEqual([])
    const [theirs] = await seen('second')
    const showing = at.play(at.who.first, day, policy.showBid, { id: theirs!.id })
    expect(await refusal(showing)).toBe('没有找到该申报，它可能已被移除，或不在您可以查看的范围内')
    expect(await refusal(at.play(at.who.tian, day, policy.bids, {}))).toBe('您没有“上级资金申报”的权限')
  })
})
