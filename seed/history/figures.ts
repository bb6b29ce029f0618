/** Targets over the years: the path to each, and what its keeper entered every quarter where no ledger tells it; a few values were corrected later. */
import { indicatorOf } from '#modules/target/computed.ts'
import { readings, waypoints } from '#modules/target/tables.ts'
import { addWorkdays } from '#platform/calendar.ts'
import { actorNamed, actorOf, reporterOf } from '#seed/cast.ts'
import { idOf } from '#seed/identity.ts'
import type { Scene } from '#seed/stage.ts'
import { definitions } from '#seed/tell.ts'
import { chanceOf } from './chance.ts'
import type { Facts, TargetFact } from './facts.ts'

const quarters = [2022, 2023, 2024, 2025].flatMap((year) =>
  ['03-31', '06-30', '09-30', '12-31'].map((day) => `${year}-${day}`).filter((day) => day > '2022-10'),
)
const firstYear = 2022

export function figureScenes({ region, until, targets }: Facts): Scene[] {
  const entered = targets.filter((target) => !indicatorOf(target, definitions))
  return [plotScene(region, targets), ...entered.flatMap((target) => readingScenes(region, until, target))]
}

function plotScene(region: string, targets: TargetFact[]): Scene {
  const rows = targets.flatMap(({ key, path, year }) =>
    path.map((value, i) => ({ target: key, year: firstYear + i, value })).filter((row) => row.year <= year),
  )
  const actor = actorNamed('周科', region)
  return { day: '2022-10-26', actor, action: 'target/plot', work: ({ db }) => db.insert(waypoints).values(rows) }
}

type Entry = { asOf: string; value: number; mistaken: number | null }

function readingScenes(region: string, until: string, target: TargetFact): Scene[] {
  return entriesOf(target).flatMap(({ asOf, value, mistaken }): Scene[] => {
    const chance = chanceOf('entered', target.ordinal, asOf)
    const day = addWorkdays(asOf, chance.between(7, 13))
    const later = addWorkdays(day, 18)
    const id = idOf(region, 'reading', String(target.ordinal), asOf)
    const row = (on: string) => {
      const actor = actorOf(reporterOf(target.keeper, on), region)
      const known = {
        target: target.key,
        asOf,
        keeper: actor.org!,
        enteredBy: actor.name,
        enteredOn: on,
        source: sourceOf(target),
      }
      return { actor, known }
    }
    const entered: Scene = {
      day,
      actor: row(day).actor,
      action: 'target/enter',
      work: ({ db }) =>
        db.insert(readings).values({ id, ...row(day).known, value: mistaken ?? value, replaces: null, reason: null }),
    }
    const corrected: Scene = {
      day: later,
      actor: row(later).actor,
      action: 'target/correct',
      work: ({ db }) =>
        db.insert(readings).values({ ...row(later).known, value, replaces: id, reason: '两个园城重复统计，核对台账后更正' }),
    }
    return [entered, ...(mistaken === null ? [] : [corrected])].filter((scene) => scene.day <= until)
  })
}

/** How far each keeps up with its path: some lag, some lead. */
const pace: [subject: RegExp, factor: number][] = [[/双创/, 0.93]]

function entriesOf(target: TargetFact): Entry[] {
  const factor = pace.find(([subject]) => subject.test(target.subject))?.[1] ?? 0.985
  let last = 0
  return quarters
    .filter((asOf) => Number(asOf.slice(0, 4)) <= target.year)
    .flatMap((asOf): Entry[] => {
      const chance = chanceOf('reading', target.ordinal, asOf)
      const noise = 1 + (chance.fraction() - 0.5) * 0.04
      const value = valueOn(target, asOf, factor * noise, chance.fraction())
      if (value === null) return []
      // What is counted up never falls.
      if (isSum(target)) last = Math.max(last, value)
      const shown = isSum(target) ? last : value
      const mistaken = corrections.some(([subject, day]) => day === asOf && subject.test(target.subject))
      return [{ asOf, value: shown, mistaken: mistaken ? rounded(target, shown * 1.03) : null }]
    })
}

const corrections: [RegExp, string][] = [[/双创/, '2024-12-31']]
const isSum = ({ kind, unit }: TargetFact) => kind === 'new' || kind === 'cumulative' || unit === '㎡'

function valueOn(target: TargetFact, asOf: string, factor: number, luck: number): number | null {
  const { kind, comparator, value, year, path } = target
  if (comparator === 'qualitative') return asOf.endsWith('06-30') || asOf.endsWith('12-31') ? progressOn(asOf) : null
  if (kind === 'budget-per-year') return asOf.endsWith('03-31') || asOf === '2022-12-31' ? value! : null
  if (year === firstYear) return rounded(target, value! * (1.02 + luck * 0.05))
  const nth = Number(asOf.slice(0, 4)) - firstYear
  const from = nth === 0 ? (target.baseline ?? 0) : path[nth - 1]!
  const share = smooth(Number(asOf.slice(5, 7)) / 12)
  return rounded(target, (from + (path[nth]! - from) * share) * factor)
}

/** Slow at the beginning and end of a year, quick in its middle. */
const smooth = (share: number) => 0.85 * share + 0.15 * share * share * (3 - 2 * share)

const progressOn = (asOf: string) => Number(Math.min(0.95, (Number(asOf.slice(0, 4)) - firstYear + 0.4) * 0.24).toFixed(2))

const rounded = ({ unit }: TargetFact, value: number) => (unit === '元' ? Math.round(value / 1e6) * 1e6 : Math.round(value))

function sourceOf({ subject, keeper }: TargetFact): string {
  if (/楼宇|双创/.test(subject)) return `${keeper}：楼宇台账汇总（演示）`
  return `${keeper}：年度和季度统计（演示）`
}
