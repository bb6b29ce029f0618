/** New enterprises: what is refused, in which sentence, what is pointed out first, and how many are put on file at once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { code, type Firms, firm, openFirms } from '#test/firms.ts'
import { refusal } from '#test/it.ts'
import { settle } from '../presence.ts'
import { show } from './file.ts'
import { leave } from './life.ts'
import { list } from './list.ts'
import { register, spinOff } from './register.ts'

let at: Firms
beforeAll(async () => {
  at = await openFirms()
})
afterAll(() => at.close())

const day = '2024-06-28'
type Written = Partial<Parameters<typeof register>[1]>
const put = (n: number, rest: Written = {}, who = at.who.office) => at.play(who, day, register, firm(at, n, rest))
const refused = (n: number, rest: Written, who = at.who.office) => refusal(put(n, rest, who))

describe('registering', () => {
  it('puts the enterprise on file with its first stretch in the district', async () => {
    const { id, similar } = await put(1, {
      creditCode: ` ${code(1).slice(0, 8)} ${code(1).slice(8).toLowerCase()}`,
      building: '一号楼',
    })
    expect(similar).toEqual([])
    const { file, stretches, events, names } = await at.play(at.who.office, day, show, { id: id! })
    expect(file).toMatchObject({ creditCode: code(1), settledOn: '2024-03-01', leftOn: null, confirmedOn: day, org: null })
    expect(stretches).toMatchObject([
      { since: '2024-03-01', until: null, begin: 'settled', division: '65', knownFrom: day, recordedBy: '周科' },
    ])
    expect(events).toMatchObject([{ day: '2024-03-01', title: '落户', about: '新设立，落户天生街道·缙云园城·一号楼' }])
    expect(names).toMatchObject({ town: '天生街道', zone: '缙云园城', industry: '应用软件开发' })
  })

  it('refuses a wrong code, naming the place', async () => {
    const wrong = code(2).slice(0, 17) + (code(2)[17] === '0' ? '1' : '0')
    expect(await refused(2, { creditCode: wrong })).toMatch(/^第 18 位校验码应为 .，现为 .$/)
    expect(await refused(2, { creditCode: '123' })).toBe('统一社会信用代码应为 18 位，现为 3 位')
  })

  it('refuses a code on file, naming the enterprise, also to who may not open it', async () => {
    const sentence = `统一社会信用代码 ${code(1)} 已建档：${firm(at, 1).name}（天生街道），无须重复登记`
    expect(await refused(1, { name: '重庆另一家软件有限公司' })).toBe(sentence)
    expect(await refused(1, { town: at.org('蔡家岗街道'), zone: null }, at.who.cai)).toBe(sentence)
  })

  it('refuses places another government runs, and what is no town or park', async () => {
    expect(await refused(2, { town: at.org('水土街道') })).toBe('水土街道由两江新区管理委员会管辖，不属于本区建档范围')
    expect(await refused(2, { town: at.org('科技局') })).toBe('所在镇街应从镇街名录中选择')
    expect(await refused(2, { zone: at.org('缙云公司') })).toBe('所在园城应从园城名录中选择')
  })

  it('is for one’s own area only', async () => {
    expect(await refused(2, {}, at.who.cai)).toBe('镇街只能登记本镇街范围内的企业，其他镇街的请由领导小组办公室登记')
    const other = '园城只能登记本园城范围内的企业，其他范围的请由领导小组办公室登记'
    expect(await refused(2, { zone: at.org('蔡家园城') }, at.who.jin)).toBe(other)
    expect(await refused(2, { zone: null }, at.who.jin)).toBe(other)
    expect((await put(3, {}, at.who.jin)).id).not.toBeNull()
    expect((await put(4, {}, at.who.tian)).id).not.toBeNull()
    for (const who of [at.who.leader, at.who.science, at.who.statistician, at.who.first]) {
      expect(await refused(2, {}, who)).toBe('您没有“登记企业”的权限')
    }
  })

  it('refuses days and industries that cannot be', async () => {
    expect(await refused(2, { settledOn: '2024-07-01' })).toBe('落户日期不能晚于今天')
    expect(await refused(2, { asOf: '2024-07-01' })).toBe('数据截至日期不能晚于今天')
    expect(await refused(2, { registeredOn: '2024-07-01' })).toBe('成立日期不能晚于今天')
    expect(await refused(2, { registeredOn: '2024-03-02' })).toBe('落户日期不能早于成立日期')
    expect(await refused(2, { industry: '6514' })).toBe('行业代码 6514 不在《国民经济行业分类》（GB/T 4754—2017）之中，请核对')
    expect(await refused(2, { originKind: 'spun-off' })).toBe('分立设立的企业，请在原企业档案中办理“分立设立”')
    expect(await refused(2, { source: 'override' as 'visit' })).toBe('请选择数据来源')
  })

  it('points out a name much like one on file and records nothing until it is said to be another', async () => {
    const name = `${firm(at, 1).name}（北碚）`
    const answer = await put(5, { name, town: at.org('蔡家岗街道'), zone: null }, at.who.cai)
    expect(answer).toEqual({ id: null, similar: [{ name: firm(at, 1).name, where: '天生街道' }] })
    expect((await at.play(at.who.office, day, list, { words: code(5) })).total).toBe(0)
    const { id } = await put(5, { name, town: at.org('蔡家岗街道'), zone: null, anyway: true }, at.who.cai)
    expect(id).not.toBeNull()
  })

  it('sent twice at once is recorded once', async () => {
    const twice = await Promise.allSettled([put(6, { anyway: true }), put(6, { anyway: true })])
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('of an enterprise that left asks to settle it again', async () => {
    const { id } = await put(7)
    await at.play(at.who.office, day, leave, { id: id!, how: 'closed', on: '2024-06-01', reason: '注销' })
    expect(await refused(7, {})).toBe(
      `统一社会信用代码 ${code(7)} 已建档：${firm(at, 7).name}（天生街道，2024-06-01 离区），请在其档案中办理“重新落户”`,
    )
  })
})

describe('spinning off', () => {
  it('puts a new enterprise on file and tells it in both lives', async () => {
    const { id: from } = await put(8)
    const { originKind: _, ...part } = firm(at, 9, { settledOn: '2024-05-01' })
    const { id } = await at.play(at.who.tian, day, spinOff, { ...part, from: from! })
    const young = await at.play(at.who.tian, day, show, { id: id! })
    expect(young.file.originKind).toBe('spun-off')
    expect(young.events.map(({ about }) => about)).toEqual([`由${firm(at, 8).name}分立，落户天生街道·缙云园城`])
    const old = await at.play(at.who.tian, day, show, { id: from! })
    expect(old.events.map(({ about }) => about)).toContain(`分立设立${firm(at, 9).name}`)
    expect(old.counterparts).toEqual([{ id, name: firm(at, 9).name }])
    const early = { ...part, creditCode: code(10), settledOn: '2024-02-01', from: from! }
    expect(await refusal(at.play(at.who.tian, day, spinOff, early))).toBe('分立日期不能早于原企业落户日期 2024-03-01')
  })
})

describe('many at once', () => {
  it('are put on file in two statements, each with its stretch, in the order given', async () => {
    const files = Array.from({ length: 500 }, (_, i) => {
      const file = firm(at, 1000 + i, { name: `批量企业${i}`, capital: i * 1_000_000_000 })
      return {
        ...file,
        settledOn: '2024-04-01',
        frequency: 'quarter' as const,
        confirmedOn: null,
        origins: {},
        saas: i % 2 === 0,
      }
    })
    const ids = await at.run(at.who.office, day, (ctx) =>
      settle(
        ctx,
        files.map((file) => ({ file })),
      ),
    )
    expect(new Set(ids).size).toBe(500)
    const { file, stretches } = await at.play(at.who.office, day, show, { id: ids[499]! })
    expect(file).toMatchObject({
      name: '批量企业499',
      capital: 499_000_000_000,
      address: null,
      saas: false,
      frequency: 'quarter',
    })
    expect(stretches).toMatchObject([{ town: at.org('天生街道'), saas: false, since: '2024-04-01' }])
    const { rows } = await at.owner.query(
      `select count(*)::int as n from journal where entity = 'enterprise' and after->>'name' like '批量企业%'`,
    )
    expect(rows[0].n).toBe(500)
  })

  it('of a place not one’s own are not put on file by a town', async () => {
    const file = firm(at, 2000, { town: at.org('蔡家岗街道'), zone: null })
    const row = { ...file, frequency: 'month' as const, confirmedOn: null, origins: {}, saas: false }
    expect(await refusal(at.run(at.who.tian, day, (ctx) => settle(ctx, [{ file: row }])))).toBe('您只能改动本单位的数据')
  })
})
