/** A first answer at once: firms one after the other, each to what is cheapest to it now. */
import type { Matrix } from './compile.ts'
import { priced } from './prices.ts'
import { enter, type State, stateOf, toEnter } from './state.ts'

export type Way = {
  /** Those that lose most by coming second, which makes it cheap, or those that take most room, which makes it fit. */
  first: 'regret' | 'size'
  /** Nothing is filled beyond its most where anything else is left, however little it would be beyond. */
  careful: boolean
}

/** Rows may be broken where nothing else is left; the search mends them. */
export function greedy(matrix: Matrix, price: Float64Array, weight: Float64Array, { first, careful }: Way): State {
  const rank = Float64Array.from({ length: matrix.firms }, (_, firm) =>
    first === 'regret' ? regretOf(matrix, price, firm) : sizeOf(matrix, firm),
  )
  const order = Int32Array.from(rank.keys()).sort((a, b) => rank[b]! - rank[a]!)
  const state = stateOf(matrix, new Int32Array(matrix.firms).fill(-1), weight)
  for (const firm of order) {
    let chosen = matrix.first[firm]!
    let least = Number.POSITIVE_INFINITY
    let fits = false
    for (let option = matrix.first[firm]!; option < matrix.first[firm + 1]!; option += 1) {
      const fit = careful && fitsIn(state, option)
      const value = toEnter(state, option) - matrix.cost[option]! + priced(matrix, price, option)
      if (fit === fits ? value >= least : fits) continue
      fits = fit
      least = value
      chosen = option
    }
    enter(state, chosen)
  }
  return state
}

function fitsIn({ matrix: { start, row, amount, most }, load }: State, option: number): boolean {
  for (let at = start[option]!; at < start[option + 1]!; at += 1)
    if (load[row[at]!]! + amount[at]! > most[row[at]!]!) return false
  return true
}

/** How much dearer the second-best option is, at these prices. */
function regretOf(matrix: Matrix, price: Float64Array, firm: number): number {
  let [best, second] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let option = matrix.first[firm]!; option < matrix.first[firm + 1]!; option += 1) {
    const value = priced(matrix, price, option)
    if (value < best) [best, second] = [value, best]
    else if (value < second) second = value
  }
  return second - best
}

/** The share of its rows that the firm takes at least. */
function sizeOf({ first, start, row, amount, most }: Matrix, firm: number): number {
  let size = Number.POSITIVE_INFINITY
  for (let option = first[firm]!; option < first[firm + 1]!; option += 1) {
    let share = 0
    for (let at = start[option]!; at < start[option + 1]!; at += 1) share += amount[at]! / most[row[at]!]!
    size = Math.min(size, share)
  }
  return size
}
