/** Two texts beside one another, line by line: what was taken out, what was put in, what stayed. */

export type LineChange = { is: 'same' | 'out' | 'in'; text: string; before: number | null; after: number | null }

/** The shortest way from one to the other; what was taken out stands before what was put in. Empty lists where nothing changed. */
export function difference(before: string, after: string): LineChange[] {
  const [a, b] = [before.split('\n'), after.split('\n')]
  const start = sharedStart(a, b)
  const end = sharedEnd(a, b, start)
  const [inA, inB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const middle = between(inA, inB).map((one) => ({
    ...one,
    before: one.before === null ? null : one.before + start,
    after: one.after === null ? null : one.after + start,
  }))
  const same = (from: number, to: number, shift: number): LineChange[] =>
    a.slice(from, to).map((text, i) => ({ is: 'same', text, before: from + i + 1, after: from + i + 1 + shift }))
  return [...same(0, start, 0), ...middle, ...same(a.length - end, a.length, b.length - a.length)]
}

/** Only what changed, with so many lines around it; null where lines are left out. */
export function excerpt(changes: readonly LineChange[], around = 2): (LineChange | null)[] {
  const near = (at: number) => changes.slice(Math.max(0, at - around), at + around + 1).some(({ is }) => is !== 'same')
  const shown: (LineChange | null)[] = []
  changes.forEach((change, at) => {
    if (near(at)) shown.push(change)
    else if (shown.at(-1) !== null) shown.push(null)
  })
  return changes.some(({ is }) => is !== 'same') ? shown : []
}

function sharedStart(a: readonly string[], b: readonly string[]): number {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n += 1
  return n
}
function sharedEnd(a: readonly string[], b: readonly string[], start: number): number {
  let n = 0
  while (n < a.length - start && n < b.length - start && a[a.length - 1 - n] === b[b.length - 1 - n]) n += 1
  return n
}

/** Beyond so many pairs of lines everything between is told as replaced: nobody reads such a difference line by line. */
const most = 4_000_000

function between(a: readonly string[], b: readonly string[]): LineChange[] {
  const out = (i: number): LineChange => ({ is: 'out', text: a[i]!, before: i + 1, after: null })
  const put = (j: number): LineChange => ({ is: 'in', text: b[j]!, before: null, after: j + 1 })
  if (a.length * b.length > most) return [...a.map((_, i) => out(i)), ...b.map((_, j) => put(j))]
  const common = longest(a, b)
  const changes: LineChange[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      changes.push({ is: 'same', text: a[i]!, before: i + 1, after: j + 1 })
      i += 1
      j += 1
    } else if (j === b.length || (i < a.length && common(i + 1, j) >= common(i, j + 1))) changes.push(out(i++))
    else changes.push(put(j++))
  }
  return changes
}

/** How many lines two rests have in common, in their order. */
function longest(a: readonly string[], b: readonly string[]) {
  const width = b.length + 1
  const table = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i * width + j] =
        a[i] === b[j] ? table[(i + 1) * width + j + 1]! + 1 : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!)
    }
  }
  return (i: number, j: number) => table[i * width + j]!
}
