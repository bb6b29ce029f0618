/**
 * A sheet sent back: every row where it was, bad cells coloured, and what is wrong with them in a last column.
 *
 * Rows and columns keep their places, so that it can be corrected and sent again as it is.
 */
import type { Writable } from 'node:stream'
import type excel from 'exceljs'
import type { Source, VisibleSheet } from './book.ts'
import type { Headings } from './headings.ts'
import { clean, filled, font, sheetName, writeBook } from './paper.ts'
import { columnNumber, type RawCell, type SheetRow } from './rows.ts'
import { type BadCell, findTable, problemsHeading, type TableOptions } from './table.ts'
import { exact } from './units.ts'

/** A row and what is wrong in it; a problem of the whole row names no column. */
export type Judged = { row: number; bad: BadCell[] }

/** `judged` in the order of rows, e.g. what `readTable` gives; the source is read a second time beside it. */
export async function errorSheet(
  source: Source,
  judged: Iterable<Judged> | AsyncIterable<Judged>,
  { columns, name }: Pick<TableOptions, 'columns' | 'name'>,
  stream: Writable,
): Promise<void> {
  const { sheet, headings } = await findTable(source, columns, name)
  await writeBook(stream, async (book, rest) => {
    const target = book.addWorksheet(sheetName(sheet.name), { views: [{ state: 'frozen', ySplit: headings.row }] })
    const last = await problemsColumn(sheet, headings)
    target.columns = Array.from({ length: last }, (_, at) => ({ width: at + 1 === last ? 60 : 20 }))
    for await (const { row, bad } of beside(sheet.rows(), judged)) {
      if (stream.destroyed) return
      write(target.getRow(row.number), row, bad, last, headings.row)
      if (row.number % 500 === 0) await rest(target)
    }
    target.commit()
  })
}

/** Where the problems go: the column they stood in when the sheet was sent back before, else the first free one. */
async function problemsColumn(sheet: VisibleSheet, { row, places, unknown }: Headings): Promise<number> {
  const before = unknown.find(({ heading }) => heading === problemsHeading)
  if (before) return before.at + 1
  let width = Math.max(...[...places, ...unknown].map(({ at }) => at + 1))
  for await (const { number, cells } of sheet.rows()) {
    if (number > row) break
    width = Math.max(width, cells.length)
  }
  return width + 1
}

/** Both in the order of rows: what is judged is laid beside the row it is about. */
async function* beside(rows: AsyncIterable<SheetRow>, judged: Iterable<Judged> | AsyncIterable<Judged>) {
  const judgements = Symbol.asyncIterator in judged ? judged[Symbol.asyncIterator]() : judged[Symbol.iterator]()
  let next = await judgements.next()
  for await (const row of rows) {
    while (!next.done && next.value.row < row.number) next = await judgements.next()
    yield { row, bad: !next.done && next.value.row === row.number ? next.value.bad : [] }
  }
}

function write(target: excel.Row, { number, cells }: SheetRow, bad: BadCell[], last: number, headingRow: number): void {
  const faults = new Set(bad.map(({ column }) => columnNumber(column)))
  for (let at = 1; at < last || faults.has(at); at += 1) {
    const raw = cells[at - 1] ?? null
    if (raw === null && !faults.has(at)) continue
    const cell = target.getCell(at)
    const [value, format] = contentOf(raw)
    cell.value = value
    cell.style = looks[number <= headingRow ? 'heading' : faults.has(at) ? 'bad' : 'good'][format]
  }
  const said = number === headingRow ? problemsHeading : bad.map(sentence).join('；')
  if (said !== '') {
    target.getCell(last).value = clean(said)
    target.getCell(last).style = number === headingRow ? looks.heading.text : telling
  }
  target.commit()
}

const sentence = ({ column, heading, problem }: BadCell) => (column === '' ? problem : `${column} 列「${heading}」：${problem}`)

const formats = { text: '@', number: 'General', percent: '0.##%', day: 'yyyy-mm-dd', instant: 'yyyy-mm-dd hh:mm' }
type Format = keyof typeof formats

/** One object for each look: the library knows a style again by the object, and compares it letter by letter otherwise. */
const look = (more: Partial<excel.Style>) =>
  Object.fromEntries(Object.entries(formats).map(([format, numFmt]) => [format, { numFmt, font, ...more }])) as Record<
    Format,
    excel.Style
  >
const looks = {
  good: look({}),
  bad: look({ fill: filled('FFFFC7CE') }),
  heading: look({ font: { ...font, bold: true } }),
}
const telling = {
  ...looks.good.text,
  font: { ...font, color: { argb: 'FFC00000' } },
  alignment: { wrapText: true },
} as excel.Style

/** Text is always text again, also where it looks like a formula or a number. */
function contentOf(raw: RawCell): [value: excel.CellValue, format: Format] {
  if (raw === null) return [null, 'text']
  if (typeof raw === 'string') return [clean(raw), 'text']
  if (typeof raw === 'number') return [exact(raw), 'number']
  if (typeof raw === 'boolean') return [raw, 'number']
  if ('percent' in raw) return [exact(raw.percent), 'percent']
  if ('fault' in raw) return [raw.fault, 'text']
  const day = raw.date.length === 10
  return [new Date(`${raw.date}${day ? 'T00:00:00Z' : 'Z'}`), day ? 'day' : 'instant']
}
