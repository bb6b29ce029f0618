/** What a decision tells: for each condition whether it is met and why, and for the amount every step to the 分. */
import type { Verdict } from './policy.ts'

export type Met = 'met' | 'not-met' | 'unknown'

export type Reason = {
  title: string
  met: Met
  sentence: string
  /** Null of a choice and of what the clause itself asks (once only, within its days). */
  fact: string | null
  asOf: string | null
  source: string | null
  /** How far from being met, in the kept unit of the fact; null where nothing can be counted. */
  gap: number | null
  /** Of a choice, its cases, and of those their conditions. */
  within: readonly Reason[]
}

/** One step of the sum: 较小(50 人 × 10 ㎡, 480 ㎡, 1,000 ㎡) = 480 ㎡. */
export type Step = { title: string; sum: string; result: string }

export type Decision = {
  /** `policy/clause` */
  clause: string
  article: string
  day: string
  verdict: Verdict
  /** In one sentence. */
  sentence: string
  /** 分; null unless granted. */
  amount: number | null
  reasons: readonly Reason[]
  steps: readonly Step[]
  /** Who gets how much of it (分); one unless the clause splits it or a third party redeems it. */
  payees: readonly { payee: string; amount: number }[]
  /** Facts that are not known and decide. */
  missing: readonly string[]
  /** Milestones this grant is for, to be kept with the award. */
  milestones: readonly { title: string; amount: number }[]
}
