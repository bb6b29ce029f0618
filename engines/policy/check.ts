/**
 * Files of policies held against themselves: each is read, its worked examples are decided, and all of them are held against one
 * another.
 */

import { nearestNote } from '../text/nearest.ts'
import type { Flaw } from '../text/source.ts'
import { decide } from './decide.ts'
import { type Clause, clauseId, type Example, type Policy, verdicts } from './policy.ts'
import { readPolicy } from './read/policy.ts'
import type { Foreign } from './read/reference.ts'
import { money } from './wording.ts'

/** Nothing is taken from a file with a flaw, neither of form nor of an example that comes out otherwise. */
export function checkPolicy(text: string): { policy: Policy | null; flaws: Flaw[] } {
  const { policy, flaws } = readPolicy(text)
  const all = policy ? examplesFailed(policy) : flaws
  return { policy: all.length === 0 ? policy : null, flaws: all }
}

const examplesFailed = (policy: Policy): Flaw[] =>
  policy.clauses.flatMap((clause) => clause.examples.flatMap((example) => failed(policy, clause, example) ?? []))

function failed(policy: Policy, { code }: Clause, example: Example): Flaw | null {
  const { title, line, column, day, facts, past, verdict, amount } = example
  const found = decide(policy, code, facts, past, day)
  if (found.verdict === verdict && (amount === null || found.amount === amount)) return null
  const sentence = `样例“${title}”应为${outcome(verdict, amount)}，算得${outcome(found.verdict, found.amount)}：${found.sentence}`
  return { line, column, sentence }
}

const outcome = (verdict: Example['verdict'], amount: number | null) =>
  amount === null ? verdicts[verdict] : `${verdicts[verdict]} ${money(amount)}`

export type PolicyFile = { name: string; text: string }
export type Checked = {
  policies: Policy[]
  files: number
  clauses: number
  examples: number
  flaws: (Flaw & { file: string })[]
}

/** Several files; `complete`: they are all there are, so that a clause of another policy has to be in one of them. */
export function checkPolicies(files: readonly PolicyFile[], complete: boolean): Checked {
  const read = files.map(({ name, text }) => ({ name, ...readPolicy(text) }))
  const policies = read.flatMap(({ policy }) => policy ?? [])
  const whole = complete && policies.length === read.length
  const flaws = read.flatMap(({ name, policy, flaws, foreign }, at) => {
    const own = policy ? examplesFailed(policy) : flaws
    const before = read.slice(0, at).flatMap((other) => (other.policy ? [{ file: other.name, policy: other.policy }] : []))
    const among = policy ? [...against(policy, before), ...strangers(foreign, policies, whole)] : []
    return [...own, ...among].map((flaw) => ({ file: name, ...flaw }))
  })
  const clauses = policies.flatMap((policy) => policy.clauses)
  const examples = clauses.reduce((sum, clause) => sum + clause.examples.length, 0)
  return { policies, files: files.length, clauses: clauses.length, examples, flaws }
}

/** A policy has one file, and a title means the same fact in all of them. */
function against({ code, facts }: Policy, before: readonly { file: string; policy: Policy }[]): Flaw[] {
  const start = { line: 1, column: 1 }
  const twice = before.find(({ policy }) => policy.code === code)
  const other = facts.flatMap(({ title, kind, unit }) => {
    const found = before.find(({ policy }) =>
      policy.facts.some((fact) => fact.title === title && (fact.kind !== kind || fact.unit !== unit)),
    )
    return found ? [{ ...start, sentence: `事实“${title}”的类型或单位与 ${found.file} 中的不同，请换用其他名称` }] : []
  })
  return twice ? [{ ...start, sentence: `政策代码“${code}”已用于 ${twice.file}` }, ...other] : other
}

/** Clauses of other policies that are not there. */
function strangers(foreign: readonly Foreign[], policies: readonly Policy[], whole: boolean): Flaw[] {
  const known = policies.flatMap((policy) => policy.clauses.map((clause) => clauseId(policy, clause)))
  return foreign.flatMap(({ clause, line, column }) => {
    const there = policies.some(({ code }) => clause.startsWith(`${code}/`))
    if (known.includes(clause) || !(there || whole)) return []
    return [{ line, column, sentence: `没有代码为“${clause}”的条款${nearestNote(clause, known)}` }]
  })
}
