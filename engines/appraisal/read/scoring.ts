/** How a value becomes points (计分). */
import { isMap, isScalar, type Node } from 'yaml'
import { readOption } from '../../text/option.ts'
import { type Scoring, shareScale } from '../scheme.ts'
import { above, type Place, readPoints, readShare, readValue } from './figure.ts'
import type { Reading } from './reading.ts'

const ways = ['完成率', '排名', '扣分', '分档'] as const
const counted = { value: '数值', completion: '完成率' } as const
const directions = { more: '越高越好', less: '越低越好' } as const
/** More than twice the target is a target set wrongly. */
const highestCap = 2 * shareScale

export function readScoring(reading: Reading, place: Place, unit: string): Scoring | null {
  const { source } = reading
  if (!place) return null
  if (isScalar(place) && place.value === '百分制') return { is: 'hundred' }
  if (isScalar(place) && place.value === '完成率') return { is: 'completion', floor: 0, cap: shareScale }
  const known = `可用：完成率、排名、扣分、分档、百分制`
  if (!isMap(place)) return source.blame(place, `计分写法有误，${known}`)
  const fields = source.fields(place, '计分', [], [...ways])
  const [way, other] = ways.filter((one) => fields?.[one])
  if (!fields || way === undefined) return source.blame(place, `计分没有写明方式，${known}`)
  if (other !== undefined) return source.blame(fields[other]!, `计分只能有一种方式，“${way}”与“${other}”不能并用`)
  const inner = fields[way]!
  if (way === '完成率') return readCompletion(reading, inner)
  if (way === '排名') return readRanking(reading, inner)
  if (way === '扣分') return readDeduction(reading, inner)
  return readSteps(reading, inner, unit)
}

/** Whether points depend on a target. */
export const needsTarget = (scoring: Scoring): boolean =>
  scoring.is === 'completion' || ((scoring.is === 'ranking' || scoring.is === 'steps') && scoring.of === 'completion')

function readCompletion({ source }: Reading, node: Node): Scoring | null {
  const fields = source.fields(node, '完成率', [], ['起', '封顶'])
  if (!fields) return null
  const floor = fields.起 ? readShare(source, fields.起, '起') : 0
  const cap = fields.封顶 ? above(source, fields.封顶, '封顶', readShare(source, fields.封顶, '封顶', highestCap)) : shareScale
  if (floor === null || cap === null) return null
  if (floor > cap) return source.blame(fields.起!, '“起”不能高于“封顶”')
  return { is: 'completion', floor, cap }
}

function readRanking({ source }: Reading, node: Node): Scoring | null {
  const fields = source.fields(node, '排名', ['按', '方向', '末位'], ['各名次'])
  const of = readOption(source, fields?.按, '按', counted)
  const better = readOption(source, fields?.方向, '方向', directions)
  const last = readShare(source, fields?.末位, '末位')
  const shares = fields?.各名次 ? readFalling(source, source.items(fields.各名次, '各名次'), '各名次') : null
  if (fields === null || of === null || better === null || last === null) return null
  if (shares && last > shares.at(-1)!) return source.blame(fields.末位!, '“末位”不能高于“各名次”的最后一项')
  return { is: 'ranking', of, better, shares, last }
}

/** Nobody gets more for coming later. */
function readFalling(source: Reading['source'], items: readonly Node[], what: string): number[] | null {
  const shares: number[] = []
  for (const item of items) {
    const share = readShare(source, item, what)
    if (share === null) return null
    if (shares.length > 0 && share > shares.at(-1)!) return source.blame(item, `${what}应从高到低排列`)
    shares.push(share)
  }
  return shares.length === 0 ? null : shares
}

function readDeduction({ source, decimals }: Reading, node: Node): Scoring | null {
  const each = above(source, node, '扣分', readPoints(source, node, '扣分', decimals))
  return each === null ? null : { is: 'deduction', each }
}

type Steps = Extract<Scoring, { is: 'steps' }>

function readSteps(reading: Reading, node: Node, unit: string): Steps | null {
  const { source } = reading
  const fields = source.fields(node, '分档', ['按', '档', '其余'])
  const of = readOption(source, fields?.按, '按', counted)
  const below = readShare(source, fields?.其余, '其余')
  if (!fields || of === null) return null
  const steps: { from: number; share: number }[] = []
  for (const item of source.items(fields.档, '档')) {
    const step = readStep(reading, item, of, unit)
    if (step === null) return null
    if (steps.length > 0 && step.from >= steps.at(-1)!.from) return source.blame(item, '各档的“不低于”应从高到低排列')
    steps.push(step)
  }
  if (below === null || steps.length === 0) return null
  const shares = [...steps.map(({ share }) => share), below]
  const falls = shares.every((share, at) => at === 0 || share <= shares[at - 1]!)
  const rises = shares.every((share, at) => at === 0 || share >= shares[at - 1]!)
  if (!falls && !rises) return source.blame(fields.档!, '各档与“其余”的得分应依次递减，或依次递增')
  return { is: 'steps', of, steps, below }
}

function readStep({ source }: Reading, item: Node, of: Steps['of'], unit: string) {
  const fields = source.fields(item, '档', ['不低于', '得'])
  const from =
    of === 'completion'
      ? readShare(source, fields?.不低于, '“不低于”', highestCap)
      : readValue(source, fields?.不低于, '“不低于”', unit)
  const share = readShare(source, fields?.得, '得')
  return from === null || share === null ? null : { from, share }
}
