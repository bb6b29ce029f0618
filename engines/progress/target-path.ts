/**
 * The path of a target: what it should have reached on any day.
 *
 * A figure that builds up (总量, 累计, 新增, and a share with a baseline) goes in a straight line from its baseline over
 * the yearly waypoints to its final value; each of them stands at the end of its year. A figure that is asked for anew
 * every year (年均增长, 每年安排) or only has to be held (a ceiling, a share without baseline, a floor already passed) is
 * the same from the first to the last day of a year.
 */
import { dayNumber } from './wording.ts'

export type Comparator = '>=' | '>' | '<=' | '<' | '=' | '~' | 'range' | 'qualitative'
export type TargetKind = 'total' | 'cumulative' | 'new' | 'growth-per-year' | 'share' | 'budget-per-year' | 'qualitative'

export type Aim = {
  comparator: Comparator
  kind: TargetKind
  /** In base units; a percentage is a fraction. */
  value: number
  /** The year by whose end it is due. */
  year: number
  /** The figure at the end of that year. For 新增 and 累计, what had been counted by then; without it, nothing. */
  baseline: { value: number; year: number } | null
  waypoints: { year: number; value: number }[]
  /** The first year of the plan. */
  periodFrom: number
}
export type Point = { day: string; value: number }

export const isCeiling = (comparator: Comparator) => comparator === '<=' || comparator === '<'
export const yearEnd = (year: number) => `${year}-12-31`

/** Whether the figure has to be held all along, and so is not reached before its last day. */
export function isHeld({ comparator, kind, value, baseline }: Aim): boolean {
  if (kind === 'growth-per-year' || kind === 'budget-per-year') return true
  if (isCeiling(comparator)) return baseline === null || baseline.value <= value
  return baseline === null ? kind === 'share' : baseline.value >= value
}

/** The corners of the path in order of time; null where nothing says what it starts from. */
export function pathOf(aim: Aim): Point[] | null {
  if (isHeld(aim)) return stepsOf(aim)
  const start = startOf(aim)
  const between = aim.waypoints
    .filter(({ year }) => year < aim.year && (!start || year > start.year))
    .sort((a, b) => a.year - b.year)
  if (!start && !between.length) return null
  const corners = [...(start ? [start] : []), ...between, { year: aim.year, value: aim.value }]
  return corners.map(({ year, value }) => ({ day: yearEnd(year), value }))
}

/** What a path asks for on a day: between its corners in proportion to the days gone by. */
export function expectedOn(path: Point[], day: string): number {
  const after = path.findIndex((point) => point.day >= day)
  if (after < 0) return path.at(-1)!.value
  const [before, next] = [path[after - 1], path[after]!]
  if (!before) return next.value
  const gone = (dayNumber(day) - dayNumber(before.day)) / (dayNumber(next.day) - dayNumber(before.day))
  return before.value + (next.value - before.value) * gone
}

function startOf({ kind, year, baseline, periodFrom }: Aim): { year: number; value: number } | null {
  const start = baseline ?? (kind === 'new' || kind === 'cumulative' ? { year: periodFrom - 1, value: 0 } : null)
  return start && start.year < year ? start : null
}

/** One level for each year: its waypoint where there is one, else the value the plan states. */
function stepsOf({ value, year, waypoints, periodFrom }: Aim): Point[] {
  const years = Array.from({ length: Math.max(1, year - periodFrom + 1) }, (_, index) => Math.min(periodFrom, year) + index)
  return years.flatMap((each) => {
    const level = waypoints.find((waypoint) => waypoint.year === each && each !== year)?.value ?? value
    return [
      { day: `${each}-01-01`, value: level },
      { day: yearEnd(each), value: level },
    ]
  })
}
