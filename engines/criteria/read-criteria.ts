/** The criteria of a version: demands on facts and choices among cases, checked against the vocabulary and one another. */
import type { Node } from 'yaml'
import type { Source } from '../text/source.ts'
import { type Read, readAmount, readYes } from './amount.ts'
import { contradictions } from './contradiction.ts'
import { type FactName, facts, factTitled, isWhole } from './facts.ts'
import { type Bound, type Case, type Criterion, type Demand, isChoice, isDemand, type Test } from './scheme.ts'

/** Where each demand stands in the file. */
type Places = Map<Demand, Node>

export function readCriteria(source: Source, node: Node, what: string): Criterion[] {
  const places: Places = new Map()
  const criteria = source.items(node, what).flatMap((item) => readCriterion(source, item, places) ?? [])
  for (const { demand, sentence } of contradictions(criteria)) source.blame(places.get(demand)!, sentence)
  return criteria
}

const tests = ['不低于', '高于', '不高于', '低于', '为', '属于', '标准']

function readCriterion(source: Source, node: Node, places: Places): Criterion | null {
  const fields = source.fields(node, '条件', ['名称'], ['事实', '除以', ...tests, '任一'])
  const title = source.text(fields?.名称, '名称')
  if (!fields || title === null) return null
  if (fields.任一) {
    const extra = Object.keys(fields).filter((key) => key !== '名称' && key !== '任一')
    if (extra.length > 0) return source.blame(node, `“任一”不能与${extra.map((key) => `“${key}”`).join('、')}并用`)
    return { title, anyOf: source.items(fields.任一, '任一').flatMap((item) => readCase(source, item, places) ?? []) }
  }
  const fact = readFact(source, fields.事实, node)
  const over = fields.除以 ? readFact(source, fields.除以, node) : null
  if (!fact || (fields.除以 && !over)) return null
  if (over && !(isWhole(fact) && isWhole(over) && facts[fact].unit === facts[over].unit)) {
    return source.blame(fields.除以!, `${facts[fact].title}与${facts[over].title}不能相除`)
  }
  const test = readTest(source, fields, node, fact, over !== null)
  if (!test) return null
  const demand: Demand = { title, fact, over, test }
  places.set(demand, node)
  return demand
}

function readCase(source: Source, node: Node, places: Places): Case | null {
  const fields = source.fields(node, '情形', ['情形', '条件'], ['适用'])
  const title = source.text(fields?.情形, '情形')
  if (!fields || title === null) return null
  const read = (place: Node | undefined, what: string) =>
    source.items(place, what).flatMap((item) => readCriterion(source, item, places) ?? [])
  const when = read(fields.适用, '适用')
  if (when.some(isChoice)) return source.blame(fields.适用!, '“适用”中不能再有“任一”')
  return { title, when: when.filter(isDemand), all: read(fields.条件, '条件') }
}

function readFact(source: Source, place: Node | undefined, around: Node): FactName | null {
  if (!place) return source.blame(around, '条件缺少“事实”或“任一”')
  const title = source.text(place, '事实')
  if (title === null) return null
  return factTitled.get(title) ?? source.blame(place, `没有名为“${title}”的事实`)
}

function readTest(
  source: Source,
  fields: Record<string, Node | undefined>,
  node: Node,
  fact: FactName,
  ratio: boolean,
): Test | null {
  const { kind, title } = facts[fact]
  const used = tests.filter((key) => fields[key])
  const allowed =
    kind === 'yes' ? ['为', '标准'] : kind === 'text' ? ['属于', '标准'] : ['不低于', '高于', '不高于', '低于', '标准']
  const wrong = used.find((key) => !allowed.includes(key))
  if (wrong) return source.blame(fields[wrong]!, `${title}不能用“${wrong}”，可用：${allowed.join('、')}`)
  if (used.length === 0) return source.blame(node, `条件没有写明要求，可用：${allowed.join('、')}`)
  if (fields.标准) {
    if (used.length > 1) return source.blame(fields.标准, '“标准”只在标准尚不明确时单独使用')
    return source.match(fields.标准, '标准', /^待补$/, '待补') === null ? null : { kind: 'pending' }
  }
  if (kind === 'yes') {
    const read = take(source, fields.为!, '“为”', readYes)
    return read === null ? null : { kind: 'is', yes: read }
  }
  if (kind === 'text') {
    return { kind: 'among', values: source.items(fields.属于, '属于').flatMap((item) => source.text(item, '属于') ?? []) }
  }
  const bound = (key: string, inclusive: boolean): Bound | null => {
    if (!fields[key]) return null
    const value = take(source, fields[key], `“${key}”`, (text) => readAmount(text, fact, ratio))
    return value === null ? null : { value, inclusive }
  }
  for (const [one, other] of [
    ['不低于', '高于'],
    ['不高于', '低于'],
  ] as const) {
    if (fields[one] && fields[other]) return source.blame(fields[other], `“${one}”与“${other}”不能并用`)
  }
  return {
    kind: 'range',
    lower: bound('不低于', true) ?? bound('高于', false),
    upper: bound('不高于', true) ?? bound('低于', false),
  }
}

function take<T>(source: Source, place: Node, what: string, read: (text: string) => Read<T>): T | null {
  const text = source.text(place, what)
  if (text === null) return null
  const found = read(text)
  return 'fault' in found ? source.blame(place, found.fault) : found.value
}
