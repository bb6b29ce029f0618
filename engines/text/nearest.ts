/** The title that was probably meant where a wrong one is written. */

/** `，是否指“营业收入”？`, or nothing where no title is near. */
export function nearestNote(word: string, titles: Iterable<string>): string {
  const near = nearest(word, titles)
  return near === null ? '' : `，是否指“${near}”？`
}

/** Of the titles with at least half of the word's signs right, the one with the fewest to change. */
export function nearest(word: string, titles: Iterable<string>): string | null {
  let best: string | null = null
  let least = Math.floor(Math.max(2, word.length) / 2) + 1
  if (word.length > longest) return null
  for (const title of titles) {
    // Of two as near, the one that has more of the word's signs: 研发经费 is rather 研发费用 than 研发人员.
    const changes = distance(word, title) / (shortens(word, title) ? 2 : 1) - shared(word, title) / 1000
    if (changes < least) [best, least] = [title, changes]
  }
  return best
}

const shared = (word: string, title: string) => [...word].filter((sign) => title.includes(sign)).length

/** Nobody misspells more than this. */
const longest = 60

/** 营收 for 营业收入. */
function shortens(word: string, title: string): boolean {
  let at = 0
  for (const sign of title) if (sign === word[at]) at += 1
  return at === word.length
}

/** Signs to change, add or leave out. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [line, sign] of [...one].entries()) {
    const next = [line + 1]
    for (let at = 0; at < other.length; at += 1) {
      next.push(Math.min(row[at + 1]! + 1, next[at]! + 1, row[at]! + (other[at] === sign ? 0 : 1)))
    }
    row = next
  }
  return row.at(-1)!
}
