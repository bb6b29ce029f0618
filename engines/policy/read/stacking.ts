/** How clauses bear on one another (叠加). */
import type { Node } from 'yaml'
import { readOption } from '../../text/option.ts'
import type { Stacking } from '../policy.ts'
import type { Place, Reading } from './reading.ts'
import type { Refer } from './reference.ts'

const ways: Record<
  string,
  { keys: string[]; read: (reading: Reading, title: string, fields: Fields, refer: Refer) => Stacking | null }
> = {
  互斥: { keys: ['范围'], read: (reading, title, fields, refer) => readRivals(reading, title, fields, refer, '互斥') },
  从高: { keys: ['范围'], read: (reading, title, fields, refer) => readRivals(reading, title, fields, refer, '从高') },
  抵扣: { keys: ['已享'], read: readDeduction },
  合计: { keys: ['不超过'], read: readTogether },
}
type Fields = Record<string, Place>

export const readStackings = (reading: Reading, place: Place, refer: Refer): Stacking[] =>
  place ? reading.source.items(place, '叠加').flatMap((item) => readStacking(reading, item, refer) ?? []) : []

function readStacking(reading: Reading, node: Node, refer: Refer): Stacking | null {
  const { source } = reading
  const fields = source.fields(node, '叠加', ['名称'], [...Object.keys(ways), '范围', '已享', '不超过'])
  const title = source.text(fields?.名称, '名称')
  if (!fields || title === null) return null
  const [way, other] = Object.keys(fields).filter((key) => Object.hasOwn(ways, key))
  if (way === undefined) return source.blame(node, `叠加没有写明关系，可用：${Object.keys(ways).join('、')}`)
  if (other !== undefined) return source.blame(fields[other]!, `“${way}”与“${other}”不能并列`)
  const { keys, read } = ways[way]!
  const strange = Object.keys(fields).find((key) => key !== '名称' && key !== way && !keys.includes(key))
  if (strange !== undefined) return source.blame(fields[strange]!, `“${way}”不用“${strange}”`)
  const missing = keys.find((key) => !fields[key])
  if (missing !== undefined) return source.blame(node, `“${way}”缺少“${missing}”`)
  return read(reading, title, fields, refer)
}

function readRivals({ source }: Reading, title: string, fields: Fields, refer: Refer, way: '互斥' | '从高'): Stacking | null {
  const clauses = readClauses(source, fields[way], way, refer, 2)
  const within = readOption(source, fields.范围, '范围', { year: '同一年度', project: '同一项目' })
  return within && { is: way === '互斥' ? 'exclusive' : 'highest', title, clauses, within }
}

function readDeduction({ source }: Reading, title: string, fields: Fields, refer: Refer): Stacking | null {
  const from = refer(fields.抵扣, '抵扣')
  const paid = readClauses(source, fields.已享, '已享', refer, 1)
  if (from !== null && paid.includes(from)) return source.blame(fields.已享!, '条款不能抵扣自身')
  return from === null ? null : { is: 'deduct', title, from, paid }
}

function readTogether(reading: Reading, title: string, fields: Fields, refer: Refer): Stacking | null {
  const clauses = readClauses(reading.source, fields.合计, '合计', refer, 1)
  const amount = reading.money(fields.不超过, '不超过')
  return amount === null ? null : { is: 'together', title, clauses, amount }
}

function readClauses(source: Reading['source'], place: Place, what: string, refer: Refer, least: number): string[] {
  const items = source.items(place, what)
  if (items.length > 0 && items.length < least) source.blame(place!, `“${what}”至少写 ${least} 个条款`)
  const clauses: string[] = []
  for (const item of items) {
    const clause = refer(item, what)
    if (clause !== null && clauses.includes(clause)) source.blame(item, '条款重复')
    else if (clause !== null) clauses.push(clause)
  }
  return clauses
}
