/**
 * A filled sheet → the values of its rows, one at a time, each with what is wrong in it.
 *
 * Refusals that concern the whole file are thrown, some of them only when its end has been read: who keeps rows, keeps them
 * only once all have come.
 */
import { invalid } from '../problem.ts'
import { openBook, type Source, type Told, type VisibleSheet } from './book.ts'
import { cellReader, shownText } from './cells.ts'
import type { SheetColumn } from './column.ts'
import { findHeadings, type Headings, searched, type Unfit } from './headings.ts'
import { columnLetter, columnNumber, type RawCell, type SheetRow } from './rows.ts'

export type BadCell = { column: string; heading: string; key: string; problem: string }

/** The column in which a sheet that was sent back says its problems. */
export const problemsHeading = '问题'

export type TableRow = {
  /** Number of the row as Excel shows it. */
  row: number
  values: Record<string, unknown>
  bad: BadCell[]
}

export type TableOptions = {
  columns: SheetColumn[]
  /** Of the file, to speak of it. */
  name?: string
  /** Hears what was left out: columns nobody asked for, totals, remarks under the table. */
  note?: (sentence: string) => void
  /** Hears the letter of each column that was found, by its key, before the first row. */
  headed?: (letters: Map<string, string>) => void
  /** Hears which part of the sheet has been read. */
  told?: Told
}

/** @throws Problem when the file as a whole cannot be read as this table */
export async function* readTable(
  source: Source,
  { columns, name, note = () => {}, headed = () => {}, told }: TableOptions,
): AsyncGenerator<TableRow> {
  const { sheet, headings } = await findTable(source, columns, name)
  headed(new Map(headings.places.map(({ at, column }) => [column.key, columnLetter(at + 1)])))
  const unknown = headings.unknown.filter(({ heading }) => heading !== problemsHeading)
  if (unknown.length > 0)
    note(
      `以下列不在填报范围内，未读取：${unknown.map(({ at, heading }) => `「${heading}」（${columnLetter(at + 1)} 列）`).join('、')}`,
    )
  const readers = headings.places.map(({ at, column }) => ({ at, column, read: cellReader(column, sheet.epoch) }))
  // A copy has the shape of its rows from the start; one that grows key by key is moved half a dozen times.
  const blank = Object.fromEntries(readers.map(({ column }) => [column.key, undefined]))
  const merged: string[] = []
  const passed = new Set<number>()
  let last = headings.row
  for await (const { number, cells } of sheet.rows(merged, told)) {
    if (number <= headings.row || !readers.some(({ at }) => shownText(cells[at]) !== '')) continue
    const left = leftOut(cells)
    if (left) {
      note(`第 ${number} 行是${left}，未读取`)
      passed.add(number)
      continue
    }
    last = number
    const values: Record<string, unknown> = { ...blank }
    const bad: BadCell[] = []
    for (const { at, column, read } of readers) {
      const found = read(cells[at])
      if ('value' in found) {
        values[column.key] = found.value
        continue
      }
      delete values[column.key]
      bad.push({ column: columnLetter(at + 1), heading: column.heading, key: column.key, problem: found.problem })
    }
    yield { row: number, values, bad }
  }
  if (last === headings.row) throw invalid(`工作表「${sheet.name}」的表头下面没有内容，请填写后重新上传`)
  const joined = joinedCells(merged, headings, last, passed)
  if (joined.length > 0)
    throw invalid(
      `${joined.slice(0, 3).join('、')}${joined.length > 3 ? '等处' : ''}有合并单元格，请取消合并、逐行填写后重新上传`,
    )
}

/** Of cells merged over several rows or columns only the first holds a value: the others would be read as empty. */
function joinedCells(merged: string[], { row: heading, places }: Headings, last: number, passed: Set<number>): string[] {
  return merged.filter((range) => {
    const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? []
    if (!bottom || Number(top) <= heading || Number(top) > last || passed.has(Number(top))) return false
    const covered = places.filter(({ at }) => at + 1 >= columnNumber(left!) && at + 1 <= columnNumber(right!)).length
    return covered > 1 || (covered === 1 && top !== bottom)
  })
}

export type Found = { sheet: VisibleSheet; headings: Headings }

/** The first visible sheet that has the headings. */
export async function findTable(source: Source, columns: SheetColumn[], name?: string): Promise<Found> {
  const { sheets } = await openBook(source, name)
  let closest: (Unfit & { sheet: string }) | undefined
  let any = false
  for (const sheet of sheets) {
    const first = await firstRows(sheet)
    if (first.length === 0) continue
    any = true
    const headings = findHeadings(first, columns)
    if ('row' in headings) return { sheet, headings }
    if (!closest || headings.matches > closest.matches) closest = { ...headings, sheet: sheet.name }
  }
  if (!any) throw invalid(`${name === undefined ? '文件' : `文件“${name}”`}里没有内容，请填写后重新上传`)
  throw invalid(`工作表「${closest!.sheet}」${closest!.problem}`)
}

async function firstRows(sheet: VisibleSheet): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of sheet.rows()) {
    rows.push(row)
    if (rows.length === searched) break
  }
  return rows
}

const totals = /^(合计|总计|小计|共计|累计|总和)[:：]?$/
const remarks =
  /^(注|备注|说明|填表说明|填表人|填报人|制表人|制表|审核人|复核人|负责人|单位负责人|联系人|填报单位|填报日期|填表日期)[:：]/

/** Totals and remarks under a table are none of its rows; the word may stand in a column that is not read. */
function leftOut(cells: RawCell[]): string | null {
  const first = shownText(cells.find((cell) => shownText(cell) !== '')).replace(/\s/g, '')
  // Both are Chinese words, and most rows begin with a code.
  if (first < '一') return null
  if (totals.test(first)) return '合计'
  return remarks.test(first) && cells.filter((cell) => shownText(cell) !== '').length <= 2 ? '表下的说明' : null
}
