/** Reading workbooks: what Excel, WPS and LibreOffice write is read alike, and what is no workbook is refused by name. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import excel from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entity, text } from '../fields.ts'
import { columnsOf, sheetBuffer } from '../sheet.ts'
import { openBook, readRows, type Source } from './book.ts'
import { columnLetter, columnNumber } from './rows.ts'
import { dayOf, formatShows } from './styles.ts'
import { bookOf, bookParts, collected, plainRows, zipOf } from './zip-fixture.ts'

const all = async (source: Source, name?: string) => collected(readRows(source, name === undefined ? {} : { name }))
const refusal = async (source: Source, name = '表.xlsx') => all(source, name).catch((problem: Error) => problem.message)
const cellsOf = async (rows: string, more: Omit<Parameters<typeof bookOf>[0], 'sheets'> = {}) =>
  (await all(bookOf({ sheets: [{ rows }], ...more }))).map(({ cells }) => cells)

describe('a workbook', () => {
  it('written by exceljs is read with texts, numbers, days, yes and no, formulas and errors', async () => {
    const book = new excel.Workbook()
    const sheet = book.addWorksheet('表')
    sheet.addRow(['文字', 1.5, new Date('2024-06-30T00:00:00Z'), true, { formula: 'B1*2', result: 3 }, { error: '#N/A' }])
    sheet.getCell('C1').numFmt = 'yyyy"年"m"月"'
    sheet.getCell('B3').value = 0.3
    sheet.getCell('B3').numFmt = '0.0%'
    const rows = await all(Buffer.from(await book.xlsx.writeBuffer()))
    expect(rows).toEqual([
      { number: 1, cells: ['文字', 1.5, { date: '2024-06-30' }, true, 3, { fault: '#N/A' }] },
      { number: 3, cells: [null, { percent: 0.3 }] },
    ])
  })

  it('whose shared texts stand behind the sheet gives them, rich ones whole and without pronunciation', async () => {
    const strings = `<si><t>企业名称</t></si><si><r><rPr><b/><rFont val="宋体"/></rPr><t>甲</t></r><r><t xml:space="preserve"> 乙&amp;&#x4E19;</t></r><rPh sb="0" eb="1"><t>jia</t></rPh><phoneticPr/></si><si><t>a_x000D_b</t></si><si/>`
    const rows = [0, 1, 2, 3].map((i) => `<row><c t="s"><v>${i}</v></c><c><v>1</v></c></row>`).join('')
    expect(await cellsOf(rows, { strings })).toEqual([
      ['企业名称', 1],
      ['甲 乙&丙', 1],
      ['a\rb', 1],
      [null, 1],
    ])
  })

  it('that leaves out the places of rows and cells is counted through; empty rows and cells only count', async () => {
    const rows = await all(
      bookOf({
        sheets: [
          {
            rows: `<row/>${plainRows([['甲', null, 2]])}<row r="9"><c r="AB9" s="0"/><c r="AC9"><v>7</v></c></row><row><c><v/></c></row>`,
          },
        ],
      }),
    )
    expect(rows).toEqual([
      { number: 2, cells: ['甲', null, 2] },
      { number: 9, cells: [...Array<null>(28).fill(null), 7] },
    ])
  })

  it('with prefixed elements, CDATA, comments and quotes in odd places is read', async () => {
    const rows = `<x:row r='1' title="a > b"><x:c r='A1' t='str'><x:f>A2&gt;1</x:f><x:v><![CDATA[<甲> & ]]>乙</x:v></x:c><!-- <c r="B1"><v>9</v></c> --><x:c r="C1" t="inlineStr"><x:is><x:r><x:t>丙</x:t></x:r><x:r><x:t>丁</x:t></x:r></x:is></x:c></x:row>`
    expect(await cellsOf(rows)).toEqual([['<甲> & 乙', null, '丙丁']])
  })

  it('says of a formula that was never calculated that it has no result', async () => {
    expect(await cellsOf('<row><c><f>SUM(B1:B2)</f></c><c t="str"><f>""</f><v></v></c><c><f>1</f><v>5</v></c></row>')).toEqual([
      [{ fault: '公式没有结果' }, null, 5],
    ])
  })

  it('counts days from 1900 or 1904, by the format of the cell alone', async () => {
    const formats = { 176: 'yyyy"年"m"月"', 177: '[$-804]yyyy"年"m"月"d"日";@', 178: '#,##0.00"元/m"', 179: '[Red]0.00;[h]:mm' }
    const styles = [0, 14, 176, 177, 178, 179, 57, 22]
    const rows = `<row>${styles.map((_, i) => `<c s="${i}"><v>45473.5</v></c>`).join('')}</row>`
    const at = (day: string) => ({ date: `${day}T12:00:00` })
    const shown = (day: string) => [[45473.5, at(day), at(day), at(day), 45473.5, 45473.5, at(day), at(day)]]
    expect(await cellsOf(rows, { formats, styles })).toEqual(shown('2024-06-30'))
    expect(await cellsOf(rows, { formats, styles, from1904: true })).toEqual(shown('2028-07-01'))
  })

  it('gives the rows of the first visible sheet that has any', async () => {
    const sheets = [
      { name: '选项', state: 'veryHidden', rows: plainRows([['藏']]) },
      { name: '封面', rows: '' },
      { name: '台账', rows: plainRows([['甲']]) },
    ]
    const bytes = bookOf({ sheets })
    expect((await openBook(bytes)).sheets.map(({ name }) => name)).toEqual(['封面', '台账'])
    expect(await all(bytes)).toEqual([{ number: 1, cells: ['甲'] }])
  })

  it.each([
    ['long', { long: true }],
    ['stored', { stored: true }],
  ])('in a zip of the kind “%s” is read', async (_, way) => {
    expect(await all(bookOf({ sheets: [{ rows: plainRows([['甲', 1]]) }] }, way))).toEqual([{ number: 1, cells: ['甲', 1] }])
  })

  it('is read from a path as from bytes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sheet-'))
    try {
      writeFileSync(join(folder, 'a.xlsx'), bookOf({ sheets: [{ rows: plainRows([['甲']]) }] }))
      expect(await all(join(folder, 'a.xlsx'))).toEqual([{ number: 1, cells: ['甲'] }])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('names the merged ranges when its last row has come', async () => {
    const rows = plainRows([['甲'], ['乙']])
    const bytes = bookOf({ sheets: [{ rows, after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>' }] })
    const merged: string[] = []
    await collected((await openBook(bytes)).sheets[0]!.rows(merged))
    expect(merged).toEqual(['A1:B2'])
  })

  it('gives back any text that was written, however long the parts', async () => {
    const note = entity('note', '记录', { name: text('名称') })
    const anything = fc
      .string({ unit: 'grapheme', maxLength: 200 })
      .filter((name) => name !== '' && !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/.test(name))
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 300 }), async (names) => {
        const rows = await all(
          await sheetBuffer({ title: '表', columns: columnsOf(note), rows: names.map((name) => ({ name })) }),
        )
        expect(rows.slice(2).map(({ cells }) => cells[0])).toEqual(names.map((name) => name.replace(/\r\n?/g, '\n')))
      }),
      { numRuns: 50 },
    )
  })

  it('gives back any number exactly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), async (numbers) => {
        expect(await cellsOf(plainRows([numbers.slice(0, 200)]))).toEqual([
          numbers.slice(0, 200).map((one) => Number(String(one))),
        ])
      }),
      { numRuns: 30 },
    )
  })
})

describe('a file is refused', () => {
  const good = bookOf({ sheets: [{ rows: plainRows([['甲']]) }] })
  const ole = (inside: string) =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from(inside, 'utf16le')])
  const refused: [what: string, bytes: () => Buffer, sentence: string][] = [
    ['empty', () => Buffer.alloc(0), '文件“表.xlsx”是空的，请检查后重新上传'],
    ['old Excel', () => ole('Workbook'), '文件“表.xlsx”是旧版 Excel 或 WPS 文件（.xls、.et），请另存为 .xlsx 后重新上传'],
    ['with a password', () => ole('EncryptedPackage'), '文件“表.xlsx”设有打开密码，请取消密码后重新上传'],
    [
      'with an encrypted zip',
      () => bookOf({ sheets: [{ rows: '' }] }, { encrypted: true }),
      '文件“表.xlsx”设有密码，请取消密码后重新上传',
    ],
    [
      'text',
      () => Buffer.from('名称,面积\n甲,1'),
      '文件“表.xlsx”是文本文件（.csv、.txt），不是 Excel 工作簿，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传',
    ],
    [
      'a page',
      () => Buffer.from('\ufeff <html><table>'),
      '文件“表.xlsx”是网页，不是 Excel 工作簿，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传',
    ],
    ['PDF', () => Buffer.from('%PDF-1.7'), '文件“表.xlsx”是 PDF 文件，不是 Excel 工作簿，请上传 .xlsx 文件'],
    [
      'Word',
      () => zipOf({ 'word/document.xml': '<w/>' }, { stored: true }),
      '文件“表.xlsx”是 Word 文件，不是 Excel 工作簿，请上传 .xlsx 文件',
    ],
    [
      'binary Excel',
      () => zipOf({ 'xl/workbook.bin': 'x' }),
      '文件“表.xlsx”是 Excel 二进制工作簿（.xlsb），请另存为 .xlsx 后重新上传',
    ],
    [
      'OpenDocument',
      () => zipOf({ mimetype: 'application/vnd.oasis', 'content.xml': '<x/>' }),
      '文件“表.xlsx”是 OpenDocument 表格（.ods），请另存为 .xlsx 后重新上传',
    ],
    ['another zip', () => zipOf({ 'a.txt': '甲' }), '文件“表.xlsx”是压缩包或其他文件，不是 Excel 工作簿，请上传 .xlsx 文件'],
    ['cut off', () => good.subarray(0, good.length - 40), '文件“表.xlsx”已损坏，请用 Excel 或 WPS 打开，另存后重新上传'],
    [
      'hidden',
      () => bookOf({ sheets: [{ rows: plainRows([['甲']]), state: 'hidden' }] }),
      '文件“表.xlsx”里没有可见的工作表，请取消隐藏后重新上传',
    ],
    ['without a row', () => bookOf({ sheets: [{ rows: '<row/>' }, { rows: '' }] }), '文件“表.xlsx”里没有内容，请填写后重新上传'],
    [
      'with rows out of order',
      () => bookOf({ sheets: [{ rows: '<row r="5"><c><v>1</v></c></row><row r="5"/>' }] }),
      '文件“表.xlsx”已损坏，请用 Excel 或 WPS 打开，另存后重新上传',
    ],
    [
      'too wide',
      () => bookOf({ sheets: [{ rows: '<row r="3"><c r="GS3"><v>1</v></c></row>' }] }),
      '第 3 行的内容超出了 200 列，请删去多余的列后重新上传',
    ],
    [
      'too long',
      () => bookOf({ sheets: [{ rows: '<row><c><v>1</v></c></row>'.repeat(200_001) }] }),
      '文件“表.xlsx”超过 20 万行，请拆成几个文件分别上传',
    ],
    [
      'a bomb',
      () => bookOf({ sheets: [{ rows: '<row/>'.repeat(4_000_000) }] }),
      '文件“表.xlsx”展开后过大，可能不是正常的表格，请重新制作后上传',
    ],
  ]
  it.each(refused)('when it is %s', async (_, bytes, sentence) => expect(await refusal(bytes())).toBe(sentence))

  it('when any of its bytes was changed, or else reads as before', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => `<row><c t="s"><v>${i}</v></c><c><v>${i * 7.5}</v></c></row>`).join('')
    const strings = Array.from({ length: 50 }, (_, i) => `<si><t>企业${i}</t></si>`).join('')
    const bytes = bookOf({ sheets: [{ rows }], strings })
    const whole = await all(bytes)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const broken = Buffer.from(bytes)
        broken[at] = broken[at]! ^ change
        const found = await all(broken, '表').catch((problem: Error) => problem)
        if (found instanceof Error) expect(found.message).toMatch(/^文件“表”/)
        else expect(found).toEqual(whole)
      }),
      { numRuns: 300 },
    )
  })

  it('when a part is missing or is no XML', async () => {
    const parts = bookParts({ sheets: [{ rows: plainRows([['甲']]) }] })
    const { 'xl/worksheets/sheet1.xml': _, ...without } = parts
    expect(await refusal(zipOf(without))).toContain('没有可见的工作表')
    expect(await refusal(bookOf({ sheets: [{ rows: '<row><c t="s"><v>7</v></c></row>' }] }))).toContain('已损坏')
    expect(await refusal(zipOf({ ...parts, 'xl/worksheets/sheet1.xml': `<a ${'x'.repeat(2_000_000)}` }))).toContain('已损坏')
  })
})

describe('formats and places', () => {
  it.each([
    ['yyyy"年"m"月"', 'date'],
    ['yyyy年m月d日', 'date'],
    ['[DBNum1][$-804]yyyy"年"m"月"', 'date'],
    ['m/d/yy h:mm', 'date'],
    ['[h]:mm:ss', 'date'],
    ['General', 'number'],
    ['G/通用格式', 'number'],
    ['0.00_);[Red]\\(0.00\\)', 'number'],
    ['#,##0"days"', 'number'],
    ['0.00E+00', 'number'],
    ['[$¥-804]#,##0.00', 'number'],
    ['0.0%', 'percent'],
    ['@', 'number'],
  ])('%s shows a %s', (code, shown) => expect(formatShows(code)).toBe(shown))

  it('days are counted as Excel does, with its 29 February 1900', () => {
    expect([1, 59, 61, 45473, 45473.999999].map((serial) => dayOf(serial, 1900))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
      '2024-06-30',
      '2024-07-01',
    ])
    expect([dayOf(0, 1904), dayOf(-1, 1900), dayOf(3e6, 1900)]).toEqual(['1904-01-01', null, null])
  })

  it('letters of columns and their numbers say the same', () => {
    expect([1, 26, 27, 702, 703].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
    fc.assert(fc.property(fc.integer({ min: 1, max: 16_384 }), (number) => columnNumber(`${columnLetter(number)}12`) === number))
  })
})
