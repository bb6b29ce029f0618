/** Printed lines of pages → paragraphs, by where lines begin and end on the page. */

export type PrintedLine = { words: string; left: number; right: number; y: number; size: number }

export function joinLines(pages: PrintedLine[][]): string {
  const running = runningHeads(pages)
  const paragraphs: string[][] = []
  let before: PrintedLine | null = null
  for (const page of pages) {
    const lines = page.filter((line) => !isPageNumber(line.words) && !running.has(line.words.trim()))
    const margins = marginsOf(lines)
    for (const line of lines) {
      if (before !== null && goesOn(before, line, margins)) paragraphs.at(-1)!.push(spaced(before.words, line.words))
      else paragraphs.push([line.words])
      before = line
    }
  }
  return paragraphs.map((pieces) => pieces.join('').trim()).join('\n')
}

function isPageNumber(words: string): boolean {
  return /^\s*(?:[-—–－·]?\s{0,3}\d{1,4}\s{0,3}[-—–－·]?|第\s{0,2}\d{1,4}\s{0,2}页.{0,12})\s*$/.test(words)
}

/** The same words at the top or bottom of most pages are no part of the text. */
function runningHeads(pages: PrintedLine[][]): Set<string> {
  if (pages.length < 4) return new Set()
  const seen = new Map<string, number>()
  for (const page of pages)
    for (const line of new Set([page[0], page.at(-1)]))
      if (line !== undefined) seen.set(line.words.trim(), (seen.get(line.words.trim()) ?? 0) + 1)
  return new Set([...seen].filter(([, count]) => count >= pages.length * 0.6).map(([words]) => words))
}

type Margins = { left: number; right: number }

function marginsOf(lines: PrintedLine[]): Margins {
  const lefts = lines.map((line) => line.left).sort((a, b) => a - b)
  const rights = lines.map((line) => line.right).sort((a, b) => a - b)
  return { left: lefts[Math.floor(lefts.length * 0.1)] ?? 0, right: rights[Math.floor(rights.length * 0.9)] ?? 0 }
}

/** A line goes on with the one before it where that one reached the right margin and this one is not indented. */
function goesOn(before: PrintedLine, line: PrintedLine, margins: Margins): boolean {
  if (before.words.includes('\t') || line.words.includes('\t')) return false
  const full = before.right >= margins.right - before.size * 2.2
  const indented = line.left > margins.left + line.size * 1.2
  return full && !indented && Math.abs(before.size - line.size) < 1.5
}

function spaced(before: string, words: string): string {
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(words) ? ` ${words}` : words
}
