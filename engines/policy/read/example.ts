/** Worked examples (样例) of a clause: what is known and had, and what has to come out. */
import { isMap, isScalar, type Node } from 'yaml'
import { nearestNote } from '../../text/nearest.ts'
import { readOption } from '../../text/option.ts'
import type { Award, Facts, Known } from '../fact.ts'
import { type Example, verdicts } from '../policy.ts'
import type { Place, Reading } from './reading.ts'
import type { Refer } from './reference.ts'
import { readValue } from './value.ts'

export function readExamples(reading: Reading, place: Place, refer: Refer): Example[] {
  const told = new Map<string, Example>()
  return reading.source.items(place, '样例').flatMap((item) => {
    const example = readExample(reading, item, refer)
    if (!example) return []
    const same = told.get(situation(example))
    if (same && differ(same, example)) reading.source.blame(item, `样例“${example.title}”与“${same.title}”情况相同，结果不同`)
    told.set(situation(example), same ?? example)
    return [example]
  })
}

/** What an example starts from, whatever order it is written in. */
function situation({ day, facts, past }: Example): string {
  const known = Object.entries(facts).map(([title, { value }]) => [title, value])
  return JSON.stringify([day, known.sort(), past.map((award) => JSON.stringify(Object.entries(award).sort())).sort()])
}

const differ = (one: Example, other: Example) =>
  one.verdict !== other.verdict || (one.amount !== null && other.amount !== null && one.amount !== other.amount)

function readExample(reading: Reading, node: Node, refer: Refer): Example | null {
  const { source } = reading
  const fields = source.fields(node, '样例', ['名称', '日期', '数据', '结论'], ['已享', '金额'])
  const title = source.text(fields?.名称, '名称')
  const day = source.day(fields?.日期, '日期')
  const verdict = readOption(source, fields?.结论, '结论', verdicts)
  const facts = readFacts(reading, fields?.数据)
  const past = fields?.已享 ? source.items(fields.已享, '已享').flatMap((item) => readAward(reading, item, refer) ?? []) : []
  const amount = reading.money(fields?.金额, '金额')
  if (fields?.金额 && verdict && verdict !== 'granted') source.blame(fields.金额, `结论为“${verdicts[verdict]}”的样例不写金额`)
  if (title === null || day === null || !verdict || !facts) return null
  const { line, column } = source.at(node)
  return { title, line, column, day, facts, past, verdict, amount }
}

function readFacts({ source, vocabulary }: Reading, node: Place): Facts | null {
  if (!node) return null
  if (!isMap(node)) return source.blame(node, '数据应为一组“事实：值”')
  const facts: Record<string, Known> = {}
  for (const { key, value } of node.items) {
    const [place, title] = [key as Node, isScalar(key) ? String(key.value) : ''] // parsed, hence a node
    const fact = vocabulary.get(title)
    if (!fact) {
      source.blame(place, `没有名为“${title}”的事实${nearestNote(title, vocabulary.keys())}`)
      continue
    }
    const text = source.text((value ?? key) as Node, title)
    if (text === null) continue
    const read = readValue(text, fact)
    if ('fault' in read) source.blame((value ?? key) as Node, read.fault)
    else facts[title] = { value: read.value, asOf: null, source: null }
  }
  return facts
}

function readAward(reading: Reading, node: Node, refer: Refer): Award | null {
  const { source } = reading
  const fields = source.fields(node, '已享', ['条款', '年度', '金额'], ['项目', '阶段'])
  const clause = refer(fields?.条款, '条款')
  const year = source.match(fields?.年度, '年度', /^(19|20)\d\d$/, '2024')
  const amount = reading.money(fields?.金额, '金额')
  const [project, milestone] = [source.text(fields?.项目, '项目'), source.text(fields?.阶段, '阶段')]
  if (clause === null || year === null || amount === null) return null
  return { clause, year: Number(year), project, milestone, amount }
}
