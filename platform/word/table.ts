/** A table in an official document: its heading row is repeated on every page, and cells may span rows. */
import { type IParagraphOptions, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx'
import { AlignmentType, exactly, type FaceName, run, type Size, sizes } from './layout.ts'

export type Align = 'left' | 'center' | 'right'
export type Heading = { text: string /** Share of the width. */; width: number; align?: Align }
/** `rows`, `columns`: how many the cell spans; what it covers is left out with null. */
export type Cell = string | { text: string; rows?: number; columns?: number; align?: Align; colour?: string } | null
export type TableContent = {
  headings: Heading[]
  rows: Cell[][]
  size?: '四号' | '小四' | '五号'
}

export function tableOf({ headings, rows, size = '五号' }: TableContent, measure: number): Table {
  const whole = headings.reduce((sum, { width }) => sum + width, 0)
  const widths = headings.map(({ width }) => Math.floor((measure * width) / whole))
  const cell = (content: Exclude<Cell, null>, at: number) => {
    const {
      text,
      rows: rowSpan = 1,
      columns = 1,
      align,
      colour,
    } = typeof content === 'string' ? { text: content } : { ...content }
    const face = columns > 1 ? 'first' : 'body'
    const width = widths.slice(at, at + columns).reduce((sum, each) => sum + each, 0)
    const children = text
      .split('\n')
      .map((part) => paragraph(part, align ?? headings[at]?.align ?? 'left', face, sizes[size], colour))
    return new TableCell({ children, ...boxOf(width, rowSpan), rowSpan, columnSpan: columns })
  }
  const top = headings.map(
    ({ text }, at) => new TableCell({ children: [paragraph(text, 'center', 'first', sizes[size])], ...boxOf(widths[at]!) }),
  )
  const kept = rowsKept(rows)
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: top }),
      ...rows.map(
        (row, index) =>
          new TableRow({
            cantSplit: true,
            keepNext: kept.has(index),
            children: row.flatMap((content, at) => (content === null ? [] : [cell(content, at)])),
          }),
      ),
    ],
  })
}

/** As many rows under one spanning cell stay together on a page; of more, the first two, their common cell read from the top. */
const together = 4

/** A row with a cell over several columns heads those below it, and stays with the next. */
function rowsKept(rows: Cell[][]): Set<number> {
  const largest = (row: Cell[], of: 'rows' | 'columns') =>
    Math.max(...row.map((content) => (content && typeof content === 'object' ? (content[of] ?? 1) : 1)))
  const spans = rows.flatMap((row, index) => {
    const span = largest(row, 'columns') > 1 ? 2 : largest(row, 'rows')
    return Array.from({ length: (span > together ? 2 : span) - 1 }, (_, step) => index + step)
  })
  return new Set(spans)
}

const boxOf = (width: number, rows = 1) => ({
  width: { size: width, type: WidthType.DXA },
  verticalAlign: rows > together ? VerticalAlign.TOP : VerticalAlign.CENTER,
  margins: { top: 40, bottom: 40, left: 80, right: 80 },
})

const paragraph = (text: string, align: Align, face: FaceName, size: Size, colour?: string) =>
  new Paragraph({
    alignment: align,
    // Half as much again as its size, whatever the lines of the page.
    spacing: exactly(size * 15),
    autoSpaceEastAsianText: false,
    children: [run(text, face, size, { ...(colour ? { color: colour } : {}) })],
  } as IParagraphOptions)
