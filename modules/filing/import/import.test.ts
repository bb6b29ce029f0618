/** A month's reports by spreadsheet: checked as one by one, sent on behalf all or none, and accepted by somebody else alone. */
import excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCreditCode } from '#engines/enterprise/credit-code.ts'
import { modules } from '#modules/index.ts'
import { cellsOf, type FilingDistrict, type Firm, openFilingDistrict, quarterOf, settleFirm } from '#test/filing.ts'
import { type District, openDistrict, refusal } from '#test/it.ts'
import { importing, type Line } from '#test/sheets.ts'
import { accept, acceptMany, sendBack } from '../actions/check.ts'
import { open, save, submit } from '../actions/file.ts'
import { history, show } from '../actions/read.ts'
import type { Values } from '../model.ts'
import { columns } from './columns.ts'

let at: District
let town: FilingDistrict
let sheet: ReturnType<typeof importing>
const day = '2024-06-05'
const month = '2024-05'

beforeAll(async () => {
  at = await openDistrict()
  town = await openFilingDistrict(at)
  sheet = importing(at, { ledger: 'filing', day })
})
afterAll(() => at.close())

const readBook = async (bytes: Buffer) => {
  const book = new excel.Workbook()
  await book.xlsx.load(bytes as never) // the library declares an older Buffer
  return book
}

let made = 0
type Coded = Firm & { code: string }
/** With a code whose check digits are right. */
async function firm(
  name: string,
  place: 'tian' | 'chao' = 'tian',
  frequency: 'month' | 'quarter' | 'none' = 'month',
): Promise<Coded> {
  made += 1
  const of = await settleFirm(at, name, { town: town.org[place === 'tian' ? '天生街道' : '朝阳街道'], frequency })
  const code = makeCreditCode('91500109', 5000 + made)
  await at.owner.query('update enterprise set credit_code = $1 where id = $2', [code, of.id])
  return { ...of, code }
}
const headings = new Map(columns.map(({ key, heading }) => [key, heading]))
const lineOf = ({ code, name }: Coded, values: Values, rest: Line = {}): Line => ({
  ...{ 统一社会信用代码: code, 企业名称: name, 报告期: '2024年5月' },
  ...Object.fromEntries(Object.entries(values).map(([cell, value]) => [headings.get(cell)!, value])),
  ...rest,
})
const problemsOf = async (lines: Line[], who = town.tian) => {
  const { id } = await sheet.upload(who, lines)
  const rows = await sheet.rows(who, id, 'bad')
  return rows.map(({ row, bad }) => [row, ...bad.map(({ heading, problem }) => `${heading}：${problem}`)])
}
const reportOf = async ({ id }: Firm, of = month) =>
  (await at.play(town.office, day, history, { enterprise: id })).find((row) => row.month === of)
const filed = async (of: Firm, values: Values, when = month, on = day) => {
  const { id } = await at.play(of.person, on, save, { month: when, values, explanations: {} })
  await at.play(of.person, on, submit, { id })
  return id
}

