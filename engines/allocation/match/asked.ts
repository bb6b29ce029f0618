/** A need made ready for looking at many spaces: its demands, which of them exclude, and the criteria of its score. */
import { areaDemands, wantedArea } from './area.ts'
import { type Criterion, criteriaOf, tenthsOf } from './criteria.ts'
import type { Demand } from './demand.ts'
import { kindDemands } from './kinds.ts'
import { minimumDemands } from './minima.ts'
import type { Need } from './need.ts'
import { distanceDemands } from './place.ts'
import { priceDemands } from './price.ts'
import { readyDemands } from './ready.ts'
import { type MatchRules, wishes } from './rules.ts'
import type { Space } from './unit.ts'

export type Asked = {
  need: Need
  /** All that is asked for. */
  demands: Demand[]
  /** Those that exclude a space when they are not met. */
  binding: Demand[]
  criteria: Criterion[]
  /** The least area, in hundredths of ㎡; 0 where none is asked for. */
  least: number
}

export function askedBy(need: Need, rules: MatchRules, today: string): Asked {
  const wanted = wantedArea(need, rules)
  const demands = [
    ...(wanted ? areaDemands(need, wanted) : []),
    ...priceDemands(need, rules),
    ...readyDemands(need, rules, today),
    ...minimumDemands(need),
    ...kindDemands(need, rules),
    ...distanceDemands(need, rules),
  ]
  const waived: readonly string[] = wishes.filter((wish) => !rules.binding.includes(wish))
  return {
    need,
    demands,
    binding: demands.filter(({ name }) => !waived.includes(name)),
    criteria: criteriaOf(need, demands, rules, today),
    least: wanted?.from ?? 0,
  }
}

export const failsOf = (demands: Demand[], space: Space): Demand[] => demands.filter((demand) => demand.test(space) === 'not-met')

export const fits = (demands: Demand[], space: Space): boolean => demands.every((demand) => demand.test(space) !== 'not-met')

/** In tenths of points. */
export const scoreOf = (criteria: Criterion[], space: Space): number =>
  criteria.reduce((sum, criterion) => sum + tenthsOf(criterion, space), 0)
