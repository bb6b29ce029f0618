/** The ladder: criteria counted only when they hold together, an enterprise judged by what is known of it, with the day and the source. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adopt, decideAdoption } from '#modules/enterprise/actions/adoption.ts'
import { leave } from '#modules/enterprise/actions/life.ts'
import { register } from '#modules/enterprise/actions/register.ts'
import { addRight, grant } from '#modules/enterprise/actions/title.ts'
import { filings } from '#modules/filing/tables.ts'
import { machine } from '#platform/context.ts'
import { code, type Firms, firm, openFirms, someone } from '#test/firms.ts'
import { refusal, region } from '#test/it.ts'
import { history, list, ownStanding, pyramid, revise, standing } from './actions.ts'
import { criteriaVersions } from './tables.ts'

let at: Firms
let id: string
const day = '2024-06-28'
const written = (name: string) => readFileSync(new URL(`../../seed/criteria/${name}.yaml`, import.meta.url), 'utf8')
const write = (text: string, who = at.who.office, on = day) => at.play(who, on, revise, { text })

beforeAll(async () => {
  at = await openFirms()
  id = (
    await at.play(
      at.who.office,
      '2024-03-01',
      register,
      firm(at, 1, { registered: true, taxed: true, registeredOn: '2020-07-01', originKind: 'existing' }),
    )
  ).id!
  for (const name of ['mantianxing', 'morning-star', 'big-dipper', 'high-tech']) await write(written(name))
})
afterAll(() => at.close())

/** An accepted report of the month. */
const report = (month: string, cells: Partial<typeof filings.$inferInsert>) =>
  at.run(machine(region), day, ({ db }) =>
    db.insert(filings).values({
      enterprise: id,
      month,
      revision: 1,
      status: 'accepted',
      explanations: {},
      objections: {},
      unchanged: false,
      typed: 0,
      town: at.org('天生街道'),
      zone: at.org('缙云园城'),
      industry: '6513',
      division: '65',
      knownFrom: day,
      ...cells,
    }),
  )
const star = async (who = at.who.office, on = day) => {
  const { ladders } = await at.play(who, on, standing, { enterprise: id })
  return ladders.find(({ ladder }) => ladder === '软件企业培育')!
}

describe('criteria', () => {
  it('are listed as they are in force, ladders first, each condition in words', async () => {
    const rows = await at.play(at.who.tian, day, list, {})
    expect(rows.map(({ code }) => code)).toEqual(['mantianxing', 'morning-star', 'big-dipper', 'high-tech'])
    expect(rows[0]).toMatchObject({ version: 1, ladder: { rank: 1 }, source: '《关于组织申报“满天星”示范企业（第一批）的通知》' })
    expect(rows[0]!.criteria).toContainEqual({ depth: 0, title: '参保人员', words: '从业人员不低于 15 人' })
    expect(await at.play(at.who.tian, '2024-06-27', list, {})).toEqual([])
  })

  it('with flaws are refused, each told with line and column', async () => {
    const flawed = written('mantianxing').replace('事实: 从业人员', '事实: 员工').replace('不低于: 5项', '不低于: 很多')
    const tried = await write(flawed).catch((error) => error)
    expect(tried.message).toMatch(/^标准文本有 \d+ 处问题。第 \d+ 行第 \d+ 列：/)
    expect(tried.message).toContain('没有名为“员工”的事实')
    expect(tried.detail.flaws.length).toBeGreaterThan(1)
  })

  it('whose worked examples do not come out as they say are refused', async () => {
    const stricter = written('mantianxing').replace('不低于: 15人', '不低于: 19人')
    expect(await refusal(write(stricter))).toMatch(
      /^样例“各项达到”写明符合，按标准判定为不符合；样例“人员和知识产权均差”写明的欠缺与判定不一致/,
    )
    expect(await refusal(write(written('mantianxing')))).toBe('标准文本与现有版本相同，没有改动')
    expect(await refusal(write(written('mantianxing'), at.who.leader))).toBe('您没有“修订认定标准”的权限')
  })

  it('revised keep their versions; days before the revision are judged by the older one', async () => {
    const milder = written('mantianxing').replace('具体日期待核', '日期已核')
    expect(await write(milder, at.who.office, '2024-07-01')).toMatchObject({ code: 'mantianxing', version: 2 })
    const versions = async (on: string) =>
      (await at.play(at.who.office, on, history, { code: 'mantianxing' })).map(({ version }) => version)
    expect([await versions('2024-06-30'), await versions('2024-07-01')]).toEqual([[1], [2, 1]])
    const changed = await at.run(at.who.office, day, ({ db }) => db.update(criteriaVersions).set({ text: '' }).returning())
    expect(changed).toEqual([])
  })
})

