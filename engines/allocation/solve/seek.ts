/** The line of work that searches: a greedy answer at once, the bound by knapsacks, then chains until the time is over. */

import type { Matrix } from './compile.ts'
import { greedy } from './greedy.ts'
import { priceRows, scales } from './prices.ts'
import type { Random } from './random.ts'
import { isTight, type Relaxation, relaxationOf, tighten } from './relaxation.ts'
import { adopt, round, type Search, searchFrom } from './search.ts'
import { shortlist } from './shortlist.ts'
import { elapsed, enters, improved, isOver, raised, type Standing } from './standing.ts'

export type Seeker = {
  standing: Standing
  search: Search
  relaxation: Relaxation
  /** How many places of each firm the search looks at, and when it was last told what the bound rules out. */
  places: number
  listed: number
}

/** Milliseconds of work between two pauses. */
const slice = 15
/** Seconds between two looks at what the bound rules out. */
const refresh = 2
/** Rounds after which a search that has found nothing sound looks at more places. */
const lost = 40

/** Prices and a first answer, in well under a second for the largest district. */
export function seekerOf(standing: Standing, random: Random): Seeker {
  const { matrix } = standing
  const nothing = new Float64Array(matrix.rows)
  const guess = greedy(matrix, nothing, weightsOf(matrix, nothing, 1))
  const { price, bound } = priceRows(matrix, guess.cost + guess.fine, 300)
  raised(standing, bound)
  const places = 12
  const search = searchFrom(greedy(matrix, price, weightsOf(matrix, price, 0.1)), shortlist(matrix, price, places), random)
  improved(standing, search.best.choice, search.best.cost)
  return { standing, search, relaxation: relaxationOf(matrix, price), places, listed: elapsed(standing) }
}

/** Works until the solve is over, pausing so that others are heard. */
export async function seek(seeker: Seeker, pause: () => Promise<void>): Promise<void> {
  const { standing, search, relaxation } = seeker
  enters(standing, 'search')
  // A first descent before the bound: it aims at what has been found.
  work(seeker)
  while (!isOver(standing)) {
    await pause()
    if (standing.best.cost < search.best.cost) adopt(search, standing.best.choice)
    if (isTight(relaxation)) work(seeker)
    else bind(seeker)
  }
}

/** A share of the time for the bound. */
function bind({ standing, relaxation, search }: Seeker): void {
  const until = standing.terms.now() + slice
  const target = Number.isFinite(standing.best.cost) ? standing.best.cost : search.chains.state.cost + search.chains.state.fine
  while (!isTight(relaxation) && standing.terms.now() < until) tighten(relaxation, target)
  raised(standing, relaxation.bound)
}

function work(seeker: Seeker): void {
  const { standing, search } = seeker
  const until = standing.terms.now() + slice
  do {
    if (round(search, () => isOver(standing))) improved(standing, search.best.choice, search.best.cost)
  } while (standing.terms.now() < until && !isOver(standing))
  list(seeker)
}

/** Leaves out what can no longer be part of a better answer; looks further where nothing sound has been found. */
function list(seeker: Seeker): void {
  const { standing, search, relaxation } = seeker
  const { matrix, best } = standing
  const found = Number.isFinite(best.cost)
  if (!found && search.rounds > lost * (seeker.places / 12)) seeker.places *= 2
  else if (elapsed(standing) < seeker.listed + refresh) return
  seeker.listed = elapsed(standing)
  const may = (option: number) => !found || relaxation.reach[option]! <= best.cost
  search.chains.list = shortlist(matrix, search.chains.list.price, seeker.places, may)
  search.seen.fill(-1)
}

/** What breaking a row costs at first: twice its price, or a share of what firms gain or lose by moving. */
function weightsOf(matrix: Matrix, price: Float64Array, share: number): Float64Array {
  const { firms, first, cost } = matrix
  let spread = 0
  for (let firm = 0; firm < firms; firm += 1) {
    const costs = cost.subarray(first[firm], first[firm + 1])
    spread += (costs.reduce((a, b) => Math.max(a, b)) - costs.reduce((a, b) => Math.min(a, b))) / firms
  }
  return scales(matrix).map((scale, row) => Math.max(2 * Math.abs(price[row]!), (share * Math.max(spread, 1)) / scale))
}
