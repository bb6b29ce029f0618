/** Excel: what is written can be read back, as numbers, days and text that stays text. */
import { randomBytes } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import excel from 'exceljs'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { amount, count, day, entity, instant, oneOf, ref, structure, text, words, year, yes } from './fields.ts'
import { type Cell, type Column, columnsOf, sheetBuffer, writeSheet } from './sheet.ts'

type Row = Record<string, Cell>
const column = (heading: string, format?: Column<Row>['format']): Column<Row> => ({
  heading,
  width: 20,
  value: (row) => row[heading] ?? null,
  ...(format ? { format } : {}),
})
const opened = async (bytes: Buffer) => {
  const book = new excel.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  return book.worksheets[0]!
}
const written = async (columns: Column<Row>[], rows: Row[], note?: string) =>
  opened(await sheetBuffer({ title: '测试表', columns, rows, ...(note ? { note } : {}) }))

describe('an Excel sheet', () => {
  it('holds numbers and days as numbers and days', async () => {
    const columns = [
      column('面积', 'number'),
      column('家数', 'integer'),
      column('占比', 'percent'),
      column('日期', 'day'),
      column('时间', 'instant'),
    ]
    const rows = [{ 面积: 1234.5, 家数: 7, 占比: 0.3, 日期: '2024-06-30', 时间: '2024-06-30T17:30:00Z' }]
    const sheet = await written(columns, rows)
    const values = [1, 2, 3, 4, 5].map((at) => sheet.getRow(3).getCell(at).value)
    expect(values.slice(0, 3)).toEqual([1234.5, 7, 0.3])
    expect((values[3] as Date).toISOString()).toBe('2024-06-30T00:00:00.000Z')
    expect((values[4] as Date).toISOString()).toBe('2024-07-01T01:30:00.000Z') // the clock in China
    expect(sheet.getRow(3).getCell(4).numFmt).toBe('yyyy-mm-dd')
    expect(sheet.getRow(3).getCell(3).numFmt).toBe('0.0%')
  })

  it('shows money with two places, and lines under the table outside what is filtered', async () => {
    const columns = [column('户名'), column('金额', 'money')]
    const foot = ['合计金额（大写）：人民币壹仟元整']
    const sheet = await opened(await sheetBuffer({ title: '测试表', columns, rows: [{ 户名: '甲', 金额: 1000 }], foot }))
    expect(sheet.getRow(3).getCell(2).numFmt).toBe('#,##0.00')
    expect(sheet.getRow(4).getCell(1).value).toBe(foot[0])
    expect(sheet.autoFilter).toBe('A2:B3')
  })

  it('keeps text to the letter: lines, emoji, markup, long passages, leading zeros', async () => {
    const texts = [
      '第一行\n第二行',
      '😀楼宇👨‍👩‍👧',
      '<b>&amp;</b> "引号"',
      '满'.repeat(30_000),
      '0012',
      ' 前后空格 ',
      '123',
      '2024-06-30',
    ]
    const sheet = await written(
      [column('内容')],
      texts.map((内容) => ({ 内容 })),
    )
    // The reading library undoes markup twice; the file itself is right, as the next test shows.
    expect(texts.map((_, index) => sheet.getRow(3 + index).getCell(1).value)).toEqual(texts.with(2, '<b>&</b> "引号"'))
  })

  it('writes markup and escapes literally into the file', async () => {
    const xml = await partOf({
      columns: [column('内容')],
      rows: [{ 内容: '<b>&amp;' }, { 内容: '_x000D_' }, { 内容: 'a\r\nb\u0001' }],
    })
    expect(xml).toContain('<v>&lt;b&gt;&amp;amp;</v>')
    expect(xml).toContain('<v>_x005F_x000D_</v>')
    expect(xml).toContain('<v>a\nb</v>')
  })

  it('never lets text become a formula', async () => {
    const texts = ['=1+1', '+86 23', '-5', '@SUM(A1)', '=HYPERLINK("x")', '\t=1']
    const rows = texts.map((内容) => ({ 内容 }))
    const sheet = await written([column('内容')], rows)
    for (const [index, value] of texts.entries()) {
      const cell = sheet.getRow(3 + index).getCell(1)
      expect([cell.type, cell.value, cell.numFmt]).toEqual([excel.ValueType.String, value, '@'])
    }
    expect(await partOf({ columns: [column('内容')], rows })).not.toContain('<f>')
  })

  it('says that a text longer than a cell was cut, and does not break a character', async () => {
    const sheet = await written([column('内容')], [{ 内容: '😀'.repeat(20_000) }])
    const value = String(sheet.getRow(3).getCell(1).value)
    expect(value.length).toBeLessThanOrEqual(32_767)
    expect(value.endsWith('😀……（内容过长，余下从略）')).toBe(true)
  })

  it('leaves a cell empty where there is nothing, and refuses what is no number', async () => {
    const sheet = await written([column('家数', 'integer')], [{ 家数: null }])
    expect(sheet.getRow(3).getCell(1).value).toBeNull()
    await expect(written([column('家数', 'integer')], [{ 家数: Number.NaN }])).rejects.toThrow('cannot hold NaN')
  })

  it('is titled, noted, frozen, filtered, and prints on A4 landscape with its headings on every page', async () => {
    const sheet = await written([column('单位'), column('家数')], [{ 单位: '区经济信息委', 家数: 3 }], '演示数据')
    expect(sheet.getRow(1).getCell(1).value).toBe('测试表')
    expect(sheet.getRow(2).getCell(1).value).toBe('演示数据')
    expect(sheet.getRow(3).getCell(2).value).toBe('家数')
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
    expect(sheet.autoFilter).toBe('A3:B4')
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:3',
    })
    expect(sheet.getRow(4).getCell(1).alignment.wrapText).toBe(true)
  })

  it('makes a row as high as its longest cell', async () => {
    const texts = ['短', '一\n二\n三', '满'.repeat(25), '满'.repeat(30_000)]
    const sheet = await written(
      [column('内容')],
      texts.map((内容) => ({ 内容 })),
    )
    // Twenty characters wide: nine Chinese ones to a line.
    expect(texts.map((_, index) => sheet.getRow(3 + index).height)).toEqual([undefined, 48, 48, 409])
  })

  it('takes a name Excel accepts', async () => {
    const bytes = await sheetBuffer({ title: `[2024]年/任务:分解*表?'${'长'.repeat(40)}`, columns: [column('甲')], rows: [] })
    const { name } = await opened(bytes)
    expect(name.length).toBeLessThanOrEqual(31)
    expect(name).not.toMatch(/[[\]*?/\\:']/)
  })

  it('writes rows as they come', async () => {
    async function* rows(): AsyncGenerator<Row> {
      for (let at = 1; at <= 1201; at += 1) yield { 序号: at }
    }
    const sheet = await opened(await sheetBuffer({ title: '长表', columns: [column('序号', 'integer')], rows: rows() }))
    expect(sheet.rowCount).toBe(1203)
    expect(sheet.getRow(1203).getCell(1).value).toBe(1201)
  })

  it('passes on the trouble of its rows and of its reader', async () => {
    async function* broken(): AsyncGenerator<Row> {
      yield { 序号: 1 }
      throw new Error('the database went away')
    }
    await expect(sheetBuffer({ title: '表', columns: [column('序号')], rows: broken() })).rejects.toThrow(
      'the database went away',
    )
    const gone = new PassThrough()
    async function* long(): AsyncGenerator<Row> {
      for (let at = 1; at < 5000; at += 1) {
        if (at === 600) gone.destroy()
        yield { 序号: at }
      }
    }
    await expect(writeSheet({ title: '表', columns: [column('序号')], rows: long() }, gone)).rejects.toThrow('Premature close')
  })
})

