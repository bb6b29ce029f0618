/** Tables inside the text: rows of tab-separated cells, or cells one a line below a run of well-known column names. */

import { readMark } from './marks.ts'

export type Row = { cells: string[]; start: number; end: number }

/** A table with its column names; `start` is where the names stand. */
export type Table = { columns: string[]; rows: Row[]; start: number }

type Line = { words: string; start: number; end: number }

/** All tables whose column names say what they hold (序号, 任务, 牵头单位, 指标, 2025年…). */
export function readTables(text: string): Table[] {
  const tables: Table[] = []
  const lines = readLines(text)
  for (let i = 0; i < lines.length; i++) {
    const table = tabbed(lines, i) ?? stacked(lines, i)
    if (table === null) continue
    tables.push(table.table)
    i = table.next - 1
  }
  return tables
}

const columnWord =
  /^(?:序号|编号|类别|类型|领域|板块|方面|分类|(?:重点|主要|工作|具体|年度)?(?:任务|举措|措施|事项|内容|工作|项目|目标)(?:名称|内容|分解)?|(?:主要|工作|具体)(?:内容|举措|措施|任务|目标)|任务分工|(?:总)?(?:牵头|责任|主责|配合|参与|协同|实施|负责|落实|主办|协办|承办)(?:市)?(?:单位|部门|领导|人|处室|主体)?(?:及责任人)?|完成(?:时限|时间)|时间(?:节点|安排)|(?:推进|时限|进度)(?:要求|安排)?|备注|(?:主要|具体|核心|发展|分项|一级|二级)?指标(?:名称|项)?|单位|计量单位|属性|性质|(?:20\d\d年?(?:目标|目标值|现状|基期|实际|完成|预期|基数)?(?:值)?)|基期值?|现状值?|目标值?|年均增长.{0,6})$/

/** How many cells of a row are names of columns. */
function named(cells: string[]): number {
  return cells.filter((cell) => columnWord.test(cell.replace(/[\s（(].*$/, '').trim())).length
}

function readLines(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    if (end > start) lines.push({ words: text.slice(start, Math.min(end, start + 4000)), start, end })
    start = end + 1
  }
  return lines
}

type Found = { table: Table; next: number }

function tabbed(lines: Line[], at: number): Found | null {
  const head = lines[at]!
  if (!head.words.includes('\t')) return null
  const columns = head.words.split('\t').map((cell) => cell.trim())
  if (columns.length < 2 || named(columns) < Math.max(2, columns.length * 0.6)) return null
  const rows: Row[] = []
  let next = at + 1
  for (; next < lines.length && lines[next]!.words.includes('\t'); next++) {
    const { words, start, end } = lines[next]!
    const cells = words.split('\t').map((cell) => cell.trim())
    // Names of columns again begin the next table, as after a page break.
    if (named(cells) >= Math.max(2, columns.length * 0.6)) break
    rows.push({ cells: align(cells, columns), start, end })
  }
  return rows.length === 0 ? null : { table: { columns, rows, start: head.start }, next }
}

/** A row with one cell too few lacks its first, merged cell. */
function align(cells: string[], columns: string[]): string[] {
  return cells.length === columns.length - 1 && !/^\d{1,3}$/.test(cells[0] ?? '') ? ['', ...cells] : cells
}

/** 序号 / 任务 / 牵头单位 one below the other, then 1 / … / … : every row begins with the next number. */
function stacked(lines: Line[], at: number): Found | null {
  if (!/^(?:序号|编号)$/.test(lines[at]!.words.trim())) return null
  const columns: string[] = []
  let next = at
  while (next < lines.length && columns.length < 10 && columnWord.test(lines[next]!.words.trim()))
    columns.push(lines[next++]!.words.trim())
  if (columns.length < 3) return null
  const rows: Row[] = []
  while (next + columns.length <= lines.length && lines[next]!.words.trim() === String(rows.length + 1)) {
    const cells = lines.slice(next, next + columns.length)
    const after = lines[next + columns.length]?.words.trim()
    if (
      after !== undefined &&
      after !== String(rows.length + 2) &&
      readMark(after) === null &&
      !/^(?:附件|注[:：]|（|[一-龥]{2,40}(?:政府|办公室))/.test(after)
    )
      break
    rows.push({ cells: cells.map((cell) => cell.words.trim()), start: cells[0]!.start, end: cells.at(-1)!.end })
    next += columns.length
  }
  return rows.length < 2 ? null : { table: { columns, rows, start: lines[at]!.start }, next }
}
