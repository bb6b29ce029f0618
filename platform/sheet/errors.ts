/**
 * A sheet sent back: every row where it was, bad cells coloured, and what is wrong with them in a last column.
 *
 * Rows and columns keep their places, so that it can be corrected and sent again as it is.
 */
import type { Writable } from 'node:stream'
import { setImmediate as breathe } from 'node:timers/promises'
import type excel from 'exceljs'
import type { Source, VisibleSheet } from './book.ts'
import type { Headings } from './headings.ts'
import { border, clean, filled, font, sheetName, writeBook } from './paper.ts'
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
  await writeBook(stream, async (book) => {
    const target = book.addWorksheet(sheetName(sheet.name), { views: [{ state: 'frozen', ySplit: headings.row }] })
    const last = await problemsColumn(sheet, headings)
    target.columns = Array.from({ length: last }, (_, at) => ({ width: at + 1 === last ? 60 : 16 }))
    for await (const { row, bad } of beside(sheet.rows(), judged)) {
      if (stream.destroyed) return
      write(target.getRow(row.number), row, bad, last, headings.row)
      if (row.number % 500 === 0) await breathe()
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
  const width = number <= headingRow ? last - 1 : Math.max(last - 1, ...faults)
  for (let at = 1; at <= width; at += 1) {
    const raw = cells[at - 1] ?? null
    if (raw === null && !faults.has(at)) continue
    const cell = target.getCell(at)
    put(cell, raw)
    cell.font = number <= headingRow ? { ...font, bold: true } : font
    if (faults.has(at)) cell.fill = filled('FFFFC7CE')
  }
  const said = number === headingRow ? problemsHeading : bad.map(sentence).join('；')
  if (said !== '') {
    const cell = target.getCell(last)
    cell.value = clean(said)
    cell.font = { ...font, bold: number === headingRow, color: { argb: 'FFC00000' } }
    cell.alignment = { wrapText: true, vertical: 'middle' }
    cell.border = border
  }
  target.commit()
}

const sentence = ({ column, heading, problem }: BadCell) => (column === '' ? problem : `${column} 列「${heading}」：${problem}`)

/** Text is always text again, also where it looks like a formula or a number. */
function put(cell: excel.Cell, raw: RawCell): void {
  if (raw === null) return
  if (typeof raw === 'string') {
    cell.value = clean(raw)
    cell.numFmt = '@'
  } else if (typeof raw === 'number') cell.value = exact(raw)
  else if (typeof raw === 'boolean') cell.value = raw
  else if ('date' in raw) {
    const timed = raw.date.length > 10
    cell.value = new Date(`${timed ? raw.date : `${raw.date}T00:00:00`}Z`)
    cell.numFmt = timed ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd'
  } else if ('percent' in raw) {
    cell.value = exact(raw.percent)
    cell.numFmt = '0.##%'
  } else cell.value = raw.fault
}
