/** Who gets what of the reward fund (奖励). */
import { isMap, isScalar, type Node } from 'yaml'
import { nearestNote } from '../../text/nearest.ts'
import type { AwardRule, Group } from '../scheme.ts'
import { above, type Place, readMoney } from './figure.ts'
import { readGradeNamed } from './grade.ts'
import type { Reading } from './reading.ts'

export function readAward(reading: Reading, node: Node, groups: readonly Group[]): AwardRule | null {
  const { source } = reading
  const fields = source.fields(node, '奖励', ['分组', '等次', '办法', '用途'], ['上限'])
  if (!fields) return null
  const named = readNamed(reading, fields.分组, '分组', (item) => readGroupNamed(reading, item, groups)?.code ?? null)
  const all = groups.filter(({ code }) => named.includes(code)).flatMap((group) => group.grades)
  const grades = readNamed(reading, fields.等次, '等次', (item) => readGradeNamed(reading, item, '等次', all))
  const way = readWay(reading, fields.办法!)
  const cap = above(source, fields.上限, '上限', readMoney(source, fields.上限, '上限'))
  const use = source.text(fields.用途, '用途')
  if (fields.上限 && way?.is === 'places') return source.blame(fields.上限, '按名次定额的奖励不写“上限”')
  return way && use !== null ? { groups: named, grades, way, cap, use } : null
}

function readNamed({ source }: Reading, place: Place, what: string, read: (item: Node) => string | null): string[] {
  const names: string[] = []
  for (const item of source.items(place, what)) {
    const name = read(item)
    if (name !== null && names.includes(name)) source.blame(item, `${what}“${name}”重复`)
    else if (name !== null) names.push(name)
  }
  return names
}

export function readGroupNamed({ source }: Reading, place: Place, groups: readonly Group[]): Group | null {
  const code = source.text(place, '分组')
  const group = groups.find((one) => one.code === code)
  if (code === null || group) return group ?? null
  const codes = groups.map((one) => one.code)
  return source.blame(place!, `没有代码为“${code}”的分组，可用：${codes.join('、')}${nearestNote(code, codes)}`)
}

function readWay({ source }: Reading, place: Node): AwardRule['way'] | null {
  if (isScalar(place) && place.value === '按得分') return { is: 'points' }
  if (isScalar(place) && place.value === '平均') return { is: 'equal' }
  if (!isMap(place)) return source.blame(place, '办法应为“按得分”“平均”，或“按名次”并列出各名次的奖励')
  const fields = source.fields(place, '办法', ['按名次'])
  const amounts: number[] = []
  for (const item of fields ? source.items(fields.按名次, '按名次') : []) {
    const amount = above(source, item, '按名次', readMoney(source, item, '按名次'))
    if (amount === null) return null
    if (amounts.length > 0 && amount > amounts.at(-1)!) return source.blame(item, '按名次的奖励应从高到低排列')
    amounts.push(amount)
  }
  return amounts.length === 0 ? null : { is: 'places', amounts }
}
