/** Units that just miss a need: what each lacks, how little, and what would make it fit. */
import { type Asked, demandsAt } from './asked.ts'
import { type Demand, type DemandName, demandTitles, type Remedy } from './demand.ts'
import { areaOf } from './measure.ts'
import type { Need } from './need.ts'
import { combinations, keyOf } from './rank.ts'
import type { MatchRules } from './rules.ts'
import type { Space, Unit } from './unit.ts'
import { listed, squareMetres } from './wording.ts'

export type Miss = { name: DemandName; title: string; sentence: string; remedies: Remedy[] }

/** Adjacent units with which it would fit, and what the firm would have to accept for that. */
export type Join = { sentence: string; with: Unit[]; area: number; change: { need: Partial<Need> } }

export type NearMiss = {
  unit: Unit
  /** One or two. It fits when a remedy of each is taken, or else when it is joined with others. */
  misses: Miss[]
  join: Join | null
  /** What all of them lack together, in shares of what is asked for. */
  lack: number
  /** The easiest of what would make it fit. */
  sentence: string
}

/** Of the units that failed, and are in no space that fits: those that lack little, the least first. */
export function nearMisses(
  units: readonly Unit[],
  failed: Int32Array,
  fitting: Space[],
  asked: Asked,
  rules: MatchRules,
): NearMiss[] {
  const offered = new Set(fitting.flat())
  const joins = joinable(units, failed, fitting, asked, rules)
  const demands = demandsAt(asked)
  const near: { unit: Unit; lack: number; missed: Demand[] }[] = []
  units.forEach((unit, at) => {
    if (failed[at] === 0 || offered.has(unit)) return
    const missed = demands(failed[at]!)
    const lack = missed.length > 2 ? null : lackOf(unit, missed, joins.get(unit.id), rules)
    if (lack !== null) near.push({ unit, lack, missed })
  })
  return near
    .sort((a, b) => a.lack - b.lack || (a.unit.id < b.unit.id ? -1 : 1))
    .slice(0, rules.limits.nearMisses)
    .map(({ unit, lack, missed }) => told(unit, lack, missed, joins.get(unit.id) ?? null))
}

/** Null where anything it fails by lacks too much. */
function lackOf(unit: Unit, missed: Demand[], join: Join | undefined, { near }: MatchRules): number | null {
  if (join) return near.join * join.with.length
  let sum = 0
  for (const demand of missed) {
    const lack = demand.lack(unit)
    if (lack > near.most) return null
    sum += lack
  }
  return sum
}

function told(unit: Unit, lack: number, missed: Demand[], join: Join | null): NearMiss {
  const misses = missed.map(
    (demand): Miss => ({
      name: demand.name,
      title: demandTitles[demand.name],
      sentence: demand.say([unit]),
      remedies: demand.remedies(unit),
    }),
  )
  const sentence = join ? join.sentence : misses.map(({ remedies }) => remedies[0]!.sentence).join('；同时')
  return { unit, misses, join, lack, sentence }
}

/**
 * What would fit if the firm took several units, or several floors. The largest of the units stands for the space; of
 * several spaces it stands for the one with the fewest units, then the smallest.
 */
function joinable(
  units: readonly Unit[],
  failed: Int32Array,
  fitting: Space[],
  asked: Asked,
  rules: MatchRules,
): Map<string, Join> {
  const { need } = asked
  if (need.combine && need.floors) return new Map()
  const wider = need.combine ? { floors: true } : { combine: true, parts: Math.max(2, need.parts) }
  const { sets } = combinations(units, failed, { ...asked, need: { ...need, ...wider } }, rules.limits.sets)
  const known = new Set(fitting.map(keyOf))
  const joins = new Map<string, Join>()
  for (const { space, area, key } of sets.map((space) => ({ space, area: areaOf(space), key: keyOf(space) })).sort(simpler)) {
    const [largest, ...others] = space
    if (joins.has(largest.id) || known.has(key)) continue
    const names = listed(others.map(({ name }) => name))
    const sentence = `与相邻的 ${names} ${need.combine ? '跨层' : ''}合并可达 ${squareMetres(area)}`
    joins.set(largest.id, { sentence, with: others, area: area / 100, change: { need: wider } })
  }
  return joins
}

type Sized = { space: Space; area: number; key: string }
const simpler = (a: Sized, b: Sized) => a.space.length - b.space.length || a.area - b.area || (a.key < b.key ? -1 : 1)
