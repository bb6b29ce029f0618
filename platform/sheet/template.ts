/**
 * An empty sheet to be filled in, made from the definitions: headings, drop-down lists, and a page that explains every column.
 *
 * Columns of text are formatted as text, so that Excel leaves codes of eighteen digits and leading zeros as they were typed.
 */
import type excel from 'exceljs'
import type { z } from 'zod'
import { metaOf } from '../fields.ts'
import { type Kind, kindOf, type SheetColumn } from './column.ts'
import { author, banner, border, clean, exceljs, font, head, sheetName } from './paper.ts'
import { columnLetter } from './rows.ts'

export type Template = {
  title: string
  columns: SheetColumn[]
  /** Said under the title: by whom, until when, in which unit. */
  note?: string
  /** By key, shown on the page that explains; where there is none, one is made from the kind of the column. */
  examples?: Record<string, string>
  /** Names a column that refers to something may hold, by key: they become its drop-down list. */
  choices?: Record<string, string[]>
}

export async function templateBuffer(template: Template): Promise<Buffer> {
  const { default: excel } = await exceljs()
  const book = new excel.Workbook()
  book.creator = author
  const lists = template.columns.map((column) => listOf(column, template.choices))
  asked(book, template, lists)
  explained(book, template, lists)
  choosable(book, lists)
  return Buffer.from(await book.xlsx.writeBuffer())
}

const explanation = '填写说明'
const choices = '选项'
/** Rows that say what belongs into their cells; further ones are read all the same. */
const guided = 10_000

const formats: Record<Kind, string> = {
  text: '@',
  number: 'General',
  day: 'yyyy-mm-dd',
  month: '@',
  yes: '@',
  option: '@',
  words: '@',
  reference: '@',
}

/** In characters of Latin text. */
const widths: Record<Kind, number> = {
  text: 24,
  number: 14,
  day: 14,
  month: 12,
  yes: 10,
  option: 20,
  words: 30,
  reference: 24,
}

/** As wide as the paper (A4, landscape), as long as it must be. */
const onOnePage = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const

function listOf(column: SheetColumn, choices: Template['choices']): string[] {
  const kind = kindOf(column)
  if (kind === 'yes') return ['是', '否']
  return choices?.[column.key] ?? (kind === 'option' ? Object.values(metaOf(column.field).options ?? {}) : [])
}

function asked(book: excel.Workbook, { title, note, columns }: Template, lists: string[][]): void {
  const headingRow = note ? 3 : 2
  const sheet = book.addWorksheet(sheetName(title), { views: [{ state: 'frozen', ySplit: headingRow }], pageSetup: onOnePage })
  sheet.columns = columns.map((column) => ({
    width: Math.max(widths[kindOf(column)], column.heading.length * 2 + 4),
    style: { numFmt: formats[kindOf(column)], font, alignment: { vertical: 'middle' } },
  }))
  banner(sheet, 1, title, columns.length, { font: { ...font, size: 16, bold: true }, horizontal: 'center', height: 30 })
  if (note) banner(sheet, 2, note, columns.length, { font, horizontal: 'left', height: 15 * note.split('\n').length + 5 })
  head(
    sheet.getRow(headingRow),
    columns.map(({ heading, required }) => `${heading}${required ? '*' : ''}`),
  )
  columns.forEach((column, index) => {
    const letter = columnLetter(index + 1)
    validate(sheet, `${letter}${headingRow + 1}:${letter}${headingRow + guided}`, column, index, lists[index]!)
  })
}

/** Every cell says on being chosen what belongs into it; those with a list take nothing else. */
function validate(sheet: excel.Worksheet, range: string, column: SheetColumn, index: number, list: string[]): void {
  const letter = columnLetter(index + 1)
  const prompt = { showInputMessage: true, promptTitle: column.heading.slice(0, 30), prompt: wanted(column, []).slice(0, 200) }
  const validation: excel.DataValidation =
    list.length > 0
      ? {
          type: 'list',
          formulae: [`${choices}!$${letter}$1:$${letter}$${list.length}`],
          allowBlank: true,
          showErrorMessage: true,
          errorStyle: 'stop',
          errorTitle: column.heading.slice(0, 30),
          error: '请从下拉列表中选择',
          ...prompt,
        }
      : {
          type: 'textLength',
          operator: 'greaterThanOrEqual',
          formulae: [0],
          allowBlank: true,
          showErrorMessage: false,
          ...prompt,
        }
  // The library writes rules for whole ranges, but declares them for single cells only.
  const { dataValidations } = sheet as unknown as { dataValidations: { add(range: string, rule: excel.DataValidation): void } }
  dataValidations.add(range, validation)
}

/** Drop-down lists stand in a hidden sheet: written into the rule they would end at 255 characters. */
function choosable(book: excel.Workbook, lists: string[][]): void {
  const sheet = book.addWorksheet(choices, { state: 'hidden' })
  lists.forEach((list, index) => {
    list.forEach((word, at) => {
      sheet.getCell(at + 1, index + 1).value = clean(word)
    })
  })
}

function explained(book: excel.Workbook, { columns, examples }: Template, lists: string[][]): void {
  const sheet = book.addWorksheet(explanation, { views: [{ state: 'frozen', ySplit: 1 }], pageSetup: onOnePage })
  sheet.columns = [24, 8, 60, 30].map((width) => ({ width }))
  head(sheet.getRow(1), ['列名', '必填', '填写要求', '示例'])
  columns.forEach((column, index) => {
    const list = lists[index]!
    const texts = [
      column.heading,
      column.required ? '是' : '否',
      wanted(column, list),
      examples?.[column.key] ?? list[0] ?? exampleOf[kindOf(column)],
    ]
    const row = sheet.getRow(index + 2)
    texts.forEach((text, at) => {
      const cell = row.getCell(at + 1)
      cell.value = clean(text)
      cell.numFmt = '@'
      cell.font = font
      cell.border = border
      cell.alignment = { vertical: 'middle', horizontal: at === 1 ? 'center' : 'left', wrapText: true }
    })
  })
}

const exampleOf: Record<Kind, string> = {
  text: '',
  number: '120',
  day: '2024-06-30',
  month: '2024-06',
  yes: '是',
  option: '',
  words: '甲、乙',
  reference: '',
}

/** What a column asks for, in one sentence. */
function wanted(column: SheetColumn, list: string[]): string {
  const { unit } = metaOf(column.field)
  const most = longestText(column.field)
  const sentences: Record<Kind, string> = {
    text: most ? `文字，不超过 ${most} 个字` : '文字',
    number: unit ? `数字，单位：${unit}` : '数字',
    day: '日期，如 2024-06-30',
    month: '年月，如 2024-06',
    yes: '填“是”或“否”',
    option: '从下拉列表中选择',
    words: '可填多项，用顿号分开',
    reference: list.length > 0 ? '从下拉列表中选择' : '填写名称，须与平台上的名称一致',
  }
  const shown =
    kindOf(column) === 'yes' || list.length === 0 ? '' : `：${list.slice(0, 30).join('、')}${list.length > 30 ? '等' : ''}`
  return `${sentences[kindOf(column)]}${shown}`
}

function longestText(field: z.ZodType): number | null {
  const { maxLength, unwrap } = field as { maxLength?: number | null; unwrap?: () => z.ZodType }
  return maxLength ?? (unwrap ? longestText(unwrap.call(field)) : null)
}
