/** The spaces among which the assignment of many firms chooses for each: what they take, and what they are worth by goal. */

import { askedBy } from './asked.ts'
import { alike } from './aspects.ts'
import { areaOf, availableOn, charge } from './measure.ts'
import type { Need } from './need.ts'
import { type Ranked, rank } from './rank.ts'
import type { MatchRules } from './rules.ts'
import type { Space, Unit } from './unit.ts'

/** Whole numbers: tenths of points, 元 a month as far as the rent is known, units beyond the first, firms alike in the building. */
export type Parts = { fit: number; rent: number; splits: number; cluster: number }

export type SpaceOption = {
  /** The same space has the same key, whoever asks. */
  key: string
  /** Each unit it takes, with its area in hundredths of ㎡. */
  uses: { unit: string; area: number }[]
  area: number
  /** The first day all of it can be had, as far as that is known. */
  from: string
  parts: Parts
  labels: { building: string; zone: string }
}

/**
 * Of each need at most `most` options, the best first, spread over buildings: firms that are alike would otherwise be
 * given the same few spaces, of which only one of them can have each.
 */
export const optionsFor = (
  needs: readonly Need[],
  units: readonly Unit[],
  rules: MatchRules,
  today: string,
  most = 30,
): SpaceOption[][] =>
  needs.map((need) => {
    const { ranked } = rank(units, askedBy(need, rules, today), { sets: rules.limits.sets, most: most * 4 })
    return spread(ranked, most).map((one) => optionOf(one, need, today))
  })

/** No more than a fifth from any one building, unless the others have too few; in the order they came. */
function spread(ranked: Ranked[], most: number): Ranked[] {
  const share = Math.ceil(most / 5)
  const taken = new Map<string, number>()
  const first = new Set<Ranked>()
  for (const one of ranked) {
    const { building } = one.space[0]
    const count = taken.get(building) ?? 0
    if (count === share || first.size === most) continue
    taken.set(building, count + 1)
    first.add(one)
  }
  const rest = ranked.filter((one) => !first.has(one)).slice(0, most - first.size)
  const chosen = new Set([...first, ...rest])
  return ranked.filter((one) => chosen.has(one))
}

function optionOf({ space, key, score }: Ranked, need: Need, today: string): SpaceOption {
  const { building, zone } = space[0]
  return {
    key,
    uses: space.map((unit) => ({ unit: unit.id, area: areaOf([unit]) })),
    area: areaOf(space),
    from: availableOn(space, today).day,
    parts: {
      fit: score,
      rent: Math.round(rentOf(space) / 100),
      splits: space.length - 1,
      cluster: need.direction === null ? 0 : (alike(space, need.direction) ?? 0),
    },
    labels: { building, zone: zone ?? '' },
  }
}

const rentOf = (space: Space) => space.reduce((sum, { area, rent }) => sum + (rent === null ? 0 : charge(area, rent)), 0)
