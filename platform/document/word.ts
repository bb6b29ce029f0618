/** A .docx file → its text: paragraphs with their automatic numbers, tables as tab-separated rows, deletions left out. */
import { Parser } from 'htmlparser2'
import { invalid } from '../problem.ts'
import { type ListPlace, WordNumbering } from './word-numbering.ts'
import { readEntries, readEntry, ZipFault } from './zip.ts'

/** No part of a Word file that holds a plan's text comes near this size when unpacked. */
const partLimit = 64 * 1024 * 1024

export function readWord(bytes: Uint8Array, name: string): string {
  try {
    const entries = readEntries(bytes)
    const part = (path: string) => {
      const entry = entries.get(path)
      return entry === undefined ? null : readEntry(bytes, entry, partLimit)
    }
    const body = part('word/document.xml')
    if (body === null) throw new ZipFault('broken')
    const text = readBody(body, new WordNumbering(part('word/numbering.xml')), readListStyles(part('word/styles.xml')))
    if (text === null) throw new ZipFault('broken')
    return text
  } catch (error) {
    if (error instanceof ZipFault) throw invalid(faults[error.kind](name))
    throw error
  }
}

const faults: Record<ZipFault['kind'], (name: string) => string> = {
  broken: (name) => `Word 文件“${name}”已损坏，请用 Word 打开并重新保存后再提供`,
  encrypted: (name) => `Word 文件“${name}”已加密，请取消密码后重新提供`,
  bomb: (name) => `Word 文件“${name}”解压后过大，可能已损坏，请重新保存后再提供`,
}

type ListStyles = Map<string, { place: Partial<ListPlace>; basedOn: string | null }>

/** Styles that number their paragraphs (标题 1 with 一、). */
function readListStyles(xml: string | null): ListStyles {
  const styles: ListStyles = new Map()
  let style: { place: Partial<ListPlace>; basedOn: string | null } | null = null
  const parser = new Parser(
    {
      onopentag(name, a) {
        if (name === 'w:style') {
          style = { place: {}, basedOn: null }
          styles.set(a['w:styleId'] ?? '', style)
        } else if (style !== null && name === 'w:basedOn') style.basedOn = a['w:val'] ?? null
        else if (style !== null && name === 'w:numId') style.place.list = a['w:val']
        else if (style !== null && name === 'w:ilvl') style.place.level = Number(a['w:val'])
        else if (style !== null && name === 'w:outlineLvl' && style.place.level === undefined)
          style.place.level = Number(a['w:val'])
      },
      onclosetag(name) {
        if (name === 'w:style') style = null
      },
    },
    { xmlMode: true },
  )
  parser.end(xml ?? '')
  return styles
}

type Paragraph = { words: string[]; style: string | null; list: string | null; level: number | null }

const left = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText', 'w:delText', 'w:footnoteReference', 'w:pict'])

function readBody(xml: string, numbering: WordNumbering, styles: ListStyles): string | null {
  const lines: string[] = []
  const open: Paragraph[] = []
  const tables: { cells: string[][] }[] = []
  let skipped = 0
  let speaking = false
  let seen = false
  const parser = new Parser(
    {
      onopentag(name, a) {
        if (name === 'w:body') seen = true
        if (left.has(name)) skipped++
        if (name === 'w:p') open.push({ words: [], style: null, list: null, level: null })
        else if (name === 'w:tbl') tables.push({ cells: [] })
        else if (name === 'w:tr') tables.at(-1)!.cells = []
        else if (name === 'w:tc') tables.at(-1)?.cells.push([])
        const paragraph = open.at(-1)
        if (paragraph === undefined || skipped > 0) return
        if (name === 'w:pStyle') paragraph.style = a['w:val'] ?? null
        else if (name === 'w:numId') paragraph.list = a['w:val'] ?? null
        else if (name === 'w:ilvl') paragraph.level = Number(a['w:val'])
        else if (name === 'w:t') speaking = true
        else if (name === 'w:tab') paragraph.words.push(' ')
        else if (name === 'w:br' || name === 'w:cr') paragraph.words.push('\n')
        else if (name === 'w:noBreakHyphen') paragraph.words.push('-')
        else if (name === 'w:sym' && a['w:char'] !== undefined) paragraph.words.push(symbol(a['w:char']))
      },
      ontext(words) {
        if (speaking && skipped === 0) open.at(-1)?.words.push(words)
      },
      onclosetag(name) {
        if (left.has(name)) skipped = Math.max(0, skipped - 1)
        if (name === 'w:t') speaking = false
        if (name === 'w:p') close(open.pop())
        if (name === 'w:tr') {
          const table = tables.at(-1)
          const row = table?.cells.map((cell) => cell.join(' ').trim()).join('\t') ?? ''
          if (tables.length > 1) tables.at(-2)!.cells.at(-1)?.push(row)
          else if (row.trim() !== '') lines.push(row)
        }
        if (name === 'w:tbl') tables.pop()
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  return seen ? lines.join('\n') : null

  function close(paragraph: Paragraph | undefined): void {
    if (paragraph === undefined) return
    const words = paragraph.words.join('')
    const number = words.trim() === '' ? '' : numberOf(paragraph)
    const line = `${number}${words}`
    const cell = tables.at(-1)?.cells.at(-1)
    if (cell !== undefined) cell.push(line.replace(/[\n\t]+/g, ' ').trim())
    else lines.push(line)
  }

  function numberOf(paragraph: Paragraph): string {
    const fromStyle = styleList(paragraph.style)
    const list = paragraph.list ?? fromStyle.list
    if (list === undefined || list === null || list === '0') return ''
    return numbering.next({ list, level: paragraph.level ?? fromStyle.level ?? 0 })
  }

  function styleList(style: string | null): Partial<ListPlace> {
    let at = style
    for (let i = 0; i < 12 && at !== null; i++) {
      const known = styles.get(at)
      if (known?.place.list !== undefined) return known.place
      at = known?.basedOn ?? null
    }
    return {}
  }
}

function symbol(code: string): string {
  const point = Number.parseInt(code, 16)
  return Number.isNaN(point) || (point >= 0xe000 && point <= 0xf8ff) ? '' : String.fromCodePoint(point)
}
