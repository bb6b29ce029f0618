/** Which step of a ladder is reached, and how far the lowest one is. */

import { boundInWords } from '../condition/said.ts'
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
  return {
    rungs,
    reached: reachedOf(slot, rungs),
    standing: (row, at) => `${fact} ${say(row[slot] as number)}，达到“${rungs[at]!.title}”（${money(rungs[at]!.amount)}）`,
    notReached: (row) => notReached(fact, row[slot] as number, unsorted, say), // said where it is known
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

function notReached(fact: string, value: number | string, rungs: readonly Rung[], say: (value: number) => string): string {
  const bounds = rungs.flatMap(({ lower }) => (lower ? [lower] : []))
  if (typeof value === 'string' || bounds.length === 0) {
    const listed = rungs.flatMap(({ values }) => values ?? [])
    return `${fact}为${value}，不在支持的档次（${listed.join('、')}）内`
  }
  const lowest = bounds.reduce((a, b) => (floorOf(b) < floorOf(a) ? b : a))
  const needed = lowest.inclusive ? `达 ${say(lowest.value)}` : boundInWords(say, lowest, 'lower')
  const short = lowest.value - value
  return `${fact}${short > 0 ? `差 ${say(short)}` : '不足'}（现 ${say(value)}，最低一档需${needed}）`
}
