/** A clause decided with every reason and every step of the sum, in the words a firm is told. */
import { missingOf } from './condition/missing.ts'
import { nothingWithin } from './condition/said.ts'
import { met, notMet, type Truth, truthInWords, unknown } from './condition/truth.ts'
import type { Decision, Reason, Step } from './decision.ts'
import type { Facts, Past } from './fact.ts'
import { type Finding, findingOf } from './finding.ts'
import { ownLayout } from './layout.ts'
import { listingOf, lookAt, sentencesOf, type Together, togetherOn, toldOf } from './look.ts'
import { shared, spread } from './mechanism/settle.ts'
import type { Told } from './mechanism/worth.ts'
import { groundOf, type Parts, partsOf } from './parts.ts'
import { type Clause, type Policy, payees, type Row } from './policy.ts'
import { projectTitle } from './vocabulary.ts'
import { money } from './wording.ts'

export type Explain = (facts: Facts, past: Past, day: string) => Decision

export function explainOf(policy: Policy, clause: Clause): Explain {
  const together = togetherOn(ownLayout(policy, clause))
  const ground = groundOf(policy, together.layout)
  const parts = partsOf(policy, clause, ground)
  const find = findingOf(parts, listingOf(together, ground), writingOf(parts, clause, together))
  return (facts, past, day) => find(lookAt(together, facts, day), past).decision
}

export function writingOf(parts: Parts, clause: Clause, { reasonings }: Together): (finding: Finding) => Decision {
  const missing = missingFrom(parts)
  const payee = payees[clause.payee]
  return (finding) => {
    const { look, own, answer, verdict, amount } = finding
    const asked = toldOf(answer, look, reasonings)
    const told = toldOfAmount(parts, finding)
    const reason = finding.worth === met ? null : reasonOfAmount(parts, finding, told!)
    const reasons = joined(own.reasons, asked.reasons, reason)
    return {
      clause: parts.id,
      article: clause.article,
      day: look.day,
      verdict,
      sentence: sentenceOf(finding, asked.against, reason, told),
      amount,
      reasons,
      steps: amount === null ? none : stepsOf(parts, finding, told!, amount),
      payees: amount === null ? none : shared(amount, told!.parts, payee),
      missing: verdict === 'unknown' ? missing(look.row, told, own.reasons) : none,
      milestones: amount === null ? none : spread(amount, told!.milestones),
    }
  }
}

const none: readonly never[] = Object.freeze([])

function joined(own: readonly Reason[], asked: readonly Reason[], last: Reason | null): Reason[] {
  const reasons = new Array<Reason>(own.length + asked.length + (last ? 1 : 0))
  let at = 0
  for (let n = 0; n < own.length; n += 1) reasons[at++] = own[n]!
  for (let n = 0; n < asked.length; n += 1) reasons[at++] = asked[n]!
  if (last) reasons[at] = last
  return reasons
}

/** In the order they are asked for. */
function missingFrom({ conditions, ground }: Parts) {
  const adding = conditions.map((condition) => missingOf(condition, ground))
  return (row: Row, told: Told | null, own: readonly Reason[]): readonly string[] => {
    const missing: string[] = []
    for (const { fact, met } of own) if (fact === projectTitle && met === 'unknown') missing.push(projectTitle)
    for (const add of adding) add(row, missing)
    for (const title of told?.missing ?? none) if (!missing.includes(title)) missing.push(title)
    return missing
  }
}

/** Only told where it is wanted: where it is granted or decided by people, or where the amount stands against it. */
function toldOfAmount({ worth }: Parts, { worth: truth, verdict, look, past, value }: Finding): Told | null {
  return truth === met && verdict !== 'granted' && verdict !== 'people' ? null : worth.tell(look.row, past, value)
}

function reasonOfAmount({ rounding, capping }: Parts, { worth, value, look, past }: Finding, told: Told): Reason {
  if (worth === unknown) return amountReason(unknown, untold(told))
  if (told.because !== null) return amountReason(notMet, told.because)
  const rounded = rounding.round(value)
  const usedUp = rounded > 0 ? capping.steps(rounded, look.row, past, look.day).at(-1) : undefined
  return amountReason(notMet, usedUp ? `${usedUp.title}已用完：${usedUp.sum} = ${usedUp.result}` : '取整后的金额为 0')
}

const untold = ({ because, missing }: Told) => (missing.length > 0 ? `无法计算金额：${because}` : because!)

const amountReason = (truth: Truth, sentence: string): Reason => ({
  title: '金额',
  met: truthInWords[truth],
  sentence,
  fact: null,
  asOf: null,
  source: null,
  gap: null,
  within: nothingWithin,
})

function stepsOf({ rounding, capping }: Parts, { value, look: { row, day }, past }: Finding, { steps }: Told, amount: number) {
  const rounded = rounding.round(value)
  const exact = rounding.steps(value, rounded)
  const capped: readonly Step[] = amount < rounded ? capping.steps(rounded, row, past, day) : none
  return exact.length + capped.length === 0 ? steps : [...steps, ...exact, ...capped]
}

function sentenceOf({ verdict, amount, own, answer, worth }: Finding, asked: string, reason: Reason | null, told: Told | null) {
  switch (verdict) {
    case 'granted':
      return `符合条件，支持 ${money(amount!)}`
    case 'people':
      return `符合条件，${told!.because}`
    case 'refused':
    case 'unknown': {
      const truth = verdict === 'refused' ? notMet : unknown
      let words = own.least < met ? sentencesOf(own.reasons, truth) : ''
      if (answer.least === truth) words = words === '' ? asked : `${words}；${asked}`
      if (reason && worth === truth) words = words === '' ? reason.sentence : `${words}；${reason.sentence}`
      return verdict === 'refused' ? `不符合条件：${words}` : `尚待核实：${words}`
    }
  }
}
