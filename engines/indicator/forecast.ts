/**
 * Where a monthly series is heading, with the interval its own past errors suggest.
 *
 * - A figure that runs on (a stock, a sum since a baseline): its last value and, for every month, the median of its last
 *   twelve monthly changes; a single jump does not bend it.
 * - A figure that starts anew in January: that of the same month a year before, times what the last month was to its own
 *   year before.
 *
 * The interval is what the same method would have missed by in the past. From every earlier month it foretells the months
 * it could not know; four fifths of the misses at a horizon are smaller than its width (in proportion to what was foretold,
 * but for a figure that has been zero or below: misses grow with what grows, and follow the season). The interval never narrows
 * with the horizon; beyond the horizons that could be tried five times it widens in proportion to it.
 */
import { monthAt, monthNumber, monthOf } from './months.ts'

/** Shown to those who read a forecast. */
export const forecastMethod =
  '预测只依据该指标自身的历史月度数据，不含政策和市场判断。时点数和连续累计数按最近十二个月月度变化的中位数外推；每年一月重新累计的数，按上年同月数乘以最近一月的同比倍数推算。区间以同一方法对历史各月回测的误差确定，约八成的实际值落在区间之内，预测期越长区间越宽；历史不足12个月的不作预测。'

/** The month (or a day of it) and its value, null where it is not known. */
export type Told = { month: string; value: number | null }
export type Foretold = { month: string; value: number; low: number; high: number }
/** `until` is the month, or a day of the month, to foretell; `restarts` in January. */
export type Course = { until: string; restarts: boolean }

/** Every month after the last known one up to `until`; the last of them is the target. */
export function forecast(series: readonly Told[], { until, restarts }: Course): { points: Foretold[]; missing: string | null } {
  const past = knownOf(series)
  const last = past.months.at(-1)
  if (past.months.length < fewest || last === undefined) return { points: [], missing: `历史不足${fewest}个月，暂不预测` }
  const horizon = monthNumber(monthOf(until)) - last
  if (horizon <= 0) return { points: [], missing: '该月已有数据，无需预测' }
  const points = ahead(past, last, horizon, restarts)
  if (points.includes(null)) return { points: [], missing: '缺少上年同月数据，暂不预测' }
  const proportional = isProportional(past, restarts)
  const widths = widthsOf(past, horizon, restarts)
  if (!widths) return { points: [], missing: '可供检验误差的历史数据不足，暂不预测' }
  const floor = [...past.values.values()].every((value) => value >= 0) ? 0 : Number.NEGATIVE_INFINITY
  return {
    points: points.map((each, index) => {
      const value = Math.max(floor, each!)
      const width = widths[index]! * (proportional ? Math.abs(value) : 1)
      return { month: monthAt(last + index + 1), value, low: Math.max(floor, value - width), high: value + width }
    }),
    missing: null,
  }
}

/** What the past says of the method: how often the truth lay in the interval, and by how much of it the point missed. */
export type Trial = { coverage: number; error: number | null; trials: number }

/** The series foretold from each of its own earlier months, so many months ahead; null where that cannot be tried. */
export function backtest(series: readonly Told[], horizon: number, restarts: boolean): Trial | null {
  const past = knownOf(series)
  const outcomes = past.months.flatMap((origin) => {
    const truth = past.values.get(origin + horizon)
    if (truth === undefined) return []
    const before = series.filter(({ month }) => monthNumber(monthOf(month)) <= origin)
    const point = forecast(before, { until: monthAt(origin + horizon), restarts }).points.at(-1)
    return point ? [{ truth, point }] : []
  })
  if (!outcomes.length) return null
  const misses = outcomes.flatMap(({ truth, point }) => (truth === 0 ? [] : [Math.abs(point.value - truth) / Math.abs(truth)]))
  return {
    coverage: outcomes.filter(({ truth, point }) => point.low <= truth && truth <= point.high).length / outcomes.length,
    error: misses.length ? misses.reduce((sum, each) => sum + each, 0) / misses.length : null,
    trials: outcomes.length,
  }
}

/** Points a forecast needs, and those the tries at its error begin with. */
const fewest = 12
const fewestTried = 6
const triesNeeded = 5

/** Months by number, in order, with what is known of them. */
type Past = { months: number[]; values: Map<number, number> }

function knownOf(series: readonly Told[]): Past {
  const known = series.flatMap(({ month, value }) => (value === null ? [] : [[monthNumber(monthOf(month)), value] as const]))
  const values = new Map(known.toSorted(([a], [b]) => a - b))
  return { months: [...values.keys()], values }
}

/** The months after `origin`, from what was known by then. */
function ahead(past: Past, origin: number, horizon: number, restarts: boolean): (number | null)[] {
  return restarts ? bySeason(past, origin, horizon) : byDrift(past, origin, horizon)
}

function byDrift({ months, values }: Past, origin: number, horizon: number): number[] {
  const until = months.indexOf(origin) + 1
  const recent = months.slice(Math.max(0, until - 13), until)
  const changes = recent
    .slice(1)
    .map((month, index) => (values.get(month)! - values.get(recent[index]!)!) / (month - recent[index]!))
  const drift = median(changes)
  return Array.from({ length: horizon }, (_, index) => values.get(origin)! + drift * (index + 1))
}

function bySeason({ values }: Past, origin: number, horizon: number): (number | null)[] {
  const before = values.get(origin - 12)
  if (before === undefined || before <= 0) return Array.from({ length: horizon }, () => null)
  const [above, points] = [values.get(origin)!, [] as (number | null)[]]
  for (let step = 1; step <= horizon; step++) {
    const season = step > 12 ? points[step - 13] : values.get(origin + step - 12)
    // Multiplied first: a ratio of whole numbers that comes out even stays exact.
    points.push(season === undefined || season === null ? null : (season * above) / before)
  }
  return points
}

/** Half the width of the interval at every horizon; null where not even one month ahead could be tried often enough. */
function widthsOf(past: Past, horizon: number, restarts: boolean): number[] | null {
  const misses = missesOf(past, horizon, restarts)
  const tried = misses.findIndex((each) => each.length < triesNeeded)
  const told = tried < 0 ? horizon : tried
  if (told === 0) return null
  const widths: number[] = []
  for (const each of misses.slice(0, told)) widths.push(Math.max(widths.at(-1) ?? 0, fourFifths(each)))
  for (let step = told; step < horizon; step++) widths.push((widths[told - 1]! * (step + 1)) / told)
  return widths
}

/** Misses grow with what grows, and follow the season of what starts anew: of both they are told in proportion to the point. */
const isProportional = ({ values }: Past, restarts: boolean) => restarts || [...values.values()].every((value) => value > 0)

/** What the method missed by at each horizon, from every month with enough before it. */
function missesOf(past: Past, horizon: number, restarts: boolean): number[][] {
  const proportional = isProportional(past, restarts)
  const misses: number[][] = Array.from({ length: horizon }, () => [])
  for (const origin of past.months.slice(fewestTried)) {
    for (const [index, point] of ahead(past, origin, horizon, restarts).entries()) {
      const truth = past.values.get(origin + index + 1)
      if (truth === undefined || point === null || (proportional && point === 0)) continue
      misses[index]!.push(Math.abs(truth - point) / (proportional ? Math.abs(point) : 1))
    }
  }
  return misses
}

/** The value four fifths of all, one to come included, are expected not to exceed. */
function fourFifths(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length, Math.ceil((sorted.length + 1) * 0.8)) - 1]!
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
