/** The whole way of a report: opened filled in, confirmed or written, checked, corrected; and every refusal in its sentence. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cellsOf, type FilingDistrict, type Firm, openFilingDistrict, quarterOf, settleFirm } from '#test/filing.ts'
import { type District, openDistrict, refusal } from '#test/it.ts'
import { correct, discard, withdraw } from './actions/amend.ts'
import { accept, sendBack } from './actions/check.ts'
import { confirmUnchanged, open, save, submit } from './actions/file.ts'
import { history, show } from './actions/read.ts'
import type { Values } from './model.ts'

let at: District
let town: FilingDistrict
beforeAll(async () => {
  at = await openDistrict()
  town = await openFilingDistrict(at)
})
afterAll(() => at.close())

type Who = FilingDistrict['office']
const firm = (name: string, frequency: 'month' | 'quarter' | 'none' = 'month') =>
  settleFirm(at, name, { town: town.org.天生街道, zone: town.org.缙云园城, frequency })
const write = (who: Who, month: string, day: string, values: Values, more: { explanations?: object; enterprise?: string } = {}) =>
  at.play(who, day, save, { explanations: {}, ...more, month, values })
const file = async (who: Who, month: string, day: string, values: Values) => {
  const { id } = await write(who, month, day, values)
  await at.play(who, day, submit, { id })
  return id
}
const filed = async ({ person }: Firm, month: string, day: string, values: Values) => {
  const id = await file(person, month, day, values)
  await at.play(town.tian, day, accept, { id })
  return id
}
/** The sums of a month as the database keeps them, as known on a day. */
const tally = async (month: string, day: string) => {
  const sums = 'coalesce(sum(reports), 0)::int as reports, coalesce(sum(revenue), 0)::float as revenue'
  const { rows } = await at.owner.query(`select ${sums} from tally where face = 'whole' and month = $1 and known <= $2`, [
    month,
    day,
  ])
  return rows[0] as { reports: number; revenue: number }
}

