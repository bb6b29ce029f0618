/**
 * A bound that no answer can beat, and for each option a bound on every answer that takes it.
 *
 * Lagrangian relaxation of "one option for each firm" (Fisher, Jaikumar and Van Wassenhove 1986): each row is filled as a
 * knapsack of its own with what firms offer to pay, and firms that got nothing offer more, firms that got several places
 * less. An option stands in the knapsack of one row, its home; what it takes of other rows is paid for at prices.
 * Whatever brings a bound above the best answer known need not be looked at again (Posta, Ferland and Michelon 2012).
 */
import type { Matrix } from './compile.ts'
import { fill, unitOf } from './knapsack.ts'
import { grainOf, paid, permitted, pressure, priced, rounded, scales } from './prices.ts'

export type Relaxation = {
  matrix: Matrix
  bound: number
  /** Proven: an answer with this option costs at least so much. */
  reach: Float64Array
  /** What each firm offers for a place, and prices of the rows not wholly within a knapsack, which are `outside`. */
  offer: Float64Array
  price: Float64Array
  outside: Int32Array
  scale: Float64Array
  grain: number
  best: { offer: Float64Array; price: Float64Array }
  homes: Home[]
  /** Options without home. */
  homeless: Int32Array
  boldness: number
  idle: number
  rounds: number
  /** What the steps aimed at when they were bold last. */
  target: number
  trend: { offer: Float64Array; price: Float64Array }
}

type Home = { options: Int32Array; size: Int32Array; room: number }

/** Rooms finer than this are counted in larger units. */
const finest = 4096
/** Below this the steps are too small to matter. */
const timid = 0.02
const nearer = 0.6
/** So many rounds are enough: where there is no answer, bounds rise for ever. */
const patience = 500

/** `price` comes from `priceRows`. */
export function relaxationOf(matrix: Matrix, price: Float64Array): Relaxation {
  const home = Int32Array.from({ length: matrix.options }, (_, option) => homeOf(matrix, option))
  const whole = new Uint8Array(matrix.rows).fill(1)
  for (const [at, row] of matrix.row.entries()) if (home[matrix.option[at]!] !== row) whole[row] = 0
  for (const [row, least] of matrix.least.entries()) if (least > 0) whole[row] = 0
  const grain = grainOf(matrix)
  const offer = Float64Array.from({ length: matrix.firms }, (_, firm) => {
    let cheapest = Number.POSITIVE_INFINITY
    for (let option = matrix.first[firm]!; option < matrix.first[firm + 1]!; option += 1)
      cheapest = Math.min(cheapest, priced(matrix, price, option))
    return rounded(cheapest, grain)
  })
  const outer = price.map((each, row) => (whole[row] === 1 ? 0 : rounded(each, grain)))
  return {
    matrix,
    bound: Number.NEGATIVE_INFINITY,
    reach: new Float64Array(matrix.options).fill(Number.NEGATIVE_INFINITY),
    offer,
    price: outer,
    outside: Int32Array.from(whole.keys()).filter((row) => whole[row] === 0),
    scale: scales(matrix),
    grain,
    best: { offer: offer.slice(), price: outer.slice() },
    homes: homesOf(matrix, home),
    homeless: Int32Array.from(home.keys()).filter((option) => home[option]! < 0),
    boldness: 1,
    idle: 0,
    rounds: 0,
    target: Number.POSITIVE_INFINITY,
    trend: { offer: new Float64Array(matrix.firms), price: new Float64Array(matrix.rows) },
  }
}

/** Steps are bold again once the target has come so much nearer to the bound. */
export function aim(relaxation: Relaxation, target: number): void {
  if (target - relaxation.bound > nearer * (relaxation.target - relaxation.bound)) return
  relaxation.boldness = 1
  relaxation.rounds = 0
  relaxation.target = target
}

export const isTight = ({ boldness, rounds }: Relaxation) => boldness < timid || rounds > patience

/** One round; `target` is the cost of the best answer known, or hoped for. */
export function tighten(relaxation: Relaxation, target: number): void {
  const { matrix, best, reach, trend } = relaxation
  const got = new Float64Array(matrix.firms)
  const load = new Float64Array(matrix.rows)
  const extra = new Float64Array(matrix.options)
  const bound = relax(relaxation, got, load, extra)
  for (let option = 0; option < matrix.options; option += 1)
    reach[option] = Math.max(reach[option]!, bound + Math.max(0, extra[option]!))
  relaxation.idle += 1
  relaxation.rounds += 1
  if (bound > relaxation.bound) {
    if (bound > relaxation.bound + 2e-5 * Math.abs(bound)) relaxation.idle = 0
    relaxation.bound = bound
    best.offer.set(relaxation.offer)
    best.price.set(relaxation.price)
  }
  if (relaxation.idle > 10) {
    relaxation.boldness *= 0.6
    relaxation.idle = 0
    relaxation.offer.set(best.offer)
    relaxation.price.set(best.price)
    trend.offer.fill(0)
    trend.price.fill(0)
  } else walk(relaxation, target - bound, got, load)
}

