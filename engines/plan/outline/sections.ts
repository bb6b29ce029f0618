/** The tree of a document: numbered items nested by the styles of their numbers, in parts (notice, plan, annexes). */

import type { Warning } from '../schema.ts'
import { type Line, rankOf, readLines } from '../text/lines.ts'
import type { Mark } from '../text/marks.ts'
import type { Table } from '../text/tables.ts'
import { isBareHeading, readTitle } from './headings.ts'

export type Paragraph = { start: number; end: number }

/** `paragraphs` are the item's own words after its title; what belongs to its children is not among them. */
export type Section = {
  mark: Mark | null
  title: string
  titleSpan: [number, number]
  start: number
  end: number
  paragraphs: Paragraph[]
  children: Section[]
}

/** A stretch with its own numbering: a notice, the plan it carries, an annex, the closing lines. */
export type Part = { label: string | null; start: number; front: Paragraph[]; sections: Section[] }

/** Lines of `tables` belong to their section but are none of its paragraphs. */
export function readParts(text: string, tables: Table[]): { parts: Part[]; warnings: Warning[] } {
  const lines = readLines(text)
  const bareAllowed = lines.filter((line) => line.mark !== null && rankOf(line.mark.style) <= 3).length < 2
  const builder = new TreeBuilder(text)
  const areas = tables.map((table) => [table.start, table.rows.at(-1)!.end] as const)
  let area = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    while (area < areas.length && areas[area]![1] <= line.start) area++
    if (area < areas.length && line.start >= areas[area]![0]) {
      builder.stretch(line)
      continue
    }
    const words = text.slice(line.start, Math.min(line.end, line.start + 80))
    if (isContentsLine(words)) continue
    if (closes(words, text, lines, i)) builder.open(null, line.start)
    if (/^附\s{0,2}件\s{0,2}\d{0,2}\s{0,2}(?:[:：]|$)/.test(words)) {
      builder.open(words, line.start)
      builder.add(line)
    } else if (line.mark !== null) builder.place(line, line.mark)
    else if (bareAllowed && isBareHeading(text.slice(line.start, line.end)))
      builder.place(line, { style: 'bare', ordinal: builder.nextBare(), printed: '', length: 0 })
    else builder.add(line)
  }
  return { parts: builder.finish(), warnings: builder.warnings }
}

const dateLine =
  /^[\s（(]*(?:\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|[二〇○零一二三四五六七八九十]{4,5}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)[\s）)]*$/

/** Whether a line is a date and nothing else, as under a signature. */
export function isDateLine(line: string): boolean {
  return line.length < 30 && dateLine.test(line)
}

/** 一、总体要求……3: a line of the table of contents. */
function isContentsLine(words: string): boolean {
  return /(?:[.…·．]\s?){3,}\s?\d{1,3}\s?$/.test(words) || /^目\s{0,4}录$/.test(words)
}

