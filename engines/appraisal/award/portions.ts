/** The whole pot in proportion to the points or in equal parts; what a cap cuts off goes to the others, round by round. */
import { money } from '../../policy/wording.ts'
import { apportion } from '../apportion.ts'
import { compare, type Fraction, fits, fraction, nothing, rounded } from '../exact.ts'
import type { SubjectScore } from '../result.ts'
import type { AwardRule } from '../scheme.ts'
import { weight as saidPoints } from '../wording.ts'
import { byPlaceThenId, type Part } from './part.ts'

export function byPortions(rule: AwardRule, eligible: readonly SubjectScore[], pot: number): Part[] {
  const first: Round = { open: [...eligible].sort(byPlaceThenId), pot: BigInt(pot), way: rule.way.is }
  const last = rule.cap === null ? first : afterCaps(first, BigInt(rule.cap))
  const portions = last.open.map((subject) => portionOf(last, subject))
  const amounts = apportion(sharesIn(last) === 0n ? 0n : last.pot, portions)
  const left = new Map(last.open.map((subject, at) => [subject, Number(amounts[at]!)]))
  return first.open.map((subject) => {
    const own = left.get(subject)
    const steps = [calculation(first, subject)]
    if (own === undefined) steps.push(overCap(first, subject, rule.cap!))
    else if (last !== first) steps.push(`${first.open.length - last.open.length} 个对象达到上限后，${calculation(last, subject)}`)
    if (own !== undefined && !fits(portionOf(last, subject), 0)) steps.push(`不足 1 分的零头按余数从大到小归整，得 ${money(own)}`)
    return { subject, amount: own ?? rule.cap!, steps: steps.map((sentence) => ({ sentence })) }
  })
}

/** Who still shares, and in what. */
type Round = { open: readonly SubjectScore[]; pot: bigint; way: AwardRule['way']['is'] }

/** Points below nothing are none. */
const shareOf = ({ way }: Round, { points }: SubjectScore): bigint => (way === 'equal' ? 1n : BigInt(Math.max(0, points!)))

const sharesIn = (round: Round): bigint => round.open.reduce((sum, subject) => sum + shareOf(round, subject), 0n)

function portionOf(round: Round, subject: SubjectScore): Fraction {
  const whole = sharesIn(round)
  return whole === 0n ? nothing : { top: round.pot * shareOf(round, subject), bottom: whole }
}

/** Whoever would get more than the cap gets the cap and shares no more; what is left is more for the others. */
function afterCaps(round: Round, cap: bigint): Round {
  const beyond = new Set(round.open.filter((subject) => compare(portionOf(round, subject), fraction(cap)) > 0))
  if (beyond.size === 0) return round
  const open = round.open.filter((subject) => !beyond.has(subject))
  return afterCaps({ ...round, open, pot: round.pot - cap * BigInt(beyond.size) }, cap)
}

function overCap(first: Round, subject: SubjectScore, cap: number): string {
  const later = compare(portionOf(first, subject), fraction(cap)) > 0 ? '' : '加上其他对象让出的部分后'
  return `${later}超过单个对象上限，按 ${money(cap)}计，超出部分分给其他对象`
}

function calculation(round: Round, subject: SubjectScore): string {
  const [pot, portion] = [money(Number(round.pot)), portionOf(round, subject)]
  const found = `${fits(portion, 0) ? '＝' : '≈'}${money(Number(rounded(portion, 0)))}`
  const count = round.open.length
  if (round.way === 'equal') return `${pot}由 ${count} 个对象平均分配，${pot}÷${count}${found}`
  const [own, all] = [saidPoints(Number(shareOf(round, subject))), saidPoints(Number(sharesIn(round)))]
  return `${pot}按得分分给 ${count} 个对象，${pot}×${own}÷${all}${found}`
}