describe('a report', () => {
  it('opens with nothing written, is kept, sent and accepted, and moves the sums by exactly itself', async () => {
    const { person } = await firm('甲')
    const opened = await at.play(person, '2024-02-01', open, { month: '2024-01' })
    expect(opened).toMatchObject({ filing: null, mayEdit: true, dueOn: '2024-02-09', history: [], can: ['submit'] })
    expect(opened.values).toMatchObject({ revenue: 0, headcount: null })
    const place = { town: town.org.天生街道, zone: town.org.缙云园城, industry: '6513', division: '65' }
    const draft = await write(person, '2024-01', '2024-02-01', cellsOf(2_000_000))
    expect(draft).toMatchObject({ ...place, revision: 1, status: 'draft', typed: 5 })
    expect(await at.play(person, '2024-02-02', submit, { id: draft.id })).toMatchObject({ submittedBy: '甲经办' })
    expect(await tally('2024-01', '2024-12-31')).toEqual({ reports: 0, revenue: 0 })
    await at.play(town.tian, '2024-02-05', accept, { id: draft.id })
    expect(await tally('2024-01', '2024-02-04')).toEqual({ reports: 0, revenue: 0 })
    expect(await tally('2024-01', '2024-02-05')).toEqual({ reports: 1, revenue: 2_000_000 })
  })

  it('opens as the last one was, is confirmed in one click where nothing changed, and counts no cell as typed', async () => {
    const small = await firm('小')
    await filed(small, '2024-01', '2024-02-01', cellsOf(20_000))
    const opened = await at.play(small.person, '2024-03-01', open, { month: '2024-02' })
    expect(opened.values).toEqual(cellsOf(20_000))
    expect(opened.prefilled.revenue).toMatchObject({ value: 20_000, from: '2024-01' })
    expect(opened.findings).toEqual([])
    const before = await tally('2024-02', '2024-03-04')
    const sent = await at.play(small.person, '2024-03-01', confirmUnchanged, { month: '2024-02' })
    expect(sent).toMatchObject({ status: 'submitted', unchanged: true, typed: 0, revenue: 20_000 })
    await at.play(town.park, '2024-03-04', accept, { id: sent.id })
    expect(await tally('2024-02', '2024-03-04')).toEqual({ reports: before.reports + 1, revenue: before.revenue + 20_000 })
  })

  it('is not confirmed as unchanged where the checks ask, or something was written already', async () => {
    const large = await firm('大')
    await filed(large, '2024-01', '2024-02-01', cellsOf(9_000_000))
    const confirm = () => at.play(large.person, '2024-03-01', confirmUnchanged, { month: '2024-02' })
    expect(await refusal(confirm())).toBe('营业收入2月 0 万元，1月 900 万元（下降 100%），请说明原因（另有 1 项须处理）')
    // Nothing stays behind of what was refused.
    expect(await at.play(large.person, '2024-03-01', history, {})).toHaveLength(1)
    expect((await write(large.person, '2024-02', '2024-03-01', cellsOf(18_000_000))).typed).toBe(3)
    expect(await refusal(confirm())).toBe('2024年2月报表已开始填报，请核对后报送')
  })

  it('with an unusual figure goes once it is explained, and the checker reads why', async () => {
    const { person } = await firm('异')
    await filed({ person } as Firm, '2024-01', '2024-02-01', cellsOf(2_000_000))
    const draft = await write(person, '2024-02', '2024-03-01', cellsOf(9_000_000))
    expect(await refusal(at.play(person, '2024-03-01', submit, { id: draft.id }))).toBe(
      '营业收入2月 700 万元，1月 200 万元（增长 250%），请说明原因（另有 1 项须处理）',
    )
    const explanations = { revenue: '验收两个项目', softwareRevenue: '同上' }
    await write(person, '2024-02', '2024-03-01', cellsOf(9_000_000), { explanations })
    await at.play(person, '2024-03-01', submit, { id: draft.id })
    const seen = await at.play(town.tian, '2024-03-04', show, { id: draft.id })
    expect(seen.findings.map(({ cell, reason }) => [cell, reason])).toEqual(Object.entries(explanations))
    expect(seen.history).toEqual([{ month: '2024-01', values: cellsOf(2_000_000) }])
    expect(seen.can).toEqual(['withdraw', 'accept', 'return'])
  })

  it('is filed on behalf of an enterprise by its town, its park or the office, in their name', async () => {
    const { id: enterprise } = await firm('代')
    for (const [who, month] of [
      [town.tian, '2024-01'],
      [town.park, '2024-02'],
      [town.office, '2024-04'],
    ] as const) {
      const { id } = await write(who, month, '2024-05-06', cellsOf(20_000), { enterprise })
      expect(await at.play(who, '2024-05-06', submit, { id })).toMatchObject({
        status: 'submitted',
        submittedBy: `${who.name}（代填）`,
      })
    }
  })

  it('is returned with objections by cell, changed, and sent again', async () => {
    const { person } = await firm('退')
    const id = await file(person, '2024-01', '2024-02-01', cellsOf(20_000))
    const objections = { headcount: '与社保人数不符' }
    await at.play(town.tian, '2024-02-02', sendBack, { id, objections })
    const opened = await at.play(person, '2024-02-02', open, { month: '2024-01' })
    expect(opened).toMatchObject({ mayEdit: true, filing: { status: 'returned', objections, decidedBy: '小田' } })
    await write(person, '2024-01', '2024-02-05', cellsOf(20_000, 90))
    await at.play(person, '2024-02-05', submit, { id })
    // What was objected stays before the checker's eyes until he accepts.
    expect((await at.play(town.tian, '2024-02-05', show, { id })).filing).toMatchObject({ status: 'submitted', objections })
    await at.play(town.tian, '2024-02-05', accept, { id })
    expect((await at.play(person, '2024-02-05', show, { id })).filing).toMatchObject({ status: 'accepted', objections: {} })
  })

  it('asks for more at the end of a quarter, and only then of those who report by quarter', async () => {
    const { person } = await firm('季', 'quarter')
    expect(await refusal(write(person, '2024-02', '2024-04-01', cellsOf(2)))).toBe('“季”按季报送，2024年2月无须报送')
    const { id } = await write(person, '2024-03', '2024-04-01', cellsOf(20_000))
    expect(await refusal(at.play(person, '2024-04-01', submit, { id }))).toBe(
      '请填写本科及以上人员（3月末），季度末月须填报（另有 3 项须处理）',
    )
    await write(person, '2024-03', '2024-04-01', quarterOf(20_000))
    expect(await at.play(person, '2024-04-01', submit, { id })).toMatchObject({ status: 'submitted' })
  })
})

