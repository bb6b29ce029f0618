/**
 * A file of a policy (YAML, keys in Chinese) as a policy; the form is in seed/policies/README.md.
 *
 * Either all is well, or nothing is taken and every flaw is told with its line and column.
 */
import { isMap, isScalar, type Node } from 'yaml'
import { type Options, readFlag, readOption } from '../../text/option.ts'
import { type Flaw, inOrder, Source } from '../../text/source.ts'
import type { Clause, Policy } from '../policy.ts'
import { vocabularyOf } from '../vocabulary.ts'
import { codeForm, type General, readClause } from './clause.ts'
import { readConditions } from './condition.ts'
import { type Declared, readDeclared } from './declared.ts'
import { blameContradictions } from './reach.ts'
import { type Place, Reading } from './reading.ts'
import { type Foreign, type Refer, references } from './reference.ts'
import { readStackings } from './stacking.ts'

/** `foreign` and `declared`: what can only be held against other files. */
export type ReadFile = { policy: Policy | null; flaws: Flaw[]; foreign: Foreign[]; declared: Declared[] }

export function readPolicy(text: string): ReadFile {
  const source = new Source(text)
  const [foreign, declared]: [Foreign[], Declared[]] = [[], []]
  const policy = source.root && readFile(source, source.root, foreign, declared)
  const flaws = inOrder(source.flaws)
  return { policy: flaws.length === 0 ? policy : null, flaws, foreign, declared }
}

const required = ['名称', '代码', '级别', '发文单位', '有效', '来源', '条款']
const optional = ['示范', '文号', '印发日期', '事实', '通则', '叠加']
const levels: Options<Policy['level']> = { national: '国家级', city: '市级', district: '区级', other: '其他' }

type Fields = Record<string, Place>

function readFile(source: Source, root: Node, foreign: Foreign[], declared: Declared[]): Policy | null {
  const fields = source.fields(root, '文件', required, optional)
  if (!fields) return null
  const heading = readHeading(source, fields)
  if (fields.事实) declared.push(...readDeclared(source, fields.事实))
  const facts = declared.map(({ fact }) => fact)
  const reading = new Reading(source, vocabularyOf(facts))
  const general = readGeneral(reading, fields.通则)
  const items = source.items(fields.条款, '条款')
  const refer = references(
    source,
    heading?.code ?? '',
    items.flatMap((item) => codeOf(item) ?? []),
    foreign,
  )
  const clauses = readClauses(reading, items, general, refer)
  const stacking = readStackings(reading, fields.叠加, refer)
  return heading && { ...heading, facts, general: general.conditions, clauses, stacking }
}

function readHeading(source: Source, fields: Fields): Omit<Policy, 'facts' | 'general' | 'clauses' | 'stacking'> | null {
  const title = source.text(fields.名称, '名称')
  const code = source.match(fields.代码, '代码', codeForm, 'example-measures')
  const level = readOption(source, fields.级别, '级别', levels)
  const demonstration = readFlag(source, fields.示范, '示范', false)
  const [issuer, number] = [source.text(fields.发文单位, '发文单位'), source.text(fields.文号, '文号')]
  const issuedOn = source.day(fields.印发日期, '印发日期')
  const days = readDays(source, fields.有效!)
  const origin = source.text(fields.来源, '来源')
  if (title === null || code === null || level === null || issuer === null || !days || origin === null) return null
  return { code, title, level, demonstration, issuer, number, issuedOn, ...days, source: origin }
}

function readDays(source: Source, place: Node): { since: string; until: string | null } | null {
  const fields = source.fields(place, '有效', ['自'], ['至'])
  const [since, until] = [source.day(fields?.自, '“自”'), source.day(fields?.至, '“至”')]
  if (since && until && until < since) source.blame(fields!.至!, `“至”不能早于“自” ${since}`)
  return since === null ? null : { since, until }
}

function readGeneral(around: Reading, place: Place): General {
  const reading = around.apart()
  const conditions = place ? readConditions(reading, place, '通则') : []
  blameContradictions(reading, conditions)
  return { conditions, named: reading.named }
}

function codeOf(item: Node): string | null {
  const code = isMap(item) ? item.get('代码', true) : undefined
  return isScalar(code) ? String(code.value) : null
}

function readClauses(reading: Reading, items: readonly Node[], general: General, refer: Refer): Clause[] {
  const clauses: Clause[] = []
  for (const item of items) {
    const clause = readClause(reading, item, general, refer)
    if (clause && clauses.some(({ code }) => code === clause.code)) reading.source.blame(item, `条款代码“${clause.code}”重复`)
    if (clause) clauses.push(clause)
  }
  return clauses
}
