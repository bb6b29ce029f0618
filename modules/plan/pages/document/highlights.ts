/** Where the items of a plan stand in its text: the text cut into chunks to draw, lines, and pieces under the same marks. */

export type Mark = { kind: string; id: string; start: number; end: number }
export type Piece = {
  start: number
  end: number
  /** Innermost (shortest) first. */
  marks: Mark[]
}
export type Chunk = { start: number; end: number }

/** Chunks end at line ends where they can; a single endless line is cut all the same. Together they are the text. */
export function cutChunks(text: string, size = 4000): Chunk[] {
  const chunks: Chunk[] = []
  for (let start = 0; start < text.length; ) {
    const lineEnd = text.lastIndexOf('\n', start + size)
    const end = start + size >= text.length ? text.length : lineEnd > start ? lineEnd + 1 : keepPair(text, start + size)
    chunks.push({ start, end })
    start = end
  }
  return chunks
}

/** Never between the two halves of a surrogate pair. */
const keepPair = (text: string, at: number) => (/[\ud800-\udbff]/.test(text[at - 1]!) ? at + 1 : at)

/** The lines of a chunk without their line ends; empty ones left out. */
export function linesOf(text: string, { start, end }: Chunk): Chunk[] {
  const lines: Chunk[] = []
  for (let from = start; from < end; ) {
    const found = text.indexOf('\n', from)
    const to = found === -1 || found >= end ? end : found
    if (text.slice(from, to).trim()) lines.push({ start: from, end: to })
    from = to + 1
  }
  return lines
}

/** A stretch of text cut wherever a mark begins or ends. Pieces follow each other without a gap. */
export function cutPieces({ start, end }: Chunk, marks: readonly Mark[]): Piece[] {
  const within = marks.filter((mark) => mark.start < end && mark.end > start && mark.start < mark.end)
  const cuts = new Set([start, end])
  for (const mark of within) {
    cuts.add(Math.max(start, mark.start))
    cuts.add(Math.min(end, mark.end))
  }
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(0, -1).map((from, i) => ({
    start: from,
    end: places[i + 1]!,
    marks: within
      .filter((mark) => mark.start <= from && mark.end >= places[i + 1]!)
      .sort((a, b) => a.end - a.start - (b.end - b.start) || a.id.localeCompare(b.id)),
  }))
}

/** The mark to choose at a place: the innermost, or the next one outwards when the innermost is already chosen. */
export function markAt(marks: readonly Mark[], chosen: string | null): Mark | null {
  const at = marks.findIndex(({ id }) => id === chosen)
  return marks[(at + 1) % marks.length] ?? null
}