describe('an enterprise', () => {
  it('of which little is known is judged neither way', async () => {
    const { present, next, sentence } = await star()
    expect(present).toBeNull()
    expect(next).toMatchObject({ name: '“满天星”示范企业', verdict: 'not-met' })
    expect(next!.lacking).toEqual(['自主知识产权差 5 项（现 0 项，需达 5 项）'])
    expect(next!.unclear).toEqual(['缺少本年累计营业收入数据', '缺少从业人员数据'])
    expect(sentence).toContain('尚未取得软件企业培育的任何一级')
  })

  it('is judged by its accepted reports, its rights and its file, each with its day and source', async () => {
    await report('2024-04', { revenue: 13_000_000, headcount: 14, rndStaff: 4 })
    await report('2024-05', { revenue: 17_500_000, headcount: 12 })
    await report('2024-06', { revenue: 99_000_000, headcount: 99, status: 'submitted', knownFrom: null })
    for (const n of [1, 2, 3, 4, 5]) {
      await at.play(at.who.tian, day, addRight, {
        enterprise: id,
        kind: n === 1 ? 'invention' : 'copyright',
        title: `系统${n}`,
        registeredOn: '2024-01-02',
      })
    }
    const { next } = await star()
    expect(next!.lacking).toEqual([
      '本年累计营业收入差 250 万元（现 1,750 万元，需达 2,000 万元）',
      '从业人员差 3 人（现 12 人，需达 15 人）',
    ])
    expect(next!.unclear).toEqual([])
    const { facts } = await at.play(at.who.office, day, standing, { enterprise: id })
    expect(facts).toContainEqual({ title: '从业人员', value: '12 人', asOf: '2024-05-31', source: '2024年5月运行监测报表' })
    expect(facts).toContainEqual({ title: '研发人员', value: '4 人', asOf: '2024-04-30', source: '2024年4月运行监测报表' })
    expect(facts).toContainEqual({ title: '注册成立年限', value: '3 年', asOf: day, source: '走访核实' })
    expect(facts).toContainEqual({ title: '自主知识产权', value: '5 项', asOf: day, source: '知识产权台账' })
    expect(facts).toContainEqual({ title: 'Ⅰ类知识产权', value: '1 项', asOf: day, source: '知识产权台账' })
  })

  it('is judged by full years where the criteria ask for them', async () => {
    await report('2021-12', { revenue: 8_000_000, rndSpend: 600_000 })
    await report('2022-12', { revenue: 9_000_000, rndSpend: 700_000 })
    await report('2023-12', { revenue: 10_000_000, rndSpend: 800_000, headcount: 9 })
    const { facts } = await at.play(at.who.office, day, standing, { enterprise: id })
    const value = (title: string) => facts.find((fact) => fact.title === title)?.value
    expect(value('营业收入')).toBe('1,000 万元')
    expect(value('近三年营业收入合计')).toBe('2,700 万元')
    expect(value('近三年研发费用合计')).toBe('210 万元')
    expect(value('再上一年度研发费用')).toBe('70 万元')
  })

  it('is judged without its reports by who may not see them', async () => {
    const { next } = await star(at.who.science)
    expect(next!.unclear).toEqual(['缺少本年累计营业收入数据', '缺少从业人员数据'])
    const facts = (await at.play(at.who.science, day, standing, { enterprise: id })).facts.map(({ title }) => title)
    expect(facts).not.toContain('营业收入')
    expect(await refusal(at.play(at.who.cai, day, standing, { enterprise: id }))).toBe(someone)
  })

  it('stands on the tier of the title it holds, as long as it is valid', async () => {
    await at.play(at.who.science, day, grant, {
      enterprise: id,
      kind: 'star',
      grantedOn: '2024-01-05',
      validUntil: '2024-12-31',
      source: 'visit',
    })
    const { present, next, tiers } = await star()
    expect(present).toEqual({ name: '“满天星”示范企业', until: '2024-12-31' })
    expect(next!.name).toBe(tiers[1])
    expect((await star(at.who.office, '2025-01-01')).present).toBeNull()
  })

  it('sees its own, once it has claimed its file', async () => {
    expect(await at.play(at.who.first, day, ownStanding, {})).toBeNull()
    const file = { name: '执照.pdf', bytes: new Uint8Array(Buffer.from('%PDF-1')) }
    const { id: asked } = await at.play(at.who.first, day, adopt, { creditCode: code(1), name: '甲', post: '主管', file })
    await at.play(at.who.office, day, decideAdoption, { id: asked, step: 'approve' })
    const own = await at.play(at.who.first, day, ownStanding, {})
    expect(own!.facts.find(({ title }) => title === '从业人员')?.value).toBe('12 人')
    expect(await at.play(at.who.second, day, ownStanding, {})).toBeNull()
  })
})

describe('the pyramid', () => {
  it('counts enterprises in the district by title, the same for everyone', async () => {
    const { id: gone } = await at.play(at.who.office, day, register, firm(at, 2, { town: at.org('蔡家岗街道'), zone: null }))
    await at.play(at.who.science, day, grant, { enterprise: gone!, kind: 'star', grantedOn: '2024-02-01', source: 'visit' })
    await at.play(at.who.office, day, grant, {
      enterprise: null,
      holder: '某园',
      kind: 'star',
      grantedOn: '2024-02-01',
      source: 'visit',
    })
    const stars = async (who: typeof at.who.cai, on: string, today = day) =>
      (await at.play(who, today, pyramid, { day: on })).find(({ kind }) => kind === 'star')!.count
    expect(await stars(at.who.cai, day)).toBe(2)
    expect(await stars(at.who.leader, '2024-02-29')).toBe(0)
    await at.play(at.who.office, day, leave, { id: gone!, how: 'closed', on: '2024-06-01', reason: '注销' })
    expect(await stars(at.who.tian, day)).toBe(1)
    expect(await stars(at.who.tian, '2024-05-31')).toBe(2)
    expect(await refusal(stars(at.who.tian, '2024-06-29'))).toBe('日期不能晚于今天')
    // The day before it was recorded nobody knew.
    expect(await stars(at.who.tian, '2024-06-27', '2024-06-27')).toBe(0)
    const { id: late } = await at.play(at.who.office, day, register, firm(at, 3))
    await at.play(at.who.office, day, grant, { enterprise: late!, kind: 'star', grantedOn: '2024-01-02', source: 'visit' })
    await at.play(at.who.office, '2024-07-01', leave, { id: late!, how: 'closed', on: '2024-06-03', reason: '注销' })
    expect(await stars(at.who.tian, '2024-06-28', '2024-06-30')).toBe(2)
    expect(await stars(at.who.tian, '2024-06-28', '2024-07-01')).toBe(1)
  })
})
