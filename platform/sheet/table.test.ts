/** Filled sheets: headings are found where people put them, rows are read with their problems, templates and returned sheets read back. */
import { PassThrough } from 'node:stream'
import excel from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { amount, count, day, entity, month, oneOf, text, words, yes } from '../fields.ts'
import { columnsOf, sheetBuffer } from '../sheet.ts'
import { inputColumnsOf } from './column.ts'
import { errorSheet, type Judged } from './errors.ts'
import { findHeadings } from './headings.ts'
import { buffered } from './paper.ts'
import type { RawCell } from './rows.ts'
import { readTable, type TableRow } from './table.ts'
import { templateBuffer } from './template.ts'
import { bookOf, collected, plainRows } from './zip-fixture.ts'

const building = entity('building', '楼宇', {
  name: text('名称'),
  area: amount('建筑面积', '㎡'),
  floors: count('层数', '层').nullable(),
  registered: yes('在区关系·注册').nullable(),
  taxed: yes('在区关系·纳税').nullable(),
  opened: day('投用日期').nullable(),
})
const columns = inputColumnsOf(building)
type Cells = (string | number | null)[]
const rowsOf = (rows: Cells[]) => rows.map((cells, i) => ({ number: i + 1, cells: cells as RawCell[] }))
const placed = (rows: Cells[]) => {
  const found = findHeadings(rowsOf(rows), columns)
  if ('problem' in found) return found.problem
  return [
    found.row,
    ...found.places.map(({ at, column }) => `${at} ${column.key}`),
    ...found.unknown.map(({ heading }) => heading),
  ]
}
const table = async (rows: Cells[], after = '') => {
  const notes: string[] = []
  const bytes = bookOf({ sheets: [{ rows: plainRows(rows), after }] })
  const read = await collected(readTable(bytes, { columns, note: (sentence) => notes.push(sentence) }))
  return { read, notes }
}
const refusal = (rows: Cells[], after = '') =>
  table(rows, after).then(
    () => 'no refusal',
    (problem: Error) => problem.message,
  )

const heading = ['名称', '建筑面积（㎡）', '层数']

describe('headings', () => {
  it.each<[string, Cells[], unknown]>([
    ['in the first row', [heading, ['甲', 1, 2]], [1, '0 name', '1 area', '2 floors']],
    ['under a title and notes', [['楼宇台账'], ['填报单位：', null, '2024年'], heading], [3, '0 name', '1 area', '2 floors']],
    [
      'marked, spaced, full-width, in any order',
      [[null, '建筑 面积\n(平方米)*', '*名　称：', '层　数（填数字）']],
      [1, '1 area', '2 name', '3 floors'],
    ],
    ['without the unit', [['名称', '建筑面积']], [1, '0 name', '1 area']],
    ['with others beside them', [['序号', '名称', '建筑面积（㎡）', '备注']], [1, '1 name', '2 area', '序号', '备注']],
    [
      'in two rows, joined',
      [
        ['名称', '建筑面积（㎡）', '在区关系', null, '投用日期'],
        [null, null, '注册', '纳税', null],
      ],
      [2, '0 name', '1 area', '2 registered', '3 taxed', '4 opened'],
    ],
    [
      'in two rows under a title, the children of two parents alike',
      [['台账'], ['序号', '名称', '面积', null, '在区关系', null], [null, null, '建筑面积', '用地面积', '注册', '纳税']],
      [3, '1 name', '2 area', '4 registered', '5 taxed', '序号', '面积用地面积'],
    ],
    ['lacking one that is required', [['名称', '层数', '投用日期']], '第 1 行的表头缺少必填的列：「建筑面积（㎡）」'],
    ['twice', [['名称', '建筑面积', '名称']], '「名称」有 A、C 几列，请只保留一列'],
    ['in another unit', [['名称', '建筑面积（亩）']], 'B 列「建筑面积（亩）」的单位是亩，应为㎡，请换算后重新上传'],
    [
      'nowhere',
      [['名称'], ['姓名', '电话']],
      '前 20 行里没有找到表头（「名称」、「建筑面积（㎡）」、「层数（层）」等列），请使用模板填写',
    ],
  ])('%s', (_, rows, expected) => expect(placed(rows)).toEqual(expected))

  it('that fit two columns alike fit neither', () => {
    const land = entity('land', '地块', {
      name: text('名称'),
      square: amount('面积', '㎡').nullable(),
      mu: amount('面积', '亩').nullable(),
    })
    const found = findHeadings(rowsOf([['名称', '面积', '面积（亩）']]), inputColumnsOf(land))
    expect('row' in found && [found.places.map(({ column }) => column.key), found.unknown]).toEqual([
      ['name', 'mu'],
      [{ at: 1, heading: '面积' }],
    ])
  })
})

