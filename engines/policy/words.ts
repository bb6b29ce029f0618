/** A clause as data in plain official words: what it asks for, how much it gives, where it ends, what is to be shown. */
import type { Vocabulary } from './fact.ts'
import {
  type Cap,
  type Clause,
  type Commitment,
  capScopes,
  channels,
  frequencies,
  type Material,
  type Policy,
  payees,
  potNames,
  type Stacking,
} from './policy.ts'
import { vocabularyOf } from './vocabulary.ts'
import { money, roundingInWords } from './wording.ts'
import { amountInWords } from './words/amount.ts'
import { allInWords, conditionInWords } from './words/condition.ts'
import type { Line } from './words/line.ts'

export type { Line } from './words/line.ts'

export type ClauseWords = {
  code: string
  article: string
  title: string
  plain: string | null
  type: string
  /** Whom it is for, how often, how it is had, out of which pot. */
  payee: string
  frequency: string
  channel: string
  pot: string
  conditions: Line[]
  amount: Line[]
  /** Caps and rounding, a sentence each. */
  limits: string[]
  materials: { title: string; note: string | null }[]
  afterwards: string[]
  stacking: string[]
}

export function clauseInWords(policy: Policy, clause: Clause): ClauseWords {
  const vocabulary = vocabularyOf(policy.facts)
  const { code, article, title, plain, type } = clause
  return {
    ...{ code, article, title, plain, type },
    payee: payees[clause.payee],
    frequency: frequencyInWords(clause),
    channel: channels[clause.channel],
    pot: potNames[clause.pot],
    conditions: [...policy.general, ...clause.conditions].flatMap((one) => conditionInWords(one, vocabulary)),
    amount: amountInWords(clause.amount, vocabulary),
    limits: limitsInWords(clause),
    materials: clause.materials.map(materialInWords),
    afterwards: clause.commitments.map((one) => commitmentInWords(one, vocabulary)),
    stacking: policy.stacking.filter((one) => concerns(one, policy, clause)).map((one) => stackingInWords(one, policy)),
  }
}

const timesOf = { yearly: '年', monthly: '个月', claim: '次', project: '个项目', once: '次' } as const
const frequencyInWords = ({ frequency, times }: Clause): string =>
  times === null || frequency === 'once'
    ? frequencies[frequency]
    : `${frequencies[frequency]}，最多 ${times} ${timesOf[frequency]}`

const limitsInWords = ({ caps, rounding }: Clause): string[] => [
  ...caps.map(capInWords),
  ...(rounding.way === 'nearest' && rounding.to === 1 ? [] : [`金额${roundingInWords(rounding)}`]),
]
const capInWords = ({ scope, amount }: Cap) => `${capScopes[scope]}${scope === 'pot' ? '合计' : ''}不超过 ${money(amount)}`

const materialInWords = ({ title, required, ledger }: Material) => ({
  title,
  note: ledger === null ? (required ? null : '如有') : `已有${ledger}记录，免提交`,
})

function commitmentInWords(commitment: Commitment, vocabulary: Vocabulary): string {
  const { title } = commitment
  if (commitment.is === 'lock') return `${title}（自拨付之日起 ${commitment.months} 个月），违反的收回资金`
  return `${title}：拨付 ${commitment.afterMonths} 个月后考核，须${allInWords(commitment.all, vocabulary)}，未达到的收回资金`
}

/** Clauses of the same policy may be named by their code alone. */
const idIn = (policy: Policy, written: string) => (written.includes('/') ? written : `${policy.code}/${written}`)
const concerned = (one: Stacking): readonly string[] => (one.is === 'deduct' ? [one.from, ...one.paid] : one.clauses)
const concerns = (one: Stacking, policy: Policy, { code }: Clause) =>
  concerned(one).some((written) => idIn(policy, written) === `${policy.code}/${code}`)

const within = { year: '同一年度', project: '同一项目' } as const
function stackingInWords(one: Stacking, policy: Policy): string {
  const list = (written: readonly string[]) => written.map((each) => clauseTitle(policy, each)).join('、')
  switch (one.is) {
    case 'exclusive':
      return `${within[one.within]}内，${list(one.clauses)}只能享受其中一项`
    case 'highest':
      return `${within[one.within]}内，${list(one.clauses)}从优从高，不重复享受`
    case 'deduct':
      return `享受${list([one.from])}的，扣除已享受的${list(one.paid)}`
    case 'together':
      return `${list(one.clauses)}合计每企业每年不超过 ${money(one.amount)}`
  }
}

function clauseTitle(policy: Policy, written: string): string {
  const found = policy.clauses.find(({ code }) => `${policy.code}/${code}` === idIn(policy, written))
  return found ? `“${found.title}”` : `其他政策条款（${written}）`
}
