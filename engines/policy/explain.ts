/** A clause decided with every reason and every step of the sum, in the words a firm is told. */
import { missingOf } from './condition/missing.ts'
import { reasoningOf } from './condition/reason.ts'
import { nothingWithin, type Reasoning, worstOf } from './condition/said.ts'
import type { Ground } from './condition/test.ts'
import { met, notMet, type Truth, truthInWords, unknown } from './condition/truth.ts'
import type { Decision, Met, Reason } from './decision.ts'
import type { Facts, Known, Past, Value } from './fact.ts'
import { isUnknown, type Numerator, numeratorOf } from './formula/quantity.ts'
import { ownLayout, seen } from './layout.ts'
import { shared, spread } from './mechanism/settle.ts'
import { isPeople, type Told } from './mechanism/worth.ts'
import { groundOf, type Parts, partsOf } from './parts.ts'
import { type Clause, type Condition, type Layout, type Policy, payees, type Row, type Verdict } from './policy.ts'
import { projectTitle } from './vocabulary.ts'
import { money } from './wording.ts'

export type Explain = (facts: Facts, past: Past, day: string) => Decision

/** What is known of a firm on a day, as one layout has it, with the reasons told so far: many clauses ask the same. */
export type Look = { row: Row; known: readonly Known[]; told: (Reason | undefined)[]; day: string }
/** Clauses that look at a firm together: every condition one of them asks stands here once. */
export type Together = { layout: Layout; reasonings: Reasoning[] }

export function lookAt({ layout: { titles }, reasonings }: Together, facts: Facts, day: string): Look {
  const known = new Array<Known>(titles.length)
  const row = new Array<Value>(titles.length)
  for (let slot = 0; slot < titles.length; slot += 1) {
    const one = seen(facts[titles[slot]!], day)
    known[slot] = one
    row[slot] = one.value
  }
  return { row, known, told: new Array<Reason | undefined>(reasonings.length), day }
}

/** The places of conditions among those of all clauses. */
export type Placing = (condition: Condition) => number

export function placingOf({ reasonings }: Together, ground: Ground): Placing {
  const places = new Map<string, number>()
  return (condition) => {
    const key = JSON.stringify(condition)
    const place = places.get(key) ?? reasonings.push(reasoningOf(condition, ground)) - 1
    places.set(key, place)
    return place
  }
}

export function explainOf(policy: Policy, clause: Clause): Explain {
  const together: Together = { layout: ownLayout(policy, clause), reasonings: [] }
  const ground = groundOf(policy, together.layout)
  const tell = tellingOf(partsOf(policy, clause, ground), clause, together, placingOf(together, ground))
  return (facts, past, day) => tell(lookAt(together, facts, day), past)
}

export function tellingOf(
  parts: Parts,
  clause: Clause,
  { reasonings }: Together,
  placing: Placing,
): (look: Look, past: Past) => Decision {
  const places = parts.conditions.map(placing)
  const missing = missingFrom(parts)
  const payee = payees[clause.payee]
  return (look, past) => {
    const { row, day, told } = look
    const reasons: Reason[] = []
    parts.own.tell(reasons, row, past, day)
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at]!
      const reason = told[place] ?? reasonings[place]!(look)
      told[place] = reason
      reasons.push(reason)
    }
    const worst = worstOf(reasons)
    const due = dueOf(parts, row, past, day, worst === met)
    if (due.reason) reasons.push(due.reason)
    const truth = due.truth < worst ? due.truth : worst
    const verdict: Verdict =
      truth === notMet ? 'refused' : truth === unknown ? 'unknown' : due.amount === null ? 'people' : 'granted'
    const granted = verdict === 'granted' ? due.amount : null
    return {
      clause: parts.id,
      article: clause.article,
      day,
      verdict,
      sentence: sentenceOf(verdict, reasons, due),
      amount: granted,
      reasons,
      steps: granted === null ? none : stepsOf(parts, due, granted, row, past, day),
      payees: granted === null ? none : shared(granted, due.told!.parts, payee),
      missing: verdict === 'unknown' ? missing(row, due, reasons) : none,
      milestones: granted === null ? none : spread(granted, due.told!.milestones),
    }
  }
}

/** In the order they are asked for. */
function missingFrom({ conditions, ground }: Parts) {
  const adding = conditions.map((condition) => missingOf(condition, ground))
  return (row: Row, { told }: Due, reasons: readonly Reason[]): readonly string[] => {
    const missing: string[] = []
    for (const { fact, met } of reasons) if (fact === projectTitle && met === 'unknown') missing.push(projectTitle)
    for (const add of adding) add(row, missing)
    for (const title of told?.missing ?? none) if (!missing.includes(title)) missing.push(title)
    return missing
  }
}

const none: readonly never[] = Object.freeze([])

/** What the mechanism comes to; the amount is null where people decide or it is not known. */
type Due = { truth: Truth; value: Numerator; amount: number | null; told: Told | null; reason: Reason | null }

/** The steps are only told where they are wanted: where all conditions are met, or where the amount stands against it. */
function dueOf({ worth, rounding, capping }: Parts, row: Row, past: Past, day: string, wanted: boolean): Due {
  const value = numeratorOf(worth.quantity, row, past)
  if (isUnknown(value)) {
    const told = worth.tell(row, past, value)
    return { truth: unknown, value, amount: null, told, reason: reasonOfAmount(unknown, untold(told)) }
  }
  if (isPeople(value)) return { truth: met, value, amount: null, told: worth.tell(row, past, value), reason: null }
  const rounded = rounding.round(value)
  const amount = capping.most(rounded, row, past, day)
  if (amount > 0) return { truth: met, value, amount, told: wanted ? worth.tell(row, past, value) : null, reason: null }
  const told = worth.tell(row, past, value)
  const usedUp = rounded > 0 ? capping.steps(rounded, row, past, day).at(-1) : undefined
  const because = told.because ?? (usedUp ? `${usedUp.title}已用完：${usedUp.sum} = ${usedUp.result}` : '取整后的金额为 0')
  return { truth: notMet, value, amount: 0, told, reason: reasonOfAmount(notMet, because) }
}

const untold = ({ because, missing }: Told) => (missing.length > 0 ? `无法计算金额：${because}` : because!)

const reasonOfAmount = (truth: Truth, sentence: string): Reason => ({
  title: '金额',
  met: truthInWords[truth],
  sentence,
  fact: null,
  asOf: null,
  source: null,
  gap: null,
  within: nothingWithin,
})

function stepsOf({ rounding, capping }: Parts, { value, told }: Due, amount: number, row: Row, past: Past, day: string) {
  const rounded = rounding.round(value)
  const exact = rounding.steps(value, rounded)
  const capped = amount < rounded ? capping.steps(rounded, row, past, day) : none
  return exact.length + capped.length === 0 ? told!.steps : [...told!.steps, ...exact, ...capped]
}

function sentenceOf(verdict: Verdict, reasons: readonly Reason[], { amount, told }: Due): string {
  switch (verdict) {
    case 'granted':
      return `符合条件，支持 ${money(amount!)}`
    case 'people':
      return `符合条件，${told!.because}`
    case 'refused':
      return `不符合条件：${said(reasons, 'not-met')}`
    case 'unknown':
      return `尚待核实：${said(reasons, 'unknown')}`
  }
}

function said(reasons: readonly Reason[], which: Met): string {
  let words = ''
  for (const { met, sentence } of reasons) if (met === which) words = words === '' ? sentence : `${words}；${sentence}`
  return words
}
