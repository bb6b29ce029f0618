/** The title of an official document, broken between words into lines of nearly the same length. */

/** Width in characters: digits and Latin letters take half of one. */
export const widthOf = (text: string) =>
  [...text].reduce((sum, character) => sum + (/[\u0020-\u007e]/.test(character) ? 0.5 : 1), 0)

/** Lines as given where the title has line breaks; otherwise as few as fit, as even as words allow. */
export function titleLines(title: string, fits: number): string[] {
  if (/[\r\n]/.test(title)) return title.split(/[\r\n]+/).map((part) => part.trim())
  const count = Math.ceil(widthOf(title) / fits)
  if (count <= 1) return [title]
  return fold(wordsOf(title), count, fits) ?? fold(wordsOf(title), count + 1, fits) ?? [title]
}

/** Words that stay whole; what may not begin or end a line, and a word of one character, clings to its neighbour. */
function wordsOf(title: string): string[] {
  const parts = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(title)].map(({ segment }) => segment)
  return parts.reduce<string[]>((words, part) => {
    const last = words.at(-1)
    const clings =
      last !== undefined &&
      (/^[》〉）〕】”’、，。：；！？—-]/.test(part) || /^\p{Script=Han}$/u.test(part) || /[《〈（〔【“‘—-]$/.test(last))
    if (clings) words[words.length - 1] = last + part
    else words.push(part)
    return words
  }, [])
}

/** The division into `count` lines whose lengths differ least; null when the words do not fit. */
function fold(words: string[], count: number, fits: number): string[] | null {
  const even = widthOf(words.join('')) / count
  type Best = { cost: number; lines: string[] } | null
  const known = new Map<string, Best>()
  const best = (from: number, left: number): Best => {
    if (from === words.length) return left === 0 ? { cost: 0, lines: [] } : null
    if (left === 0) return null
    const key = `${from}/${left}`
    if (known.has(key)) return known.get(key)!
    let found: Best = null
    for (let to = from + 1; to <= words.length; to += 1) {
      const line = words.slice(from, to).join('')
      if (widthOf(line) > fits) break
      const rest = best(to, left - 1)
      const cost = rest && rest.cost + (widthOf(line) - even) ** 2
      if (rest && cost !== null && (!found || cost < found.cost)) found = { cost, lines: [line, ...rest.lines] }
    }
    known.set(key, found)
    return found
  }
  return best(0, count)?.lines ?? null
}
