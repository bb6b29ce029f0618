/** What a subject brings to one item of its group: weight, value and target, or why it has none. */
import { exactly, type Fraction, fraction, over, plus } from './exact.ts'
import type { Step } from './result.ts'
import { type Item, readings, type Scheme, type Source, type Subject, type SubjectData, type Value } from './scheme.ts'
import { equals, said, saidNumber, weight as saidWeight, trimmed } from './wording.ts'

export type Entry = {
  item: Item
  decimals: number
  weight: number
  value: Value | null
  /** Null where it is not there, or nothing asks for it. */
  exact: Fraction | null
  target: Fraction | null
  /** The target as it was given. */
  aim: number | null
  exempt: string | null
  /** Why the item cannot be scored yet. */
  waits: string | null
  /** Why it has no points: what is not told counts nothing. */
  absent: string | null
  steps: readonly Step[]
}

export function entryOf(scheme: Scheme, item: Item, { data }: Subject, weight: number): Entry {
  const exempt = data.exempt[item.code] ?? null
  const { value, exact, missing, steps } = measured(item, data)
  const aim = targetOf(item, data)
  const base = { item, decimals: scheme.decimals, weight, value, exact, target: null, aim, exempt, waits: null, absent: null }
  if (exempt !== null) return { ...base, steps: [] }
  const added =
    weight === item.weight ? [] : [{ sentence: `权重 ${saidWeight(item.weight)} 分，分摊后为 ${saidWeight(weight)} 分` }]
  const entry = { ...base, target: aim === null ? null : exactly(aim), steps: [...added, ...steps] }
  // A target is for the office to give: without one nobody is marked down.
  if (item.target && aim === null) return { ...entry, waits: '目标尚未下达' }
  if (item.target && aim! <= 0) return { ...entry, target: null, waits: '目标不大于 0，无法计算' }
  if (missing === null) return entry
  return scheme.missing === 'pending' ? { ...entry, waits: missing } : { ...entry, absent: missing }
}

const targetOf = ({ code, target }: Item, data: SubjectData): number | null =>
  target === null ? null : target.is === 'all' ? target.value : (data.targets[code] ?? null)

export type Measured = { value: Value | null; exact: Fraction | null; missing: string | null; steps: readonly Step[] }
type Asked = { code: string; title: string; unit: string; source: Source }

export function measured({ code, title, unit, source }: Asked, data: SubjectData): Measured {
  const value = data.values[code] ?? null
  if (source.is === 'experts') return judged(title, source.trimFrom, data.experts[code] ?? [], value)
  if (value === null || value.value === null) return { value, exact: null, missing: value?.missing ?? '尚无数据', steps: [] }
  const reading = source.is === 'indicator' ? `（${readings[source.reading]}）` : ' '
  const seen = value.source === '' ? '' : `，来源：${value.source}`
  const steps = [{ sentence: `${title}${reading}${saidNumber(value.value, unit)}${seen}` }]
  return { value, exact: exactly(value.value), missing: null, steps }
}

/** The mean of what the experts gave, without the highest and the lowest where there are enough. */
function judged(title: string, trimFrom: number | null, given: readonly number[], value: Value | null): Measured {
  if (given.length === 0) return { value, exact: null, missing: value?.missing ?? '专家尚未评分', steps: [] }
  const sorted = [...given].sort((a, b) => a - b)
  const trims = trimFrom !== null && sorted.length >= trimFrom
  const counted = (trims ? sorted.slice(1, -1) : sorted).map(exactly)
  const sum = counted.reduce(plus)
  const mean = over(sum, fraction(counted.length))
  const left = trims ? `，去掉最高分 ${sorted.at(-1)} 和最低分 ${sorted[0]}` : ''
  const sentence = `${title}由 ${given.length} 位专家评分${left}，平均 ${trimmed(sum)}÷${counted.length}${equals(mean, 2)} 分`
  const source = value?.source || `${given.length} 位专家评分`
  return { value: { value: Number(trimmed(mean)), source, missing: null }, exact: mean, missing: null, steps: [{ sentence }] }
}

export const saidValue = ({ item, exact }: Entry): string => (exact === null ? '' : said(exact, item.unit))
