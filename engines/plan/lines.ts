/** The lines of a plan with their numbers; run-on paragraphs are cut where a new number begins inside them. */
import { type Mark, type MarkStyle, readMark } from './marks.ts'

export type Line = { start: number; end: number; mark: Mark | null }

export function readLines(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    if (end > start) for (const piece of cut(text, start, end)) lines.push(piece)
    start = end + 1
  }
  return lines
}

const rank: Record<MarkStyle, number> = {
  part: 0,
  chapter: 1,
  bare: 1,
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

/** One line, or several where official numbers follow a full stop or a closed bracket inside it. */
function cut(text: string, start: number, end: number): Line[] {
  const line = text.slice(start, end)
  const first = readMark(line)
  const pieces: Line[] = [{ start, end, mark: first }]
  if (end - start < 12) return pieces
  const candidates = inlineMarks(line)
  if (candidates.length === 0) return pieces
  const flat = line.length >= 400 && ascending(candidates.filter((c) => c.mark.style === 'arabic').map((c) => c.mark.ordinal))
  let opened = { at: first === null ? 0 : first.length, mark: first }
  for (const { at, mark } of candidates) {
    if (!begins(line, at, mark, opened, flat)) continue
    pieces.at(-1)!.end = start + at
    pieces.push({ start: start + at, end, mark })
    opened = { at: at + mark.length, mark }
  }
  for (const piece of pieces) while (piece.end > piece.start && /\s/.test(text[piece.end - 1]!)) piece.end--
  return pieces
}

type Opened = { at: number; mark: Mark | null }

function begins(line: string, at: number, mark: Mark, opened: Opened, flat: boolean): boolean {
  const before = line.slice(Math.max(opened.at, at - 120), at).trimEnd()
  const deeper = opened.mark !== null && rank[mark.style] > rank[opened.mark.style]
  const next = opened.mark !== null && mark.style === opened.mark.style && mark.ordinal === opened.mark.ordinal + 1
  if (deeper && mark.ordinal === 1 && at - opened.at <= 30 && rank[mark.style] <= 6) return true
  if (!/[。！？）)】\]]$/.test(before)) return false
  if (/[）)】\]]$/.test(before)) return endsWithOwner(before) && rank[mark.style] <= 8
  if (mark.style === 'han') return true
  if (mark.style === 'hanBracket') return opened.mark === null || rank[opened.mark.style] <= 5 || flat
  if (mark.style === 'arabic') return flat || (deeper && at - opened.at <= 30) || (next && flat)
  return mark.style === 'chapter' || mark.style === 'section'
}

function endsWithOwner(before: string): boolean {
  const open = Math.max(before.lastIndexOf('（'), before.lastIndexOf('('), before.lastIndexOf('【'), before.lastIndexOf('['))
  return /责任|牵头|负责|配合|落实/.test(before.slice(Math.max(0, open)))
}

function ascending(ordinals: number[]): boolean {
  let run = 0
  for (let i = 1; i < ordinals.length; i++) if (ordinals[i] === ordinals[i - 1]! + 1) run++
  return run >= 2
}

/** Every place inside the line where something that looks like a number follows a stop, a bracket or a short heading. */
function inlineMarks(line: string): { at: number; mark: Mark }[] {
  const found: { at: number; mark: Mark }[] = []
  const pattern =
    /[（(](?=[一二三四五六七八九十\d]{1,3}[）)])|(?<=[。！？）)】\]]\s{0,3})(?:第?[一二三四五六七八九十]{1,3}[、章节]|\d{1,3}[.．、](?!\d))/g
  for (let match = pattern.exec(line); match !== null; match = pattern.exec(line)) {
    if (match.index === 0) continue
    const mark = readMark(line.slice(match.index, match.index + 24))
    if (mark !== null) found.push({ at: match.index, mark })
  }
  return found
}
