/** Amounts as files of criteria write them (2000万元, 40%, 10人, 3年) as values of a fact. */
import { type FactName, facts } from './facts.ts'

export type Read<T> = { value: T } | { fault: string }

const magnitudes: Record<string, number> = { '': 1, 万: 10_000, 亿: 100_000_000 }

/** A threshold or a value; a share of two facts (`ratio`) is written in % whatever the fact. */
export function readAmount(text: string, fact: FactName, ratio = false): Read<number> {
  const { kind, unit, title } = facts[fact]
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '')
  if (ratio || kind === 'share') {
    const [, figure] = /^(-?\d+(?:\.\d{1,2})?)%$/.exec(plain) ?? []
    if (figure === undefined) return { fault: `“${text}”应写作百分数，如 40%，最多两位小数` }
    return { value: Math.round(Number(figure) * 100) / 10_000 }
  }
  const [, figure, magnitude = '', written] = /^(-?\d+(?:\.\d+)?)([万亿]?)(\D*)$/.exec(plain) ?? []
  if (figure === undefined) return { fault: `“${text}”不是${title}的数值，应写作如 ${example(fact)}` }
  if (written !== unit && !(written === '' && kind !== 'money'))
    return { fault: `“${text}”的单位应为${unit}，应写作如 ${example(fact)}` }
  const value = Number((Number(figure) * magnitudes[magnitude]!).toFixed(2))
  if ((kind === 'count' || kind === 'money') && !Number.isSafeInteger(value)) return { fault: `“${text}”应为整数${unit}` }
  return { value }
}

/** The value of a fact of any kind. */
export function readValue(text: string, fact: FactName): Read<number | boolean | string> {
  const { kind } = facts[fact]
  if (kind === 'text') return { value: text }
  return kind === 'yes' ? readYes(text) : readAmount(text, fact)
}

export function readYes(text: string): Read<boolean> {
  return text === '是' || text === '否' ? { value: text === '是' } : { fault: `“${text}”应写作“是”或“否”` }
}

const example = (fact: FactName) => (facts[fact].kind === 'money' ? `2000万${facts[fact].unit}` : `10${facts[fact].unit}`)