describe('a long sheet', () => {
  it('takes no more rows than its reader does, and lets go of them when the reader goes away', async () => {
    let taken = 0
    let released = false
    const most = 30_000
    async function* endless(): AsyncGenerator<Row> {
      try {
        for (; taken < most; taken += 1) yield { 序号: randomBytes(300).toString('base64') }
      } finally {
        released = true
      }
    }
    const unread = new PassThrough()
    const writing = writeSheet({ title: '表', columns: [column('序号')], rows: endless() }, unread)
    for (let before = -1; before !== taken; ) {
      before = taken
      await wait(300)
    }
    expect(taken).toBeGreaterThan(0)
    expect(taken).toBeLessThan(most)
    unread.destroy()
    await expect(writing).rejects.toThrow('Premature close')
    await expect.poll(() => released).toBe(true)
  })
})

describe('columns of an entity', () => {
  const building = entity('building', '楼宇', {
    name: text('名称'),
    area: amount('建筑面积', '㎡'),
    floors: count('层数', '层').nullable(),
    kind: oneOf('类型', { office: '写字楼', plant: '厂房' }),
    openedOn: day('投用日期'),
    seenAt: instant('更新时间'),
    built: year('建成年份'),
    leased: yes('已出租'),
    tags: words('标签'),
    owner: ref('单位', 'org'),
    place: structure('位置', z.object({ x: z.number() })),
  })
  const row = {
    name: '缙云大厦',
    area: 1200.5,
    floors: null,
    kind: 'plant' as const,
    openedOn: '2024-06-30',
    seenAt: '2024-06-30T00:00:00Z',
    built: 2019,
    leased: true,
    tags: ['甲级', '临街'],
    owner: crypto.randomUUID(),
    place: { x: 1 },
  }

  it('are headed by title and unit, speak Chinese, and leave out identifiers and structures', () => {
    const columns = columnsOf(building)
    expect(columns.map(({ heading, value, format }) => [heading, value(row), format])).toEqual([
      ['名称', '缙云大厦', 'text'],
      ['建筑面积（㎡）', 1200.5, 'number'],
      ['层数（层）', null, 'integer'],
      ['类型', '厂房', 'text'],
      ['投用日期', '2024-06-30', 'day'],
      ['更新时间', '2024-06-30T00:00:00Z', 'instant'],
      ['建成年份（年）', 2019, 'integer'],
      ['已出租', '是', 'text'],
      ['标签', '甲级、临街', 'text'],
    ])
  })

  it('come in the order asked for', () => {
    expect(columnsOf(building, ['kind', 'name']).map(({ heading }) => heading)).toEqual(['类型', '名称'])
  })
})

async function partOf(of: { columns: Column<Row>[]; rows: Row[] }): Promise<string> {
  const zip = await JSZip.loadAsync(await sheetBuffer({ title: '表', ...of }))
  return zip.file('xl/worksheets/sheet1.xml')!.async('string')
}
