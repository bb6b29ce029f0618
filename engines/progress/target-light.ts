/**
 * The light of a target on a day: its latest reading known then, against what its path asks for that day.
 *
 * | light  | when (the first line that holds decides)                                                   |
 * |--------|---------------------------------------------------------------------------------------------|
 * | grey   | no reading known yet; or nothing to measure it by (no baseline, no year)                    |
 * | blue   | reached; a figure that has to be held, only when its last day has come and it was held      |
 * | green  | at least `green` of what the path asks for, and its last day has not passed                 |
 * | yellow | at least `yellow` of it                                                                     |
 * | red    | below                                                                                       |
 *
 * Of a ceiling (不超过) the proportion is turned round: what is allowed ÷ what is. A qualitative target is read as the
 * part completed: 1 is reached, anything less is on its way. Readings entered or dated after `today` are not known yet.
 */
import { z } from 'zod'
import { type Aim, type Comparator, expectedOn, isHeld, type Point, pathOf, type TargetKind, yearEnd } from './target-path.ts'
import { meets, proportion, reasonsOf, type TargetReason } from './target-reasons.ts'
import { dayInWords, figureInWords, isFraction, type Light } from './wording.ts'

/** Proportions of the path, and how near 约 has to come. */
export const targetLightRules = z.object({
  green: z.number().positive().default(0.95),
  yellow: z.number().positive().default(0.8),
  about: z.number().min(0).max(1).default(0.05),
})
export type TargetLightRules = z.infer<typeof targetLightRules>

/** `replaces` is left to the caller: a reading that was corrected is not handed in. */
export type Reading = { asOf: string; value: number; enteredOn: string }

export type TargetFacts<R extends Reading = Reading> = {
  comparator: Comparator
  kind: TargetKind
  value: number | null
  upper: number | null
  unit: string | null
  year: number | null
  baseline: Aim['baseline']
  waypoints: Aim['waypoints']
  readings: R[]
  today: string
  periodFrom: number
}

export type TargetState<R extends Reading = Reading> = {
  light: Light
  /** The latest reading known today. */
  latest: R | null
  /** What the path asks for today. */
  expected: number | null
  /** latest ÷ expected; of a ceiling, expected ÷ latest. */
  ratio: number | null
  reasons: TargetReason[]
  /** The corners of the path, for a chart. */
  path: Point[]
}

export function targetLight<R extends Reading>(
  facts: TargetFacts<R>,
  rules: TargetLightRules = targetLightRules.parse({}),
): TargetState<R> {
  const latest = latestKnown(facts)
  const aim = aimOf(facts)
  if (!aim) return unmeasured(facts, latest)
  const corners = pathOf(aim)
  const expected = corners && expectedOn(corners, facts.today)
  const path = corners ?? []
  if (!latest) {
    const asked = expected === null ? '' : `，按进度应达${figureInWords(expected, facts.unit, isFraction(facts.kind))}`
    return {
      light: 'grey',
      latest,
      expected,
      ratio: null,
      path,
      reasons: [{ code: 'no-reading', sentence: `暂无填报数值${asked}` }],
    }
  }
  const ratio = expected === null ? null : proportion(facts.comparator, latest.value, expected)
  const light = lightOf(facts, aim, latest, ratio, rules)
  const reasons = reasonsOf({ ...facts, aim, latest, corners, expected, ratio, light, rules })
  return { light, latest, expected, ratio, path, reasons }
}

function latestKnown<R extends Reading>({ readings, today }: TargetFacts<R>): R | null {
  const known = readings.filter(({ asOf, enteredOn }) => asOf <= today && enteredOn <= today)
  return known.reduce<R | null>((last, next) => (last && order(next) < order(last) ? last : next), null)
}
const order = ({ asOf, enteredOn }: Reading) => `${asOf} ${enteredOn}`

/** The measurable aim; null for a qualitative target or one without value or year. */
function aimOf({ comparator, kind, value, year, baseline, waypoints, periodFrom }: TargetFacts): Aim | null {
  if (comparator === 'qualitative' || kind === 'qualitative' || value === null || year === null) return null
  return { comparator, kind, value, year, baseline, waypoints, periodFrom }
}

function unmeasured<R extends Reading>({ value, kind, comparator, year }: TargetFacts<R>, latest: R | null): TargetState<R> {
  const blank = { latest, expected: null, ratio: null, path: [] }
  const qualitative = comparator === 'qualitative' || kind === 'qualitative' || value === null
  if (!qualitative && year === null) {
    return { ...blank, light: 'grey', reasons: [{ code: 'no-path', sentence: '尚未明确完成年份，无法推算应达值' }] }
  }
  if (!latest) return { ...blank, light: 'grey', reasons: [{ code: 'qualitative', sentence: '定性目标，尚未填报进展' }] }
  const when = `截至${dayInWords(latest.asOf)}`
  if (latest.value >= 1) return { ...blank, light: 'blue', reasons: [{ code: 'reached', sentence: `定性目标，${when}已达成` }] }
  return { ...blank, light: 'green', reasons: [{ code: 'qualitative', sentence: `定性目标，${when}已有进展，尚未达成` }] }
}

function lightOf(facts: TargetFacts, aim: Aim, latest: Reading, ratio: number | null, rules: TargetLightRules): Light {
  if (isReached(facts, aim, latest, rules)) return 'blue'
  if (ratio === null) return 'grey'
  if (ratio >= rules.green && facts.today <= yearEnd(aim.year)) return 'green'
  return ratio >= rules.yellow ? 'yellow' : 'red'
}

function isReached(facts: TargetFacts, aim: Aim, latest: Reading, rules: TargetLightRules): boolean {
  if (!meets(aim.comparator, latest.value, aim.value, rules)) return false
  if (!isHeld(aim)) return true
  if (latest.asOf < yearEnd(aim.year)) return false
  return aim.kind !== 'budget-per-year' || everyYearMet(facts, aim, rules)
}

/** Money promised for every year is not made good by the last. */
function everyYearMet(facts: TargetFacts, aim: Aim, rules: TargetLightRules): boolean {
  for (let year = aim.periodFrom; year <= aim.year; year += 1) {
    const inYear = facts.readings.filter(({ asOf }) => asOf.startsWith(`${year}-`))
    const last = latestKnown({ ...facts, readings: inYear })
    const asked = expectedOn(pathOf(aim)!, yearEnd(year))
    if (!last || !meets(aim.comparator, last.value, asked, rules)) return false
  }
  return true
}
