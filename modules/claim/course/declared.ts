/** What a firm declares, checked against the facts a clause asks it for; and what it questions in the ledgers. */
import type { Fact, Facts, Known, Value } from '#engines/policy/fact.ts'
import { projectTitle } from '#engines/policy/vocabulary.ts'
import { day } from '#platform/fields.ts'
import { invalid } from '#platform/problem.ts'

/** As kept on the claim, by the titles of facts: a value it tells, or what it holds against a value of the ledger. */
export type Declared = Readonly<Record<string, unknown>>
type Questioned = { questioned: string }

const isQuestioned = (given: unknown): given is Questioned =>
  typeof given === 'object' && given !== null && typeof (given as Questioned).questioned === 'string'
const isValue = (given: unknown): given is Exclude<Value, null> =>
  typeof given === 'number' || typeof given === 'boolean' || typeof given === 'string'

/** Values in the kept units of their facts; what was left empty is left out. */
export function checkDeclared(
  facts: readonly Fact[],
  given: Readonly<Record<string, unknown>>,
): Record<string, Exclude<Value, null>> {
  const strange = Object.keys(given).find((title) => !facts.some((fact) => fact.title === title))
  if (strange !== undefined) throw invalid(`该条款不需要填报“${strange}”`)
  return Object.fromEntries(
    facts.flatMap((fact) => {
      const value = given[fact.title]
      return value === null || value === undefined || value === '' ? [] : [[fact.title, fitted(fact, value)]]
    }),
  )
}

function fitted({ title, kind, values }: Fact, value: unknown): Exclude<Value, null> {
  if (kind === 'yes') {
    if (typeof value !== 'boolean') throw invalid(`“${title}”请选择是或否`)
    return value
  }
  if (kind === 'day') {
    const read = day(title).safeParse(value)
    if (!read.success) throw invalid(read.error.issues[0]!.message)
    return read.data
  }
  if (kind === 'text') {
    if (typeof value !== 'string' || value.trim().length > 200) throw invalid(`“${title}”不超过 200 个字`)
    if (values && !values.includes(value)) throw invalid(`“${title}”请从${values.join('、')}中选择`)
    return value.trim()
  }
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0 || value > 1e15)
    throw invalid(`“${title}”应为不小于零的数字`)
  return value
}

export function checkQuestioned(facts: readonly Fact[], given: Readonly<Record<string, string>>): Record<string, Questioned> {
  return Object.fromEntries(
    Object.entries(given).map(([title, words]) => {
      if (!facts.some((fact) => fact.title === title)) throw invalid(`“${title}”不是台账数据，不能提出疑问`)
      return [title, { questioned: words }]
    }),
  )
}

export const questionsIn = (declared: Declared): { title: string; text: string }[] =>
  Object.entries(declared).flatMap(([title, given]) => (isQuestioned(given) ? [{ title, text: given.questioned }] : []))
export const valuesIn = (declared: Declared): Record<string, Exclude<Value, null>> =>
  Object.fromEntries(Object.entries(declared).flatMap(([title, given]) => (isValue(given) ? [[title, given]] : [])))

/** Declared as of the day the batch counts on. */
export const asFacts = (values: Readonly<Record<string, Value>>, asOf: string, source: string): Facts =>
  Object.fromEntries(Object.entries(values).map(([title, value]): [string, Known] => [title, { value, asOf, source }]))

/** Which project the claim is for, where the clause asks for it. */
export const projectIn = ({ [projectTitle]: project }: Readonly<Record<string, Value>>): string | null =>
  typeof project === 'string' ? project : null
