/** What firms are screened against: clauses compiled once for all of them, with what every reason comes to. */
import type { Bare } from '#engines/policy/bare.ts'
import { compile } from '#engines/policy/compile.ts'
import type { Past } from '#engines/policy/fact.ts'
import { layoutOf } from '#engines/policy/layout.ts'
import type { Layout, Policy, Row, Stacking } from '#engines/policy/policy.ts'

export type Asked = {
  code: string
  /** `policy/clause` */
  id: string
  title: string
  bare: (row: Row, past: Past, day: string) => Bare
  /** What each reason of the decision comes to. */
  truths: (row: Row, past: Past, day: string) => string
  /** All it is decided by: the same words, the same outcome. */
  words: string
}
export type Ground = {
  policy: Policy
  layout: Layout
  /** What the ledgers are asked, in the order of their code units: frozen facts are written in one way only. */
  titles: readonly string[]
  /** In the order of their codes. */
  clauses: readonly Asked[]
  stacking: readonly Stacking[]
  called: ReadonlyMap<string, string>
}

/** `layout`: of several versions together, where their firms are laid out once. */
export function groundOf(policy: Policy, layout = layoutOf([policy])): Ground {
  const clauses = compile([policy], layout).map(({ id, clause, bare, truths }) => ({
    code: clause.code,
    id,
    title: clause.title,
    bare,
    truths,
    words: JSON.stringify([policy.since, policy.until, policy.facts, policy.general, { ...clause, examples: [] }]),
  }))
  return {
    policy,
    layout,
    titles: [...layout.titles].sort(),
    clauses: clauses.sort((a, b) => (a.code < b.code ? -1 : 1)),
    stacking: policy.stacking,
    called: new Map(clauses.map(({ id, title }) => [id, title])),
  }
}
