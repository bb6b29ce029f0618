/** What was promised, held against the facts of a day: met, not met, or not known, each with its reason. */
import { decide } from '#engines/policy/decide.ts'
import type { Met } from '#engines/policy/decision.ts'
import type { Facts } from '#engines/policy/fact.ts'
import type { Clause, Commitment, Policy } from '#engines/policy/policy.ts'

export type Performance = Extract<Commitment, { is: 'performance' }>
export type Outcome = { day: string; met: Met; sentence: string; reasons: { title: string; met: Met; sentence: string }[] }

const metOf = { granted: 'met', people: 'met', refused: 'not-met', unknown: 'unknown' } as const
const sentences: Record<Met, string> = { met: '已达到约定要求', 'not-met': '未达到约定要求', unknown: '数据不全，尚待核实' }

export const titlesOf = ({ all }: Performance): string[] => [
  ...new Set(all.flatMap(({ fact, over }) => (over === null ? [fact] : [fact, over]))),
]

/** The same engine decides it: a clause that asks for nothing but what was promised. */
export function performed(policy: Policy, clause: Clause, promised: Performance, facts: Facts, day: string): Outcome {
  const asked: Clause = {
    ...clause,
    ...{ conditions: promised.all, amount: { is: 'flat', amount: 1 }, caps: [], frequency: 'claim', times: null },
    rounding: { way: 'down', to: 1 },
  }
  const only: Policy = { ...policy, general: [], clauses: [asked], stacking: [], since: '1949-01-01', until: null }
  const { verdict, reasons } = decide(only, clause.code, facts, [], day)
  const met = metOf[verdict]
  const own = new Set(promised.all.map(({ title }) => title))
  const told = reasons.filter(({ title }) => own.has(title)).map(({ title, met, sentence }) => ({ title, met, sentence }))
  return { day, met, sentence: sentences[met], reasons: told }
}
