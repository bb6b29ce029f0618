/** Grades (等次) from the best down, and vetoes (否决) that hold a subject to one of them. */
import type { Node } from 'yaml'
import { nearestNote } from '../../text/nearest.ts'
import type { Grade, Veto } from '../scheme.ts'
import { above, type Place, readPoints, readShare, readValue } from './figure.ts'
import type { Reading } from './reading.ts'
import { headingKeys, readHeading } from './value.ts'

export function readGrades(reading: Reading, place: Place): Grade[] {
  const { source } = reading
  const grades: Grade[] = []
  const nodes = source.items(place, '等次')
  for (const node of nodes) {
    const grade = readGrade(reading, node)
    if (!grade) continue
    const before = grades.at(-1)
    if (grades.some(({ title }) => title === grade.title)) source.blame(node, `等次“${grade.title}”重复`)
    else if (before && grade.from >= before.from)
      source.blame(node, `各等次应从高到低排列，“${grade.title}”的“起”应低于“${before.title}”`)
    else grades.push(grade)
  }
  const last = grades.at(-1)
  if (last && grades.length === nodes.length && (last.from !== 0 || last.atMost !== null))
    source.blame(nodes.at(-1)!, '最低的等次应自 0 分起，且不限比例')
  return grades
}

function readGrade({ source }: Reading, node: Node): Grade | null {
  const fields = source.fields(node, '等次', ['名称', '起'], ['不超过'])
  const title = source.text(fields?.名称, '名称')
  const from = readPoints(source, fields?.起, '起', 4)
  const atMost = fields?.不超过 ? above(source, fields.不超过, '不超过', readShare(source, fields.不超过, '不超过')) : null
  return title === null || from === null ? null : { title, from, atMost }
}

export const readVetoes = (reading: Reading, place: Place, grades: readonly Grade[]): Veto[] =>
  place ? reading.source.items(place, '否决').flatMap((node) => readVeto(reading, node, grades) ?? []) : []

function readVeto(reading: Reading, node: Node, grades: readonly Grade[]): Veto | null {
  const { source } = reading
  const fields = source.fields(node, '否决', [...headingKeys, '达到', '等次最高'])
  if (!fields) return null
  const heading = readHeading(reading, fields)
  const from = above(source, fields.达到, '达到', readValue(source, fields.达到, '达到', heading?.unit ?? ''))
  const grade = readGradeNamed(reading, fields.等次最高, '等次最高', grades)
  if (grade !== null && grade === grades[0]!.title) return source.blame(fields.等次最高!, `“${grade}”是最好的等次，否决不起作用`)
  return heading && from !== null && grade !== null ? { ...heading, from, grade } : null
}

/** The title of one of the grades. */
export function readGradeNamed({ source }: Reading, place: Place, what: string, grades: readonly Grade[]): string | null {
  const title = source.text(place, what)
  // Where there are none, that is a flaw already told.
  if (title === null || grades.length === 0) return null
  const titles = [...new Set(grades.map((grade) => grade.title))]
  if (titles.includes(title)) return title
  return source.blame(place!, `没有名为“${title}”的等次，可用：${titles.join('、')}${nearestNote(title, titles)}`)
}
