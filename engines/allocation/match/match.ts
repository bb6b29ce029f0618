/** Matching one firm's need with the district's units: what fits and why, what just misses, and what is excluded by what. */
import type { Verdict } from '../../criteria/demand.ts'
import { every } from '../../criteria/judge.ts'
import { type Asked, askedBy, demandsAt, scoreOf } from './asked.ts'
import { type Mark, markOf } from './criteria.ts'
import { type DemandName, demandTitles } from './demand.ts'
import { areaOf, availableOn, monthlyOf } from './measure.ts'
import { type NearMiss, nearMisses } from './near.ts'
import type { Need } from './need.ts'
import { keyOf, type Ranking, rank } from './rank.ts'
import type { MatchRules } from './rules.ts'
import type { Space, Unit } from './unit.ts'

/** A demand as judged of a space; one that does not bind is a wish. */
export type Finding = { name: DemandName; title: string; binding: boolean; verdict: Verdict; sentence: string }

export type Explanation = {
  verdict: Verdict
  /** 0 to 100: the sum of the points of its marks. */
  score: number
  marks: Mark[]
  findings: Finding[]
}

export type Offer = Explanation & {
  /** The same space has the same key, whoever asks. */
  key: string
  /** The largest first. */
  units: Space
  /** ㎡. */
  area: number
  /** Rent and property fee in 元 a month; null while one of them is unknown. */
  monthly: number | null
  /** The first day all of it can be had; null while that is unknown. */
  readyOn: string | null
  /** Sentences of what is still to be verified. */
  unclear: string[]
}

export type Exclusion = { unit: Unit; failed: DemandName[] }

export type Match = {
  /** The best, by score; ties go to fewer units, the lower price, the smaller area. */
  offers: Offer[]
  /** How many fit, offered or not. */
  fitting: { singles: number; combinations: number }
  nearMisses: NearMiss[]
  excluded: {
    /** How many units fail each demand, most first; a unit that fails two is counted in both. */
    counts: { name: DemandName; title: string; units: number }[]
    /** Units in no space that fits; `explain` has the sentences. */
    units: Exclusion[]
  }
  considered: number
  /** Names of buildings so large that not all combinations were looked at. */
  unfinished: string[]
}

export function match(need: Need, units: readonly Unit[], rules: MatchRules, today: string): Match {
  const asked = askedBy(need, rules, today)
  const { sets, offers: most, nearMisses: misses } = rules.limits
  const ranking = rank(units, asked, { sets, most })
  const { ranked, singles, combinations, failed, unfinished } = ranking
  return {
    offers: ranked.map(({ space }) => offerOf(space, asked, today)),
    fitting: { singles, combinations: combinations.length },
    nearMisses: misses > 0 ? nearMisses(units, failed, combinations, asked, rules) : [],
    excluded: exclusions(units, ranking, asked),
    considered: units.length,
    unfinished,
  }
}

/** Everything about one space, whether it fits or not. */
export const explain = (need: Need, space: Space, rules: MatchRules, today: string): Explanation =>
  explained(space, askedBy(need, rules, today))

function explained(space: Space, { demands, binding, criteria }: Asked): Explanation {
  const findings = demands.map(
    (demand): Finding => ({
      name: demand.name,
      title: demandTitles[demand.name],
      binding: binding.includes(demand),
      verdict: demand.test(space),
      sentence: demand.say(space),
    }),
  )
  const verdict = every(findings.filter((finding) => finding.binding).map((finding) => finding.verdict))
  return { verdict, score: scoreOf(criteria, space) / 10, marks: criteria.map((one) => markOf(one, space)), findings }
}

function offerOf(space: Space, asked: Asked, today: string): Offer {
  const { fen, rentKnown, feeKnown } = monthlyOf(space)
  const { day, sure } = availableOn(space, today)
  const explanation = explained(space, asked)
  return {
    ...explanation,
    key: keyOf(space),
    units: space,
    area: areaOf(space) / 100,
    monthly: rentKnown && feeKnown ? fen / 100 : null,
    readyOn: sure ? day : null,
    unclear: explanation.findings.filter(({ verdict }) => verdict === 'unknown').map(({ sentence }) => sentence),
  }
}

function exclusions(units: readonly Unit[], { failed, combinations }: Ranking, asked: Asked): Match['excluded'] {
  const offered = new Set(combinations.flat())
  const namesOf = new Map<number, DemandName[]>()
  const lists = demandsAt(asked)
  const totals = new Map<DemandName, number>()
  const excluded: Exclusion[] = []
  units.forEach((unit, at) => {
    const bits = failed[at]!
    if (bits === 0 || offered.has(unit)) return
    const names = namesOf.get(bits) ?? lists(bits).map(({ name }) => name)
    namesOf.set(bits, names)
    for (const name of names) totals.set(name, (totals.get(name) ?? 0) + 1)
    excluded.push({ unit, failed: names })
  })
  const counts = [...totals]
    .map(([name, count]) => ({ name, title: demandTitles[name], units: count }))
    .sort((a, b) => b.units - a.units || (a.name < b.name ? -1 : 1))
  return { counts, units: excluded }
}
