/** A first answer at once: firms in the order of what they would lose by coming second, each to what is cheapest now. */
import type { Matrix } from './compile.ts'
import { priced } from './prices.ts'
import { enter, type State, stateOf, toEnter } from './state.ts'

/** Rows may be broken where nothing else is left; the search mends them. */
export function greedy(matrix: Matrix, price: Float64Array, weight: Float64Array): State {
  const regret = Float64Array.from({ length: matrix.firms }, (_, firm) => regretOf(matrix, price, firm))
  const order = Int32Array.from(regret.keys()).sort((a, b) => regret[b]! - regret[a]!)
  const state = stateOf(matrix, new Int32Array(matrix.firms).fill(-1), weight)
  for (const firm of order) {
    let chosen = matrix.first[firm]!
    let least = Number.POSITIVE_INFINITY
    for (let option = chosen; option < matrix.first[firm + 1]!; option += 1) {
      const value = toEnter(state, option) - matrix.cost[option]! + priced(matrix, price, option)
      if (value >= least) continue
      least = value
      chosen = option
    }
    enter(state, chosen)
  }
  return state
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
