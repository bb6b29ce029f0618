/** A group of subjects (分组): its items, extras, vetoes and grades, all of them with names of their own. */
import type { Node } from 'yaml'
import { readOption } from '../../text/option.ts'
import { type Extra, type Group, subjectKinds } from '../scheme.ts'
import { above, type Place, readPoints } from './figure.ts'
import { readGrades, readVetoes } from './grade.ts'
import { readItems } from './item.ts'
import { codeForm, type Reading } from './reading.ts'
import { headingKeys, readHeading } from './value.ts'

export function readGroups(reading: Reading, place: Place): Group[] {
  const groups: Group[] = []
  for (const node of reading.source.items(place, '分组')) {
    const group = readGroup(reading, node)
    if (group && groups.some(({ code }) => code === group.code)) reading.source.blame(node, `分组代码“${group.code}”重复`)
    else if (group) groups.push(group)
  }
  return groups
}

function readGroup(reading: Reading, node: Node): Group | null {
  const { source } = reading
  const fields = source.fields(node, '分组', ['代码', '名称', '对象', '指标', '等次'], ['加分', '减分', '否决'])
  if (!fields) return null
  const code = source.match(fields.代码, '代码', codeForm, 'parks')
  const title = source.text(fields.名称, '名称')
  const kind = readOption(source, fields.对象, '对象', subjectKinds)
  const items = readItems(reading, fields.指标)
  const extras = [...readExtras(reading, fields.加分, '加分', 1), ...readExtras(reading, fields.减分, '减分', -1)]
  const grades = readGrades(reading, fields.等次)
  const vetoes = readVetoes(reading, fields.否决, grades)
  blameTwice(reading, node, [...items, ...extras, ...vetoes])
  return code === null || title === null || !kind ? null : { code, title, kind, items, extras, vetoes, grades }
}

function readExtras(reading: Reading, place: Place, what: string, sign: Extra['sign']): Extra[] {
  return place ? reading.source.items(place, what).flatMap((node) => readExtra(reading, node, what, sign) ?? []) : []
}

function readExtra(reading: Reading, node: Node, what: string, sign: Extra['sign']): Extra | null {
  const { source, decimals } = reading
  const fields = source.fields(node, what, [...headingKeys, '每', '封顶'])
  if (!fields) return null
  const heading = readHeading(reading, fields)
  const each = above(source, fields.每, '每', readPoints(source, fields.每, '每', decimals))
  const cap = above(source, fields.封顶, '封顶', readPoints(source, fields.封顶, '封顶', decimals))
  if (heading?.source.is === 'experts') return source.blame(fields.取数!, `${what}不能取自专家评分`)
  if (each !== null && cap !== null && cap < each) return source.blame(fields.封顶!, '“封顶”不能低于“每”')
  return heading && each !== null && cap !== null ? { ...heading, sign, each, cap } : null
}

/** The data of a subject is kept by code and told by title. */
function blameTwice({ source }: Reading, node: Node, parts: readonly { code: string; title: string }[]) {
  for (const [word, key] of [['代码', 'code'] as const, ['名称', 'title'] as const]) {
    const words = parts.map((part) => part[key])
    const twice = words.find((one, at) => words.indexOf(one) < at)
    if (twice !== undefined) source.blame(node, `分组中${word}“${twice}”重复`)
  }
}
