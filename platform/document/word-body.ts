/** The body of a Word document: its paragraphs in order, and its tables row by row with merged cells filled in. */
import { Parser } from 'htmlparser2'
import type { ListPlace, WordNumbering } from './word-numbering.ts'

/** Which list, if any, the paragraphs of a style belong to. */
export type ListStyles = Map<string, { place: Partial<ListPlace>; basedOn: string | null }>

/** Null where the XML is no Word document. */
export function readBody(xml: string, numbering: WordNumbering, styles: ListStyles): string | null {
  const reader = new BodyReader(numbering, styles)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      ontext: (words) => reader.speak(words),
      onclosetag: (name) => reader.close(name),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  return reader.seen ? reader.lines.join('\n') : null
}

type Paragraph = { words: string[]; style: string | null; list: string | null; level: number | null }
type Cell = { words: string[]; column: number; continued: boolean }
type Table = { cells: Cell[]; above: Map<number, string>; column: number }

/** What is deleted, moved away, doubled for old programs, or was so before a tracked change. */
const left = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText', 'w:delText', 'w:pPrChange', 'w:rPrChange', 'w:pict'])

class BodyReader {
  readonly lines: string[] = []
  seen = false
  private readonly paragraphs: Paragraph[] = []
  private readonly tables: Table[] = []
  private skipped = 0
  private speaking = false
  private readonly numbering: WordNumbering
  private readonly styles: ListStyles

  constructor(numbering: WordNumbering, styles: ListStyles) {
    this.numbering = numbering
    this.styles = styles
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'w:body') this.seen = true
    if (left.has(name)) this.skipped++
    if (name === 'w:p') this.paragraphs.push({ words: [], style: null, list: null, level: null })
    else if (name === 'w:tbl') this.tables.push({ cells: [], above: new Map(), column: 0 })
    else this.openInTable(name, attributes)
    const paragraph = this.paragraphs.at(-1)
    if (paragraph !== undefined && this.skipped === 0) this.openInParagraph(paragraph, name, attributes)
  }

  speak(words: string): void {
    if (this.speaking && this.skipped === 0) this.paragraphs.at(-1)?.words.push(words)
  }

  close(name: string): void {
    if (left.has(name)) this.skipped = Math.max(0, this.skipped - 1)
    if (name === 'w:t') this.speaking = false
    if (name === 'w:p') this.closeParagraph()
    if (name === 'w:tr') this.closeRow()
    if (name === 'w:tbl') this.tables.pop()
  }

  private openInTable(name: string, attributes: Record<string, string>): void {
    const table = this.tables.at(-1)
    if (table === undefined) return
    if (name === 'w:tr') {
      table.cells = []
      table.column = 0
    } else if (name === 'w:tc') {
      table.cells.push({ words: [], column: table.column, continued: false })
      table.column++
    } else if (name === 'w:gridSpan') table.column += Math.min(Math.max(Number(attributes['w:val']) - 1, 0), 60)
    else if (name === 'w:vMerge') {
      const cell = table.cells.at(-1)
      if (cell !== undefined) cell.continued = attributes['w:val'] !== 'restart'
    }
  }

  private openInParagraph(paragraph: Paragraph, name: string, attributes: Record<string, string>): void {
    const value = attributes['w:val'] ?? null
    if (name === 'w:pStyle') paragraph.style = value
    else if (name === 'w:numId') paragraph.list = value
    else if (name === 'w:ilvl') paragraph.level = Number(value)
    else if (name === 'w:t') this.speaking = true
    else if (name === 'w:tab') paragraph.words.push(' ')
    else if (name === 'w:br' || name === 'w:cr') paragraph.words.push('\n')
    else if (name === 'w:noBreakHyphen') paragraph.words.push('-')
    else if (name === 'w:sym') paragraph.words.push(symbol(attributes['w:char'] ?? ''))
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop()
    if (paragraph === undefined) return
    const words = paragraph.words.join('')
    const line = `${words.trim() === '' ? '' : this.numberOf(paragraph)}${words}`
    const cell = this.tables.at(-1)?.cells.at(-1)
    if (cell === undefined) this.lines.push(line)
    else if (line.trim() !== '') cell.words.push(line.replace(/[\n\t]+/g, ' ').trim())
  }

  /** A cell merged with the one above it repeats that one's words. */
  private closeRow(): void {
    const table = this.tables.at(-1)
    if (table === undefined) return
    const words = table.cells.map((cell) => {
      const own = cell.words.join(' ').trim()
      const shown = cell.continued && own === '' ? (table.above.get(cell.column) ?? '') : own
      table.above.set(cell.column, shown)
      return shown
    })
    const outer = this.tables.at(-2)?.cells.at(-1)
    if (outer !== undefined) outer.words.push(words.join(' '))
    else if (words.some((word) => word !== '')) this.lines.push(words.join('\t'))
    table.cells = []
  }

  private numberOf(paragraph: Paragraph): string {
    const byStyle = this.placeOf(paragraph.style)
    const list = paragraph.list ?? byStyle.list
    return list === undefined || list === '0' ? '' : this.numbering.next({ list, level: paragraph.level ?? byStyle.level ?? 0 })
  }

  private placeOf(style: string | null): Partial<ListPlace> {
    let at = style
    for (let i = 0; i < 12 && at !== null; i++) {
      const known = this.styles.get(at)
      if (known?.place.list !== undefined) return known.place
      at = known?.basedOn ?? null
    }
    return {}
  }
}

function symbol(code: string): string {
  const point = Number.parseInt(code, 16)
  return Number.isNaN(point) || point > 0x10ffff || (point >= 0xe000 && point <= 0xf8ff) ? '' : String.fromCodePoint(point)
}
