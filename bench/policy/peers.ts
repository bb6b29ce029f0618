/** The same clauses in an interpreter of CEL, with its types declared, and in a rules engine that knows conditions only. */
import { Environment } from '@marcbachmann/cel-js'
import { Engine, type NestedCondition } from 'json-rules-engine'
import type { Facts } from '#engines/policy/fact.ts'
import { type Condition, isChoice } from '#engines/policy/policy.ts'
import { type Firm, titles } from './firms.ts'
import { policyOf, type Shape } from './shapes.ts'

export type Context = Record<string, number | string>

const texts = new Set(['settledOn', 'grade', 'level'])

/** Figures as doubles, -1 and empty where not known: what the interpreter is fastest with. */
export function contextOf(firm: Firm, day: string): Context {
  const told = Object.entries(firm).map(([key, value]) => [key, value === null ? (texts.has(key) ? '' : -1) : plain(value)])
  return Object.fromEntries([...told, ['day', day]])
}
const plain = (value: number | string | boolean) => (typeof value === 'boolean' ? Number(value) : value)

export function celOf(all: readonly Shape[]): ((context: Context) => unknown)[] {
  const environment = new Environment()
  for (const key of Object.keys(titles)) environment.registerVariable(key, texts.has(key) ? 'string' : 'double')
  environment.registerVariable('day', 'string')
  environment.registerFunction('least(double, double): double', (a: number, b: number) => Math.min(a, b))
  return all.map(({ cel }) => {
    const run = environment.parse(cel)
    const { valid, error } = run.check()
    if (!valid) throw new Error(`${cel}: ${error?.message}`)
    return run
  })
}

export function rulesOf(all: readonly Shape[]): Engine {
  const { general, clauses } = policyOf(all.map(({ clause }) => clause))
  const engine = new Engine([], { allowUndefinedFacts: true })
  for (const { code, conditions } of clauses)
    engine.addRule({ conditions: { all: [...general, ...conditions].map(ruleOf) }, event: { type: code } })
  return engine
}

/** For a program that decides a clause at a time, as a claim is decided. */
export const enginesOf = (all: readonly Shape[]): Engine[] => all.map((one) => rulesOf([one]))

function ruleOf(condition: Condition): NestedCondition {
  if (isChoice(condition)) return { any: condition.anyOf.map(({ when, all }) => ({ all: [...when, ...all].map(ruleOf) })) }
  const { fact, over, test } = condition
  switch (test.kind) {
    case 'is':
      return { fact, operator: 'equal', value: test.yes }
    case 'among':
      return { fact, operator: 'in', value: test.values }
    case 'days':
      return { fact, operator: 'greaterThanInclusive', value: dayNumber(test.from!) }
    case 'range':
      return { fact: over === null ? fact : `${fact}/${over}`, operator: 'greaterThanInclusive', value: test.lower!.value }
    case 'pending':
      throw new Error('no clause measured asks what is not known')
  }
}

const dayNumber = (day: string) => Number(day.replaceAll('-', ''))

/** Days as numbers and the share counted beforehand, as the rules engine compares numbers only. */
export function plainOf(facts: Facts): Record<string, unknown> {
  const values = Object.fromEntries(Object.entries(facts).map(([title, { value }]) => [title, value ?? undefined]))
  const { 落户日期: settled, 研发费用: research, 营业收入: revenue } = values
  return {
    ...values,
    落户日期: typeof settled === 'string' ? dayNumber(settled) : undefined,
    '研发费用/营业收入':
      typeof research === 'number' && typeof revenue === 'number' && revenue > 0 ? (research * 1_000_000) / revenue : undefined,
  }
}
