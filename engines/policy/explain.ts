/** A clause decided with every reason and every step of the sum, in the words a firm is told. */
import { missingOf } from './condition/missing.ts'
import { reasoningOf } from './condition/reason.ts'
import { nothingWithin } from './condition/said.ts'
import { met, notMet, type Truth, truthInWords, unknown } from './condition/truth.ts'
import type { Decision, Met, Reason } from './decision.ts'
import type { Facts, Known, Past, Value } from './fact.ts'
import { isUnknown, type Numerator, numeratorOf } from './formula/quantity.ts'
import { ownLayout, seen } from './layout.ts'
import { roundingSteps, shared, spread } from './mechanism/settle.ts'
import { isPeople, type Told } from './mechanism/worth.ts'
import { type Parts, partsOf } from './parts.ts'
import { type Clause, type Policy, payees, type Row, type Verdict } from './policy.ts'
import { projectTitle } from './vocabulary.ts'
import { money } from './wording.ts'

export type Explain = (facts: Facts, past: Past, day: string) => Decision

export function explainOf(policy: Policy, clause: Clause): Explain {
  const layout = ownLayout(policy, clause)
  const { titles } = layout
  const parts = partsOf(policy, clause, layout)
  const reasonings = parts.conditions.map((condition) => reasoningOf(condition, parts.ground))
  const missing = parts.conditions.map((condition) => missingOf(condition, parts.ground))
  const missingFrom = (row: Row, { told }: Due, reasons: readonly Reason[]) => [
    ...new Set([
      ...reasons.flatMap(({ fact, met }) => (fact === projectTitle && met === 'unknown' ? [projectTitle] : [])),
      ...missing.flatMap((of) => of(row)),
      ...(told?.missing ?? none),
    ]),
  ]
  return (facts, past, day) => {
    const known = new Array<Known>(titles.length)
    const row = new Array<Value>(titles.length)
    for (let slot = 0; slot < titles.length; slot += 1) {
      const one = seen(facts[titles[slot]!], day)
      known[slot] = one
      row[slot] = one.value
    }
    const reasons = parts.own.reasons(row, past, day)
    for (const reasoning of reasonings) reasons.push(reasoning({ row, known }))
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
      steps: granted === null ? none : stepsOf(parts, clause, due, granted, row, past, day),
      payees: granted === null ? none : shared(granted, due.told!.parts, payees[clause.payee]),
      missing: verdict === 'unknown' ? missingFrom(row, due, reasons) : none,
      milestones: granted === null ? none : spread(granted, due.told!.milestones),
    }
  }
}

const none: readonly never[] = Object.freeze([])

function worstOf(reasons: readonly Reason[]): Truth {
  let worst: Truth = met
  for (const one of reasons) {
    if (one.met === 'not-met') return notMet
    if (one.met === 'unknown') worst = unknown
  }
  return worst
}

/** What the mechanism comes to; the amount is null where people decide or it is not known. */
type Due = { truth: Truth; value: Numerator; amount: number | null; told: Told | null; reason: Reason | null }

/** The steps are only told where they are wanted: where all conditions are met, or where the amount stands against it. */
function dueOf({ worth, round, capping }: Parts, row: Row, past: Past, day: string, wanted: boolean): Due {
  const value = numeratorOf(worth.quantity, row, past)
  if (isUnknown(value)) {
    const told = worth.tell(row, past)
    return { truth: unknown, value, amount: null, told, reason: reasonOfAmount(unknown, untold(told)) }
  }
  if (isPeople(value)) return { truth: met, value, amount: null, told: worth.tell(row, past), reason: null }
  const rounded = round(value)
  const amount = capping.most(rounded, row, past, day)
  if (amount > 0) return { truth: met, value, amount, told: wanted ? worth.tell(row, past) : null, reason: null }
  const told = worth.tell(row, past)
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

function stepsOf(
  { worth, round, capping }: Parts,
  { rounding }: Clause,
  due: Due,
  amount: number,
  row: Row,
  past: Past,
  day: string,
) {
  const rounded = round(due.value)
  const exact = roundingSteps(due.value, worth.quantity.scale, rounding, rounded)
  const capped = amount < rounded ? capping.steps(rounded, row, past, day) : none
  return exact.length + capped.length === 0 ? due.told!.steps : [...due.told!.steps, ...exact, ...capped]
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
