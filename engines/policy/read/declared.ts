/** The facts a policy declares for itself (事实), beside those of the ledgers. */
import type { Node } from 'yaml'
import { type Options, readOption } from '../../text/option.ts'
import type { Source } from '../../text/source.ts'
import { type Fact, type FactKind, type Origin, origins } from '../fact.ts'
import { plain } from '../formula/lex.ts'
import { ledgerVocabulary } from '../vocabulary.ts'
import type { Place } from './reading.ts'

export const kinds: Options<FactKind> = {
  count: '数量',
  money: '金额',
  area: '面积',
  share: '比率',
  months: '月数',
  years: '年数',
  score: '分值',
  rent: '单价',
  day: '日期',
  yes: '是否',
  text: '文字',
}

/** What is written behind a figure of the kind; of things that are counted the file says it. */
const units: Record<Exclude<FactKind, 'count'>, string> = {
  money: '元',
  area: '㎡',
  share: '%',
  months: '个月',
  years: '年',
  score: '分',
  rent: '元/㎡·月',
  day: '',
  yes: '',
  text: '',
}

/** A fact and where the file declares it: whether others mean the same by it, only all files together say. */
export type Declared = { fact: Fact; line: number; column: number }

export function readDeclared(source: Source, place: Place): Declared[] {
  const declared: Declared[] = []
  for (const item of source.items(place, '事实')) {
    const fact = readFact(source, item)
    if (fact && declared.some((one) => one.fact.title === fact.title)) source.blame(item, `事实“${fact.title}”重复`)
    else if (fact) declared.push({ fact, ...source.at(item) })
  }
  return declared
}

function readFact(source: Source, item: Node): Fact | null {
  const fields = source.fields(item, '事实', ['名称', '类型', '来源'], ['单位', '材料', '说明', '取值', '说法'])
  const title = source.text(fields?.名称, '名称')
  const kind = readOption(source, fields?.类型, '类型', kinds)
  const from = readOption<Origin>(source, fields?.来源, '来源', origins)
  if (!fields || title === null) return null
  if (ledgerVocabulary.has(title))
    return source.blame(fields.名称!, `“${title}”是台账已有的事实，不必再列，换用其他名称或直接使用`)
  if (/^[\d\s]|[+\-×÷,]/.test(plain(title)))
    return source.blame(fields.名称!, `事实名称“${title}”不能以数字开头，也不能有运算符、逗号`)
  if (!kind || !from) return null
  const unit = readUnit(source, fields.单位, item, kind)
  const hint = source.text(fields.说明, '说明')
  const proof = source.text(fields.材料, '材料')
  const only = (key: '取值' | '说法', wanted: FactKind) => {
    if (fields[key] && kind !== wanted) source.blame(fields[key], `“${key}”只用于${kinds[wanted]}类的事实`)
    return fields[key] ? readWords(source, fields[key], key) : []
  }
  const [values, words] = [only('取值', 'text'), only('说法', 'yes')]
  const [yes, no] = words
  if (fields.说法 && words.length !== 2) source.blame(fields.说法, '“说法”应为两项：是时的说法、否时的说法')
  if (unit === null) return null
  return {
    title,
    kind,
    unit,
    from,
    ...(values.length > 0 ? { values } : {}),
    // Said plainly where the file has no words of its own.
    ...(kind === 'yes' ? { words: [yes ?? `${title}：是`, no ?? `${title}：否`] as const } : {}),
    ...(proof === null ? {} : { proof }),
    ...(hint === null ? {} : { hint }),
  }
}

function readUnit(source: Source, place: Place, item: Node, kind: FactKind): string | null {
  if (kind === 'count') {
    if (!place) return source.blame(item, '数量类的事实应写明“单位”，如 人、项')
    return source.match(place, '单位', /^\p{L}{1,6}$/u, '人')
  }
  const unit = source.text(place, '单位')
  if (unit === null || unit === units[kind]) return units[kind]
  return source.blame(place!, units[kind] === '' ? `${kinds[kind]}类的事实没有单位` : `${kinds[kind]}类的单位应为${units[kind]}`)
}

function readWords(source: Source, place: Node, what: string): string[] {
  const words: string[] = []
  for (const item of source.items(place, what)) {
    const word = source.text(item, what)
    if (word !== null && words.includes(word)) source.blame(item, `“${word}”重复`)
    else if (word !== null) words.push(word)
  }
  return words
}
