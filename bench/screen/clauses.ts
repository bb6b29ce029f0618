/** Sixty clauses as a district has them: the demo measures again and again, each time with other sums, bound by stacking rules. */
import { readFileSync } from 'node:fs'
import { parse, stringify } from 'yaml'

const source = new URL('../../seed/policies/demo-measures.yaml', import.meta.url)
type Clause = { 代码: string; 名称: string; 样例: unknown[] }
type Rule = Record<string, unknown>
type File = { 代码: string; 条款: Clause[]; 叠加: Rule[] }

/** The document as it is: what a planner turns at a time. */
export const measures = (): string => readFileSync(source, 'utf8')

export function sixty(): string {
  const file = parse(measures(), { schema: 'failsafe' }) as File // a file of the library: its form is tested
  const rounds = [0, 1, 2, 3, 4, 5, 6]
  const clauses = rounds
    .flatMap((round) =>
      file.条款.map((clause) => ({
        ...clause,
        代码: named(clause.代码, round),
        样例: clause.样例.slice(0, 1),
        名称: `${clause.名称}${round + 1}`,
      })),
    )
    .slice(0, 60)
  const known = new Set(clauses.map(({ 代码 }) => 代码))
  const rules = rounds
    .flatMap((round) => file.叠加.map((rule) => renamed(rule, round)))
    .filter((rule) => codesIn(rule).every((one) => known.has(one)))
  return stringify({ ...file, 条款: clauses, 叠加: rules }, { aliasDuplicateObjects: false })
}

const named = (code: string, round: number) => `${code}-${round + 1}`
const keys = ['互斥', '从高', '抵扣', '已享', '合计']
const renamed = (rule: Rule, round: number): Rule =>
  Object.fromEntries(
    Object.entries(rule).map(([key, value]) => [
      key,
      !keys.includes(key)
        ? value
        : Array.isArray(value)
          ? value.map((code) => named(String(code), round))
          : named(String(value), round),
    ]),
  )
const codesIn = (rule: Rule) => keys.flatMap((key) => (rule[key] === undefined ? [] : [rule[key]].flat().map(String)))
