/**
 * How deep a YAML text goes, seen before it is read: the reader follows every level with a call of its own, and a text of
 * nothing but brackets would take the whole server down with it.
 */

/** More than any text of definitions or criteria needs. */
const deepest = 40

/** Where a text goes deeper than anything that is meant; null where it does not. */
export function tooDeep(text: string): number | null {
  let open = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '[' || sign === '{') open += 1
    else if ((sign === ']' || sign === '}') && open > 0) open -= 1
    if (open > deepest) return at
  }
  // Levels written one behind the other (- - - a), and those that lie further in line by line.
  const stairs = /^[ ]*(?:[-?:][ \t]+){40}/m.exec(text) ?? /^[ ]{200}/m.exec(text)
  return stairs?.index ?? null
}

/** Line and column of a place, as people count them. */
export function placeIn(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}
