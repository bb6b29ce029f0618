/** Brings any text of an official document into one form: line ends, spaces, digits, page numbers and hard-wrapped lines. */
import { readMark } from './marks.ts'

/** Every span of a plan counts in the text returned here. Sentences and words are kept; only layout is changed. */
export function normalise(raw: string): string {
  const lines = unifyCharacters(raw)
    .split('\n')
    .flatMap(unpiped)
    .filter((line) => !isPageNumber(line))
  return unwrap(lines).join('\n').trim()
}

function unifyCharacters(raw: string): string {
  return raw
    .replace(/\r\n?|\u2028|\u2029|\u0085|\f|\v/g, '\n')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad\u0000-\u0008\u000e-\u001f\u007f]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u2f00-\u2fdf\uf900-\ufaff]/g, (c) => c.normalize('NFKC'))
    .replace(/％/g, '%')
}

/** | 序号 | 任务 |, a table drawn with bars, becomes one with tabs; its rule of dashes goes. */
function unpiped(line: string): string[] {
  const row = line.trim()
  if (!row.startsWith('|') || row.length < 3 || row.length > 4000) return [line]
  const cells = row.replace(/^\||\|$/g, '').split('|')
  if (cells.length < 2) return [line]
  return cells.every((cell) => /^\s*:?-+:?\s*$/.test(cell)) ? [] : [cells.map((cell) => cell.trim()).join('\t')]
}

const pageNumber =
  /^\s*(?:[-—–－·•]{1,3}\s{0,4}\d{1,4}\s{0,4}[-—–－·•]{1,3}|第\s{0,2}\d{1,4}\s{0,2}页(?:[，,/\s]{0,3}共\s{0,2}\d{1,4}\s{0,2}页)?|\d{1,4}\s?\/\s?\d{1,4})\s*$/

function isPageNumber(line: string): boolean {
  return line.length < 40 && pageNumber.test(line)
}

/** Joins lines that were broken in the middle of a sentence, as text copied out of a PDF is. */
function unwrap(lines: string[]): string[] {
  const width = wrapWidth(lines)
  const whole: string[] = []
  let pieces: string[] = []
  let open = 0
  let blank = false
  const close = () => {
    if (pieces.length > 0) whole.push(pieces.join(''))
    pieces = []
    open = 0
  }
  for (const line of lines) {
    const body = untabbed(line.trim())
    if (body === '') {
      blank = true
      continue
    }
    const before = pieces.at(-1)
    const indented = /^\s{2,8}\S/.test(line)
    if (before !== undefined && continues({ before, body, indented, blank, width, open, pieces: pieces.length })) {
      pieces.push(/[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(body) ? ` ${body}` : body)
    } else {
      close()
      if (blank && whole.length > 0) whole.push('')
      pieces = [body]
    }
    open = Math.max(0, open + bracketBalance(body))
    blank = false
  }
  close()
  return whole
}

/** A single tab after a number is a space of the list, not a column of a table. */
function untabbed(body: string): string {
  const tab = body.indexOf('\t')
  return tab < 0 || tab > 8 || body.indexOf('\t', tab + 1) >= 0 || readMark(body) === null ? body : body.replace('\t', ' ')
}

type Break = {
  before: string
  body: string
  indented: boolean
  blank: boolean
  width: number | null
  open: number
  pieces: number
}

/** Whether `body` goes on with the sentence of the line before it. */
function continues({ before, body, indented, blank, width, open, pieces }: Break): boolean {
  if (before.includes('\t') || body.includes('\t') || readMark(body) !== null || /^(附件|抄送|主送|专栏)/.test(body)) return false
  if (/[、，]$/.test(before)) return !/[：:]$/.test(body)
  if (open > 0 && pieces < 6 && !blank && /[)）\]】]/.test(body.slice(0, 200))) return true
  if (width === null || indented || blank) return false
  if (/[。！？；：:!?;…]$/.test(before)) return false
  return before.length >= width * 0.72
}

/** The width at which a document was hard-wrapped, in characters; null where its lines are whole paragraphs. */
function wrapWidth(lines: string[]): number | null {
  const lengths: number[] = []
  let broken = 0
  for (const line of lines) {
    const body = line.trim()
    if (body === '' || body.includes('\t')) continue
    lengths.push(body.length)
    if (body.length >= 15 && !/[。！？；：:!?;…）)】\]”》]$/.test(body)) broken++
  }
  if (lengths.length < 8 || broken < lengths.length * 0.25) return null
  lengths.sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.9)]!
  return width >= 15 && width <= 80 ? width : null
}

function bracketBalance(line: string): number {
  let balance = 0
  for (const c of line) {
    if (c === '（' || c === '(' || c === '【') balance++
    else if (c === '）' || c === ')' || c === '】') balance--
  }
  return balance
}
