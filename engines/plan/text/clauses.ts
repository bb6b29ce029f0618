/** Sentences cut into clauses so that each holds one statement; brackets and quotations are hidden from the cutting. */

export type Piece = { start: number; end: number }

/** Same length as the text; what stands in brackets, quotation marks and book marks becomes ＿. */
export function mask(text: string): string {
  const out: string[] = []
  let from = 0
  let open: { at: number; closer: string; opener: string; depth: number } | null = null
  for (const match of text.matchAll(/[（()）“”《》【】[\]〔〕「」\n]/g)) {
    const c = match[0]
    const i = match.index
    if (open !== null && i - open.at > 400) open = null
    if (open === null) {
      const closer = closers[c]
      if (closer !== undefined) open = { at: i, closer, opener: c, depth: 1 }
    } else if (open.closer.includes(c)) {
      if (--open.depth > 0) continue
      out.push(text.slice(from, open.at), '＿'.repeat(i + 1 - open.at))
      from = i + 1
      open = null
    } else if (c === open.opener) open.depth++
    else if (c === '\n') open = null
  }
  out.push(text.slice(from))
  return out.join('')
}

const closers: Record<string, string> = {
  '（': '）)',
  '(': '）)',
  '“': '”',
  '《': '》',
  '【': '】',
  '[': ']',
  '〔': '〕',
  '「': '」',
}

/** Sentences end with 。！？； or the line; one without end is cut after so many characters. */
export function cutSentences(masked: string): Piece[] {
  return cutAt(masked, /[。！？；;!?\n]/g).flatMap((piece) => {
    const pieces: Piece[] = []
    for (let start = piece.start; start < piece.end; start += longestSentence)
      pieces.push({ start, end: Math.min(start + longestSentence, piece.end) })
    return pieces
  })
}

const longestSentence = 1200

/** Clauses end with a comma or a colon; a comma inside a number is none. */
export function cutClauses(masked: string, from: number, to: number): Piece[] {
  return cutAt(masked.slice(from, to), /，|：|:(?!\d)|,(?!\d{3})/g).map(({ start, end }) => ({
    start: from + start,
    end: from + end,
  }))
}

function cutAt(text: string, pattern: RegExp): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index > start) pieces.push({ start, end: match.index })
    start = match.index + match[0].length
  }
  if (start < text.length) pieces.push({ start, end: text.length })
  return pieces
}

/** The brackets of a stretch with what is inside them, for figures like （其中：2022年…）. */
export function readBrackets(text: string): Piece[] {
  return [...text.matchAll(/[（(]([^（()）\n]{2,300})[）)]/g)].map((match) => ({
    start: match.index + 1,
    end: match.index + match[0].length - 1,
  }))
}
