/** A file of clauses tried out: its flaws, also beside the other policies, and what every worked example comes to. */

import { checkPolicy } from '#engines/policy/check.ts'
import { decide } from '#engines/policy/decide.ts'
import type { Other } from '#engines/policy/meaning.ts'
import type { Clause, Example, Policy } from '#engines/policy/policy.ts'
import { readPolicy } from '#engines/policy/read/policy.ts'
import type { Flaw } from '#engines/text/source.ts'

/** Examples are tried once the file can be read, whether or not they come out as written. */
export function tryClauses(text: string, others: readonly Other[]) {
  const { policy } = readPolicy(text)
  const { flaws } = checkPolicy(text, others)
  return {
    flaws: flaws.map(({ line, column, sentence }: Flaw) => ({ line, column, sentence })),
    examples: policy ? policy.clauses.flatMap((clause) => clause.examples.map((one) => tried(policy, clause, one))) : [],
    clauses: policy?.clauses.length ?? 0,
    since: policy?.since ?? null,
    until: policy?.until ?? null,
  }
}

function tried(policy: Policy, clause: Clause, { title, line, column, day, facts, past, verdict, amount }: Example) {
  const came = decide(policy, clause.code, facts, past, day)
  return {
    ...{ clause: clause.title, title, line, column },
    agrees: came.verdict === verdict && (verdict !== 'granted' || came.amount === amount),
    wanted: { verdict, amount },
    came: { verdict: came.verdict, amount: came.amount, sentence: came.sentence },
  }
}
