/** An import from its file to its end: who may, what is refused in which sentence, and what a stopped server leaves. */
import excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importers } from '#modules/importers.ts'
import { modules } from '#modules/index.ts'
import { machine } from '#platform/context.ts'
import type { Session } from '#platform/session.ts'
import { code, type Firms, openFirms } from '#test/firms.ts'
import { refusal } from '#test/it.ts'
import { importing, lineOf, nameOf, today, workbookOf } from '#test/sheets.ts'
import { readIntake } from './read.ts'

let at: Firms
let sheet: ReturnType<typeof importing>
beforeAll(async () => {
  at = await openFirms()
  sheet = importing(at)
})
afterAll(() => at.close())

const { intake } = modules
const gone = '没有找到该导入，它可能已被移除，或不在您可以查看的范围内'
const broken = { 所在镇街: '东方镇' }

describe('who', () => {
  it('keeps the ledger fills it, nobody else', async () => {
    const bytes = await workbookOf([lineOf(1)])
    for (const who of [at.who.science, at.who.leader, at.who.statistician, at.who.first])
      expect(await refusal(sheet.start(who, bytes))).toBe('您没有“上传导入表格”的权限')
    expect(await refusal(sheet.start(at.who.visitor, bytes))).toBe('请先登录')
  })

  it('sees the imports of his own unit; the office sees all', async () => {
    const { id } = await sheet.upload(at.who.tian, [lineOf(1), lineOf(2, broken)])
    expect((await sheet.show(at.who.office, id)).bad).toBe(1)
    for (const who of [at.who.cai, at.who.jin]) {
      expect(await refusal(sheet.show(who, id))).toBe(gone)
      expect(await refusal(at.play(who, today, intake.rows, { id, kind: 'fresh' }))).toBe(gone)
      expect(await refusal(at.play(who, today, intake.errors, { id }))).toBe(gone)
      for (const step of [intake.commit, intake.discard, intake.recheck])
        expect(await refusal(at.play(who, today, step, { id }))).toBe(gone)
      expect(await refusal(at.play(who, today, intake.decide, { id, kind: 'bad', rows: null, skip: true }))).toBe(gone)
      expect((await at.play(who, today, intake.list, {})).total).toBe(0)
    }
    expect((await at.play(at.who.tian, today, intake.list, {})).rows).toMatchObject([
      { id, fileName: '企业.xlsx', startedBy: '小田' },
    ])
    await at.play(at.who.tian, today, intake.discard, { id })
  })

  it('is held to his own town by the database as well', async () => {
    const { id } = await sheet.upload(at.who.tian, [lineOf(3)])
    await at.owner.query(`update intake_row set "values" = jsonb_set("values", '{town}', $1) where intake = $2`, [
      JSON.stringify(at.org('蔡家岗街道')),
      id,
    ])
    expect(await refusal(sheet.commit(at.who.tian, id))).toBe('您只能改动本单位的数据')
    await at.play(at.who.tian, today, intake.discard, { id })
  })
})

