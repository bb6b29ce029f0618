/** Demands that can never hold together: found when a file is read, lest a clause stand there that nobody can meet. */
import { type Fact, scales, type Vocabulary } from '../fact.ts'
import { type Bound, type Condition, type Demand, isChoice, type Test } from '../policy.ts'
import { isNumberKind } from './value.ts'

export type Contradiction = { demand: Demand; sentence: string }

/** Each demand that contradicts itself, or one that has to hold with it: before it in the list, or around it. */
export function contradictions(conditions: readonly Condition[], around: readonly Demand[], facts: Vocabulary): Contradiction[] {
  const demands = demandsOf(conditions)
  const here = demands.flatMap((demand, at) => {
    const sentence = against(demand, [...around, ...demands.slice(0, at)], facts)
    return sentence === null ? [] : [{ demand, sentence }]
  })
  const together = [...around, ...demands]
  const cases = conditions.filter(isChoice).flatMap(({ anyOf }) => anyOf)
  return [...here, ...cases.flatMap(({ when, all }) => contradictions([...when, ...all], together, facts))]
}

/** The first choice none of whose cases can hold with the demands. */
export function deadChoice(conditions: readonly Condition[], around: readonly Demand[], facts: Vocabulary): string | null {
  const dead = conditions
    .filter(isChoice)
    .find(({ anyOf }) => anyOf.every(({ when, all }) => contradictions([...when, ...all], around, facts).length > 0))
  return dead?.title ?? null
}

export const demandsOf = (conditions: readonly Condition[]): Demand[] =>
  conditions.filter((condition): condition is Demand => !isChoice(condition))

function against(demand: Demand, others: readonly Demand[], facts: Vocabulary): string | null {
  const { fact, over, test } = demand
  const what = over === null ? fact : `${fact}占${over}的比重`
  const own = rangeOf(demand, facts)
  if (own && own.from > own.to) return `${what}的要求不可能达到`
  const same = others.filter((other) => other.fact === fact && other.over === over)
  const other = same.find((one) => clash(own, rangeOf(one, facts)) || opposed(test, one.test)) ?? within(demand, others, facts)
  if (other) return `${what}的要求与“${other.title}”矛盾`
  return noWordLeft(test, same) ? `${what}的要求与前面各项合起来不可能达到` : null
}

const opposed = (one: Test, other: Test) => one.kind === 'is' && other.kind === 'is' && one.yes !== other.yes

function noWordLeft(test: Test, others: readonly Demand[]): boolean {
  if (test.kind !== 'among') return false
  const lists = others.flatMap((other) => (other.test.kind === 'among' ? [other.test.values] : []))
  return !test.values.some((word) => lists.every((values) => values.includes(word)))
}

/** A part beyond what its whole may be (软件人员不低于 100 人, 从业人员低于 50 人). */
function within(demand: Demand, others: readonly Demand[], facts: Vocabulary): Demand | undefined {
  const own = rangeOf(demand, facts)
  if (!own || demand.over !== null) return undefined
  return others.find((other) => {
    const range = other.over === null ? rangeOf(other, facts) : null
    if (!range) return false
    if (isPart(demand.fact, other.fact, facts)) return own.from > range.to
    return isPart(other.fact, demand.fact, facts) && range.from > own.to
  })
}

function isPart(part: string, whole: string, facts: Vocabulary): boolean {
  const above = facts.get(part)?.partOf
  return above !== undefined && (above === whole || isPart(above, whole, facts))
}

type Range = { from: number; to: number }
const clash = (a: Range | null, b: Range | null) => a !== null && b !== null && (a.from > b.to || b.from > a.to)

/** As a closed range: what is excluded moves by the smallest step, of a share of two facts by next to nothing. */
function rangeOf({ fact, over, test }: Demand, facts: Vocabulary): Range | null {
  if (test.kind === 'days') return { from: dayNumber(test.from, Number.NEGATIVE_INFINITY), to: dayNumber(test.until, Infinity) }
  if (test.kind !== 'range') return null
  const step = over === null ? 1 : 0.001
  const edge = (bound: Bound | null, none: number, by: number) =>
    bound === null ? none : bound.value + (bound.inclusive ? 0 : by)
  const { from, to } = limits(facts.get(fact)!, over, facts)
  return { from: Math.max(edge(test.lower, from, step), from), to: Math.min(edge(test.upper, to, -step), to) }
}

/** A part is never more than its whole; nothing that is counted or measured is less than nothing. */
function limits({ title, kind }: Fact, over: string | null, facts: Vocabulary): Range {
  if (over !== null) return { from: Number.NEGATIVE_INFINITY, to: isPart(title, over, facts) ? scales.share : Infinity }
  const signed = !isNumberKind(kind) || kind === 'money' || kind === 'share'
  return { from: signed ? Number.NEGATIVE_INFINITY : 0, to: Infinity }
}

const dayNumber = (day: string | null, none: number) => (day === null ? none : Date.parse(`${day}T00:00:00Z`) / 86_400_000)
