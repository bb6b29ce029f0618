/** What a reason is told from, and how bounds are said. */
import type { Reason } from '../decision.ts'
import type { Known } from '../fact.ts'
import type { Bound, Row } from '../policy.ts'
import { met, notMet, type Truth, truthInWords, unknown } from './truth.ts'

/** By slot: the figures as they are tested, and what is known of each. */
export type Seen = { row: Row; known: readonly Known[] }
export type Reasoning = (seen: Seen) => Reason
/** What is said of a figure that is there, and how far it is from the bound. */
export type Said = { sentence: string; gap: number | null }
export type Saying = (seen: Seen, holds: boolean) => Said

export const nothingWithin: readonly Reason[] = Object.freeze([])

/** All together are worth the least of them. */
export function worstOf(reasons: readonly Reason[]): Truth {
  let worst: Truth = met
  for (const one of reasons) {
    if (one.met === 'not-met') return notMet
    if (one.met === 'unknown') worst = unknown
  }
  return worst
}

/** 0 missed, 1 not known, 2 met. */
export const truthsOf = (reasons: readonly Reason[]): string => reasons.map(({ met: how }) => truthInWords.indexOf(how)).join('')

type Say = (value: number) => string

/** 不低于 10 人, 低于 70%. */
export function boundInWords(say: Say, { value, inclusive }: Bound, side: 'lower' | 'upper'): string {
  const word = side === 'lower' ? (inclusive ? '不低于' : '高于') : inclusive ? '不高于' : '低于'
  return `${word} ${say(value)}`
}
export const demanded = (say: Say, bound: Bound): string =>
  bound.inclusive ? `达 ${say(bound.value)}` : boundInWords(say, bound, 'lower')
export const rangeInWords = (say: Say, lower: Bound | null, upper: Bound | null): string =>
  [lower && boundInWords(say, lower, 'lower'), upper && boundInWords(say, upper, 'upper')].filter(Boolean).join('且')
