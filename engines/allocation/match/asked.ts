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
import type { Space, Unit } from './unit.ts'

export type Asked = {
  need: Need
  /** All that is asked for. */
  demands: Demand[]
  /** Those that exclude a space when they are not met. */
  binding: Demand[]
  criteria: Criterion[]
  /** What is accepted, in hundredths of ㎡. */
  area: { from: number; to: number }
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
    area: wanted ?? { from: 0, to: Number.POSITIVE_INFINITY },
  }
}

/** What a unit fails, a bit for each binding demand: units are many, and the ways to fail few. */
export function bitsOf({ binding }: Asked, unit: Unit): number {
  const space: Space = [unit]
  let bits = 0
  for (let bit = 0; bit < binding.length; bit += 1) if (binding[bit]!.test(space) === 'not-met') bits |= 1 << bit
  return bits
}

/** The demands that bits stand for: the same list for the same bits. */
export function demandsAt({ binding }: Asked): (bits: number) => Demand[] {
  const lists = new Map<number, Demand[]>()
  return (bits) => {
    const before = lists.get(bits)
    if (before) return before
    const list = binding.filter((_, bit) => (bits & (1 << bit)) !== 0)
    lists.set(bits, list)
    return list
  }
}

export const fits = (demands: Demand[], space: Space): boolean => demands.every((demand) => demand.test(space) !== 'not-met')

/** In tenths of points. */
export const scoreOf = (criteria: Criterion[], space: Space): number =>
  criteria.reduce((sum, criterion) => sum + tenthsOf(criterion, space), 0)
