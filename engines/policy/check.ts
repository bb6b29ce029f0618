/**
 * Files of policies held against themselves: each is read, its worked examples are decided, and all of them are held against one
 * another.
 */

import { nearestNote } from '../text/nearest.ts'
import { type Flaw, inOrder } from '../text/source.ts'
import { decide } from './decide.ts'
import { clashes, type Other } from './meaning.ts'
import { type Clause, clauseId, type Example, type Policy, verdicts } from './policy.ts'
import { readPolicy } from './read/policy.ts'
import type { Foreign } from './read/reference.ts'
import { money } from './wording.ts'

/** Nothing is taken from a file with a flaw: of form, of an example that comes out otherwise, or beside the others there are. */
export function checkPolicy(text: string, others: readonly Other[] = []): { policy: Policy | null; flaws: Flaw[] } {
  const { policy, flaws, declared } = readPolicy(text)
  const all = policy ? inOrder([...examplesFailed(policy), ...clashes(policy.code, declared, others)]) : flaws
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
  const flaws = read.flatMap(({ name, policy, flaws, foreign, declared }, at) => {
    if (!policy) return flaws.map((flaw) => ({ file: name, ...flaw }))
    const before = read.slice(0, at).flatMap((other) => (other.policy ? [{ file: other.name, policy: other.policy }] : []))
    const others = before.map(({ file, policy: { code, facts } }) => ({ name: ` ${file} `, code, facts }))
    const among = [...twice(policy, before), ...clashes(policy.code, declared, others), ...strangers(foreign, policies, whole)]
    return [...examplesFailed(policy), ...among].map((flaw) => ({ file: name, ...flaw }))
  })
  const clauses = policies.flatMap((policy) => policy.clauses)
  const examples = clauses.reduce((sum, clause) => sum + clause.examples.length, 0)
  return { policies, files: files.length, clauses: clauses.length, examples, flaws }
}

/** A policy has one file. */
function twice({ code }: Policy, before: readonly { file: string; policy: Policy }[]): Flaw[] {
  const found = before.find(({ policy }) => policy.code === code)
  return found ? [{ line: 1, column: 1, sentence: `政策代码“${code}”已用于 ${found.file}` }] : []
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
