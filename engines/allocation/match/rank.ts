/** All spaces that fit a need, single units and combinations, the best of them first; and of each unit what it fails by. */
import { type Asked, bitsOf, scoreOf } from './asked.ts'
import { combine } from './combine.ts'
import { areaOf, monthlyOf } from './measure.ts'
import type { Space, Unit } from './unit.ts'

export type Ranked = {
  space: Space
  /** The ids of its units, sorted: the same space has the same key. */
  key: string
  /** In tenths of points. */
  score: number
}

export type Ranking = {
  ranked: Ranked[]
  /** How many fit, ranked or not. */
  singles: number
  combinations: Space[]
  /** Of each unit, in the order given, a bit for each binding demand it fails. */
  failed: Int32Array
  /** Names of the buildings where not all combinations could be looked at. */
  unfinished: string[]
}

/** The best `most` in order, having looked at no more than so many sets of adjacent units. */
export function rank(units: readonly Unit[], asked: Asked, limits: { sets: number; most: number }): Ranking {
  const failed = Int32Array.from(units, (unit) => bitsOf(asked, unit))
  const singles = units.filter((_, at) => failed[at] === 0).map((unit): Space => [unit])
  const { sets, unfinished } = asked.need.combine ? combinations(units, failed, asked, limits.sets) : { sets: [], unfinished: [] }
  const ranked = best(sets.length > 0 ? [...singles, ...sets] : singles, asked, limits.most)
  return { ranked, singles: singles.length, combinations: sets, failed, unfinished }
}

/** Buildings with few parts first: what they leave of their share goes to the larger ones. */
export function combinations(
  units: readonly Unit[],
  failed: Int32Array,
  asked: Asked,
  sets: number,
): { sets: Space[]; unfinished: string[] } {
  const helped = asked.binding.reduce((bits, { further }, bit) => (further === 'helps' ? bits | (1 << bit) : bits), 0)
  const parts = new Map<string, Unit[]>()
  units.forEach((unit, at) => {
    if (failed[at] === 0 || (failed[at]! & ~helped) !== 0) return
    const others = parts.get(unit.building)
    if (others) others.push(unit)
    else parts.set(unit.building, [unit])
  })
  const buildings = [...parts.entries()]
    .filter(([, members]) => members.length > 1)
    .sort(([a, one], [b, other]) => one.length - other.length || (a < b ? -1 : 1))
  const found: Space[] = []
  const unfinished: string[] = []
  let left = sets
  buildings.forEach(([, members], at) => {
    const { sets: own, steps, finished } = combine(members, asked, Math.floor(left / (buildings.length - at)))
    for (const space of own) found.push(space)
    left -= steps
    if (!finished) unfinished.push(members[0]!.buildingName)
  })
  return { sets: found, unfinished: unfinished.sort() }
}

/** The better score; then fewer units, the lower price (unknown last), the smaller area, and the key. */
function best(spaces: Space[], { criteria }: Asked, most: number): Ranked[] {
  const scores = spaces.map((space) => scoreOf(criteria, space))
  const least = cutoff(scores, most)
  return spaces
    .flatMap((space, at) =>
      scores[at]! < least ? [] : [{ space, score: scores[at]!, key: keyOf(space), price: priceOf(space) }],
    )
    .sort(
      (a, b) =>
        b.score - a.score ||
        a.space.length - b.space.length ||
        a.price - b.price ||
        areaOf(a.space) - areaOf(b.space) ||
        (a.key < b.key ? -1 : 1),
    )
    .slice(0, most)
    .map(({ space, key, score }) => ({ space, key, score }))
}

/** The score of the `most`th best: no worse one needs to be sorted. */
function cutoff(scores: number[], most: number): number {
  const counts = new Int32Array(1001)
  for (const score of scores) counts[score]! += 1
  let [score, above] = [1000, 0]
  while (score > 0 && above + counts[score]! < most) {
    above += counts[score]!
    score -= 1
  }
  return score
}

export const keyOf = (space: Space): string =>
  space
    .map(({ id }) => id)
    .sort()
    .join('+')

function priceOf(space: Space): number {
  const { fen, rentKnown, feeKnown } = monthlyOf(space)
  return rentKnown && feeKnown ? fen : Number.MAX_SAFE_INTEGER
}
