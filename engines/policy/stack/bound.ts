/** How much, and for how many, can still be paid of what is undecided: never less than what really can, for branch and bound. */
import type { Field } from './field.ts'
import { dueOf, type Standing } from './settle.ts'

/** Where a candidate counts in the bound: under one of its caps, and within it among one set of its rivals. */
type Place = { cap: number; rivalry: number }

export type Bound = (at: number, standing: Standing, isBarred: (i: number) => boolean) => { total: number; count: number }

export function boundOf(field: Field, members: readonly number[]): Bound {
  const { candidates, against, under } = field
  const places = placesOf(field, members)
  const caps = 1 + Math.max(-1, ...places.map(({ cap }) => cap))
  /** Bound by one cap alone: what is paid is the amount, unless the room ends. The smallest first. */
  const plain = members
    .map((i, at) => ({ i, at, amount: candidates[i]!.amount, cap: places[at]!.cap }))
    .filter(({ i }) => under[i]!.length === 1 && against[i]!.length === 0)
    .sort((a, b) => a.amount - b.amount)
  const isPlain = new Set(plain.map(({ i }) => i))

  /** At most so much, of what the decided ones leave; a debit shared with an undecided one before it may be used up by that. */
  const atMost = (i: number, isFirst: boolean, standing: Standing): number => {
    let rest = candidates[i]!.amount
    if (isFirst) for (const number of against[i]!) rest -= Math.min(rest, dueOf(field, standing, number))
    for (const number of under[i]!) rest = Math.min(rest, standing.room[number]!)
    return rest
  }
  /** As many of the smallest as are begun before the room is used up. */
  const plainCount = (cap: number, from: number, room: number, isBarred: (i: number) => boolean): number => {
    let [sum, count] = [0, 0]
    for (const one of plain) {
      if (one.cap !== cap || one.at < from || isBarred(one.i)) continue
      if (sum >= room) break
      sum += one.amount
      count += 1
    }
    return count
  }

  return (at, standing, isBarred) => {
    const free = { total: 0, count: 0 }
    const inCap = Array.from({ length: caps }, () => ({ total: 0, count: 0, others: 0 }))
    /** Of rivals, the clause that could have the most, and the one that could have the most candidates. */
    const inRivalry = new Map<
      number,
      { cap: number; total: number; count: number; run: { clause: string; total: number; count: number } }
    >()
    for (let n = at; n < members.length; n += 1) {
      const i = members[n]!
      const { clause } = candidates[i]!
      if (isBarred(i)) continue
      const amount = atMost(i, n === at || candidates[members[n - 1]!]!.clause !== clause, standing)
      if (amount === 0) continue
      const { cap, rivalry } = places[n]!
      if (cap >= 0 && !isPlain.has(i)) inCap[cap]!.others += 1
      if (rivalry < 0) {
        const sum = cap < 0 ? free : inCap[cap]!
        sum.total += amount
        sum.count += 1
        continue
      }
      const most = inRivalry.get(rivalry) ?? { cap, total: 0, count: 0, run: { clause, total: 0, count: 0 } }
      const before = most.run.clause === clause ? most.run : { total: 0, count: 0 }
      const run = { clause, total: before.total + amount, count: before.count + 1 }
      inRivalry.set(rivalry, { cap, total: Math.max(most.total, run.total), count: Math.max(most.count, run.count), run })
    }
    for (const { total, count, cap } of inRivalry.values()) {
      const sum = cap < 0 ? free : inCap[cap]!
      sum.total += total
      sum.count += count
    }
    inCap.forEach(({ total, count, others }, cap) => {
      const room = standing.room[cap]!
      free.total += Math.min(total, room)
      free.count += Math.min(count, others + plainCount(cap, at, room, isBarred))
    })
    return free
  }
}

/** Each under one of its caps, and in the largest of its rivalries; numbered anew so that those of one number stand under one cap. */
function placesOf(field: Field, members: readonly number[]): Place[] {
  const { rivalries } = field
  const capOf = mostSaving(field, members)
  const numbers = new Map<string, number>()
  return members.map((i) => {
    const cap = capOf.get(i) ?? -1
    const largest = rivalries.reduce((most, { members: own }, n) => {
      if (!own.includes(i)) return most
      return most < 0 || own.length > rivalries[most]!.members.length ? n : most
    }, -1)
    if (largest < 0) return { cap, rivalry: -1 }
    const key = `${cap} ${largest}`
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return { cap, rivalry: number }
  })
}

/** Gives candidates to the cap that takes the most off those not given yet, one cap after another, so that the bound is low. */
function mostSaving({ candidates, caps, under }: Field, members: readonly number[]): Map<number, number> {
  const given = new Map<number, number>()
  const waiting = new Set(members.flatMap((i) => under[i]!))
  while (waiting.size > 0) {
    const open = [...waiting].map((cap) => {
      const own = members.filter((i) => under[i]!.includes(cap) && !given.has(i))
      const { amount, had } = caps[cap]!
      return { cap, own, saved: own.reduce((sum, i) => sum + candidates[i]!.amount, 0) - Math.max(0, amount - had) }
    })
    const next = open.reduce((most, one) => (one.saved > most.saved ? one : most))
    for (const i of next.own) given.set(i, next.cap)
    waiting.delete(next.cap)
  }
  return given
}
