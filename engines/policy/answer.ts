/** All clauses in force for one firm: each decided in full, and the best lawful combination of what they grant; server and browser alike. */
import { decide } from './decide.ts'
import type { Decision, Reason } from './decision.ts'
import type { Fact, Facts, Past } from './fact.ts'
import { factsOf } from './layout.ts'
import { type Clause, clauseId, type Policy } from './policy.ts'
import { bestCombination, type Combination } from './stack/combination.ts'
import { projectTitle } from './vocabulary.ts'

export type Answer = { policy: Policy; clause: Clause; decision: Decision }
export type Answers = { answers: Answer[]; combination: Combination }

export function answersOf(policies: readonly Policy[], facts: Facts, past: Past, day: string): Answers {
  const answers = policies.flatMap((policy) =>
    policy.clauses.map((clause) => ({ policy, clause, decision: decide(policy, clause.code, facts, past, day) })),
  )
  const named = facts[projectTitle]?.value
  const project = typeof named === 'string' ? named : null
  const combination = bestCombination({
    candidates: answers.flatMap(({ decision: { clause, amount } }) => (amount === null ? [] : [{ clause, project, amount }])),
    stacking: policies.flatMap(({ stacking }) => stacking),
    past,
    year: Number(day.slice(0, 4)),
    titles: new Map(answers.map(({ policy, clause }) => [clauseId(policy, clause), clause.title])),
  })
  return { answers, combination }
}

/** The one condition that stands between the firm and the clause; null where there are none, or more. */
export function nearMiss({ verdict, reasons }: Decision): Reason | null {
  const missed = reasons.filter(({ met }) => met !== 'met')
  return verdict === 'refused' && missed.length === 1 ? missed[0]! : null
}

/** The facts most clauses ask for, so that few questions tell the most; in the order clauses first name them. */
export function questionsOf(policies: readonly Policy[], most: number): Fact[] {
  const asked = new Map<string, { fact: Fact; clauses: number }>()
  for (const policy of policies)
    for (const clause of policy.clauses)
      for (const fact of factsOf(policy, clause)) {
        const one = asked.get(fact.title) ?? { fact, clauses: 0 }
        one.clauses += 1
        asked.set(fact.title, one)
      }
  // What is given an amount for a project alone is no question of a firm in general.
  asked.delete(projectTitle)
  const first = [...asked.values()].sort((a, b) => b.clauses - a.clauses).slice(0, most)
  const chosen = new Set(first.map(({ fact }) => fact.title))
  return [...asked.values()].flatMap(({ fact }) => (chosen.has(fact.title) ? [fact] : []))
}
