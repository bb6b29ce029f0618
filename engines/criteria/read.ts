/**
 * A file of criteria (YAML, keys in Chinese) as schemes with their worked examples; the form is in seed/criteria/README.md.
 *
 * Either all is well, or nothing is taken and every flaw is told with its line and column.
 */
import type { Node } from 'yaml'
import { type Flaw, Source } from '../text/source.ts'
import { readValue } from './amount.ts'
import type { Verdict } from './demand.ts'
import { type Facts, factTitled } from './facts.ts'
import { readCriteria } from './read-criteria.ts'
import type { Source as Origin, Scheme } from './scheme.ts'

export type Example = { title: string; code: string; day: string; facts: Facts; verdict: Verdict; lacking: string[] | null }
export type SchemeFile = { schemes: Scheme[]; examples: Example[]; flaws: Flaw[] }

export function readSchemes(text: string): SchemeFile {
  const source = new Source(text)
  const read = source.root && readFile(source, source.root)
  const flaws = source.flaws.sort((a, b) => a.line - b.line || a.column - b.column)
  return read && flaws.length === 0 ? { ...read, flaws } : { schemes: [], examples: [], flaws }
}

type Heading = Pick<Scheme, 'code' | 'name' | 'ladder'>

function readFile(source: Source, root: Node): Omit<SchemeFile, 'flaws'> | null {
  const fields = source.fields(root, '文件', ['名称', '代码', '版本'], ['阶梯'])
  if (!fields) return null
  const name = source.text(fields.名称, '名称')
  const code = source.match(fields.代码, '代码', /^[a-z][a-z0-9-]{1,40}$/, 'little-giant')
  const ladder = fields.阶梯 ? readLadder(source, fields.阶梯) : null
  const heading: Heading = { name: name ?? '', code: code ?? '', ladder }
  const versions = source.items(fields.版本, '版本').map((node) => ({ node, ...readVersion(source, node, heading) }))
  const schemes: Scheme[] = []
  for (const { node, scheme } of versions) {
    if (!scheme) continue
    const other = schemes.find(({ since, until }) => since <= (scheme.until ?? '9999') && scheme.since <= (until ?? '9999'))
    if (other) source.blame(node, `自 ${scheme.since} 起的版本与自 ${other.since} 起的版本施行期重叠`)
    schemes.push(scheme)
  }
  return { schemes, examples: versions.flatMap(({ examples }) => examples) }
}

function readLadder(source: Source, node: Node): Scheme['ladder'] {
  const fields = source.fields(node, '阶梯', ['名称', '位次'])
  const name = source.text(fields?.名称, '阶梯名称')
  const rank = source.match(fields?.位次, '位次', /^[1-9]$/, '2')
  return name !== null && rank !== null ? { name, rank: Number(rank) } : null
}

function readVersion(source: Source, node: Node, heading: Heading): { scheme: Scheme | null; examples: Example[] } {
  const fields = source.fields(node, '版本', ['自', '依据', '条件', '样例'], ['至', '有效期', '加分'])
  if (!fields) return { scheme: null, examples: [] }
  const since = source.day(fields.自, '“自”')
  const until = source.day(fields.至, '“至”')
  if (since && until && until < since) source.blame(fields.至!, `“至”不能早于“自” ${since}`)
  const validity = source.match(fields.有效期, '有效期', /^[1-9]\d?年$/, '3年')
  const origin = readOrigin(source, fields.依据!)
  const criteria = readCriteria(source, fields.条件!, '条件')
  const bonus = fields.加分 ? readCriteria(source, fields.加分, '加分') : []
  const examples = source.items(fields.样例, '样例').flatMap((example) => readExample(source, example, heading.code) ?? [])
  if (!since || !origin) return { scheme: null, examples }
  const validYears = validity === null ? null : Number.parseInt(validity, 10)
  return { scheme: { ...heading, since, until, source: origin, validYears, criteria, bonus }, examples }
}

function readOrigin(source: Source, node: Node): Origin | null {
  const fields = source.fields(node, '依据', ['文件'], ['文号', '日期', '说明'])
  const title = source.text(fields?.文件, '文件')
  if (!fields || title === null) return null
  const [number, date, note] = [
    source.text(fields.文号, '文号'),
    source.day(fields.日期, '日期'),
    source.text(fields.说明, '说明'),
  ]
  return { title, number, date, note }
}

const verdicts: Record<string, Verdict> = { 符合: 'met', 不符合: 'not-met', 待定: 'unknown' }

function readExample(source: Source, node: Node, code: string): Example | null {
  const fields = source.fields(node, '样例', ['名称', '日期', '数据', '结论'], ['欠缺'])
  if (!fields) return null
  const title = source.text(fields.名称, '样例名称')
  const day = source.day(fields.日期, '样例日期')
  const word = source.match(fields.结论, '结论', /^(符合|不符合|待定)$/, '符合')
  const facts = readFacts(source, fields.数据!)
  const lacking = fields.欠缺 ? source.items(fields.欠缺, '欠缺').flatMap((line) => source.text(line, '欠缺') ?? []) : null
  return title && day && word && facts ? { title, code, day, facts, verdict: verdicts[word]!, lacking } : null
}

function readFacts(source: Source, node: Node): Facts | null {
  const fields = source.fields(node, '数据', [], [...factTitled.keys()])
  if (!fields) return null
  const facts: Facts = {}
  for (const [title, place] of Object.entries(fields)) {
    const name = factTitled.get(title)!
    const text = source.text(place, title)
    if (text === null) continue
    const read = readValue(text, name)
    if ('fault' in read) source.blame(place!, read.fault)
    else facts[name] = { value: read.value, asOf: null, source: null }
  }
  return facts
}
