/**
 * A file of a scheme (YAML, keys in Chinese) as a scheme; the form is in seed/appraisals/README.md.
 *
 * Either all is well, or nothing is taken and every flaw is told with its line and column.
 */
import type { Node } from 'yaml'
import { readOption } from '../../text/option.ts'
import { type Flaw, inOrder, Source } from '../../text/source.ts'
import { exempts, missings, type Scheme, type Term, terms } from '../scheme.ts'
import { readAward } from './award.ts'
import { readExamples } from './example.ts'
import type { Place } from './figure.ts'
import { readGroups } from './group.ts'
import { codeForm } from './reading.ts'

/** `indicators`: the codes there are; without them any will do. */
export function readScheme(text: string, indicators: readonly string[] | null = null): { scheme: Scheme | null; flaws: Flaw[] } {
  const source = new Source(text)
  const scheme = source.root && readFile(source, source.root, indicators)
  const flaws = inOrder(source.flaws)
  return { scheme: flaws.length === 0 ? scheme : null, flaws }
}

const required = ['名称', '代码', '依据', '有效', '期次', '小数', '缺数据', '不适用', '分组', '样例']
const finest = 4

type Fields = Record<string, Place>

function readFile(source: Source, root: Node, indicators: readonly string[] | null): Scheme | null {
  const fields = source.fields(root, '文件', required, ['奖励'])
  if (!fields) return null
  const heading = readHeading(source, fields)
  const decimals = source.match(fields.小数, '小数', /^[0-4]$/, '2')
  const reading = { source, indicators, decimals: decimals === null ? finest : Number(decimals) }
  const before = source.flaws.length
  const groups = readGroups(reading, fields.分组)
  // What names parts of the groups is read once these are well, lest each of their flaws be told again.
  if (source.flaws.length > before) return null
  const award = fields.奖励 ? readAward(reading, fields.奖励, groups) : null
  const examples = readExamples(reading, fields.样例, groups, award)
  return heading && { ...heading, decimals: reading.decimals, groups, award, examples }
}

function readHeading(source: Source, fields: Fields): Omit<Scheme, 'decimals' | 'groups' | 'award' | 'examples'> | null {
  const [title, basis] = [source.text(fields.名称, '名称'), source.text(fields.依据, '依据')]
  const code = source.match(fields.代码, '代码', codeForm, 'demo-2025')
  const days = readDays(source, fields.有效!)
  const found = readTerms(source, fields.期次)
  const missing = readOption(source, fields.缺数据, '缺数据', missings)
  const exempt = readOption(source, fields.不适用, '不适用', exempts)
  if (title === null || basis === null || code === null || !days || !missing || !exempt) return null
  return { code, title, basis, ...days, terms: found, missing, exempt }
}

function readDays(source: Source, place: Node): { since: string; until: string | null } | null {
  const fields = source.fields(place, '有效', ['自'], ['至'])
  const [since, until] = [source.day(fields?.自, '“自”'), source.day(fields?.至, '“至”')]
  if (since && until && until < since) source.blame(fields!.至!, `“至”不能早于“自” ${since}`)
  return since === null ? null : { since, until }
}

function readTerms(source: Source, place: Place): Term[] {
  const found: Term[] = []
  for (const item of source.items(place, '期次')) {
    const term = readOption(source, item, '期次', terms)
    if (term && found.includes(term)) source.blame(item, `期次“${terms[term]}”重复`)
    else if (term) found.push(term)
  }
  return found
}
