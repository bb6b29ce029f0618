/** Months and their clock: who owes a report, how complete a month is, what waits for whom, under which rule. */
import excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cellsOf, type FilingDistrict, type Firm, openFilingDistrict, settleFirm } from '#test/filing.ts'
import { type District, openDistrict, refusal } from '#test/it.ts'
import { correct } from './actions/amend.ts'
import { board, burden, names } from './actions/board.ts'
import { accept, sendBack } from './actions/check.ts'
import { duties } from './actions/duty.ts'
import { confirmUnchanged, save, submit } from './actions/file.ts'
import { mine } from './actions/own.ts'
import { sheet } from './actions/read.ts'
import { rules, setRule } from './actions/rule.ts'
import { closedMonth, dueOn } from './clock.ts'

let at: District
let town: FilingDistrict
let accepted: Firm
let submitted: Firm
let returned: Firm
let begun: Firm
let quarterly: Firm
beforeAll(async () => {
  at = await openDistrict()
  town = await openFilingDistrict(at)
  const inPark = { town: town.org.天生街道, zone: town.org.缙云园城 }
  accepted = await settleFirm(at, '已审', inPark)
  submitted = await settleFirm(at, '待审', inPark)
  returned = await settleFirm(at, '退回', { town: town.org.天生街道 })
  begun = await settleFirm(at, '草稿', { town: town.org.朝阳街道 })
  await settleFirm(at, '未报', { town: town.org.朝阳街道 })
  quarterly = await settleFirm(at, '按季', { town: town.org.朝阳街道, frequency: 'quarter' })
  for (const firm of [accepted, submitted, returned, begun]) {
    const { id } = await at.play(firm.person, day, save, { month: '2024-04', values: cellsOf(20_000), explanations: {} })
    if (firm !== begun) await at.play(firm.person, day, submit, { id })
    if (firm === accepted) await at.play(town.tian, day, accept, { id })
    if (firm === returned) await at.play(town.tian, day, sendBack, { id, objections: { revenue: '请核对' } })
  }
})
afterAll(() => at.close())

const day = '2024-05-08'

describe('the clock', () => {
  const version = (since: string, dueWorkday: number) => ({ since, dueWorkday })
  it('takes the rule in force at the end of the month, and working days', () => {
    const versions = [version('2024-04-01', 10), version('2023-01-01', 8)]
    expect(dueOn('2024-01', versions)).toBe('2024-02-09')
    expect(dueOn('2024-03', versions)).toBe('2024-04-11')
    expect(dueOn('2024-04', versions)).toBe('2024-05-16')
    expect(dueOn('2022-12', versions)).toBeNull()
  })

  it('closes a month once its due day has passed, not on it', () => {
    const versions = [version('2023-01-01', 8)]
    expect(dueOn('2024-04', versions)).toBe('2024-05-14')
    expect(closedMonth('2024-05-14', versions)).toBe('2024-03')
    expect(closedMonth('2024-05-15', versions)).toBe('2024-04')
    expect(closedMonth('2023-02-01', versions)).toBeNull()
    expect(closedMonth('2024-05-14', [])).toBeNull()
  })
})

describe('completeness', () => {
  it('counts those asked for the month by where they stand, the same for every official', async () => {
    for (const who of [town.office, town.leader, town.department, town.tian]) {
      const found = await at.play(who, day, board, {})
      expect(found).toMatchObject({ month: '2024-04', dueOn: '2024-05-14', workdaysLeft: 5, late: false, closed: '2024-03' })
      expect(found.total).toEqual({ accepted: 1, submitted: 1, returned: 1, draft: 1, none: 1 })
      expect(found.zones).toEqual([
        { place: null, accepted: 0, submitted: 0, returned: 1, draft: 1, none: 1 },
        { place: town.org.缙云园城, accepted: 1, submitted: 1, returned: 0, draft: 0, none: 0 },
      ])
      expect(found.towns.find(({ place }) => place === town.org.朝阳街道)).toMatchObject({ draft: 1, none: 1 })
    }
    expect((await at.play(town.office, day, board, { month: '2024-03' })).total.none).toBe(6)
    expect((await at.play(town.office, '2024-05-15', board, {})).late).toBe(true)
    expect(await refusal(at.play(accepted.person, day, board, {}))).toBe('您没有“报送情况”的权限')
  })

  it('shows the names behind a count to those who may see them', async () => {
    const listed = async (who: FilingDistrict['office'], input = {}) => {
      const { rows, total } = await at.play(who, day, names, { month: '2024-04', ...input })
      expect(total).toBe(rows.length)
      return rows.map(({ name, standing }) => `${name} ${standing}`).sort()
    }
    const all = ['已审 accepted', '待审 submitted', '未报 none', '草稿 draft', '退回 returned'].sort()
    expect(await listed(town.office)).toEqual(all)
    expect(await listed(town.leader)).toEqual(all)
    expect(await listed(town.chao)).toEqual(['未报 none', '草稿 draft'].sort())
    expect(await listed(town.park)).toEqual(['已审 accepted', '待审 submitted'].sort())
    expect(await listed(town.office, { zone: 'none', standing: ['returned', 'none'] })).toEqual(
      ['未报 none', '退回 returned'].sort(),
    )
    expect(await listed(town.office, { town: town.org.朝阳街道, name: '草' })).toEqual(['草稿 draft'])
    expect(await listed(town.office, { name: '%' })).toEqual([])
    expect(await refusal(listed(town.department))).toBe('您没有“报送名单”的权限')
  })

  it('knows no more on a day than was known then', async () => {
    expect((await at.play(town.office, '2024-05-07', board, {})).total).toEqual({
      accepted: 0,
      submitted: 0,
      returned: 0,
      draft: 0,
      none: 5,
    })
  })

  it('keeps a month with its correction under way as accepted', async () => {
    const [row] = (await at.play(accepted.person, day, mine, {}))!.months
    await at.play(accepted.person, day, correct, { id: row!.filing!, reason: '有误' })
    expect((await at.play(accepted.person, day, mine, {}))!.months[0]).toMatchObject({ standing: 'accepted', correcting: true })
    const { rows } = await at.play(town.office, day, names, { month: '2024-04', standing: ['accepted'] })
    expect(rows).toMatchObject([{ name: '已审', correcting: true }])
  })
})

