/** The spaces among which the assignment of many firms chooses for each: what they take, and what they are worth by goal. */

import { askedBy } from './asked.ts'
import { alike } from './aspects.ts'
import { areaOf, charge } from './measure.ts'
import type { Need } from './need.ts'
import { type Ranked, rank } from './rank.ts'
import type { MatchRules } from './rules.ts'
import type { Space, Unit } from './unit.ts'

/** Whole numbers: tenths of points, 元 a month as far as the rent is known, units beyond the first, firms alike in the building. */
export type Parts = { fit: number; rent: number; splits: number; cluster: number }

export type SpaceOption = {
  key: string
  units: string[]
  /** Hundredths of ㎡, of each unit as well. */
  area: number
  areas: number[]
  parts: Parts
  labels: { building: string; zone: string; floor: string }
}

/** Of each need at most `most` options, the best first. */
export function optionsFor(
  needs: readonly Need[],
  units: readonly Unit[],
  rules: MatchRules,
  today: string,
  most = 30,
): SpaceOption[][] {
  // Firms alike like alike: were each given only its very best, many would be left with nothing but one another's.
  const pool = most * 4
  return needs.map((need) => {
    const { ranked } = rank(units, askedBy(need, rules, today), { sets: rules.limits.sets, most: pool })
    return spread(ranked, most).map((one) => optionOf(one, need))
  })
}

/** The best of all buildings: no more than a fifth from any one, unless others have no more. */
function spread(ranked: Ranked[], most: number): Ranked[] {
  const share = Math.ceil(most / 5)
  const taken = new Map<string, number>()
  const early: Ranked[] = []
  const late: Ranked[] = []
  for (const one of ranked) {
    const { building } = one.space[0]
    const count = (taken.get(building) ?? 0) + 1
    taken.set(building, count)
    if (count <= share) early.push(one)
    else late.push(one)
  }
  return [...early, ...late].slice(0, most).sort((a, b) => b.score - a.score)
}

function optionOf({ space, key, score }: Ranked, need: Need): SpaceOption {
  const [first] = space
  return {
    key,
    units: space.map(({ id }) => id),
    area: areaOf(space),
    areas: space.map((unit) => areaOf([unit])),
    parts: {
      fit: score,
      rent: Math.round(rentOf(space) / 100),
      splits: space.length - 1,
      cluster: need.direction === null ? 0 : (alike(space, need.direction) ?? 0),
    },
    labels: { building: first.building, zone: first.zone ?? '', floor: `${first.building}/${first.floor}` },
  }
}

const rentOf = (space: Space) => space.reduce((sum, { area, rent }) => sum + (rent === null ? 0 : charge(area, rent)), 0)
