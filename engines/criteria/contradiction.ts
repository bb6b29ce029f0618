/** Demands that can never hold together: found before a scheme is judged by them. */
import { type FactName, facts, isWhole } from './facts.ts'
import { type Bound, type Criterion, type Demand, isChoice, isDemand } from './scheme.ts'

export type Contradiction = { demand: Demand; sentence: string }

/** Each demand that contradicts itself or one that has to hold with it: before it in the list, or around its choice. */
export function contradictions(criteria: Criterion[], around: Demand[] = []): Contradiction[] {
  const demands = criteria.filter(isDemand)
  const together = [...around, ...demands]
  const here = demands.flatMap((demand, at) => {
    const found = against(demand, together.slice(0, around.length + at))
    return found === null ? [] : [{ demand, sentence: found }]
  })
  const choices = criteria.filter(isChoice).flatMap(({ anyOf }) => anyOf)
  const within = choices.flatMap(({ when, all }) => contradictions([...when, ...all], together))
  return [...here, ...within]
}

function against(demand: Demand, others: Demand[]): string | null {
  const { fact, over, test } = demand
  const same = others.filter((other) => other.fact === fact && other.over === over)
  const what = over === null ? facts[fact].title : `${facts[fact].title}占${facts[over].title}的比重`
  if (test.kind === 'range') {
    const own = rangeOf(demand)
    if (own.from > own.to) return `${what}的要求不可能达到`
    const other = same.find((one) => one.test.kind === 'range' && clash(own, rangeOf(one)))
    return other ? `${what}的要求与“${other.title}”矛盾` : null
  }
  const other = same.find((one) => {
    if (test.kind === 'is') return one.test.kind === 'is' && one.test.yes !== test.yes
    return test.kind === 'among' && one.test.kind === 'among' && !one.test.values.some((value) => test.values.includes(value))
  })
  return other ? `${what}的要求与“${other.title}”矛盾` : null
}

type Range = { from: number; to: number }
const clash = (a: Range, b: Range) => a.from > b.to || b.from > a.to

/** As a closed range: what is excluded moves by one of a whole fact, by next to nothing of another. */
function rangeOf({ fact, over, test }: Demand): Range {
  const { lower, upper } = test as Extract<Demand['test'], { kind: 'range' }> // asked of ranges only
  const step = over === null && isWhole(fact) ? 1 : 1e-9
  const edge = (bound: Bound | null, none: number, by: number) =>
    bound === null ? none : bound.value + (bound.inclusive ? 0 : by)
  const [least, most] = limits(fact, over)
  return { from: edge(lower, least, step), to: Math.min(edge(upper, most, -step), most) }
}

/** A part is never more than its whole. */
const limits = (fact: FactName, over: FactName | null): [number, number] => [
  Number.NEGATIVE_INFINITY,
  over !== null && facts[fact].partOf === over ? 1 : Number.POSITIVE_INFINITY,
]
