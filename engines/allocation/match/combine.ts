/**
 * Sets of adjacent units of one building that fit together, with no unit too many.
 *
 * A set has no unit too many when no part of it fits by itself. Further units only ever help some demands (area at least,
 * power) and only ever hurt others (area at most, price), so a set that fits is never grown, and one that hurts is given up.
 * For the same reason a part that fits could be grown, unit by unit and staying connected, to the whole set less one unit:
 * it is enough to look at the sets that lack one unit.
 *
 * Each connected set is met once (Wernicke's enumeration: a set grows only by later units that are new to it), sets of few
 * units before those of more, larger units before smaller, and none that could not come to the accepted area any more. At
 * most `steps` sets are looked at; what was found until then is given, and said to be unfinished.
 */
import { type Asked, fits } from './asked.ts'
import { areaOf } from './measure.ts'
import type { Space, Unit } from './unit.ts'

export type Combined = { sets: Space[]; steps: number; finished: boolean }

/** `units` are of one building and fail nothing but what further units may help. */
export function combine(units: Unit[], { need, binding, area: accepted }: Asked, steps: number): Combined {
  const sorted = [...units].sort((a, b) => b.area - a.area || (a.id < b.id ? -1 : 1))
  const area = sorted.map((unit) => areaOf([unit]))
  const beside = neighbours(sorted, need.floors)
  const helped = binding.filter(({ further }) => further === 'helps')
  const hurt = binding.filter(({ further }) => further === 'hurts')
  const sets: Space[] = []
  const seen = new Uint8Array(sorted.length)
  let left = steps

  const spaceOf = (members: number[]) => members.map((member) => sorted[member]!) as [Unit, ...Unit[]] // never empty
  const connected = (members: number[]) => {
    const reached = [members[0]!]
    for (const member of reached)
      for (const next of members) if (beside[member]!.includes(next) && !reached.includes(next)) reached.push(next)
    return reached.length === members.length
  }
  const spare = (members: number[]) =>
    members.some((member) => {
      const rest = members.filter((other) => other !== member)
      return connected(rest) && fits(helped, spaceOf(rest))
    })

  /** `open`: units beside the set that are still to be tried, none of them before its first. */
  function grow(members: number[], sum: number, open: number[], size: number): void {
    if (left === 0) return
    left -= 1
    const space = spaceOf(members)
    if (!fits(hurt, space)) return
    if (fits(helped, space)) {
      if (members.length === size && !spare(members)) sets.push(space)
      return
    }
    const room = size - members.length
    // Units are sorted: those to come are no larger than the one after the first, and no smaller than the last of all.
    if (room === 0 || sum + room * (area[members[0]! + 1] ?? 0) < accepted.from || sum + room * area.at(-1)! > accepted.to) return
    const waiting = [...open]
    while (waiting.length > 0) {
      const next = waiting.shift()!
      const fresh = beside[next]!.filter((unit) => unit > members[0]! && seen[unit] === 0)
      for (const unit of fresh) seen[unit] = 1
      grow([...members, next], sum + area[next]!, [...waiting, ...fresh], size)
      for (const unit of fresh) seen[unit] = 0
    }
  }

  for (let size = 2; size <= Math.min(need.parts, sorted.length); size += 1)
    for (let first = 0; first < sorted.length && left > 0; first += 1) {
      const open = beside[first]!.filter((unit) => unit > first)
      for (const unit of [first, ...open]) seen[unit] = 1
      grow([first], area[first]!, open, size)
      for (const unit of [first, ...open]) seen[unit] = 0
    }
  return { sets, steps: steps - left, finished: left > 0 }
}

/** Whoever of two names the other, they are neighbours. */
function neighbours(units: Unit[], floors: boolean): number[][] {
  const at = new Map(units.map(({ id }, index) => [id, index]))
  const beside = units.map(() => new Set<number>())
  units.forEach((unit, index) => {
    for (const id of unit.adjacent) {
      const other = at.get(id)
      if (other === undefined || other === index) continue
      if (!floors && units[other]!.floor !== unit.floor) continue
      beside[index]!.add(other)
      beside[other]!.add(index)
    }
  })
  return beside.map((set) => [...set].sort((a, b) => a - b))
}
