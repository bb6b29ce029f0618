/** Matches of parts of a district as the match of all of it: a building lies whole within one part, so nothing spans two. */
import type { Match, Offer } from './match.ts'
import type { NearMiss } from './near.ts'
import type { MatchRules } from './rules.ts'

/** The rules for one of so many parts: all of them together look at no more sets of units than one match would. */
export const rulesForPart = (rules: MatchRules, parts: number): MatchRules => ({
  ...rules,
  limits: { ...rules.limits, sets: Math.max(1, Math.floor(rules.limits.sets / parts)) },
})

export function together(one: Match, other: Match, { limits }: MatchRules): Match {
  return {
    offers: [...one.offers, ...other.offers].sort(better).slice(0, limits.offers),
    fitting: {
      singles: one.fitting.singles + other.fitting.singles,
      combinations: one.fitting.combinations + other.fitting.combinations,
    },
    nearMisses: [...one.nearMisses, ...other.nearMisses].sort(nearer).slice(0, limits.nearMisses),
    excluded: {
      counts: added(one.excluded.counts, other.excluded.counts),
      units: [...one.excluded.units, ...other.excluded.units],
    },
    considered: one.considered + other.considered,
    unfinished: [...one.unfinished, ...other.unfinished].sort(),
  }
}

/** As they are ranked in one match. */
const better = (a: Offer, b: Offer) =>
  b.score - a.score ||
  a.units.length - b.units.length ||
  (a.monthly ?? Number.MAX_SAFE_INTEGER) - (b.monthly ?? Number.MAX_SAFE_INTEGER) ||
  a.area - b.area ||
  (a.key < b.key ? -1 : 1)

const nearer = (a: NearMiss, b: NearMiss) => a.lack - b.lack || (a.unit.id < b.unit.id ? -1 : 1)

type Counts = Match['excluded']['counts']
function added(one: Counts, other: Counts): Counts {
  const sums = new Map(one.map((count) => [count.name, count]))
  for (const count of other) sums.set(count.name, { ...count, units: count.units + (sums.get(count.name)?.units ?? 0) })
  return [...sums.values()].sort((a, b) => b.units - a.units || (a.name < b.name ? -1 : 1))
}
