/** The lines of a plan with their numbers; run-on paragraphs are cut where a new number begins inside them. */
import { type Mark, type MarkStyle, readMark, readPlainNumber } from './marks.ts'

export type Line = { start: number; end: number; mark: Mark | null }

export function readLines(text: string): Line[] {
  const lines: Line[] = []
  const decimal = (text.match(/^\d{1,2}\.\d{1,2}[\s、]{0,3}[\u4e00-\u9fff]/gm)?.length ?? 0) >= 2
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    if (end > start) for (const piece of cut(text, start, end, decimal)) lines.push(piece)
    start = end + 1
  }
  return lines
}

const rank: Record<MarkStyle, number> = {
  part: 0,
  chapter: 1,
  bare: 1,
  number: 3,
  section: 2,
  han: 3,
  article: 4,
  named: 4,
  hanBracket: 5,
  box: 5,
  decimal2: 6,
  arabic: 6,
  decimal3: 7,
  arabicBracket: 8,
  arabicHalf: 8,
  circled: 9,
}

export function rankOf(style: MarkStyle): number {
  return rank[style]
}

/** One line, or several where official numbers go on inside it. */
function cut(text: string, start: number, end: number, decimal: boolean): Line[] {
  const line = text.slice(start, end)
  if (line.includes('\t')) return [{ start, end, mark: null }]
  const first = readMark(line) ?? (decimal ? readPlainNumber(line) : null)
  const pieces: Line[] = [{ start, end, mark: first }]
  if (end - start < 12) return pieces
  const candidates = inlineMarks(line)
  if (candidates.length === 0) return pieces
  const sequence = new Sequence(first, isFlat(line, candidates))
  for (const { at, mark } of candidates) {
    if (!sequence.takes(line, at, mark)) continue
    pieces.at(-1)!.end = start + at
    pieces.push({ start: start + at, end, mark })
  }
  for (const piece of pieces) while (piece.end > piece.start && /\s/.test(text[piece.end - 1]!)) piece.end--
  return pieces
}

type Candidate = { at: number; mark: Mark }

/** Follows the numbers inside one line: a candidate counts where it goes on with them and its surroundings allow it. */
class Sequence {
  private readonly last = new Map<MarkStyle, number>()
  private opened: Candidate | null
  private readonly flat: boolean

  constructor(first: Mark | null, flat: boolean) {
    this.flat = flat
    this.opened = first === null ? null : { at: first.length, mark: first }
    if (first !== null) this.last.set(first.style, first.ordinal)
  }

  takes(line: string, at: number, mark: Mark): boolean {
    if (!this.begins(line, at, mark)) return false
    for (const style of this.last.keys()) if (rank[style] > rank[mark.style]) this.last.delete(style)
    this.last.set(mark.style, mark.ordinal)
    this.opened = { at: at + mark.length, mark }
    return true
  }

  private begins(line: string, at: number, mark: Mark): boolean {
    const from = this.opened?.at ?? 0
    const before = line.slice(Math.max(from, at - 120), at).trimEnd()
    const goesOn = mark.ordinal === (this.last.get(mark.style) ?? 0) + 1
    const deeper = this.opened !== null && rank[mark.style] > rank[this.opened.mark.style]
    const afterHeading = deeper && at - from <= 40 && rank[mark.style] <= 6 && !/[。；，：、,“（(]$/.test(before)
    if (afterHeading && (mark.ordinal === 1 || goesOn || this.flat)) return true
    if (/[）)】\]]$/.test(before) && endsWithOwner(before))
      return rank[mark.style] <= 8 && (mark.ordinal === 1 || goesOn || this.flat)
    if (this.flat && goesOn && rank[mark.style] <= 6) return /[。！？；：:）)】\]]$/.test(before) || /\s/.test(line[at - 1]!)
    if (!/[。！？]$/.test(before)) return false
    if (rank[mark.style] <= 3) return true
    if (mark.style === 'arabic' && goesOn && this.opened?.mark.style === 'arabic') return true
    if (mark.style === 'hanBracket') return this.opened === null || rank[this.opened.mark.style] <= 5 || this.flat
    return mark.style === 'arabic' && deeper && at - from <= 30
  }
}

function endsWithOwner(before: string): boolean {
  const open = Math.max(before.lastIndexOf('（'), before.lastIndexOf('('), before.lastIndexOf('【'), before.lastIndexOf('['))
  return /责任|牵头|负责|配合|落实/.test(before.slice(Math.max(0, open)))
}

/** A line that holds a whole chapter or a whole document: long, and with three numbers that follow each other. */
function isFlat(line: string, candidates: Candidate[]): boolean {
  if (line.length < 200) return false
  return (['han', 'hanBracket', 'arabic'] as const).some((style) => {
    let run = 0
    let last = 0
    for (const { mark } of candidates) {
      if (mark.style !== style) continue
      if (mark.ordinal === last + 1) run++
      last = mark.ordinal
    }
    return run >= 3
  })
}

/** Every place inside the line where something that looks like a number follows a stop, a bracket or a short heading. */
function inlineMarks(line: string): Candidate[] {
  const found: Candidate[] = []
  const pattern =
    /[（(](?=[一二三四五六七八九十\d]{1,3}[）)])|(?<=[。！？）)】\]；：:\s]\s{0,3})(?:第?[一二三四五六七八九十]{1,3}[、章节]|\d{1,3}[.．、](?!\d(?!\d{3}\s?年)))/g
  for (let match = pattern.exec(line); match !== null; match = pattern.exec(line)) {
    if (match.index === 0) continue
    const mark = readMark(line.slice(match.index, match.index + 24))
    if (mark !== null) found.push({ at: match.index, mark })
  }
  return found
}
