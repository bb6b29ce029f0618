/** The file: every value keeps where it came from, what a register said is overridden only with a reason, and somebody vouches for it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filingRules } from '#modules/filing/tables.ts'
import { machine } from '#platform/context.ts'
import { code, type Firms, firm, openFirms } from '#test/firms.ts'
import { refusal, region } from '#test/it.ts'
import { amend, assignKeeper, confirm, keepersInCharge, show } from './file.ts'
import { leave } from './life.ts'
import { exportList, list, summary } from './list.ts'
import { register } from './register.ts'
import { grant } from './title.ts'

let at: Firms
beforeAll(async () => {
  at = await openFirms()
})
afterAll(() => at.close())

const day = '2024-06-28'
let n = 0
type Written = Partial<Parameters<typeof register>[1]>
async function put(rest: Written = {}, on = day): Promise<string> {
  n += 1
  return (await at.play(at.who.office, on, register, firm(at, n, { anyway: true, ...rest }))).id!
}
const open = async (id: string, on = day) => (await at.play(at.who.office, on, show, { id })).file
type Amending = Parameters<typeof amend>[1]
const change = (id: string, values: Amending['values'], rest: Partial<Amending> = {}, who = at.who.tian) =>
  at.play(who, day, amend, { id, values, source: 'visit', asOf: '2024-06-20', ...rest })

describe('amending', () => {
  it('keeps where each value came from', async () => {
    const id = await put()
    await change(id, { products: '云排产软件', contact: '张三' })
    const file = await open(id)
    expect(file).toMatchObject({ products: '云排产软件', contact: '张三', asOf: '2024-03-01' })
    expect(file.origins.products).toEqual({ source: 'visit', asOf: '2024-06-20', by: '小田', reason: null, instead: null })
  })

  it('of what a register said asks a reason and keeps what it replaces, also the second time', async () => {
    const id = await put({ source: 'market', address: '天生路 2 号' })
    expect(await refusal(change(id, { address: '天生路 6 号' }))).toBe('“注册地址”来自其他部门登记，更正时请写明理由')
    await change(id, { address: '天生路 6 号' }, { reason: '门牌已变更' })
    const overridden = { source: 'override', instead: '天生路 2 号', reason: '门牌已变更', by: '小田' }
    expect((await open(id)).origins.address).toMatchObject(overridden)
    expect(await refusal(change(id, { address: '天生路 8 号' }))).toBe('“注册地址”来自其他部门登记，更正时请写明理由')
    await change(id, { address: '天生路 8 号' }, { reason: '再次核实' })
    expect((await open(id)).origins.address).toMatchObject({ ...overridden, reason: '再次核实' })
    await change(id, { address: '天生路 10 号' }, { source: 'market' })
    expect((await open(id)).origins.address).toMatchObject({ source: 'market', instead: null, reason: null })
  })

  it('said the same by a visit, a register’s value stays the register’s', async () => {
    const id = await put({ source: 'market', address: '天生路 2 号' })
    await change(id, { address: '天生路 2 号' })
    expect((await open(id)).origins).toEqual({})
  })

  it('refuses what does not go, each in its sentence', async () => {
    const taken = await put()
    const id = await put()
    expect(await refusal(change(id, {}, { asOf: '2024-06-29' }))).toBe('数据截至日期不能晚于今天')
    expect(await refusal(change(id, { creditCode: code(n - 1) }))).toBe(
      `统一社会信用代码 ${code(n - 1)} 已建档：${(await open(taken)).name}（天生街道），无须重复登记`,
    )
    expect(await refusal(change(id, { industry: '6599' }, {}, at.who.science))).toBe('您没有“更新企业档案”的权限')
    expect(await refusal(change(id, { industry: '9' }))).toBe('行业代码应为四位数字，如 6513')
    expect(await refusal(change(id, { town: at.org('水土街道') }, { effectiveOn: day }, at.who.office))).toBe(
      '水土街道由两江新区管理委员会管辖，不属于本区建档范围',
    )
    expect(await refusal(change(id, { town: at.org('蔡家岗街道') }, { effectiveOn: day }))).toBe(
      '镇街只能登记本镇街范围内的企业，其他镇街的请由领导小组办公室登记',
    )
  })
})

describe('keeping', () => {
  it('is for officials of the town, the park and the office', async () => {
    const id = await put()
    const choices = await at.play(at.who.office, day, keepersInCharge, { id })
    expect(choices.map(({ name, orgName }) => `${name} ${orgName}`)).toEqual(['小田 天生街道', '周科 经信委', '老秦 缙云公司'])
    await at.play(at.who.jin, day, assignKeeper, { id, person: at.person('老秦') })
    expect(await open(id)).toMatchObject({ keeperName: '老秦', keeperOrg: at.org('缙云公司') })
    const refused = (name: string) => refusal(at.play(at.who.office, day, assignKeeper, { id, person: at.person(name) }))
    expect(await refused('小谢')).toBe('小谢不在该企业所在镇街、园城或领导小组办公室任职，不能担任其服务专员')
    expect(await refused('柯科')).toBe('柯科不在该企业所在镇街、园城或领导小组办公室任职，不能担任其服务专员')
    const nobody = at.play(at.who.office, day, assignKeeper, { id, person: id })
    expect(await refusal(nobody)).toBe('没有找到该人员，它可能已被移除，或不在您可以查看的范围内')
  })

  it('of a file whose enterprise left is no longer asked', async () => {
    const id = await put()
    const { name } = await open(id)
    await at.play(at.who.office, day, leave, { id, how: 'left', on: '2024-06-01', destination: '成都', reason: '搬迁' })
    expect(await refusal(at.play(at.who.tian, day, confirm, { id }))).toBe(`“${name}”已于 2024-06-01 离区，无须确认`)
    expect(await refusal(at.play(at.who.tian, day, assignKeeper, { id, person: at.person('小田') }))).toBe(
      `“${name}”已于 2024-06-01 离区，不能指定服务专员`,
    )
  })
})

describe('the list', () => {
  it('filters, orders and pages in the database, and counts what is to be done', async () => {
    const direction = '卫星互联网'
    const early = await put({ direction, settledOn: '2023-01-05', asOf: '2023-01-05' }, '2023-01-10')
    const late = await put({ direction, town: at.org('蔡家岗街道'), zone: null, industry: '6440' })
    const ids = async (of: object) =>
      (await at.play(at.who.office, day, list, { direction, order: { by: 'settledOn', down: false }, ...of })).rows.map(
        ({ id }) => id,
      )
    expect(await ids({})).toEqual([early, late])
    expect(await ids({ order: { by: 'settledOn', down: true } })).toEqual([late, early])
    expect(await ids({ size: 1, page: 2 })).toEqual([late])
    expect(await ids({ town: at.org('天生街道') })).toEqual([early])
    expect(await ids({ industry: '64' })).toEqual([late])
    expect(await ids({ newSince: '2024-01-01' })).toEqual([late])
    expect(await ids({ words: code(n - 1) })).toEqual([early])
    expect(await ids({ words: '100%' })).toEqual([])
    expect(await ids({ stale: true })).toEqual([early])
    expect(await ids({ unclaimed: true })).toEqual([early, late])
    expect(await ids({ presence: 'left' })).toEqual([])
    await at.play(at.who.science, day, grant, {
      enterprise: early,
      kind: 'high-tech',
      grantedOn: '2021-07-01',
      validUntil: '2024-07-01',
      source: 'visit',
    })
    expect(await ids({ title: 'high-tech' })).toEqual([early])
    const line = (await at.play(at.who.office, day, list, { direction, stale: true })).rows[0]!
    expect(line).toMatchObject({ town: '天生街道', zone: '缙云园城', stale: true, claimed: false, titles: ['high-tech'] })
    const before = await at.play(at.who.office, day, summary, {})
    await at.play(at.who.tian, day, confirm, { id: early })
    const after = await at.play(at.who.office, day, summary, {})
    expect([before.stale - after.stale, after.renewals, after.renewalDays]).toEqual([1, 1, 90])
    expect(await ids({ stale: true })).toEqual([])
  })

  it('counts staleness by the rule in force', async () => {
    const id = await put({ direction: '开源' }, '2024-06-01')
    const stale = async () => (await at.play(at.who.office, day, list, { direction: '开源', stale: true })).total
    expect(await stale()).toBe(0)
    await at.run(machine(region), day, ({ db }) =>
      db.insert(filingRules).values({
        since: '2024-06-15',
        dueWorkday: 10,
        enough: 0.8,
        swing: 0.5,
        least: 1,
        staleDays: 20,
        renewalDays: 30,
        basis: '示例',
      }),
    )
    expect(await stale()).toBe(1)
    expect((await at.play(at.who.office, day, show, { id })).staleFor).toBe(27)
  })

  it('is not shown before it was known', async () => {
    const id = await put({ direction: '量子' }, '2024-06-20')
    const on = async (on: string) => (await at.play(at.who.office, on, list, { direction: '量子' })).rows.map((row) => row.id)
    expect([await on('2024-06-19'), await on('2024-06-20')]).toEqual([[], [id]])
  })

  it('is handed on without contacts', async () => {
    const { name, bytes } = await at.play(at.who.leader, day, exportList, {})
    expect(name).toBe('企业档案名录（截至2024-06-28）.xlsx')
    expect(Buffer.from(bytes).subarray(0, 2).toString()).toBe('PK')
  })
})
