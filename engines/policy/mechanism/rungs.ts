/** Which step of a ladder is reached, and how far the lowest one is. */

import { demanded } from '../condition/said.ts'
import { floorOf } from '../condition/test.ts'
import type { Row, Rung } from '../policy.ts'
import { lackOf, money, sayingOf } from '../wording.ts'
import { type Ground, nothing, undecided } from './worth.ts'

export type Ladder = {
  /** By what they are worth, the most first: more of the fact is never worth less. */
  rungs: readonly Rung[]
  reached: (row: Row) => number
  /** 营业收入 1.2 亿元，达到“一亿元以上” */
  standing: (row: Row, at: number) => string
  notReached: (row: Row) => string
  unknown: string
}

export function ladderOf(fact: string, unsorted: readonly Rung[], { layout, fact: factOf }: Ground): Ladder {
  const slot = layout.slot.get(fact)!
  const say = sayingOf(factOf(fact))
  const rungs = [...unsorted].sort((a, b) => b.amount - a.amount)
  const reaching = rungs.map(({ title, amount }) => `，达到“${title}”（${money(amount)}）`)
  const notReached = notReachedOf(fact, unsorted, say)
  return {
    rungs,
    reached: reachedOf(slot, rungs),
    standing: (row, at) => `${fact} ${say(row[slot] as number)}${reaching[at]}`,
    notReached: (row) => notReached(row[slot] as number | string), // said where it is known
    unknown: lackOf([fact]),
  }
}

function reachedOf(slot: number, rungs: readonly Rung[]) {
  const floors = rungs.map(({ lower }) => floorOf(lower))
  const words = rungs.map(({ values }) => values)
  return (row: Row): number => {
    const value = row[slot]
    if (typeof value === 'number') {
      for (let at = 0; at < floors.length; at += 1) if (words[at] === null && value >= floors[at]!) return at
      return nothing
    }
    if (typeof value === 'string') {
      for (let at = 0; at < words.length; at += 1) if (words[at]?.includes(value)) return at
      return nothing
    }
    return undecided
  }
}

/** How far the lowest step is. */
function notReachedOf(fact: string, rungs: readonly Rung[], say: (value: number) => string): (value: number | string) => string {
  const bounds = rungs.flatMap(({ lower }) => (lower ? [lower] : []))
  const listed = rungs.flatMap(({ values }) => values ?? []).join('、')
  if (bounds.length === 0) return (value) => `${fact}为${value}，不在支持的档次（${listed}）内`
  const lowest = bounds.reduce((a, b) => (floorOf(b) < floorOf(a) ? b : a))
  const needed = `最低一档需${demanded(say, lowest)}）`
  return (value) => {
    if (typeof value === 'string') return `${fact}为${value}，不在支持的档次内`
    const short = lowest.value - value
    return `${fact}${short > 0 ? `差 ${say(short)}` : '不足'}（现 ${say(value)}，${needed}`
  }
}
