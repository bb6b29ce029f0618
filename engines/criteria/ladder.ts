/** Where an enterprise stands on a ladder of titles, and what it lacks for the next. */
import type { Facts } from './facts.ts'
import { type Judgement, judge } from './judge.ts'
import { inForce, type Scheme } from './scheme.ts'

/** A title held from a day to another, both included; `code` of its scheme. */
export type Held = { code: string; from: string; until: string | null }

export type LadderState = {
  ladder: string
  present: { code: string; name: string; until: string | null } | null
  /** Null on the highest rank. */
  next: Judgement | null
  sentence: string
}

export function judgeLadder(ladder: string, schemes: Scheme[], known: Facts, held: Held[], day: string): LadderState {
  const ranks = inForce(schemes, day)
    .filter((scheme) => scheme.ladder?.name === ladder)
    .sort((a, b) => a.ladder!.rank - b.ladder!.rank)
  const valid = held.filter(({ from, until }) => from <= day && (until === null || day <= until))
  const at = ranks.findLastIndex(({ code }) => valid.some((title) => title.code === code))
  const present = at < 0 ? null : titleOf(ranks[at]!, valid)
  const above = ranks[at + 1]
  const next = above ? judge(above, known, day) : null
  const standing = present ? `现为${present.name}` : `尚未取得${ladder}的任何一级`
  return { ladder, present, next, sentence: `${standing}；${next ? next.sentence : '已是最高一级'}` }
}

/** Of several grants of one title, the one that lasts longest. */
function titleOf({ code, name }: Scheme, valid: Held[]) {
  const untils = valid.filter((title) => title.code === code).map(({ until }) => until)
  const until = untils.includes(null) ? null : untils.reduce((last, day) => (day! > last! ? day : last), untils[0]!)
  return { code, name, until }
}
