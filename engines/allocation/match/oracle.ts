/** Matching said once more in the plainest way, for the tests to hold against: no shortcuts, no shared code, any price in time. */
import type { Need } from './need.ts'
import type { MatchRules } from './rules.ts'
import { fireClasses, type Unit } from './unit.ts'

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
const whole = (value: number) => Math.round(value * 100)

/** The names of what a set of units of one building certainly fails, of all that the need asks for. */
export function failures(need: Need, units: Unit[], rules: MatchRules, today: string): string[] {
  const failed: string[] = []
  const blame = (name: string, bad: boolean) => bad && failed.push(name)
  const area = sum(units.map((unit) => whole(unit.area)))
  const { least, most } = accepted(need, rules)
  blame('areaLeast', area < least)
  blame('areaMost', area > most)
  const fen = sum(
    units.flatMap((unit) => [unit.rent, unit.fee].map((price) => Math.round((whole(unit.area) * whole(price ?? 0)) / 100))),
  )
  const dear = need.maxRent !== null && units.some(({ rent }) => (rent ?? 0) > need.maxRent!)
  blame('price', dear || (need.budget !== null && fen > whole(need.budget)))
  const latest = units
    .flatMap((unit) => [unit.readyOn ?? '', unit.freeFrom])
    .sort()
    .at(-1)!
  blame('ready', need.readyBy !== null && latest > today && latest > need.readyBy)
  for (const name of ['load', 'height', 'lifts', 'parking'] as const)
    blame(
      name,
      units.some((unit) => (unit[name] ?? Number.POSITIVE_INFINITY) < (need[name] ?? 0)),
    )
  const powers = units.map(({ power }) => power)
  blame('power', !powers.includes(null) && sum(powers.map((power) => whole(power!))) < whole(need.power ?? 0))
  for (const name of ['network', 'facilities'] as const)
    blame(
      name,
      units.some((unit) => unit[name] !== null && need[name].some((word) => !unit[name]!.includes(word))),
    )
  const classes = Object.keys(fireClasses)
  blame(
    'fireClass',
    need.fireClass !== null &&
      units.some(({ fireClass }) => classes.indexOf(fireClass ?? 'one') > classes.indexOf(need.fireClass!)),
  )
  blame('use', need.uses.length > 0 && units.some(({ use }) => use !== null && !need.uses.includes(use)))
  blame(
    'direction',
    need.direction !== null && units.some(({ directions }) => directions.length > 0 && !directions.includes(need.direction!)),
  )
  blame('zone', need.zones.length > 0 && units.some(({ zone }) => zone !== null && need.zones.every(({ id }) => id !== zone)))
  const [{ longitude, latitude, precision }] = units as [Unit]
  if (need.location && longitude !== null && latitude !== null) {
    const far = Math.round(kilometres({ longitude, latitude }, need.location) * 100)
    blame('distance', far - (precision === 'exact' ? 0 : whole(rules.roughly)) > whole(need.location.within))
  }
  return failed
}

/** In hundredths of ㎡. */
function accepted({ area, people, perPerson }: Need, rules: MatchRules): { least: number; most: number } {
  const seats = people === null ? null : people * (perPerson ?? rules.perPerson)
  const least = area.from ?? (seats !== null && area.to !== null ? Math.min(seats, area.to) : seats)
  if (least === null && area.to === null) return { least: 0, most: Number.POSITIVE_INFINITY }
  return {
    least: least === null ? Math.ceil(whole(area.to!) / rules.roomier) : whole(least),
    most: area.to === null ? Math.floor(whole(least!) * rules.roomier) : whole(area.to),
  }
}

/** By the spherical law of cosines. */
function kilometres(a: { longitude: number; latitude: number }, b: { longitude: number; latitude: number }): number {
  const [x, y, turn] = [a.latitude, b.latitude, a.longitude - b.longitude].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
  ]
  return 6371 * Math.acos(Math.min(1, Math.sin(x) * Math.sin(y) + Math.cos(x) * Math.cos(y) * Math.cos(turn)))
}

export function isConnected(units: Unit[], floors: boolean): boolean {
  const door = (a: Unit, b: Unit) =>
    a.building === b.building && (floors || a.floor === b.floor) && (a.adjacent.includes(b.id) || b.adjacent.includes(a.id))
  const reached = new Set([units[0]!])
  for (let before = 0; before < reached.size; ) {
    before = reached.size
    for (const unit of units) if ([...reached].some((other) => door(unit, other))) reached.add(unit)
  }
  return reached.size === units.length
}

export const subsets = <T>([first, ...rest]: T[], most: number): T[][] =>
  first === undefined || most === 0
    ? []
    : [[first], ...subsets(rest, most - 1).map((set) => [first, ...set]), ...subsets(rest, most)]

/** Every space that fits and of which no smaller part does. */
export function allFitting(need: Need, units: Unit[], rules: MatchRules, today: string, waived: string[]): Unit[][] {
  const suits = (set: Unit[]) =>
    isConnected(set, need.floors) && failures(need, set, rules, today).every((name) => waived.includes(name))
  const buildings = [...new Set(units.map(({ building }) => building))]
  return buildings.flatMap((building) => {
    const sets = subsets(
      units.filter((unit) => unit.building === building),
      need.combine ? need.parts : 1,
    ).filter(suits)
    return sets.filter((set) => !sets.some((part) => part.length < set.length && part.every((unit) => set.includes(unit))))
  })
}
