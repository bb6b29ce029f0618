/** Which firms choose anew together: some that could take each other's places, grown from one firm at random. */
import type { Random } from './random.ts'
import type { Shortlist } from './shortlist.ts'
import type { State } from './state.ts'

/** As many firms as asked for, or all that hang together. */
export function neighbours({ matrix, top, held, entry }: State, list: Shortlist, size: number, random: Random): Uint8Array {
  const chosen = new Uint8Array(matrix.firms)
  const known = new Uint8Array(matrix.rows)
  const open: number[] = []
  let count = 0
  const join = (firm: number) => {
    if (chosen[firm] === 1) return
    chosen[firm] = 1
    count += 1
    // The places a firm would rather take count more than once in the draw.
    for (let at = list.first[firm]!; at < list.first[firm + 1]!; at += 1) {
      const option = list.option[at]!
      for (let each = matrix.start[option]!; each < matrix.start[option + 1]!; each += 1) open.push(matrix.row[each]!)
    }
  }
  join(random.below(matrix.firms))
  while (count < size && open.length > 0) {
    const drawn = random.below(open.length)
    const row = open[drawn]!
    open[drawn] = open.at(-1)!
    open.pop()
    if (known[row] === 1) continue
    known[row] = 1
    for (let place = top[row]!; place < top[row]! + held[row]!; place += 1) join(matrix.firm[matrix.option[entry[place]!]!]!)
  }
  return chosen
}
