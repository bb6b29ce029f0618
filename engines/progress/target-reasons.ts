/** The sentences for a target's light: where it stands, what the path asks for, and what is still missing. */
import { type Aim, type Comparator, expectedOn, isCeiling, isHeld, type Point, yearEnd } from './target-path.ts'
import { dayInWords, figureInWords, isFraction, type Light } from './wording.ts'

export type TargetReason = {
  code:
    | 'no-reading'
    | 'qualitative'
    | 'no-path'
    | 'reached'
    | 'on-path'
    | 'behind'
    | 'far-behind'
    | 'not-reached'
    | 'old-reading'
    | 'beyond'
  sentence: string
}

type Standing = {
  aim: Aim
  unit: string | null
  upper: number | null
  today: string
  latest: { asOf: string; value: number }
  corners: Point[] | null
  expected: number | null
  ratio: number | null
  light: Light
  rules: { green: number; yellow: number; about: number }
}

export function reasonsOf(standing: Standing): TargetReason[] {
  const { aim, latest, light, corners, expected, ratio } = standing
  const stands = `截至${dayInWords(latest.asOf)}为${inWords(standing, latest.value)}`
  if (light === 'blue') return [{ code: 'reached', sentence: `${stands}，已达成${aimed(standing)}` }, ...beyond(standing)]
  if (corners === null || expected === null || ratio === null) {
    return [{ code: 'no-path', sentence: `${stands}；尚未明确基期值，无法推算按进度应达值` }]
  }
  const ceiling = isCeiling(aim.comparator)
  const asks = `${ceiling ? '按进度应控制在' : '按进度应达'}${inWords(standing, expected)}`
  const part = ceiling || expected <= 0 ? '' : `，为应达值的${percent(ratio)}`
  const code = ratio >= standing.rules.green ? 'on-path' : ratio >= standing.rules.yellow ? 'behind' : 'far-behind'
  return [{ code, sentence: `${stands}，${asks}${part}` }, notReached(standing), ...oldReading(standing, corners)]
}

function notReached(standing: Standing): TargetReason {
  const { aim, latest, today, rules } = standing
  const end = yearEnd(aim.year)
  const met = meets(aim.comparator, latest.value, aim.value, rules)
  const past = today > end ? '完成期限已过，' : ''
  const gap = Math.abs(aim.value - latest.value)
  const sentence = !met
    ? `${past}${gap > 0 ? `距${aimed(standing)}${isCeiling(aim.comparator) ? '还高出' : '还差'}${inWords(standing, gap)}` : `尚未达成${aimed(standing)}`}`
    : !past
      ? `该目标需保持至${dayInWords(end)}，到期后方可认定达成`
      : latest.asOf < end
        ? `${past}尚无截至${dayInWords(end)}的数值，暂不能认定达成`
        : `${past}此前有年份未达到要求或未填报，不能认定达成`
  return { code: 'not-reached', sentence }
}

/** A light that is only behind because its figure is old says so. */
function oldReading({ aim, latest, light, rules }: Standing, corners: Point[]): TargetReason[] {
  const then = proportion(aim.comparator, latest.value, expectedOn(corners, latest.asOf))
  if (isHeld(aim) || light === 'green' || then < (light === 'red' ? rules.yellow : rules.green)) return []
  const sentence = `如按数值截止当日衡量，为应达值的${percent(then)}，请及时填报最新数值`
  return [{ code: 'old-reading', sentence }]
}

const beyond = (standing: Standing): TargetReason[] =>
  standing.aim.comparator === 'range' && standing.upper !== null && standing.latest.value > standing.upper
    ? [{ code: 'beyond', sentence: `已超过目标上限${inWords(standing, standing.upper)}` }]
    : []

/** More than an exact figure or the lower end of a range asks for is never a failing. */
export function meets(comparator: Comparator, value: number, aim: number, { about }: { about: number }): boolean {
  if (comparator === '>') return value > aim
  if (comparator === '<') return value < aim
  if (comparator === '<=') return value <= aim
  if (comparator === '~') return value >= aim - Math.abs(aim) * about
  return value >= aim
}

/** Against next to nothing a proportion grows beyond any number; a millionfold says as much. */
const most = 1e6

export function proportion(comparator: Comparator, value: number, expected: number): number {
  if (isCeiling(comparator)) return value > 0 ? Math.min(Math.max(0, expected) / value, most) : 1
  if (expected > 0) return Math.min(Math.max(0, value) / expected, most)
  return value >= expected ? 1 : 0
}

/** 2025年目标（不低于19万㎡）. */
function aimed(standing: Standing): string {
  const { comparator, value, year } = standing.aim
  const upper = comparator === 'range' && standing.upper !== null ? `至${inWords(standing, standing.upper)}` : ''
  return `${year}年目标（${comparatorWords[comparator]}${inWords(standing, value)}${upper}）`
}
const comparatorWords: Record<Comparator, string> = {
  '>=': '不低于',
  '>': '超过',
  '<=': '不超过',
  '<': '低于',
  '=': '',
  '~': '约',
  range: '',
  qualitative: '',
}
const percent = (ratio: number) => `${Number((ratio * 100).toFixed(1))}%`
const inWords = ({ unit, aim }: Standing, value: number) => figureInWords(value, unit, isFraction(aim.kind))
