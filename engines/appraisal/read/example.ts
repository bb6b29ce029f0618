/** Worked examples (样例): the data of a whole group, and what must come of it. */
import { isMap, isScalar, type Node } from 'yaml'
import { nearestNote } from '../../text/nearest.ts'
import type { AwardRule, Example, Group, SubjectData, Value } from '../scheme.ts'
import { readGroupNamed } from './award.ts'
import { above, type Place, readMoney, readPoints, readValue } from './figure.ts'
import { readGradeNamed } from './grade.ts'
import type { Reading } from './reading.ts'

type Subject = Example['subjects'][number]

export function readExamples(reading: Reading, place: Place, groups: readonly Group[], award: AwardRule | null): Example[] {
  return reading.source.items(place, '样例').flatMap((node) => readExample(reading, node, groups, award) ?? [])
}

function readExample(reading: Reading, node: Node, groups: readonly Group[], award: AwardRule | null): Example | null {
  const { source } = reading
  const fields = source.fields(node, '样例', ['名称', '分组', '对象'], ['资金'])
  const title = source.text(fields?.名称, '名称')
  const group = readGroupNamed(reading, fields?.分组, groups)
  const pot = above(source, fields?.资金, '资金', readMoney(source, fields?.资金, '资金'))
  if (!fields || title === null || !group) return null
  const subjects: Subject[] = []
  for (const item of source.items(fields.对象, '对象')) {
    const subject = readSubject(reading, item, group)
    if (!subject) continue
    if (subjects.some(({ name }) => name === subject.name)) source.blame(item, `对象“${subject.name}”重复`)
    if (subject.award !== null && pot === null) source.blame(item, '写明“奖励”的样例应写“资金”')
    subjects.push(subject)
  }
  if (pot !== null && !award?.groups.includes(group.code))
    return source.blame(fields.资金!, `分组“${group.title}”没有奖励，不写“资金”`)
  const told = subjects.some(({ score, place, grade, award }) => [score, place, grade, award].some((one) => one !== null))
  if (subjects.length > 0 && !told) return source.blame(node, `样例“${title}”没有写明任何结果`)
  return { title, group: group.code, subjects, pot, ...source.at(node) }
}

function readSubject(reading: Reading, node: Node, group: Group): Subject | null {
  const { source } = reading
  const fields = source.fields(node, '对象', ['名称'], ['数据', '目标', '专家', '不适用', '得分', '名次', '等次', '奖励'])
  if (!fields) return null
  const name = source.text(fields.名称, '名称')
  const data = readData(reading, fields, group)
  const score = readPoints(source, fields.得分, '得分', reading.decimals)
  const place = source.match(fields.名次, '名次', /^[1-9]\d{0,3}$/, '1')
  const grade = readGradeNamed(reading, fields.等次, '等次', group.grades)
  const award = readMoney(source, fields.奖励, '奖励')
  return name === null ? null : { name, data, score, place: place === null ? null : Number(place), grade, award }
}

function readData(reading: Reading, fields: Record<string, Place>, group: Group): SubjectData {
  const { source } = reading
  const { items, extras, vetoes } = group
  const judged = items.filter((item) => item.source.is === 'experts')
  const counted = [...items, ...extras, ...vetoes].filter((part) => part.source.is !== 'experts')
  const aimed = items.filter(({ target }) => target?.is === 'each')
  return {
    values: readByTitle<Value>(reading, fields.数据, '数据', counted, (place, { title, unit }) => {
      const value = readValue(source, place, title, unit)
      return value === null ? null : { value, source: '样例', missing: null }
    }),
    targets: readByTitle(reading, fields.目标, '目标', aimed, (place, { title, unit }) =>
      above(source, place, title, readValue(source, place, title, unit)),
    ),
    experts: readByTitle(reading, fields.专家, '专家', judged, (place, { title }) => readJudgements(reading, place, title)),
    exempt: readByTitle(reading, fields.不适用, '不适用', items, (place, { title }) => source.text(place, title)),
  }
}

function readJudgements({ source }: Reading, place: Node, title: string): number[] {
  return source.items(place, title).flatMap((item) => {
    const points = readValue(source, item, title, '分')
    if (points !== null && (points < 0 || points > 100)) return source.blame(item, `${title}的评分应在 0 至 100 分之间`) ?? []
    return points ?? []
  })
}

type Part = { code: string; title: string; unit: string }

/** What is written under titles, kept under codes. */
function readByTitle<Kept>(
  { source }: Reading,
  node: Place,
  what: string,
  parts: readonly Part[],
  read: (place: Node, part: Part) => Kept | null,
): Record<string, Kept> {
  const found: Record<string, Kept> = {}
  if (!node) return found
  if (!isMap(node)) {
    source.blame(node, `${what}应为一组“名称：值”`)
    return found
  }
  for (const { key, value } of node.items) {
    const title = isScalar(key) ? String(key.value) : ''
    const part = parts.find((one) => one.title === title)
    const titles = parts.map((one) => one.title)
    if (!part) {
      source.blame(key as Node, `${what}中不能有“${title}”${nearestNote(title, titles)}`) // parsed, hence a node
      continue
    }
    const kept = read((value ?? key) as Node, part) // an empty value stands where its key does
    if (kept !== null) found[part.code] = kept
  }
  return found
}