describe('a sheet of reports', () => {
  it('becomes reports sent on behalf, and moves no sum before somebody else accepts them', async () => {
    const [one, two] = [await firm('甲'), await firm('乙')]
    const { id, ...told } = await sheet.upload(town.tian, [lineOf(one, cellsOf(20_000)), lineOf(two, cellsOf(30_000))])
    expect(told).toMatchObject({ status: 'checked', ledger: 'filing', total: 2, bad: 0, changed: 2, similar: 0 })
    expect(await reportOf(one)).toBeUndefined()
    expect(await sheet.commit(town.tian, id)).toMatchObject({ done: 2 })
    const sent = (await reportOf(one))!
    expect(sent).toMatchObject({
      ...{ status: 'submitted', revision: 1, submittedBy: '小田（代填）', submittedOn: day, revenue: 20_000, knownFrom: null },
      ...{ unchanged: false, typed: 8, town: town.org.天生街道, industry: '6513' },
    })
    const { rows } = await at.owner.query(`select coalesce(sum(reports), 0)::int as n from tally where month = $1`, [month])
    expect(rows[0].n).toBe(0)
    expect(await at.play(town.tian, day, acceptMany, { ids: [sent.id] })).toMatchObject({ accepted: 0 })
    expect(await at.play(town.office, day, accept, { id: sent.id })).toMatchObject({ status: 'accepted' })
  })

  it('goes on with a draft and with a returned report, whose objections stay before the checker', async () => {
    const [begun, returned] = [await firm('起草'), await firm('退回')]
    const draft = await at.play(begun.person, day, save, { month, values: cellsOf(10_000), explanations: {} })
    const back = await filed(returned, cellsOf(10_000))
    const objections = { headcount: '与社保人数不符' }
    await at.play(town.tian, day, sendBack, { id: back, objections })
    const { id } = await sheet.upload(town.tian, [lineOf(begun, cellsOf(10_000)), lineOf(returned, cellsOf(10_000, 90))])
    const rows = await sheet.rows(town.tian, id, 'changed')
    expect(rows.map(({ changes }) => changes.map(({ heading, from, to }) => [heading, from, to]))).toEqual([
      [['报告期', null, month]],
      [
        ['报告期', null, month],
        ['期末参保人数（人）', '100', '90'],
        ['研发人员（人）', '50', '45'],
      ],
    ])
    await sheet.commit(town.tian, id)
    expect(await reportOf(begun)).toMatchObject({ id: draft.id, status: 'submitted', submittedBy: '小田（代填）' })
    expect((await at.play(town.office, day, show, { id: back })).filing).toMatchObject({
      status: 'submitted',
      headcount: 90,
      objections,
    })
  })

  it('explains all that is unusual of a report by one reason', async () => {
    const odd = await firm('异')
    await at.play(town.tian, day, accept, { id: await filed(odd, cellsOf(2_000_000), '2024-04') })
    const wild = cellsOf(9_000_000)
    expect(await problemsOf([lineOf(odd, wild)])).toEqual([
      [
        2,
        expect.stringMatching(/^营业收入（元）：营业收入5月 700 万元.*请在“情况说明”列写明原因$/),
        expect.stringMatching(/^软件业务收入（元）：.*请在“情况说明”列写明原因$/),
      ],
    ])
    const { id } = await sheet.upload(town.tian, [lineOf(odd, wild, { 情况说明: '验收两个项目' })])
    await sheet.commit(town.tian, id)
    const { filing } = await at.play(town.office, day, show, { id: (await reportOf(odd))!.id })
    expect(filing.explanations).toEqual({ revenue: '验收两个项目', softwareRevenue: '验收两个项目' })
  })

  it('is committed whole or not at all: what changed since it was looked at stops it', async () => {
    const [one, two] = [await firm('先'), await firm('后')]
    const { id } = await sheet.upload(town.tian, [lineOf(one, cellsOf(20_000)), lineOf(two, cellsOf(30_000))])
    await filed(two, cellsOf(31_000))
    expect(await refusal(sheet.commit(town.tian, id))).toBe(
      '第 3 行：2024年5月报表当前为“待审核”，不能再改动；检查之后有变动，请点“重新检查”后再提交',
    )
    expect(await reportOf(one)).toBeUndefined()
    expect(await reportOf(two)).toMatchObject({ revenue: 31_000 })
  })

  it('begins as a template that is read back, with every cell of the form', async () => {
    const { bytes } = await at.play(town.tian, day, modules.intake.template, { ledger: 'filing' })
    const book = await readBook(Buffer.from(bytes))
    const [sheet] = book.worksheets
    const headed = (sheet!.getRow(3).values as string[]).slice(1)
    expect(headed.map((heading) => heading.replace('*', ''))).toEqual(columns.map(({ heading }) => heading))
    const one = await firm('模板')
    const line = lineOf(one, cellsOf(20_000))
    sheet!.addRow(headed.map((heading) => line[heading.replace('*', '')] ?? null))
    const { id, ...told } = await importing(at, { ledger: 'filing', day }).upload(
      town.tian,
      Buffer.from(await book.xlsx.writeBuffer()),
    )
    expect(told).toMatchObject({ status: 'checked', total: 1, bad: 0, changed: 1, ignored: [] })
  })
})

