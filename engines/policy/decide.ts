/** One clause decided for one firm on a day: the same facts, past and day give the same decision for ever, byte for byte. */
import type { Decision } from './decision.ts'
import { type Explain, explainOf } from './explain.ts'
import type { Facts, Past } from './fact.ts'
import type { Policy } from './policy.ts'

/** `code` of the clause within the policy. */
export function decide(policy: Policy, code: string, facts: Facts, past: Past, day: string): Decision {
  return explained(policy, code)(facts, past, day)
}

/** A policy never changes once it is read: its clauses are compiled when they are first asked for. */
const compiled = new WeakMap<Policy, Map<string, Explain>>()

function explained(policy: Policy, code: string): Explain {
  const clauses = compiled.get(policy) ?? new Map<string, Explain>()
  compiled.set(policy, clauses)
  const before = clauses.get(code)
  if (before) return before
  const clause = policy.clauses.find((one) => one.code === code)
  if (!clause) throw new Error(`${policy.code} has no clause ${code}`)
  const explain = explainOf(policy, clause)
  clauses.set(code, explain)
  return explain
}
