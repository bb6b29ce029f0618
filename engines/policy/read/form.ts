/** What a clause says beside its amount: how it is rounded, which papers prove it, what is held on to afterwards. */
import type { Node } from 'yaml'
import { readFlag } from '../../text/option.ts'
import type { Commitment, Material, Rounding } from '../policy.ts'
import { roundings } from '../policy.ts'
import { readDemands } from './condition.ts'
import { blameContradictions } from './reach.ts'
import type { Place, Reading } from './reading.ts'

const steps: Record<string, number> = { 分: 1, 角: 10, 元: 100, 百元: 10_000, 千元: 100_000, 万元: 1_000_000 }
const roundingForm = RegExp(`^(${Object.values(roundings).join('|')})到(${Object.keys(steps).join('|')})$`)
const usual: Rounding = { way: 'nearest', to: 1 }

export function readRounding({ source }: Reading, place: Place): Rounding {
  const text = source.match(place, '取整', roundingForm, '舍去到元')
  const [, word = '', unit = ''] = roundingForm.exec(text ?? '') ?? []
  const [way] = Object.entries(roundings).find(([, said]) => said === word) ?? []
  return way === undefined ? usual : { way: way as Rounding['way'], to: steps[unit]! } // a key of the roundings
}

export function readMaterials({ source }: Reading, place: Place): Material[] {
  const materials: Material[] = []
  for (const item of place ? source.items(place, '材料') : []) {
    const fields = source.fields(item, '材料', ['名称'], ['台账', '必需'])
    const title = source.text(fields?.名称, '名称')
    if (!fields || title === null) continue
    if (materials.some((other) => other.title === title)) source.blame(item, `材料“${title}”重复`)
    const required = readFlag(source, fields.必需, '必需', true)
    materials.push({ title, required, ledger: source.text(fields.台账, '台账') })
  }
  return materials
}

export const readCommitments = (reading: Reading, place: Place): Commitment[] =>
  place ? reading.source.items(place, '后续').flatMap((item) => readCommitment(reading, item) ?? []) : []

function readCommitment(reading: Reading, node: Node): Commitment | null {
  const { source } = reading
  const fields = source.fields(node, '后续', ['名称'], ['锁定', '考核', '条件'])
  const title = source.text(fields?.名称, '名称')
  if (!fields || title === null) return null
  if (Boolean(fields.锁定) === Boolean(fields.考核)) return source.blame(node, '“锁定”与“考核”须写且只写一项')
  if (fields.锁定) {
    if (fields.条件) return source.blame(fields.条件, '“锁定”没有条件，需要条件的请写“考核”')
    const months = source.match(fields.锁定, '锁定', /^[1-9]\d{0,2}个月$/, '60个月')
    return months === null ? null : { is: 'lock', title, months: Number.parseInt(months, 10) }
  }
  const after = source.match(fields.考核, '考核', /^[1-9]\d{0,2}个月后$/, '12个月后')
  if (!fields.条件) return source.blame(node, '“考核”缺少“条件”')
  const all = readDemands(reading, fields.条件, '条件')
  blameContradictions(reading, all)
  return after === null ? null : { is: 'performance', title, afterMonths: Number.parseInt(after, 10), all }
}