describe('trouble is told at its cell', () => {
  it('of whose report it is, which month, and where', async () => {
    const [here, there, quarter, none] = [
      await firm('此'),
      await firm('彼', 'chao'),
      await firm('季', 'tian', 'quarter'),
      await firm('免', 'tian', 'none'),
    ]
    const accepted = await firm('已审')
    await at.play(town.office, day, accept, { id: await filed(accepted, cellsOf(20_000)) })
    const unknown = { ...here, code: makeCreditCode('91500109', 9999) }
    const of = (who: Coded, rest: Line = {}) => lineOf(who, cellsOf(20_000), rest)
    const problemOf = async (line: Line, who = town.tian) => (await problemsOf([line], who))[0]?.[1] ?? '没有问题'
    expect(await problemOf(of(here))).toBe('没有问题')
    expect(await problemOf(of(here, { 统一社会信用代码: '91500109MA5U00000X' }))).toContain('统一社会信用代码：')
    expect(await problemOf(of(unknown))).toBe('统一社会信用代码：没有该企业的档案，请先建档后再导入报表')
    expect(await problemOf(of(here, { 企业名称: '彼' }))).toBe('企业名称：与档案中该信用代码的企业名称“此”不一致')
    expect(await problemOf(of(there))).toBe('统一社会信用代码：2024年5月末“彼”不在您的辖区，请由企业或当时所在的镇街、园城填报')
    expect(await problemOf(of(there), town.office)).toBe('没有问题')
    expect(await problemOf(of(here), town.park)).toContain('不在您的辖区')
    expect(await problemOf(of(here, { 报告期: '2024年6月' }))).toBe('报告期：2024年6月尚未结束，暂不能填报')
    expect(await problemOf(of(here, { 报告期: '2022-12' }))).toBe('报告期：只能导入2023年1月以来的报表，更早的请逐份填报')
    expect(await problemOf(of(quarter))).toBe('报告期：“季”按季报送，2024年5月无须报送')
    expect(await problemOf(of(none))).toBe('报告期：“免”未纳入运行监测，无须报送')
    expect(await problemOf(of(accepted))).toBe('报告期：2024年5月报表已审核，如有误请提交更正')
    expect(await problemsOf([of(here), of(here)])).toEqual([[3, '统一社会信用代码：与第 2 行重复，请只保留一行']])
  })

  it('of the cells themselves, as on the form', async () => {
    const one = await firm('格')
    expect(await problemsOf([lineOf(one, { ...cellsOf(20_000), revenue: 5_000, headcount: null })])).toEqual([
      [
        2,
        '期末参保人数（人）：请填写期末参保人数（5月末）',
        '软件业务收入（元）：软件业务收入 1 万元，不能大于营业收入 0.5 万元',
      ],
    ])
    expect(await problemsOf([lineOf(one, cellsOf(20_000), { '营业收入（元）': '约两万' })])).toEqual([
      [2, expect.stringMatching(/^营业收入（元）：应为数字/)],
    ])
    const march = lineOf(one, cellsOf(20_000), { 报告期: '2024-03' })
    expect((await problemsOf([march]))[0]).toHaveLength(5)
    expect(await problemsOf([lineOf(one, quarterOf(20_000), { 报告期: '2024-03' })])).toEqual([])
  })
})

describe('others', () => {
  it('have no sheet to bring, and see none of another', async () => {
    const one = await firm('他')
    const attempt = (who: typeof town.tian) => refusal(sheet.upload(who, [lineOf(one, cellsOf(2))]))
    expect(await attempt(town.department)).toContain('权限')
    expect(await attempt(one.person)).toContain('权限')
    const { id } = await sheet.upload(town.tian, [lineOf(one, cellsOf(20_000))])
    expect(await refusal(sheet.commit(town.chao, id))).toContain('没有找到')
    // An enterprise that is about the same draft is told that it was sent.
    await sheet.commit(town.tian, id)
    expect((await at.play(one.person, day, open, { month })).mayEdit).toBe(false)
  })
})