describe('a file', () => {
  it.each<[string, () => Promise<Buffer> | Buffer, string, string]>([
    [
      'no workbook',
      () => Buffer.from('代码,名称'),
      '表.csv',
      '文件“表.csv”是文本文件（.csv、.txt），不是 Excel 工作簿，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传',
    ],
    [
      'without the headings',
      () => workbookOf([{ 甲: 1, 乙: 2 }]),
      '表.xlsx',
      '工作表「企业档案」前 20 行里没有找到表头（「统一社会信用代码」、「企业名称」、「登记状态」等列），请使用模板填写',
    ],
    [
      'without rows',
      () => workbookOf([{ 统一社会信用代码: null, 企业名称: null }]),
      '表.xlsx',
      '工作表「企业档案」的表头下面没有内容，请填写后重新上传',
    ],
  ])('%s is not read, and says why', async (_, make, name, sentence) => {
    const { id, ...told } = await sheet.upload(at.who.office, await make(), name)
    expect(told).toMatchObject({ status: 'failed', message: sentence, total: 0 })
    expect(await refusal(sheet.commit(at.who.office, id))).toBe('该导入当前为“未能读取”，不能提交')
    expect(await refusal(at.play(at.who.office, today, intake.errors, { id }))).toBe('该导入不在待提交状态，没有可办理的行')
  })

  it('is read one at a time by a unit', async () => {
    const bytes = await workbookOf([lineOf(1)])
    const { id } = await sheet.start(at.who.office, bytes, '甲.xlsx')
    expect(await refusal(sheet.start(at.who.office, bytes))).toBe('本单位正在读取“甲.xlsx”，请在读完后再上传')
    const other = await sheet.start(at.who.tian, bytes)
    for (const step of [intake.commit, intake.recheck])
      expect(await refusal(at.play(at.who.office, today, step, { id }))).toMatch(/正在读取/)
    await at.play(at.who.office, today, intake.discard, { id })
    await at.play(at.who.tian, today, intake.discard, { id: other.id })
    expect(await refusal(at.play(at.who.office, today, intake.discard, { id }))).toBe('该导入已经结束，无须放弃')
    // Given up while it waited: reading it changes nothing.
    await sheet.read(id)
    expect(await sheet.show(at.who.office, id)).toMatchObject({ status: 'discarded', total: 0 })
  })

  it('half-read by a server that was stopped is read again as if for the first time', async () => {
    const { id } = await sheet.start(at.who.office, await workbookOf([lineOf(4), lineOf(5)]))
    const killed: Session = {
      run: (actor, _, work) =>
        at.run(actor, today, async (ctx) => {
          await work(ctx)
          throw new Error('killed')
        }),
    }
    await readIntake(killed, machine('500109'), importers, id).catch(() => {})
    expect((await at.owner.query('select count(*)::int as n from intake_row where intake = $1', [id])).rows[0].n).toBe(0)
    expect(await sheet.show(at.who.office, id)).toMatchObject({ status: 'reading' })
    await sheet.read(id)
    expect(await sheet.show(at.who.office, id)).toMatchObject({ status: 'checked', total: 2, fresh: 2 })
    // A second reader finds nothing to do.
    await sheet.read(id)
    await at.play(at.who.office, today, intake.discard, { id })
  })

  it('is checked anew when the ledger has changed', async () => {
    const first = await sheet.upload(at.who.office, [lineOf(6)])
    const second = await sheet.upload(at.who.office, [lineOf(6)])
    await sheet.commit(at.who.office, first.id)
    expect(await refusal(sheet.commit(at.who.office, second.id))).toMatch(/由他人建档，请点“重新检查”后再提交$/)
    await at.play(at.who.office, today, intake.recheck, { id: second.id })
    await sheet.read(second.id)
    expect(await sheet.show(at.who.office, second.id)).toMatchObject({ status: 'checked', fresh: 0, changed: 0, total: 1 })
    expect(await refusal(sheet.commit(at.who.office, second.id))).toBe('没有需要提交的内容：各行与档案一致，或已设为不导入')
    expect(await refusal(sheet.commit(at.who.office, first.id))).toBe('该导入当前为“已提交”，不能提交')
    expect(await refusal(at.play(at.who.office, today, intake.recheck, { id: first.id }))).toBe(
      '该导入已经结束或正在读取，不能重新检查',
    )
  })
})

describe('what is sent back', () => {
  it('marks every bad cell where it stood, and can be uploaded again once corrected', async () => {
    const { id } = await sheet.upload(at.who.office, [lineOf(7), lineOf(8, broken)], '七月.xlsx')
    const { name, bytes } = await at.play(at.who.office, today, intake.errors, { id })
    expect(name).toBe('七月（标注问题）.xlsx')
    const book = new excel.Workbook()
    await book.xlsx.load(bytes.slice().buffer as never)
    const marked = book.worksheets[0]!
    expect(marked.getCell('J1').value).toBe('问题')
    expect(marked.getCell('J3').value).toBe('E 列「所在镇街」：没有找到这个镇街，请写平台上的名称，现为“东方镇”')
    expect(marked.getCell('E3').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } })
    marked.getCell('E3').value = '天生街道'
    const again = await sheet.upload(at.who.office, Buffer.from(await book.xlsx.writeBuffer()))
    expect(again).toMatchObject({ total: 2, bad: 0, fresh: 2, ignored: [] })
    expect(await refusal(at.play(at.who.office, today, intake.errors, { id: again.id }))).toBe('没有有误的行，无须下载')
  })
})

describe('the template', () => {
  it('is filled in and read', async () => {
    const { name, bytes } = await at.play(at.who.tian, today, intake.template, { ledger: 'enterprise' })
    expect(name).toBe('企业档案导入模板.xlsx')
    const book = new excel.Workbook()
    await book.xlsx.load(bytes.slice().buffer as never)
    expect(book.worksheets.map((one) => one.name)).toContain('填写说明')
    const sheetOf = book.worksheets[0]!
    const headings = (sheetOf.getRow(3).values as string[]).map((heading) => heading?.replace('*', ''))
    const line = lineOf(9)
    headings.forEach((heading, at) => {
      if (line[heading] !== undefined) sheetOf.getRow(4).getCell(at).value = line[heading]!
    })
    const { id, ...told } = await sheet.upload(at.who.tian, Buffer.from(await book.xlsx.writeBuffer()))
    expect(told).toMatchObject({ total: 1, bad: 0, fresh: 1 })
    const [row] = await sheet.rows(at.who.tian, id, 'fresh')
    expect(row).toMatchObject({ row: 4, key: code(9), name: nameOf(9) })
    expect(row!.cells).toContainEqual({ heading: '所在镇街', text: '天生街道' })
  })
})