/** Copy lists, print notes and signatures end what stands before them. */
function closes(words: string, text: string, lines: Line[], i: number): boolean {
  if (/^(?:抄\s?送|主题词|（此件|\(此件|责任编辑|【?打印|分享到|扫一扫|相关链接|上一篇|下一篇|（联系人|版权所有)/.test(words))
    return true
  if (words.length > 40 || /[。；：，]/.test(words)) return false
  const next = lines[i + 1]
  return (
    next !== undefined &&
    /[府室厅会局部委院]\s*$/.test(words) &&
    isDateLine(text.slice(next.start, Math.min(next.end, next.start + 30)))
  )
}

/** Lists nested deeper than this are read as one level; no official document goes so far. */
const deepest = 8

type Open = { section: Section; mark: Mark }

class TreeBuilder {
  readonly warnings: Warning[] = []
  private readonly parts: Part[] = []
  private stack: Open[] = []
  private part: Part
  private lastOrdinal = new Map<string, number>()
  private depthOf = new Map<string, number>()
  private bare = 0
  private readonly text: string

  constructor(text: string) {
    this.text = text
    this.part = { label: null, start: 0, front: [], sections: [] }
    this.parts.push(this.part)
  }

  nextBare(): number {
    return ++this.bare
  }

  /** Begins a new part unless the present one has no numbered item yet and the new one has no name. */
  open(label: string | null, start: number): void {
    if (label === null && this.part.sections.length === 0) return
    this.part = { label, start, front: [], sections: [] }
    this.parts.push(this.part)
    this.stack = []
    this.lastOrdinal.clear()
    this.depthOf.clear()
  }

  add(line: Line): void {
    const top = this.stack.at(-1)
    const paragraph = { start: line.start, end: line.end }
    if (top === undefined) this.part.front.push(paragraph)
    else top.section.paragraphs.push(paragraph)
    for (const open of this.stack) open.section.end = line.end
  }

  /** The line lies inside the open items without being a paragraph of theirs. */
  stretch(line: Line): void {
    for (const open of this.stack) open.section.end = line.end
  }

  place(line: Line, mark: Mark): void {
    const depth = this.depthFor(mark, line)
    this.stack.length = depth
    const section = this.read(line, mark)
    const parent = this.stack.at(-1)?.section
    if (parent === undefined) this.part.sections.push(section)
    else parent.children.push(section)
    const listed = this.part.label !== null && this.part.sections.length <= 1 && this.stack.length === 0
    if (!listed && !this.stack.some((open) => open.mark.style === 'box')) this.noteGap(line, mark)
    for (const open of this.stack) open.section.end = line.end
    this.depthOf.set(mark.style, depth)
    if (!this.stack.some((open) => open.mark.style === 'box')) this.lastOrdinal.set(mark.style, mark.ordinal)
    this.stack.push({ section, mark })
  }

  finish(): Part[] {
    return this.parts
  }

  /** How many open items stay open above a new one. */
  private depthFor(mark: Mark, line: Line): number {
    let same = -1
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const open = this.stack[i]!.mark
      if (open.style !== mark.style) continue
      if (mark.ordinal === open.ordinal + 1) return i
      if (same < 0) same = i
    }
    if (same >= 0) {
      if (mark.ordinal !== 1) return same
      const boxed = this.stack.findIndex((open) => open.mark.style === 'box') > same
      const innermost = same === this.stack.length - 1
      if (same === 0 && rankOf(mark.style) <= 4 && !boxed) {
        this.open(null, line.start)
        return 0
      }
      const nested = boxed || (innermost && rankOf(mark.style) >= 6)
      return nested && this.stack.length < deepest ? this.stack.length : same
    }
    const root = this.stack[0]
    if (root !== undefined && rankOf(mark.style) < rankOf(root.mark.style) && rankOf(mark.style) <= 3) return 0
    return this.knownDepth(mark)
  }

  /** A style comes back at the depth it had before, but never closes an item of higher rank. */
  private knownDepth(mark: Mark): number {
    const known = this.depthOf.get(mark.style) ?? this.stack.length
    let depth = this.stack.length
    while (depth > known && rankOf(this.stack[depth - 1]!.mark.style) >= rankOf(mark.style)) depth--
    return depth
  }

  private read(line: Line, mark: Mark): Section {
    const contentStart = line.start + mark.length
    const content = this.text.slice(contentStart, line.end)
    const { title, length } = readTitle(content)
    const rest = contentStart + length
    const paragraphs = this.text.slice(rest, line.end).trim() === '' ? [] : [{ start: skipSpace(this.text, rest), end: line.end }]
    const titleSpan: [number, number] = [line.start, Math.min(rest, line.end)]
    return { mark, title, titleSpan, start: line.start, end: line.end, paragraphs, children: [] }
  }

  private noteGap(line: Line, mark: Mark): void {
    const last = this.lastOrdinal.get(mark.style)
    if (mark.style === 'bare' || mark.ordinal === 1 || rankOf(mark.style) > 6 || last === mark.ordinal - 1) return
    const printed = mark.printed
    const message =
      last === undefined
        ? `“${printed}”之前没有找到同级的前一项，原文可能缺漏或排版有误。`
        : `编号不连续：“${printed}”之前的同级编号是第 ${last} 项。`
    this.warnings.push({ message, span: [line.start, Math.min(line.end, line.start + 40)] })
  }
}

function skipSpace(text: string, at: number): number {
  let i = at
  while (i < text.length && text[i] === ' ') i++
  return i
}
