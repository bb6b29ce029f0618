/** The line of work that searches: a greedy answer at once, the bound by knapsacks, then chains until the time is over. */

import type { Matrix } from './compile.ts'
import { greedy } from './greedy.ts'
import { priceRows, scales } from './prices.ts'
import type { Random } from './random.ts'
import { aim, isTight, type Relaxation, relaxationOf, tighten } from './relaxation.ts'
import { adopt, round, type Search, searchFrom } from './search.ts'
import { shortlist } from './shortlist.ts'
import { elapsed, enters, improved, isOver, raised, type Standing } from './standing.ts'
import { stateOf } from './state.ts'

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
/** How many places of each firm the search looks at at first. */
const places = 12
/** What breaking a row costs at first, as a share of what firms gain or lose by moving. */
const strict = 10
const mild = 0.1
/** Seconds for making the first answer better as it stands. */
const polishing = { share: 0.1, most: 3 }
/** Rounds after which a search that has found nothing sound looks at more places. */
const lost = 40

/** Prices and first answers, in well under a second for the largest district. */
export function seekerOf(standing: Standing, random: Random): Seeker {
  const { matrix } = standing
  const nothing = new Float64Array(matrix.rows)
  const fitting = greedy(matrix, nothing, weightsOf(matrix, nothing, strict), { first: 'size', careful: true })
  if (fitting.broken === 0) improved(standing, fitting.choice, fitting.cost)
  const { price, bound } = priceRows(matrix, fitting.cost + fitting.fine, 300)
  raised(standing, bound)
  for (const first of ['size', 'regret'] as const) {
    const state = greedy(matrix, price, weightsOf(matrix, price, strict), { first, careful: true })
    if (state.broken === 0) improved(standing, state.choice, state.cost)
  }
  const state = greedy(matrix, price, weightsOf(matrix, price, mild), { first: 'regret', careful: false })
  const search = searchFrom(state, shortlist(matrix, price, places), random, standing.best)
  return { standing, search, relaxation: relaxationOf(matrix, price), places, listed: elapsed(standing) }
}

/** Works until the solve is over, pausing so that others are heard. */
export async function seek(seeker: Seeker, pause: () => Promise<void>): Promise<void> {
  const { standing, search } = seeker
  enters(standing, 'search')
  polish(seeker)
  let bound = 0
  while (!isOver(standing)) {
    if (standing.best.cost < search.best.cost) adopt(search, standing.best.choice)
    work(seeker, bound)
    await pause()
    const began = standing.terms.now()
    if (!isOver(standing)) bind(seeker)
    bound = standing.terms.now() - began
    await pause()
  }
}

/** A share of the time for the bound, which aims at the best answer, and again when that has come much nearer. */
function bind({ standing, relaxation, search }: Seeker): void {
  const { state } = search.chains
  const target = Number.isFinite(standing.best.cost) ? standing.best.cost : state.cost + state.fine
  const until = standing.terms.now() + slice
  if (isTight(relaxation)) aim(relaxation, target)
  while (!isTight(relaxation) && standing.terms.now() < until) tighten(relaxation, target)
  raised(standing, relaxation.bound)
}

/** The first answer is made better as it stands, breaking nothing, before the search goes its own ways. */
function polish({ standing, search }: Seeker): void {
  const { best, matrix } = standing
  if (!Number.isFinite(best.cost)) return
  const { list } = search.chains
  const state = stateOf(matrix, best.choice, weightsOf(matrix, list.price, strict))
  const polished = searchFrom(state, list, search.random, best)
  const until = elapsed(standing) + Math.min(polishing.most, standing.terms.seconds * polishing.share)
  round(polished, () => isOver(standing) || elapsed(standing) > until)
  improved(standing, polished.best.choice, polished.best.cost)
}

/** The search gets as much time as the bound has taken. */
function work(seeker: Seeker, owed: number): void {
  const { standing, search } = seeker
  const until = standing.terms.now() + Math.max(slice, owed)
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
  if (!found && search.rounds > lost * (seeker.places / places)) seeker.places *= 2
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
