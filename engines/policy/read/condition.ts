/** Conditions of a policy: demands on facts and choices among cases. */
import type { Node } from 'yaml'
import type { Fact } from '../fact.ts'
import { type Case, type Condition, type Demand, isChoice } from '../policy.ts'
import { readTest, tests } from './asked.ts'
import type { Place, Reading } from './reading.ts'

export const readConditions = (reading: Reading, place: Place, what: string): Condition[] =>
  reading.source.items(place, what).flatMap((item) => readCondition(reading, item) ?? [])

/** Where no choice may stand: what makes a case apply, and what is looked at after payment. */
export function readDemands(reading: Reading, place: Place, what: string): Demand[] {
  const conditions = readConditions(reading, place, what)
  if (conditions.some(isChoice)) reading.source.blame(place!, `“${what}”中不能有“任一”`)
  return conditions.filter((condition): condition is Demand => !isChoice(condition))
}

function readCondition(reading: Reading, node: Node): Condition | null {
  const { source } = reading
  const fields = source.fields(node, '条件', ['名称'], ['事实', '除以', ...tests, '任一'])
  const title = source.text(fields?.名称, '名称')
  if (!fields || title === null) return null
  if (fields.任一) {
    const extra = Object.keys(fields).filter((key) => key !== '名称' && key !== '任一')
    if (extra.length > 0) return source.blame(node, `“任一”不能与${extra.map((key) => `“${key}”`).join('、')}并用`)
    return { title, anyOf: source.items(fields.任一, '任一').flatMap((item) => readCase(reading, item) ?? []) }
  }
  if (!fields.事实) return source.blame(node, '条件缺少“事实”或“任一”')
  const fact = reading.fact(fields.事实, '事实')
  const over = fields.除以 ? reading.fact(fields.除以, '除以') : null
  if (!fact || (fields.除以 && !over)) return null
  if (over && !dividable(fact, over)) return source.blame(fields.除以!, `${fact.title}与${over.title}不能相除`)
  const test = readTest(reading, fields, node, fact, over)
  if (!test) return null
  const demand: Demand = { title, fact: fact.title, over: over?.title ?? null, test }
  reading.places.set(demand, node)
  return demand
}

/** A share is that of persons in persons, of money in money. */
const dividable = (fact: Fact, over: Fact): boolean =>
  fact.title !== over.title &&
  fact.kind === over.kind &&
  fact.unit === over.unit &&
  (fact.kind === 'count' || fact.kind === 'money' || fact.kind === 'area')

function readCase(reading: Reading, node: Node): Case | null {
  const { source } = reading
  const fields = source.fields(node, '情形', ['情形', '条件'], ['适用'])
  const title = source.text(fields?.情形, '情形')
  if (!fields || title === null) return null
  const when = readDemands(reading, fields.适用, '适用')
  return { title, when, all: readConditions(reading, fields.条件, '条件') }
}
