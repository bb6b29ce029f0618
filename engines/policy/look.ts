/** One look at a firm that serves many clauses: what is known of it on a day, and what the conditions they share come to. */
import { reasoningOf } from './condition/reason.ts'
import type { Reasoning } from './condition/said.ts'
import { type Ground, type Line, linesOf, weigh } from './condition/test.ts'
import { met, type Truth, truthInWords } from './condition/truth.ts'
import type { Reason } from './decision.ts'
import type { Facts, Known, Value } from './fact.ts'
import { seen } from './layout.ts'
import type { Condition, Layout, Row } from './policy.ts'

/** Clauses that look at a firm together: what several of them ask stands here once. */
export type Together = { layout: Layout; reasonings: Reasoning[]; lists: List[] }
/** Conditions that hold together, by the places of their reasonings. */
type List = { at: number; places: readonly number[]; lines: readonly (readonly [Line])[] }

export type Look = {
  row: Row
  known: readonly Known[]
  day: string
  answers: (Answer | undefined)[]
  reasons: (Reason | undefined)[]
}
/** What a list comes to; the words are found when they are first wanted. */
export type Answer = { list: List; truths: readonly Truth[]; least: Truth; told: Told | null }
/** `against`: the sentences of those that make it what it is, where not all are met. */
type Told = { reasons: readonly Reason[]; against: string }

export const togetherOn = (layout: Layout): Together => ({ layout, reasonings: [], lists: [] })

export function lookAt({ layout: { titles }, reasonings, lists }: Together, facts: Facts, day: string): Look {
  const known = new Array<Known>(titles.length)
  const row = new Array<Value>(titles.length)
  for (let slot = 0; slot < titles.length; slot += 1) {
    const one = seen(facts[titles[slot]!], day)
    known[slot] = one
    row[slot] = one.value
  }
  return { row, known, day, answers: new Array(lists.length), reasons: new Array(reasonings.length) }
}

/** Finds the list of conditions among those of all clauses of the ground. */
export type Listing = (conditions: readonly Condition[]) => List

export function listingOf({ reasonings, lists }: Together, ground: Ground): Listing {
  const places = new Map<string, number>()
  const placeOf = (condition: Condition) => {
    const key = JSON.stringify(condition)
    const place = places.get(key) ?? reasonings.push(reasoningOf(condition, ground)) - 1
    places.set(key, place)
    return place
  }
  const known = new Map<string, List>()
  return (conditions) => {
    const own = conditions.map(placeOf)
    const key = own.join()
    const list = known.get(key) ?? {
      at: lists.length,
      places: own,
      lines: linesOf(conditions, ground).map((line) => [line] as const),
    }
    if (!known.has(key)) lists.push(list)
    known.set(key, list)
    return list
  }
}

/** Every condition is weighed, even where one is missed already. */
export function answerOf(list: List, look: Look): Answer {
  const before = look.answers[list.at]
  if (before !== undefined) return before
  const { lines } = list
  const truths = new Array<Truth>(lines.length)
  let least: Truth = met
  for (let at = 0; at < lines.length; at += 1) {
    const truth = weigh(lines[at]!, look.row)
    truths[at] = truth
    if (truth < least) least = truth
  }
  const answer: Answer = { list, truths, least, told: null }
  look.answers[list.at] = answer
  return answer
}

export function toldOf(answer: Answer, look: Look, reasonings: readonly Reasoning[]): Told {
  if (answer.told !== null) return answer.told
  const { places } = answer.list
  const reasons = new Array<Reason>(places.length)
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at]!
    const reason = look.reasons[place] ?? reasonings[place]!(look)
    look.reasons[place] = reason
    reasons[at] = reason
  }
  const told = { reasons, against: answer.least === met ? '' : sentencesOf(reasons, answer.least) }
  answer.told = told
  return told
}

export function sentencesOf(reasons: readonly Reason[], which: Truth): string {
  const wanted = truthInWords[which]
  let words = ''
  for (const { met, sentence } of reasons) if (met === wanted) words = words === '' ? sentence : `${words}；${sentence}`
  return words
}