/** Fills every home and says what no answer can beat; `extra` becomes what more it costs to take an option nonetheless. */
function relax(
  { matrix, offer, price, homes, homeless }: Relaxation,
  got: Float64Array,
  load: Float64Array,
  extra: Float64Array,
) {
  let bound = offer.reduce((sum, each) => sum + each, 0) - paid(matrix, price)
  const take = (option: number) => {
    got[matrix.firm[option]!]! += 1
    for (let at = matrix.start[option]!; at < matrix.start[option + 1]!; at += 1) load[matrix.row[at]!]! += matrix.amount[at]!
  }
  const short = (option: number) => priced(matrix, price, option) - offer[matrix.firm[option]!]!
  for (const option of homeless) {
    extra[option] = short(option)
    if (extra[option]! >= 0) continue
    bound += extra[option]!
    take(option)
  }
  for (const { options, size, room } of homes) {
    const wanted: number[] = []
    for (let each = 0; each < options.length; each += 1) {
      extra[options[each]!] = short(options[each]!)
      if (extra[options[each]!]! < 0) wanted.push(each)
    }
    const { best, taken } = fill(
      wanted.map((each) => size[each]!),
      wanted.map((each) => -extra[options[each]!]!),
      room,
    )
    bound -= best[room]!
    for (const each of taken) take(options[wanted[each]!]!)
    for (let each = 0; each < options.length; each += 1) extra[options[each]!]! += best[room]! - best[room - size[each]!]!
  }
  return bound
}

/** A step along what firms got too little or too much of, and what rows hold too much. */
function walk(
  { matrix, offer, price, outside, scale, grain, boldness, trend }: Relaxation,
  gap: number,
  got: Float64Array,
  load: Float64Array,
): void {
  let norm = 0
  for (let firm = 0; firm < matrix.firms; firm += 1) {
    trend.offer[firm] = 1 - got[firm]! + 0.5 * trend.offer[firm]!
    norm += trend.offer[firm]! ** 2
  }
  for (const row of outside) {
    trend.price[row] = pressure(matrix, row, price[row]!, load[row]!) / scale[row]! + 0.5 * trend.price[row]!
    norm += trend.price[row]! ** 2
  }
  if (norm === 0) return
  const step = (boldness * Math.max(gap, 1)) / norm
  for (let firm = 0; firm < matrix.firms; firm += 1) offer[firm] = rounded(offer[firm]! + step * trend.offer[firm]!, grain)
  for (const row of outside)
    price[row] = permitted(matrix, row, rounded(price[row]! + (step * trend.price[row]!) / scale[row]!, grain))
}

/** The row of which an option takes the largest share. */
function homeOf({ start, row, amount, least, most }: Matrix, option: number): number {
  let home = -1
  let largest = 0
  for (let at = start[option]!; at < start[option + 1]!; at += 1) {
    const [each, share] = [row[at]!, amount[at]! / most[row[at]!]!]
    if (least[each]! > 0 || share <= largest) continue
    home = each
    largest = share
  }
  return home
}

function homesOf(matrix: Matrix, home: Int32Array): Home[] {
  const options: number[][] = Array.from({ length: matrix.rows }, () => [])
  for (const [option, row] of home.entries()) if (row >= 0) options[row]!.push(option)
  return options.flatMap((each, row) => {
    if (each.length === 0) return []
    const amounts = Float64Array.from(each, (option) => amountIn(matrix, option, row))
    const unit = unitOf(amounts, matrix.most[row]!, finest)
    const room = Math.floor(matrix.most[row]! / unit)
    return [{ options: Int32Array.from(each), size: Int32Array.from(amounts, (amount) => Math.floor(amount / unit)), room }]
  })
}

function amountIn({ start, row, amount }: Matrix, option: number, wanted: number): number {
  for (let at = start[option]!; at < start[option + 1]!; at += 1) if (row[at] === wanted) return amount[at]!
  return 0
}
