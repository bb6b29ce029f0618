/** What each reason of a decision comes to, without its words, in the order they are told: 0 missed, 1 not known, 2 met. */
import { weigh } from './condition/test.ts'
import type { Past } from './fact.ts'
import { isUnknown, numeratorOf } from './formula/quantity.ts'
import { isPeople } from './mechanism/worth.ts'
import type { Parts } from './parts.ts'
import type { Row } from './policy.ts'

export function truthsIn({ own, lines, worth, rounding, capping }: Parts): (row: Row, past: Past, day: string) => string {
  const alone = lines.map((line) => [line])
  return (row, past, day) => {
    let truths = own.answer(row, past, day).truths
    for (let at = 0; at < alone.length; at += 1) truths += weigh(alone[at]!, row)
    const value = numeratorOf(worth.quantity, row, past)
    if (isUnknown(value)) return `${truths}1`
    if (isPeople(value)) return truths
    return capping.most(rounding.round(value), row, past, day) > 0 ? truths : `${truths}0`
  }
}

/** One reason alone stands between the firm and the clause. */
export const oneMissed = (truths: string): boolean => missedOnce.test(truths)
export const missedOnce = /^2*02*$/
