/** What is asked of a fact: a range, days, a yes, one of several words, or a standard that is not known yet. */
import type { Node } from 'yaml'
import type { Fact } from '../fact.ts'
import type { Bound, Test } from '../policy.ts'
import type { Place, Reading } from './reading.ts'
import { isNumberKind, type Measure, readFigure, readWord, readYes } from './value.ts'

const ranges = ['不低于', '高于', '不高于', '低于']
const ofDays = ['不早于', '不晚于']
export const tests = [...ranges, ...ofDays, '为', '属于', '标准']

type Fields = Record<string, Place>

export function readTest(reading: Reading, fields: Fields, node: Node, fact: Fact, over: Fact | null): Test | null {
  const { source } = reading
  const used = tests.filter((key) => fields[key])
  const allowed = [...allowedFor(fact), '标准']
  const wrong = used.find((key) => !allowed.includes(key))
  if (wrong) return source.blame(fields[wrong]!, `${fact.title}不能用“${wrong}”，可用：${allowed.join('、')}`)
  if (used.length === 0) return source.blame(node, `条件没有写明要求，可用：${allowed.join('、')}`)
  if (fields.标准) {
    if (used.length > 1) return source.blame(fields.标准, '“标准”只在标准尚不明确时单独使用')
    return source.match(fields.标准, '标准', /^待补$/, '待补') === null ? null : { kind: 'pending' }
  }
  if (fact.kind === 'yes') {
    const yes = reading.take(fields.为, '“为”', readYes)
    return yes === null ? null : { kind: 'is', yes }
  }
  if (fact.kind === 'text') {
    const values = readWords(reading, fields.属于, '属于', fact)
    return values.length > 0 ? { kind: 'among', values } : null
  }
  if (fact.kind === 'day') return readDays(reading, fields)
  return isNumberKind(fact.kind) ? readRange(reading, fields, over ? ratioOf(fact, over) : { ...fact, kind: fact.kind }) : null
}

const allowedFor = ({ kind }: Fact): string[] =>
  kind === 'yes' ? ['为'] : kind === 'text' ? ['属于'] : kind === 'day' ? ofDays : ranges

const ratioOf = (fact: Fact, over: Fact): Measure => ({ title: `${fact.title}占${over.title}的比重`, kind: 'share', unit: '%' })

/** Several of the values a text may have, each once. */
export function readWords(reading: Reading, place: Place, what: string, fact: Fact): string[] {
  const words: string[] = []
  for (const item of reading.source.items(place, what)) {
    const word = reading.take(item, what, (text) => readWord(text, fact.title, fact.values))
    if (word !== null && words.includes(word)) reading.source.blame(item, `“${word}”重复`)
    if (word !== null) words.push(word)
  }
  return words
}

function readDays({ source }: Reading, fields: Fields): Test | null {
  const [from, until] = [source.day(fields.不早于, '“不早于”'), source.day(fields.不晚于, '“不晚于”')]
  return from === null && until === null ? null : { kind: 'days', from, until }
}

function readRange(reading: Reading, fields: Fields, measure: Measure): Test | null {
  for (const [one, other] of [ranges.slice(0, 2), ranges.slice(2)] as [string, string][]) {
    if (fields[one] && fields[other]) return reading.source.blame(fields[other], `“${one}”与“${other}”不能并用`)
  }
  const lower = readBound(reading, fields, '不低于', measure) ?? readBound(reading, fields, '高于', measure)
  const upper = readBound(reading, fields, '不高于', measure) ?? readBound(reading, fields, '低于', measure)
  return lower || upper ? { kind: 'range', lower, upper } : null
}

/** What stands under 不低于 or 不高于 belongs to it, under 高于 or 低于 it does not. */
export function readBound(reading: Reading, fields: Fields, key: string, measure: Measure): Bound | null {
  if (!fields[key]) return null
  const value = reading.take(fields[key], `“${key}”`, (text) => readFigure(text, measure))
  return value === null ? null : { value, inclusive: key.startsWith('不') }
}
