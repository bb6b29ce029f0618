/** The items of a group (指标): each with its weight, its target and its way of scoring; together they weigh a hundred. */
import { isScalar, type Node } from 'yaml'
import { type Item, pointScale } from '../scheme.ts'
import { weight as said } from '../wording.ts'
import { above, type Place, readPoints, readValue } from './figure.ts'
import type { Reading } from './reading.ts'
import { needsTarget, readScoring } from './scoring.ts'
import { headingKeys, readHeading } from './value.ts'

export function readItems(reading: Reading, place: Place): Item[] {
  const { source } = reading
  const nodes = source.items(place, '指标')
  const items = nodes.flatMap((node) => readItem(reading, node) ?? [])
  const sum = items.reduce((all, { weight }) => all + weight, 0)
  // An item that could not be read has a weight too.
  if (items.length === nodes.length && items.length > 0 && sum !== 100 * pointScale)
    source.blame(place!, `各项权重合计应为 100 分，现为 ${said(sum)} 分`)
  return items
}

function readItem(reading: Reading, node: Node): Item | null {
  const { source, decimals } = reading
  const fields = source.fields(node, '指标', [...headingKeys, '权重', '计分'], ['目标'])
  if (!fields) return null
  const heading = readHeading(reading, fields)
  const weight = above(source, fields.权重, '权重', readPoints(source, fields.权重, '权重', decimals))
  const unit = heading?.unit ?? ''
  const scoring = readScoring(reading, fields.计分, unit)
  const target = fields.目标 ? readTarget(reading, fields.目标, unit) : null
  if (scoring && needsTarget(scoring) !== Boolean(fields.目标))
    return source.blame(fields.目标 ?? node, fields.目标 ? '这种计分方式不用“目标”' : '按完成率计分的指标应写明“目标”')
  if (!heading || weight === null || !scoring || (fields.目标 && !target)) return null
  const hundreds = scoring.is === 'hundred' || (scoring.is !== 'deduction' && !needsTarget(scoring))
  if (heading.source.is === 'experts' && !hundreds)
    return source.blame(fields.计分!, '专家评分的指标按百分制、排名或数值分档计分')
  return { ...heading, weight, target, scoring, ...source.at(node) }
}

function readTarget({ source }: Reading, place: Node, unit: string): Item['target'] {
  if (isScalar(place) && place.value === '分别下达') return { is: 'each' }
  const value = above(source, place, '目标', readValue(source, place, '目标', unit))
  return value === null ? null : { is: 'all', value }
}