describe('a correction', () => {
  it('takes the place of the old figure only when it is accepted, and an earlier day still shows the old one', async () => {
    const one = await firm('更')
    const before = await tally('2024-05', '2024-12-31')
    const id = await filed(one, '2024-05', '2024-06-03', cellsOf(20_000))
    const { id: next } = await at.play(one.person, '2024-07-01', correct, { id, reason: '漏计一笔收入' })
    const written = await write(one.person, '2024-05', '2024-07-01', cellsOf(50_000))
    expect(written).toMatchObject({ id: next, revision: 2, correction: '漏计一笔收入', typed: 3 })
    await at.play(one.person, '2024-07-01', submit, { id: next })
    expect((await tally('2024-05', '2024-12-31')).revenue).toBe(before.revenue + 20_000)
    await at.play(town.tian, '2024-07-03', accept, { id: next })
    expect(await tally('2024-05', '2024-07-02')).toEqual({ reports: before.reports + 1, revenue: before.revenue + 20_000 })
    expect(await tally('2024-05', '2024-07-03')).toEqual({ reports: before.reports + 1, revenue: before.revenue + 50_000 })

    const on = async (day: string) =>
      (await at.play(town.leader, day, history, { enterprise: one.id })).map(({ revision, status, revenue, current }) =>
        [revision, status, revenue, current].join(' '),
      )
    expect(await on('2024-06-02')).toEqual([])
    expect(await on('2024-06-03')).toEqual(['1 accepted 20000 true'])
    expect(await on('2024-07-02')).toEqual(['2 submitted 50000 false', '1 accepted 20000 true'])
    expect(await on('2024-07-03')).toEqual(['2 accepted 50000 true', '1 accepted 20000 false'])
  })

  it('opened by mistake is given up, and the accepted report stands', async () => {
    const one = await firm('弃')
    const id = await filed(one, '2024-05', '2024-06-03', cellsOf(20_000))
    const { id: next } = await at.play(one.person, '2024-07-01', correct, { id, reason: '以为有误' })
    await at.play(one.person, '2024-07-01', discard, { id: next })
    expect(await at.play(one.person, '2024-07-01', history, {})).toMatchObject([{ id, current: true }])
  })
})

