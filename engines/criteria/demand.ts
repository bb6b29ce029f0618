/** One demand judged: met, not met or unknown, with what is needed, what is there, what is missing, and the sentence. */
import { type FactName, type Facts, facts, type Known } from './facts.ts'
import type { Bound, Demand } from './scheme.ts'
import { beyondShare, compareShare, missingOfFixed, missingOfGrowing } from './shortfall.ts'
import { boundInWords, figure, ratioInWords } from './wording.ts'

export type Verdict = 'met' | 'not-met' | 'unknown'

export type DemandJudgement = {
  title: string
  verdict: Verdict
  fact: FactName
  over: FactName | null
  /** Of a share, the fraction. */
  have: Known['value']
  /** The bound that decides; null of a yes, a word, or a standard still unknown. */
  need: Bound | null
  /** In units of the fact, also of a share: so many persons, so much money. Null where nothing can be counted. */
  gap: number | null
  asOf: string | null
  source: string | null
  sentence: string
}

export function judgeDemand(demand: Demand, known: Facts, day: string): DemandJudgement {
  const { title, fact, over, test } = demand
  const seen = (name: FactName): Known => {
    const found = known[name]
    return found && (found.asOf === null || found.asOf <= day) ? found : { value: null, asOf: null, source: null }
  }
  const { value, asOf, source } = seen(fact)
  const blank = { title, fact, over, have: value, need: null, gap: null, asOf, source }
  if (test.kind === 'pending') return { ...blank, verdict: 'unknown', sentence: `${title}：标准待补` }
  if (test.kind === 'is') {
    if (typeof value !== 'boolean') return { ...blank, verdict: 'unknown', sentence: lackOf([fact]) }
    return { ...blank, verdict: value === test.yes ? 'met' : 'not-met', sentence: facts[fact].words![value ? 0 : 1] }
  }
  if (test.kind === 'among') {
    if (typeof value !== 'string') return { ...blank, verdict: 'unknown', sentence: lackOf([fact]) }
    const met = test.values.includes(value)
    const list = test.values.join('、')
    const sentence = `${facts[fact].title}为 ${value}，${met ? '属于' : '须为'} ${list}${met ? '' : ' 之一'}`
    return { ...blank, verdict: met ? 'met' : 'not-met', sentence }
  }
  if (over === null) {
    if (typeof value !== 'number') return { ...blank, verdict: 'unknown', sentence: lackOf([fact]) }
    return { ...blank, ...judgeFigure(fact, value, test) }
  }
  const whole = seen(over).value
  if (typeof value !== 'number' || typeof whole !== 'number') {
    const missing = [typeof value === 'number' ? null : fact, typeof whole === 'number' ? null : over].filter(
      (name) => name !== null,
    )
    return { ...blank, verdict: 'unknown', have: null, sentence: lackOf(missing) }
  }
  if (whole <= 0) {
    const sentence = `${facts[over].title}为 ${figure(over, whole)}，无法计算${facts[fact].title}占比`
    return { ...blank, verdict: 'unknown', have: null, sentence }
  }
  return { ...blank, have: value / whole, ...judgeShare(fact, value, over, whole, test) }
}

const lackOf = (names: FactName[]) => `缺少${names.map((name) => facts[name].title).join('、')}数据`

type Range = { lower: Bound | null; upper: Bound | null }
type Outcome = Pick<DemandJudgement, 'verdict' | 'need' | 'gap' | 'sentence'>

function judgeFigure(fact: FactName, value: number, { lower, upper }: Range): Outcome {
  const { title, kind } = facts[fact]
  const now = `现 ${figure(fact, value)}`
  const step = kind === 'count' || kind === 'money' ? 1 : 0
  if (lower && (lower.inclusive ? value < lower.value : value <= lower.value)) {
    const gap = lower.value - value + (lower.inclusive ? 0 : step)
    return fails(
      lower,
      gap,
      `${title}${gap > 0 ? `差 ${figure(fact, gap, true)}` : '不足'}（${now}，需${demanded(fact, lower)}）`,
    )
  }
  if (upper && (upper.inclusive ? value > upper.value : value >= upper.value)) {
    const gap = value - upper.value + (upper.inclusive ? 0 : step)
    const beyond = gap > 0 ? `高出 ${figure(fact, gap, true)}` : '过高'
    return fails(upper, gap, `${title}${beyond}（${now}，须${boundInWords(fact, upper, 'upper')}）`)
  }
  return holds(lower ?? upper, `${title} ${figure(fact, value)}，${rangeInWords(fact, lower, upper)}`)
}

function judgeShare(fact: FactName, part: number, over: FactName, whole: number, { lower, upper }: Range): Outcome {
  const { title, partOf, kind } = facts[fact]
  const standing = (rounding: 'down' | 'up') =>
    `现 ${figure(fact, part)}，占${facts[over].title} ${figure(over, whole)}的 ${ratioInWords(part, whole, rounding)}`
  const against = (bound: Bound) => compareShare(part, whole, bound.value)
  if (lower && (lower.inclusive ? against(lower) < 0 : against(lower) <= 0)) {
    const moved = missingOfFixed(part, whole, lower.value, lower.inclusive)
    const grown = partOf === over ? missingOfGrowing(part, whole, lower.value, lower.inclusive) : moved
    const gap = grown ?? moved
    const how = assumption(kind === 'count', partOf === over, grown === null, facts[over].title, figure(fact, moved))
    return fails(lower, gap, `${title}差 ${figure(fact, gap)}（${standing('down')}，需${demanded(null, lower)}；${how}）`)
  }
  if (upper && (upper.inclusive ? against(upper) > 0 : against(upper) >= 0)) {
    const gap = beyondShare(part, whole, upper.value, upper.inclusive)
    const sentence = `${title}高出 ${figure(fact, gap)}（${standing('up')}，须${boundInWords(null, upper, 'upper')}；按${facts[over].title}不变计）`
    return fails(upper, gap, sentence)
  }
  const shown = `${title}占${facts[over].title} ${ratioInWords(part, whole, 'down')}（${figure(fact, part)}／${figure(over, whole)}）`
  return holds(lower ?? upper, `${shown}，${rangeInWords(null, lower, upper)}`)
}

/** On which assumption a gap was counted: whoever is hired counts in the whole as well. */
function assumption(persons: boolean, inside: boolean, onlyWithin: boolean, whole: string, moved: string): string {
  if (!inside) return `按${whole}不变计`
  if (onlyWithin) return `按${whole}不变、内部调整计`
  return persons ? `按新招计，新招人员同时计入${whole}；由现有人员转任则差 ${moved}` : `按新增部分同时计入${whole}计`
}

const fails = (need: Bound, gap: number, sentence: string): Outcome => ({ verdict: 'not-met', need, gap, sentence })
const holds = (need: Bound | null, sentence: string): Outcome => ({ verdict: 'met', need, gap: 0, sentence })

const demanded = (fact: FactName | null, bound: Bound) =>
  bound.inclusive ? `达 ${boundInWords(fact, bound, 'bare')}` : boundInWords(fact, bound, 'lower')

const rangeInWords = (fact: FactName | null, lower: Bound | null, upper: Bound | null) =>
  [lower && boundInWords(fact, lower, 'lower'), upper && boundInWords(fact, upper, 'upper')]
    .filter((part) => part !== null)
    .join('且')