describe('a table', () => {
  it('gives every row with its values and what is wrong in which cell', async () => {
    const { read } = await table([heading, ['甲', 100, null], [], [null, '很大', 2.5]])
    expect(read).toEqual([
      { row: 2, values: { name: '甲', area: 100, floors: null }, bad: [] },
      {
        row: 4,
        values: {},
        bad: [
          { column: 'A', heading: '名称', key: 'name', problem: '请填写名称' },
          { column: 'B', heading: '建筑面积（㎡）', key: 'area', problem: '应为数字（单位：㎡），现为“很大”' },
          { column: 'C', heading: '层数（层）', key: 'floors', problem: '层数应为整数，现为“2.5”' },
        ],
      },
    ])
  })

  it('leaves out totals, remarks and columns nobody asked for, and says so', async () => {
    const { read, notes } = await table([
      ['序号', ...heading],
      [1, '甲', 100, 3],
      ['合 计', null, 100, 3],
      ['注：面积为建筑面积'],
      [null, '填表人：', null],
    ])
    expect(read.map(({ row }) => row)).toEqual([2])
    expect(notes).toEqual([
      '以下列不在填报范围内，未读取：「序号」（A 列）',
      '第 3 行是合计，未读取',
      '第 5 行是表下的说明，未读取',
    ])
  })

  it('does not read a row whose cells stand outside its columns', async () =>
    expect((await table([heading, ['甲', 1, 2], [null, null, null, '某处的批注']])).read.map(({ row }) => row)).toEqual([2]))

  it('is taken from the first visible sheet that has the headings', async () => {
    const sheets = [
      { name: '封面', rows: plainRows([['某区楼宇台账']]) },
      { name: '数据', rows: plainRows([heading, ['甲', 1, 2]]) },
    ]
    expect(await collected(readTable(bookOf({ sheets }), { columns }))).toHaveLength(1)
  })

  it.each<[string, Cells[], string, string]>([
    ['nothing under its headings', [['台账'], heading], '', '工作表「表1」的表头下面没有内容，请填写后重新上传'],
    ['only totals', [heading, ['合计', 5]], '', '工作表「表1」的表头下面没有内容，请填写后重新上传'],
    [
      'no headings',
      [['甲', 1]],
      '',
      '工作表「表1」前 20 行里没有找到表头（「名称」、「建筑面积（㎡）」、「层数（层）」等列），请使用模板填写',
    ],
    ['cells merged over rows', [heading, ['甲', 1], [null, 2]], 'A2:A3', 'A2:A3有合并单元格，请取消合并、逐行填写后重新上传'],
    ['cells merged over columns', [heading, ['甲']], 'A2:C2', 'A2:C2有合并单元格，请取消合并、逐行填写后重新上传'],
  ])('is refused with %s', async (_, rows, range, sentence) =>
    expect(await refusal(rows, range && `<mergeCells><mergeCell ref="${range}"/></mergeCells>`)).toBe(sentence),
  )

  it('may have merged cells in its title, its headings and its totals', async () => {
    const after = `<mergeCells>${['A1:C1', 'A2:A3', 'A5:B5', 'A9:C12'].map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
    const rows = [['台账'], heading, [], ['甲', 1, 2], ['合计', null, 2]]
    expect((await table(rows, after)).read).toHaveLength(1)
  })

  it('that we wrote ourselves is read back, whatever its values', async () => {
    const { name, area, floors, opened } = building.shape
    const record = entity('record', '记录', {
      name,
      area,
      floors,
      opened,
      month: month('月份'),
      kind: oneOf('类型', { a: '写字楼', b: '厂房' }),
      leased: yes('已出租'),
      tags: words('标签').nullable(),
    })
    const word = fc.stringMatching(/^[甲乙丙a-zA-Z0-9]{1,12}$/)
    const row = fc.record({
      name: word,
      area: fc.double({ min: -1e12, max: 1e12, noNaN: true }).map((value) => Number(value.toPrecision(15)) || 0),
      floors: fc.option(fc.nat(2_000_000_000)),
      opened: fc.option(
        fc
          .date({ min: new Date('1949-01-02'), max: new Date('2100-12-30'), noInvalidDate: true })
          .map((date) => date.toISOString().slice(0, 10)),
      ),
      month: fc
        .date({ min: new Date('1949-01-02'), max: new Date('2099-12-30'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 7)),
      kind: fc.constantFrom('a' as const, 'b' as const),
      leased: fc.boolean(),
      tags: fc.option(fc.array(word, { minLength: 1, maxLength: 4 })),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
        const read = await collected(
          readTable(await sheetBuffer({ title: '表', note: '演示数据', columns: columnsOf(record), rows }), {
            columns: inputColumnsOf(record),
          }),
        )
        expect(read).toEqual(rows.map((values, i) => ({ row: i + 4, values, bad: [] })))
      }),
      { numRuns: 40 },
    )
  })
})

describe('a template', () => {
  const enterprise = entity('enterprise', '企业', {
    name: text('企业名称', 60),
    code: z
      .string()
      .regex(/^[0-9A-Z]{18}$/, '统一社会信用代码应为 18 位')
      .meta({ title: '统一社会信用代码', storage: 'text' }),
    revenue: amount('营业收入', '万元').nullable(),
    opened: day('注册日期'),
    since: month('入统月份').nullable(),
    listed: yes('是否上市'),
    kind: oneOf('行业', Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`k${i}`, `第${i}类软件和信息技术服务业`]))),
    brands: words('品牌').nullable(),
  })
  const asked = inputColumnsOf(enterprise)
  const template = () =>
    templateBuffer({ title: '企业台账', note: '演示数据', columns: asked, examples: { name: '演示科技有限公司' } })
  const opened = async () => {
    const book = new excel.Workbook()
    await book.xlsx.load((await template()) as unknown as ArrayBuffer)
    return book
  }

  it('has marked headings, text columns that stay text, lists to choose from, and a page that explains', async () => {
    const book = await opened()
    expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['企业台账', 'visible'],
      ['填写说明', 'visible'],
      ['选项', 'hidden'],
    ])
    const [sheet, explanation, lists] = book.worksheets
    expect(sheet!.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
    expect([1, 2, 3].map((at) => sheet!.getRow(3).getCell(at).value)).toEqual([
      '企业名称*',
      '统一社会信用代码*',
      '营业收入（万元）',
    ])
    expect([2, 3, 4, 5].map((at) => sheet!.getCell(9, at).numFmt)).toEqual(['@', undefined, 'yyyy-mm-dd', '@'])
    expect(sheet!.getCell('G9').dataValidation).toMatchObject({
      type: 'list',
      formulae: ['选项!$G$1:$G$60'],
      prompt: '从下拉列表中选择',
    })
    expect(lists!.getCell('G60').value).toBe('第59类软件和信息技术服务业')
    expect(explanation!.getRow(2).values).toEqual([undefined, '企业名称', '是', '文字，不超过 60 个字', '演示科技有限公司'])
    expect(explanation!.getRow(4).values).toEqual([undefined, '营业收入（万元）', '否', '数字，单位：万元', '120'])
    expect(explanation!.getRow(7).values).toEqual([undefined, '是否上市', '是', '填“是”或“否”', '是'])
  })

  it('that was filled in is read back without problems', async () => {
    const book = await opened()
    book.worksheets[0]!.getRow(4).values = [
      '演示一号',
      '91500109MA5U000001',
      12.5,
      new Date('2024-06-30T00:00:00Z'),
      '2024-06',
      '否',
      '第59类软件和信息技术服务业',
      '甲、乙',
    ]
    const read = await collected(readTable(Buffer.from(await book.xlsx.writeBuffer()), { columns: asked }))
    const values = {
      name: '演示一号',
      code: '91500109MA5U000001',
      revenue: 12.5,
      opened: '2024-06-30',
      since: '2024-06',
      listed: false,
      kind: 'k59',
      brands: ['甲', '乙'],
    }
    expect(read).toEqual([{ row: 4, values, bad: [] }])
  })

  it('that was not filled in says so', async () =>
    expect(collected(readTable(await template(), { columns: asked, name: '台账.xlsx' }))).rejects.toThrow(
      '工作表「企业台账」的表头下面没有内容，请填写后重新上传',
    ))
})

describe('a sheet sent back', () => {
  const source = bookOf({
    sheets: [
      {
        rows: `${plainRows([['台账'], ['序号', ...heading], [1, '甲', 100, 3]])}<row r="7"><c><v>2</v></c><c t="str"><v>=1+1</v></c><c t="str"><v>很大</v></c><c s="1"><v>45473</v></c></row>`,
      },
    ],
    styles: [0, 14],
  })
  const returned = (from: Uint8Array, judged: Iterable<Judged> | AsyncIterable<Judged>) =>
    buffered((stream) => errorSheet(from, judged, { columns }, stream))
  const first = async (bytes: Buffer) => {
    const book = new excel.Workbook()
    await book.xlsx.load(bytes as unknown as ArrayBuffer)
    return book.worksheets[0]!
  }

  it('keeps every row and column in place, colours bad cells and says what is wrong', async () => {
    const sheet = await first(await returned(source, readTable(source, { columns })))
    expect([1, 2, 3, 7].map((at) => sheet.getRow(at).values)).toEqual([
      [undefined, '台账'],
      [undefined, '序号', '名称', '建筑面积（㎡）', '层数', '问题'],
      [undefined, 1, '甲', 100, 3],
      [
        undefined,
        2,
        '=1+1',
        '很大',
        new Date('2024-06-30T00:00:00Z'),
        'C 列「建筑面积（㎡）」：应为数字（单位：㎡），现为“很大”；D 列「层数（层）」：应为数字，不是日期，现为“2024-06-30”',
      ],
    ])
    const coloured = ['C3', 'B7', 'C7', 'D7'].map(
      (at) => (sheet.getCell(at).fill as excel.FillPattern | undefined)?.pattern === 'solid',
    )
    expect(coloured).toEqual([false, false, true, true])
    expect(sheet.getCell('B7').type).toBe(excel.ValueType.String)
  })

  it('reads again with the same problems, and is sent back in the same form', async () => {
    const once = await returned(source, readTable(source, { columns }))
    const notes: string[] = []
    const again: TableRow[] = await collected(readTable(once, { columns, note: (sentence) => notes.push(sentence) }))
    expect(again).toEqual(await collected(readTable(source, { columns })))
    expect(notes).toEqual(['以下列不在填报范围内，未读取：「序号」（A 列）'])
    const [a, b] = [await first(once), await first(await returned(once, again))]
    expect([2, 3, 7].map((at) => b.getRow(at).values)).toEqual([2, 3, 7].map((at) => a.getRow(at).values))
  })

  it('says problems that others found, of a cell that is empty or of the whole row', async () => {
    const judged = [
      {
        row: 3,
        bad: [
          { column: 'E', heading: '投用日期', key: 'opened', problem: '请填写' },
          { column: '', heading: '', key: '', problem: '与第 7 行重复' },
        ],
      },
    ]
    const sheet = await first(await returned(source, judged))
    expect(sheet.getCell('E3').value).toBe('E 列「投用日期」：请填写；与第 7 行重复')
    expect(sheet.getCell('E7').value).toBeNull()
  })

  it('passes on the trouble of its judge and of its reader', async () => {
    async function* broken(): AsyncGenerator<Judged> {
      yield { row: 3, bad: [] }
      throw new Error('the database went away')
    }
    await expect(returned(source, broken())).rejects.toThrow('the database went away')
    const gone = new PassThrough()
    gone.destroy()
    await expect(errorSheet(source, [], { columns }, gone)).rejects.toThrow('Premature close')
  })
})
