/** How far a space is from where the firm wants to be, and from the firms it wants to be near. */
import type { Verdict } from '../../criteria/demand.ts'
import { type Aspect, type Demand, remedy } from './demand.ts'
import { distance, hundredths } from './measure.ts'
import type { Need, Neighbour } from './need.ts'
import type { MatchRules } from './rules.ts'
import type { Space } from './unit.ts'
import { kilometres } from './wording.ts'

type Point = { longitude: number; latitude: number }

/** A building is one place: that of any of its units. */
function placeOf([{ longitude, latitude, precision }]: Space): (Point & { rough: boolean }) | null {
  return longitude === null || latitude === null ? null : { longitude, latitude, rough: precision !== 'exact' }
}

/** A place known only roughly decides nothing while the limit lies within what it may be off. */
export function distanceDemands({ location }: Need, rules: MatchRules): Demand[] {
  if (location === null) return []
  const limit = hundredths(location.within)
  const measured = (space: Space): { far: number; verdict: Verdict; rough: boolean } | null => {
    const place = placeOf(space)
    if (place === null) return null
    const far = distance(place, location)
    const off = place.rough ? hundredths(rules.roughly) : 0
    const verdict = far + off <= limit ? 'met' : far - off > limit ? 'not-met' : 'unknown'
    return { far, verdict, rough: place.rough }
  }
  return [
    {
      name: 'distance',
      further: null,
      test: (space) => measured(space)?.verdict ?? 'unknown',
      share(space) {
        const { far, verdict } = measured(space)!
        return verdict === 'met' ? 1 - (0.5 * far) / Math.max(1, limit) : 0
      },
      say(space) {
        const seen = measured(space)
        if (seen === null) return `位置待核实（需距${location.name} ${kilometres(limit)} 以内）`
        const at = `距${location.name}${seen.rough ? '约' : ''} ${kilometres(seen.far)}`
        if (seen.verdict === 'unknown') return `${at}，楼宇位置仅为示意，待核实（需 ${kilometres(limit)} 以内）`
        return seen.verdict === 'met'
          ? `${at}，在 ${kilometres(limit)} 以内`
          : `${at}，超出 ${kilometres(seen.far - limit)}（需 ${kilometres(limit)} 以内）`
      },
      lack: (unit) => measured([unit])!.far / Math.max(1, limit) - 1,
      remedies(unit) {
        const within = measured([unit])!.far
        return [
          remedy(`距离要求放宽到 ${kilometres(within)}即符合`, { need: { location: { ...location, within: within / 100 } } }),
        ]
      },
    },
  ]
}

/** Never excludes: the same building is best, and the nearer the better. */
export function nearAspect(near: readonly Neighbour[], rules: MatchRules): Aspect {
  const limit = hundredths(rules.nearby)
  const nearest = (space: Space): { name: string; far: number; same: boolean } | null => {
    const same = near.find(({ building }) => building === space[0].building)
    if (same) return { name: same.name, far: 0, same: true }
    const place = placeOf(space)
    if (place === null) return null
    let best: { name: string; far: number; same: boolean } | null = null
    for (const { name, longitude, latitude } of near) {
      if (longitude === null || latitude === null) continue
      const far = distance(place, { longitude, latitude })
      if (best === null || far < best.far) best = { name, far, same: false }
    }
    return best
  }
  return {
    test: (space) => {
      const found = nearest(space)
      return found === null ? 'unknown' : found.far <= limit ? 'met' : 'not-met'
    },
    share: (space) => Math.max(0, 1 - nearest(space)!.far / limit),
    say(space) {
      const found = nearest(space)
      if (found === null) return '与希望相邻的企业的距离待核实'
      if (found.same) return `与${found.name}同楼`
      return `距最近的${found.name} ${kilometres(found.far)}${found.far <= limit ? '' : `，超过 ${kilometres(limit)}，不计相邻`}`
    },
  }
}
