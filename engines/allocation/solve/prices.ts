/**
 * Prices of rows: what a unit of each row is worth, found by raising the price of what is sought too much.
 *
 * Lagrangian relaxation of all rows (Fisher 1981): every firm takes what is cheapest to it at these prices, which cannot cost
 * more than the best answer; the subgradient method with Polyak's step raises that bound. It comes near the bound of the
 * linear relaxation in milliseconds and needs no solver.
 */
import type { Matrix } from './compile.ts'

export type Prices = { price: Float64Array; bound: number }

/**
 * Prices are multiples of this power of two: sums with whole costs and amounts then need no rounding, and a bound is proven.
 * Eight bits are kept for sums that go beyond the objective itself.
 */
export function grainOf({ firms, first, cost }: Matrix): number {
  let total = 1
  for (let firm = 0; firm < firms; firm += 1) {
    let dearest = 0
    for (let option = first[firm]!; option < first[firm + 1]!; option += 1) dearest = Math.max(dearest, Math.abs(cost[option]!))
    total += dearest
  }
  return 2 ** (Math.ceil(Math.log2(total)) - 44)
}

export const rounded = (value: number, grain: number) => Math.round(value / grain) * grain

/** `target`: the cost of an answer that is known or hoped for. */
export function priceRows(matrix: Matrix, target: number, rounds: number, from?: Float64Array): Prices {
  const { rows } = matrix
  const grain = grainOf(matrix)
  const price = new Float64Array(rows).map((_, row) => permitted(matrix, row, rounded(from?.[row] ?? 0, grain)))
  const best: Prices = { price: price.slice(), bound: Number.NEGATIVE_INFINITY }
  const load = new Float64Array(rows)
  const direction = new Float64Array(rows)
  const scale = scales(matrix)
  let boldness = 1.5
  let idle = 0
  for (let round = 0; round < rounds && boldness > 0.01; round += 1) {
    const bound = relax(matrix, price, load)
    idle += 1
    if (bound > best.bound) {
      if (bound > best.bound + 1e-4 * Math.abs(bound)) idle = 0
      best.bound = bound
      best.price.set(price)
    }
    if (idle > 8) {
      boldness *= 0.7
      idle = 0
      price.set(best.price)
      direction.fill(0)
      continue
    }
    let norm = 0
    for (let row = 0; row < rows; row += 1) {
      direction[row] = pressure(matrix, row, price[row]!, load[row]!) / scale[row]! + 0.5 * direction[row]!
      norm += direction[row]! ** 2
    }
    if (norm === 0) break
    const step = (boldness * Math.max(target - bound, Math.abs(target) * 1e-4)) / norm
    for (let row = 0; row < rows; row += 1)
      price[row] = permitted(matrix, row, rounded(price[row]! + (step * direction[row]!) / scale[row]!, grain))
  }
  return best
}

/** The mean amount in each row, so that ㎡ and firms weigh alike. */
export function scales({ rows, row, amount }: Matrix): Float64Array {
  const sum = new Float64Array(rows)
  const count = new Float64Array(rows)
  for (const [at, each] of row.entries()) {
    sum[each]! += amount[at]!
    count[each]! += 1
  }
  return sum.map((total, each) => (total > 0 ? total / count[each]! : 1))
}

/** A row with only a most has a price of at least nothing, one with only a least of at most nothing. */
export function permitted({ least, most }: Matrix, row: number, value: number): number {
  if (value > 0 && most[row] === Number.POSITIVE_INFINITY) return 0
  if (value < 0 && least[row] === Number.NEGATIVE_INFINITY) return 0
  return value
}

/** How far what is sought lies beyond the bound the price presses against: the most above nothing, the least below. */
export function pressure({ least, most }: Matrix, row: number, price: number, load: number): number {
  if (price > 0 || load > most[row]!) return load - most[row]!
  return price < 0 || load < least[row]! ? load - least[row]! : 0
}

/** Every firm takes its cheapest option at these prices; `load` becomes what is sought. */
function relax(matrix: Matrix, price: Float64Array, load: Float64Array): number {
  const { first, start, row, amount } = matrix
  let bound = -paid(matrix, price)
  load.fill(0)
  for (let firm = 0; firm < matrix.firms; firm += 1) {
    let cheapest = -1
    let least = Number.POSITIVE_INFINITY
    for (let option = first[firm]!; option < first[firm + 1]!; option += 1) {
      const value = priced(matrix, price, option)
      if (value >= least) continue
      least = value
      cheapest = option
    }
    bound += least
    for (let at = start[cheapest]!; at < start[cheapest + 1]!; at += 1) load[row[at]!]! += amount[at]!
  }
  return bound
}

/** What all rows together bring in at these prices when each is filled to the bound its price presses against. */
export function paid({ rows, least, most }: Matrix, price: Float64Array): number {
  let sum = 0
  for (let row = 0; row < rows; row += 1) if (price[row] !== 0) sum += price[row]! * (price[row]! > 0 ? most[row]! : least[row]!)
  return sum
}

/** What an option costs when rows have prices. */
export function priced({ cost, start, row, amount }: Matrix, price: Float64Array, option: number): number {
  let sum = cost[option]!
  for (let at = start[option]!, end = start[option + 1]!; at < end; at += 1) sum += price[row[at]!]! * amount[at]!
  return sum
}