describe('what waits', () => {
  it('for an enterprise are its months, with the working days left', async () => {
    const found = (await at.play(begun.person, day, mine, {}))!
    expect(found.months.slice(0, 2)).toMatchObject([
      { month: '2024-04', standing: 'draft', dueOn: '2024-05-14', workdaysLeft: 5, late: false },
      { month: '2024-03', standing: 'none', late: true },
    ])
    expect(found.months).toHaveLength(16)
    expect((await at.play(quarterly.person, day, mine, {}))!.months.map(({ month }) => month)).toEqual([
      '2024-03',
      '2023-12',
      '2023-09',
      '2023-06',
      '2023-03',
    ])
    const { toFile } = await at.play(returned.person, day, duties, {})
    expect(toFile.at(-1)).toMatchObject({ month: '2024-04', returned: true, late: false })
    expect(await at.play({ ...begun.person, org: null }, day, mine, {})).toBeNull()
  })

  it('for officials are reports to check and those missing of the last closed month', async () => {
    expect(await at.play(town.tian, day, duties, {})).toMatchObject({ toCheck: 1, closed: '2024-03', overdue: 3, toFile: [] })
    expect(await at.play(town.chao, day, duties, {})).toMatchObject({ toCheck: 0, overdue: 3 })
    expect(await at.play(town.office, '2024-05-15', duties, {})).toMatchObject({ toCheck: 1, closed: '2024-04', overdue: 3 })
  })
})

describe('a month as a sheet', () => {
  it('holds the accepted reports the asker may see, money as numbers', async () => {
    const file = await at.play(town.tian, day, sheet, { month: '2024-04' })
    expect(file.name).toBe('2024年4月运行监测报表（截至2024-05-08）.xlsx')
    const book = new excel.Workbook()
    await book.xlsx.load(file.bytes as unknown as ArrayBuffer)
    const page = book.worksheets[0]!
    const at3 = (page.getRow(3).values as string[]).slice(1)
    expect(at3.slice(0, 4)).toEqual(['企业名称', '统一社会信用代码', '镇街', '园城'])
    expect(page.getCell(4, 1).value).toBe('已审')
    expect(page.getCell(4, at3.indexOf('营业收入（元）') + 1).value).toBe(20_000)
    expect(page.rowCount).toBe(4)
    const none = await at.play(town.chao, day, sheet, { month: '2024-04' })
    await book.xlsx.load(none.bytes as unknown as ArrayBuffer)
    expect(book.worksheets.at(-1)!.rowCount).toBe(3)
  })
})

describe('the burden', () => {
  it('is the average of cells typed for the first report of a month, and how many were confirmed', async () => {
    const firm = await settleFirm(at, '少填', { town: town.org.朝阳街道 })
    const file = async (month: string, on: string) => {
      const { id } = await at.play(firm.person, on, save, { month, values: cellsOf(20_000), explanations: {} })
      await at.play(firm.person, on, submit, { id })
      await at.play(town.chao, on, accept, { id })
    }
    await file('2023-07', '2023-08-02')
    await at.play(firm.person, '2023-09-01', confirmUnchanged, { month: '2023-08' })
    const found = await at.play(town.leader, '2023-09-01', burden, { months: 2 })
    expect(found).toEqual([
      { month: '2023-07', reports: 1, typed: 8, confirmed: 0 },
      { month: '2023-08', reports: 1, typed: 0, confirmed: 1 },
    ])
  })
})

describe('the rule', () => {
  const rule = { dueWorkday: 6, enough: 0.8, swing: 0.3, least: 500_000, staleDays: 180, renewalDays: 90, basis: '工作规则' }
  const set = (since: string, more = {}, who = town.office) => at.play(who, day, setRule, { ...rule, since, ...more })
  it('gets a new version from a day on, never for the past', async () => {
    expect(await refusal(set('2022-06-01'))).toBe('现行规则自 2023-01-01 起生效，新规则的生效日期应晚于该日')
    expect(await refusal(set('2024-05-07'))).toBe('新规则的生效日期不能早于今天')
    expect(await refusal(set('2024-06-01', { dueWorkday: 0 }))).toBe('报送期限应在次月第 1 至第 20 个工作日之间')
    expect(await refusal(set('2024-06-01', { swing: 0 }))).toBe('波动幅度应大于 0，且不超过 1000%')
    expect(await refusal(set('2024-06-01', {}, town.tian))).toBe('您没有“修订监测规则”的权限')
    await set('2024-06-01')
    expect((await at.play(begun.person, day, rules, {})).map(({ since }) => since)).toEqual(['2024-06-01', '2023-01-01'])
    expect((await at.play(town.office, '2024-07-01', board, { month: '2024-06' })).dueOn).toBe('2024-07-08')
  })
})
