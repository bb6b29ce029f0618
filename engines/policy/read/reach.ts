/** Nothing stands in a clause that can never come about: neither the clause itself nor a case of its amount. */
import type { Node } from 'yaml'
import type { Condition, Demand, Mechanism } from '../policy.ts'
import { contradictions, deadChoice, demandsOf } from './contradiction.ts'
import type { Reading } from './reading.ts'

export function blameUnreachable(
  { source, vocabulary, places }: Reading,
  clause: Node,
  general: readonly Condition[],
  own: readonly Condition[],
  amount: Mechanism,
) {
  const around = demandsOf(general)
  const together = [...around, ...demandsOf(own)]
  const found = [
    ...contradictions(own, around, vocabulary),
    ...casesOf(amount).flatMap((when) => contradictions(when, together, vocabulary)),
  ]
  for (const { demand, sentence } of found) source.blame(places.get(demand)!, sentence)
  const dead = deadChoice(general, together, vocabulary)
  if (dead !== null && found.length === 0) source.blame(clause, `条款的条件与通则“${dead}”的每一种情形都矛盾`)
}

/** Conditions that cannot hold together, each where it stands. */
export function blameContradictions({ source, vocabulary, places }: Reading, conditions: readonly Condition[]) {
  for (const { demand, sentence } of contradictions(conditions, [], vocabulary)) source.blame(places.get(demand)!, sentence)
}

/** What each case asks for, with what the cases around it ask for. */
function casesOf(amount: Mechanism, around: readonly Demand[] = []): (readonly Demand[])[] {
  switch (amount.is) {
    case 'cases':
      return amount.cases.flatMap((one) => {
        const when = [...around, ...one.when]
        return [when, ...casesOf(one.amount, when)]
      })
    case 'area-rent':
      return amount.prices.map(({ when }) => [...around, ...when])
    case 'sum':
    case 'least':
    case 'most':
      return amount.of.flatMap((one) => casesOf(one, around))
    case 'split':
      return casesOf(amount.whole, around)
    case 'voucher':
      return casesOf(amount.face, around)
    default:
      return []
  }
}
