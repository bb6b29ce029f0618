/** A title means one fact in all policies: what a file declares otherwise than another one does. */
import type { Flaw } from '../text/source.ts'
import type { Fact } from './fact.ts'
import { type Declared, kinds } from './read/declared.ts'

/** A policy by the name people know it by. */
export type Other = { name: string; code: string; facts: readonly Fact[] }

/** Clauses are decided side by side upon one row of facts, which must be the same for all of them; versions of one policy never are. */
export function clashes(policy: string, declared: readonly Declared[], others: readonly Other[]): Flaw[] {
  return declared.flatMap(({ fact, line, column }) => {
    for (const { name, code, facts } of others) {
      if (code === policy) continue
      const same = facts.find(({ title }) => title === fact.title)
      const [what, own, theirs] = (same && difference(fact, same)) ?? []
      if (!what) continue
      const sentence = `事实“${fact.title}”的${what}“${own}”与${name}中的“${theirs}”不同，请与之一致，或换用其他名称`
      return [{ line, column, sentence }]
    }
    return []
  })
}

type Difference = [what: string, own: string, theirs: string]

function difference(own: Fact, theirs: Fact): Difference | undefined {
  const told: [what: string, of: (fact: Fact) => string][] = [
    ['类型', ({ kind }) => kinds[kind]],
    ['单位', ({ unit }) => unit],
    // Their order is that of ranks.
    ['取值', ({ values }) => values?.join('、') || '不限'],
    ['说法', ({ words }) => words?.join('、') ?? ''],
  ]
  const found = told.find(([, of]) => of(own) !== of(theirs))
  return found && [found[0], found[1](own), found[1](theirs)]
}
