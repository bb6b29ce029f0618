/**
 * A clause weighed for a firm: verdict and amount, and everything they rest on kept with them — what was known, what each
 * condition came to, what the amount came to. The decision in words is written from it when it is first read.
 */
import type { OwnAnswer } from './condition/own.ts'
import { met, notMet, type Truth, unknown } from './condition/truth.ts'
import type { Decision } from './decision.ts'
import type { Past } from './fact.ts'
import { isUnknown, type Numerator, numeratorOf } from './formula/quantity.ts'
import { type Answer, answerOf, type Listing, type Look } from './look.ts'
import { isPeople } from './mechanism/worth.ts'
import type { Parts } from './parts.ts'
import type { Verdict } from './policy.ts'

export class Finding {
  readonly look: Look
  readonly past: Past
  /** What the clause asks by itself, and its conditions. */
  readonly own: OwnAnswer
  readonly answer: Answer
  /** What the mechanism came to, and whether that stands against it. */
  readonly value: Numerator
  readonly worth: Truth
  readonly verdict: Verdict
  /** 分; null unless granted. */
  readonly amount: number | null
  private readonly write: (finding: Finding) => Decision
  private written: Decision | null = null

  constructor(
    write: (finding: Finding) => Decision,
    look: Look,
    past: Past,
    own: OwnAnswer,
    answer: Answer,
    value: Numerator,
    amount: number | null,
  ) {
    this.look = look
    this.past = past
    this.own = own
    this.answer = answer
    this.value = value
    this.worth = amount === null ? (isUnknown(value) ? unknown : met) : amount > 0 ? met : notMet
    const asked = own.least < answer.least ? own.least : answer.least
    const truth = this.worth < asked ? this.worth : asked
    this.verdict = truth === notMet ? 'refused' : truth === unknown ? 'unknown' : amount === null ? 'people' : 'granted'
    this.amount = this.verdict === 'granted' ? amount : null
    this.write = write
  }

  get decision(): Decision {
    this.written ??= this.write(this)
    return this.written
  }
}

export type Find = (look: Look, past: Past) => Finding

export function findingOf(parts: Parts, listing: Listing, write: (finding: Finding) => Decision): Find {
  const { own, worth, rounding, capping, conditions } = parts
  const list = listing(conditions)
  return (look, past) => {
    const { row, day } = look
    const value = numeratorOf(worth.quantity, row, past)
    const counted = !isUnknown(value) && !isPeople(value)
    const amount = counted ? capping.most(rounding.round(value), row, past, day) : null
    return new Finding(write, look, past, own.answer(row, past, day), answerOf(list, look), value, amount)
  }
}
