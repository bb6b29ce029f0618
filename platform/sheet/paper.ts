/** What every workbook we write has in common: its stream, its letters, its look. */
import { once } from 'node:events'
import { PassThrough, type Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { setImmediate as breathe } from 'node:timers/promises'
import type excel from 'exceljs'

export type Book = excel.stream.xlsx.WorkbookWriter

/** Lets the zip take what was written before more is: to be awaited every few hundred rows. */
export type Rest = (sheet: excel.Worksheet) => Promise<void>

/** Loaded when the first workbook is written: a server that has written none does without it. */
export const exceljs = () => import('exceljs')

/** Writes what `fill` puts into the workbook to the stream, and ends it. */
export async function writeBook(stream: Writable, fill: (book: Book, rest: Rest) => Promise<void>): Promise<void> {
  const ended = finished(stream)
  const write = async () => {
    const { default: excel } = await exceljs()
    const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
    book.creator = author
    await fill(book, async (sheet) => {
      await Promise.race([taken(sheet), ended])
      await breathe()
    })
    await book.commit()
  }
  try {
    // A reader that goes away ends the writing at once, instead of leaving it waiting.
    await Promise.all([write(), ended])
  } catch (problem) {
    stream.destroy()
    throw problem
  }
}

/** The library writes on however full its zip is: what waits there would lie in memory. Writing nothing asks whether there is room. */
async function taken(sheet: excel.Worksheet): Promise<void> {
  const { pipes } = (sheet as unknown as { stream: { pipes: Writable[] } }).stream
  await Promise.all(pipes.filter((pipe) => !pipe.write(nothing)).map((pipe) => once(pipe, 'drain')))
}

const nothing = Buffer.alloc(0)

export const author = '满天星'

/** All that is written to a stream. */
export async function buffered(write: (stream: Writable) => Promise<void>): Promise<Buffer> {
  const stream = new PassThrough()
  const parts: Buffer[] = []
  stream.on('data', (part: Buffer) => parts.push(part))
  await write(stream)
  return Buffer.concat(parts)
}

export const font = { name: '宋体', size: 11 }
const line = { style: 'thin', color: { argb: 'FF8C8C8C' } } as const
export const border = { top: line, bottom: line, left: line, right: line }
export const filled = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const

export type Banner = { font: Partial<excel.Font>; horizontal: 'left' | 'center'; height: number }

/** A line over the whole width: title, note. */
export function banner(
  sheet: excel.Worksheet,
  at: number,
  text: string,
  width: number,
  { font, horizontal, height }: Banner,
): void {
  const row = sheet.getRow(at)
  row.height = height
  row.getCell(1).value = clean(text)
  row.getCell(1).font = font
  row.getCell(1).alignment = { horizontal, vertical: 'middle', wrapText: true }
  sheet.mergeCells(at, 1, at, width)
  row.commit()
}

export function head(row: excel.Row, headings: string[]): void {
  headings.forEach((heading, index) => {
    const cell = row.getCell(index + 1)
    cell.value = clean(heading)
    cell.font = { ...font, bold: true }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.fill = filled('FFF2F2F2')
    cell.border = border
  })
  row.commit()
}

/** Excel's limit for one cell. */
const longest = 32_767
const cut = '……（内容过长，余下从略）'

/** Line ends as Excel writes them, its own `_x000D_` escapes made literal, and no more than a cell holds. */
export function clean(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  if (plain.length <= longest) return plain
  return `${plain.slice(0, longest - cut.length).replace(/[\uD800-\uDBFF]$/, '')}${cut}`
}

/** At most 31 characters and none that Excel forbids. */
export const sheetName = (title: string) =>
  title
    .replace(/[[\]*?/\\:'’\n]/g, ' ')
    .trim()
    .slice(0, 31) || '数据'
