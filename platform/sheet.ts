/**
 * Projection: rows → an Excel sheet, written as a stream so that a long one costs no memory.
 *
 * Numbers and days are real cells; text is always text, so that a value beginning with = + - @ never becomes a formula.
 * Cells are never merged below the heading: a merged sheet can be neither filtered nor sorted.
 */
import type { Writable } from 'node:stream'
import type excel from 'exceljs'
import type { z } from 'zod'
import { fieldsOf, headingOf, metaOf, type Storage } from './fields.ts'
import { type Book, banner, border, buffered, clean, font, head, type Rest, sheetName, writeBook } from './sheet/paper.ts'

export type Format = 'text' | 'integer' | 'number' | 'money' | 'percent' | 'day' | 'instant'
export type Cell = string | number | boolean | null

export type Column<R> = {
  heading: string
  /** In characters of Latin text; a Chinese one takes two. */
  width: number
  value: (row: R) => Cell
  format?: Format
}

export type Sheet<R> = {
  title: string
  columns: Column<R>[]
  rows: Iterable<R> | AsyncIterable<R>
  /** Said under the title: 演示数据, as of which day, what is left out. */
  note?: string
  /** Lines under the table: a sum in capitals, who signs. */
  foot?: string[]
}

/** Writes the workbook to the stream and ends it. */
export const writeSheet = <R>(of: Sheet<R>, stream: Writable): Promise<void> =>
  writeBook(stream, (book, rest) => fill(book, of, rest, () => stream.destroyed))

export const sheetBuffer = <R>(of: Sheet<R>): Promise<Buffer> => buffered((stream) => writeSheet(of, stream))

/**
 * Columns of an entity, or of those of its fields that are named, in their order: title with unit, Chinese words for
 * options. Identifiers and structures say nothing to a reader and are left out; who wants a name in their place writes the column.
 */
export function columnsOf<S extends z.ZodRawShape>(
  entity: z.ZodObject<S>,
  only?: (keyof S & string)[],
): Column<z.infer<z.ZodObject<S>>>[] {
  const fields = new Map(fieldsOf(entity as unknown as z.ZodObject))
  return [...(only ?? fields.keys())].flatMap((key) => {
    const field = fields.get(key)
    return field && isReadable(field) ? [columnOf(key, field)] : []
  })
}

const isReadable = (field: z.ZodType) => {
  const { storage, title } = metaOf(field)
  return title !== undefined && storage !== 'uuid' && (storage !== 'json' || field.safeParse(['字']).success)
}

const formats: Partial<Record<Storage, Format>> = {
  integer: 'integer',
  double: 'number',
  money: 'number',
  decimal: 'number',
  date: 'day',
  instant: 'instant',
}

function columnOf<R>(key: string, field: z.ZodType): Column<R> {
  const { storage, options } = metaOf(field)
  const heading = headingOf(field)
  const value = (row: R): Cell => {
    const raw = (row as Record<string, unknown>)[key] as Cell | string[] | undefined
    if (raw === null || raw === undefined) return null
    if (Array.isArray(raw)) return raw.join('、')
    if (typeof raw === 'boolean') return raw ? '是' : '否'
    return options && typeof raw === 'string' ? (options[raw] ?? raw) : raw
  }
  const format = storage && formats[storage]
  const least = format === 'instant' ? 18 : format ? 12 : options || storage === 'boolean' ? 10 : 24
  return { heading, value, format: format ?? 'text', width: Math.max(least, heading.length * 2 + 4) }
}

const numberFormat: Record<Format, string> = {
  text: '@',
  integer: '0',
  number: 'General',
  money: '#,##0.00',
  percent: '0.0%',
  day: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm',
}

async function fill<R>(book: Book, of: Sheet<R>, rest: Rest, abandoned: () => boolean): Promise<void> {
  const { title, note, columns, foot = [] } = of
  const headingRow = note ? 3 : 2
  const sheet = book.addWorksheet(sheetName(title), {
    views: [{ state: 'frozen', ySplit: headingRow }],
    pageSetup: {
      paperSize: 9, // A4
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${headingRow}:${headingRow}`,
      margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.4 },
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  })
  sheet.columns = columns.map(({ width }) => ({ width }))
  banner(sheet, 1, title, columns.length, { font: { ...font, size: 16, bold: true }, horizontal: 'center', height: 30 })
  if (note) banner(sheet, 2, note, columns.length, { font, horizontal: 'left', height: 15 * note.split('\n').length + 5 })
  head(
    sheet.getRow(headingRow),
    columns.map(({ heading }) => heading),
  )
  let at = headingRow
  for await (const row of of.rows) {
    if (abandoned()) return
    at += 1
    put(sheet.getRow(at), row, columns)
    if (at % 500 === 0) await rest(sheet)
  }
  foot.forEach((line, below) => {
    banner(sheet, at + 1 + below, line, columns.length, { font, horizontal: 'left', height: 24 })
  })
  sheet.autoFilter = { from: { row: headingRow, column: 1 }, to: { row: at, column: columns.length } }
  sheet.commit()
}

function put<R>(row: excel.Row, of: R, columns: Column<R>[]): void {
  let lines = 1
  columns.forEach(({ value, width, format = 'text' }, index) => {
    const cell = row.getCell(index + 1)
    const content = contentOf(value(of), format)
    cell.value = content
    const text = typeof content === 'string'
    cell.style = looks[text ? 'text' : format]
    if (text) lines = Math.max(lines, linesOf(content, width))
  })
  if (lines > 1) row.height = Math.min(lines * 15 + 3, tallest)
  row.commit()
}

/** One object for each look: the library knows a style again by the object, and compares it letter by letter otherwise. */
const looks = Object.fromEntries(
  Object.entries(numberFormat).map(([format, numFmt]) => {
    const horizontal = format === 'text' ? 'left' : format === 'day' || format === 'instant' ? 'center' : 'right'
    return [format, { numFmt, font, border, alignment: { vertical: 'middle', horizontal, wrapText: true } }]
  }),
) as Record<Format, excel.Style>

/** Excel's limit for a row, in points. */
const tallest = 409

/** Lines a text takes in a column: programs do not agree on measuring a row when they open it. */
const linesOf = (text: string, width: number) =>
  text.split('\n').reduce((sum, part) => {
    const taken = [...part].reduce((characters, character) => characters + (/[\u0000-\u00ff]/.test(character) ? 1 : 2), 0)
    return sum + Math.max(1, Math.ceil(taken / (width - 1)))
  }, 0)

function contentOf(value: Cell, format: Format): string | number | Date | null {
  if (value === null) return null
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`a cell cannot hold ${value}`)
    return value
  }
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (format === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return new Date(`${value}T00:00:00Z`)
  if (format === 'instant') return inChina(value) ?? clean(value)
  return clean(value)
}

/** Excel knows no time zones: the cell shows the hour of the clock in China. */
function inChina(instant: string): Date | null {
  const at = Date.parse(instant)
  return Number.isNaN(at) ? null : new Date(at + 8 * 3_600_000)
}