describe('refusals say what and why', () => {
  it('before a report can be written', async () => {
    const { person, id: enterprise } = await firm('拒')
    const none = await firm('免', 'none')
    const opened = (who: Who, month: string, of?: string) => refusal(at.play(who, '2024-03-01', open, { month, enterprise: of }))
    expect(await opened(person, '2024-03')).toBe('2024年3月尚未结束，暂不能填报')
    expect(await opened(person, '2022-12')).toBe('该报告期尚无监测规则，请由领导小组办公室设定后再填报')
    expect(await opened(none.person, '2024-02')).toBe('“免”未纳入运行监测，无须报送')
    expect(await opened(town.office, '2024-02')).toBe('请选择企业')
    expect(await opened({ ...person, org: town.org.经信委 }, '2024-02')).toBe('贵企业尚未认领企业档案，认领通过后即可填报')
    expect(await opened({ ...person, org: null }, '2024-02')).toBe('您的账号没有所属企业，不能填报')
    expect(await opened(town.leader, '2024-02', enterprise)).toBe('您没有“填报运行监测报表”的权限')
    expect(await opened(town.department, '2024-02', enterprise)).toBe('您没有“填报运行监测报表”的权限')
    expect(await opened(person, '2024年2月')).toBe('报告期应为年月，如 2024-06')
    const gone = 'update presence set until = $1, "end" = $2 where enterprise = $3'
    await at.owner.query(`alter table presence disable trigger presence_keep`)
    await at.owner.query(gone, ['2024-02-15', 'left', enterprise])
    await at.owner.query(`alter table presence enable trigger presence_keep`)
    expect(await opened(person, '2024-02')).toBe('2024年2月末“拒”不在本区，无须报送')
    expect(await opened(town.tian, '2024-02', enterprise)).toBe('2024年2月末“拒”不在您的辖区，请由企业或当时所在的镇街、园城填报')
    expect(await opened(person, '2024-01')).toBe('没有拒绝')
  })

  it('on the way', async () => {
    const { person } = await firm('途')
    const { id } = await write(person, '2024-01', '2024-02-01', { ...cellsOf(20_000), revenue: null })
    const step = (action: typeof submit | typeof withdraw | typeof accept | typeof discard, who = person) =>
      refusal(at.play(who, '2024-02-01', action as typeof submit, { id }))
    expect(await step(submit)).toBe('请填写营业收入（1月）')
    expect(await step(withdraw)).toBe('当前为“填报中”，不能撤回')
    expect(await step(accept, town.tian)).toBe('当前为“填报中”，不能审核通过')
    await write(person, '2024-01', '2024-02-01', { ...cellsOf(20_000), revenue: 5_000 })
    expect(await step(submit)).toBe('软件业务收入 1 万元，不能大于营业收入 0.5 万元')
    await write(person, '2024-01', '2024-02-01', cellsOf(20_000))
    await at.play(person, '2024-02-01', submit, { id })
    expect(await step(submit)).toBe('当前为“待审核”，不能报送')
    expect(await step(discard)).toBe('当前为“待审核”，只有填报中的报表可以放弃')
    expect(await step(accept)).toBe('您没有“报表审核通过”的权限')
    expect(await refusal(write(person, '2024-01', '2024-02-01', cellsOf(2)))).toBe('2024年1月报表当前为“待审核”，不能再改动')
    const back = (objections: object) => refusal(at.play(town.tian, '2024-02-02', sendBack, { id, objections }))
    expect(await back({})).toBe('请在需要修改的项目上写明退回意见')
    expect(await back({ revenue: ' ' })).toBe('请写明退回意见')
    const mend = (reason: string, day = '2024-02-05') => refusal(at.play(person, day, correct, { id, reason }))
    expect(await mend('有误')).toBe('当前为“待审核”，可直接修改，无须更正')
    await at.play(person, '2024-02-01', withdraw, { id })
    await at.play(person, '2024-02-01', submit, { id })
    await at.play(town.tian, '2024-02-02', accept, { id })
    expect(await step(accept, town.tian)).toBe('当前为“已审核”，不能审核通过')
    expect(await refusal(write(person, '2024-01', '2024-02-05', cellsOf(2)))).toBe('2024年1月报表已审核，如有误请提交更正')
    expect(await mend(' ')).toBe('请填写更正原因')
    const { id: next } = await at.play(person, '2024-02-05', correct, { id, reason: '有误' })
    expect(await mend('又有误')).toBe('2024年1月报表已有更正正在办理')
    await at.play(person, '2024-02-05', submit, { id: next })
    await at.play(town.tian, '2024-02-06', accept, { id: next })
    expect(await mend('再更正', '2024-02-07')).toBe('该报表已更正过，请更正最新的一份')
  })
})
