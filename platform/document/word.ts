/** A .docx file → its text: paragraphs with their automatic numbers, tables as tab-separated rows, deletions left out. */
import { Parser } from 'htmlparser2'
import { invalid } from '../problem.ts'
import { type ListStyles, readBody } from './word-body.ts'
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
