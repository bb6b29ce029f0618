/** The task breakdown leaves the house: as Excel one full row a milestone, as a document every task said once. */
import excel from 'exceljs'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { type Breakdown, type BreakdownRow, breakdownDocument, breakdownSheet } from './export.ts'

const row = (more: Partial<BreakdownRow> = {}): BreakdownRow => ({
  group: '（一）拓展空间',
  taskNumber: '9',
  taskTitle: '打造双创空间',
  lead: '园城公司',
  partners: ['区科技局', '区经济信息委'],
  measure: '盘活闲置楼宇',
  milestone: '摸清家底，形成台账',
  dueOn: '2024-06-03',
  owner: '园城公司',
  status: '已完成',
  light: 'green',
  ...more,
})
const breakdown: Breakdown = {
  planTitle: '“满天星”行动方案',
  asOf: '2024-06-30',
  demo: true,
  rows: [
    row(),
    row({ milestone: '签订收储协议', status: '未完成', dueOn: '2024-09-30' }),
    row({ measure: '=招引运营机构', milestone: '公开比选', status: '超期' }),
    row({
      taskNumber: '10',
      taskTitle: '建设孵化器',
      partners: [],
      measure: null,
      milestone: null,
      dueOn: null,
      owner: null,
      status: null,
      light: 'grey',
    }),
    row({ group: '（二）培育企业', taskNumber: '11', taskTitle: '设立产业基金', light: 'red' }),
  ],
}

describe('the breakdown as Excel', () => {
  it('has one full row a milestone, real days, and says that it is a demonstration', async () => {
    const book = new excel.Workbook()
    await book.xlsx.load((await breakdownSheet(breakdown)) as unknown as ArrayBuffer)
    const sheet = book.worksheets[0]!
    expect(sheet.getCell('A1').value).toBe('“满天星”行动方案重点任务分解表')
    expect(sheet.getCell('A2').value).toBe('截至2024年6月30日；演示数据，仅供演示，不作为工作依据')
    const values = (at: number) => (sheet.getRow(at).values as unknown[]).slice(1)
    expect(values(3)).toEqual([
      '任务类别',
      '序号',
      '重点任务',
      '牵头单位',
      '配合单位',
      '工作举措',
      '节点',
      '完成期限',
      '责任单位',
      '完成情况',
      '灯色',
    ])
    expect(values(5)).toEqual([
      '（一）拓展空间',
      '9',
      '打造双创空间',
      '园城公司',
      '区科技局、区经济信息委',
      '盘活闲置楼宇',
      '签订收储协议',
      new Date('2024-09-30T00:00:00Z'),
      '园城公司',
      '未完成',
      '正常',
    ])
    expect(sheet.getCell('F6').value).toBe('=招引运营机构')
    expect(sheet.getCell('H7').value).toBeNull()
    expect(sheet.rowCount).toBe(8)
  })

  it('carries no demonstration note over real data', async () => {
    const book = new excel.Workbook()
    await book.xlsx.load((await breakdownSheet({ ...breakdown, demo: false })) as unknown as ArrayBuffer)
    expect(book.worksheets[0]!.getCell('A2').value).toBe('截至2024年6月30日')
  })
})

describe('the breakdown as a document', () => {
  const html = async (of: Breakdown) => (await mammoth.convertToHtml({ buffer: await breakdownDocument(of) })).value

  it('says each group, task and measure once, over all rows it covers', async () => {
    const text = await html(breakdown)
    expect(text.match(/<td colspan="9"><p>（一）拓展空间<\/p><\/td>/g)).toHaveLength(1)
    expect(text).toContain('<td colspan="9"><p>（二）培育企业</p></td>')
    expect(text).toContain('<td rowspan="3"><p>打造双创空间</p></td>')
    expect(text).toContain('<td rowspan="3"><p>牵头：园城公司</p><p>配合：区科技局、区经济信息委</p></td>')
    expect(text).toContain('<td rowspan="2"><p>盘活闲置楼宇</p></td>')
    expect(text).toContain('<td><p>=招引运营机构</p></td>')
    expect(text).toContain('<p>2024年6月3日</p>')
    expect(text).toContain('<td><p>尚未分解</p></td>')
  })

  it('is titled, dated and marked as a demonstration only when it is one', async () => {
    expect(await html(breakdown)).toContain('<p>“满天星”行动方案重点任务分解表</p><p>（演示数据，截至2024年6月30日）</p>')
    expect(await html({ ...breakdown, demo: false })).not.toContain('演示')
  })

  it('stands without any row', async () => {
    expect(await html({ ...breakdown, rows: [] })).toContain('<p>重点任务</p>')
  })
})
