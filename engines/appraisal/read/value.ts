/** Where the value of an item, extra or veto comes from (取数), and what each of them is called. */
import { isMap, isScalar, type Node } from 'yaml'
import { nearestNote } from '../../text/nearest.ts'
import { readCount, readOption } from '../../text/option.ts'
import { readings, type Source as ValueSource } from '../scheme.ts'
import type { Place } from './figure.ts'
import { codeForm, type Reading } from './reading.ts'

type Fields = Record<string, Place>
export type Heading = { code: string; title: string; article: string; unit: string; source: ValueSource }
export const headingKeys = ['代码', '名称', '条目', '单位', '取数']

export function readHeading(reading: Reading, fields: Fields): Heading | null {
  const { source } = reading
  const code = source.match(fields.代码, '代码', codeForm, 'new-firms')
  const [title, article] = [source.text(fields.名称, '名称'), source.text(fields.条目, '条目')]
  const unit = source.match(fields.单位, '单位', /^[^\s\d.,-]{1,10}$/u, '万㎡')
  const from = readSource(reading, fields.取数)
  return code !== null && title !== null && article !== null && unit !== null && from
    ? { code, title, article, unit, source: from }
    : null
}

const ways = ['指标', '专家评分', '报送核定']

function readSource(reading: Reading, place: Place): ValueSource | null {
  const { source } = reading
  if (!place) return null
  if (isScalar(place) && place.value === '专家评分') return { is: 'experts', trimFrom: null }
  if (!isMap(place)) return source.blame(place, `取数应为“专家评分”，或写明${ways.map((way) => `“${way}”`).join('、')}之一`)
  const way = ways.find((one) => place.has(one))
  if (way === '指标') return readIndicator(reading, place)
  if (way === '专家评分') return readExperts(reading, place)
  if (way === '报送核定') return readVerified(reading, place)
  return source.blame(place, `取数没有写明来源，可用：${ways.join('、')}`)
}

function readIndicator({ source, indicators }: Reading, place: Node): ValueSource | null {
  const fields = source.fields(place, '取数', ['指标', '读数'])
  const code = source.match(fields?.指标, '指标', /^[a-z][a-z0-9-]{0,60}$/, 'new-enterprises')
  const reading = readOption(source, fields?.读数, '读数', readings)
  if (code !== null && indicators !== null && !indicators.includes(code))
    return source.blame(fields!.指标!, `没有代码为“${code}”的指标${nearestNote(code, indicators)}`)
  return code === null || reading === null ? null : { is: 'indicator', code, reading }
}

function readExperts({ source }: Reading, place: Node): ValueSource | null {
  const fields = source.fields(place, '取数', ['专家评分'])
  const inner = fields && source.fields(fields.专家评分!, '专家评分', ['去高去低'])
  const trimFrom = readCount(source, inner?.去高去低, '去高去低')
  if (trimFrom !== null && trimFrom < 3) return source.blame(inner!.去高去低!, '去掉最高分和最低分至少要有 3 位专家')
  return trimFrom === null ? null : { is: 'experts', trimFrom }
}

function readVerified({ source }: Reading, place: Node): ValueSource | null {
  const fields = source.fields(place, '取数', ['报送核定'])
  const inner = fields && source.fields(fields.报送核定!, '报送核定', ['说明', '佐证'])
  const [asks, evidence] = [source.text(inner?.说明, '说明'), source.text(inner?.佐证, '佐证')]
  return asks === null || evidence === null ? null : { is: 'verified', asks, evidence }
}
