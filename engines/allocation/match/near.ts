/** Units that just miss a need: what each lacks, how little, and what would make it fit. */
import { type Asked, failsOf } from './asked.ts'
import { type DemandName, demandTitles, type Remedy } from './demand.ts'
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
  const offered = new Set(fitting.flatMap((space) => space.map(({ id }) => id)))
  const joins = joinable(units, failed, fitting, asked, rules)
  return units
    .flatMap((unit, at) => {
      const few = failed[at] !== 0 && atMostTwo(failed[at]!) && !offered.has(unit.id)
      const lack = few ? lackOf(unit, joins.get(unit.id), asked, rules) : null
      return lack === null ? [] : [{ unit, lack }]
    })
    .sort((a, b) => a.lack - b.lack || (a.unit.id < b.unit.id ? -1 : 1))
    .slice(0, rules.limits.nearMisses)
    .map(({ unit, lack }) => told(unit, lack, joins.get(unit.id), asked))
}

const atMostTwo = (bits: number) => {
  const rest = bits & (bits - 1)
  return (rest & (rest - 1)) === 0
}

/** Null where anything it fails by lacks too much. */
function lackOf(unit: Unit, join: Join | undefined, { binding }: Asked, { near }: MatchRules): number | null {
  if (join) return near.join * join.with.length
  const lacks = failsOf(binding, [unit]).map((demand) => demand.lack(unit))
  return lacks.every((lack) => lack <= near.most) ? lacks.reduce((sum, lack) => sum + lack, 0) : null
}

function told(unit: Unit, lack: number, join: Join | undefined, { binding }: Asked): NearMiss {
  const misses = failsOf(binding, [unit]).map(
    (demand): Miss => ({
      name: demand.name,
      title: demandTitles[demand.name],
      sentence: demand.say([unit]),
      remedies: demand.remedies(unit),
    }),
  )
  const sentence = join ? join.sentence : misses.map(({ remedies }) => remedies[0]!.sentence).join('；同时')
  return { unit, misses, join: join ?? null, lack, sentence }
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
