/** Figures as files of policies write them (2000万元, 30元/㎡·月, 15%, 60人) as whole numbers of the kept unit, exactly. */
import { nearestNote } from '../../text/nearest.ts'
import { type Fact, type FactKind, type NumberKind, scales } from '../fact.ts'
import { plain } from '../formula/lex.ts'

export type Read<T> = { value: T } | { fault: string }
export type Measure = { title: string; kind: NumberKind; unit: string }

/** What behaves like a fact of its kind: an amount of money, a share. */
export const money: Measure = { title: '金额', kind: 'money', unit: '元' }
export const share: Measure = { title: '比率', kind: 'share', unit: '%' }
export const rent: Measure = { title: '单价', kind: 'rent', unit: '元/㎡·月' }

const magnitudes: Record<string, bigint> = { '': 1n, 万: 10_000n, 亿: 100_000_000n }

/** `bare`: a figure without its unit is taken as well, as tables have it. */
export function readFigure(text: string, { title, kind, unit }: Measure, bare = false): Read<number> {
  const written = plain(text).replace(/[\s,]/g, '')
  const [, sign, whole = '', fraction = '', magnitude = '', said = ''] =
    /^(-?)(\d+)(?:\.(\d+))?([万亿]?)(\D.*|)$/.exec(written) ?? []
  if (whole === '') return { fault: `“${text}”不是${title}的数值，应写作如 ${exampleOf(kind, unit)}` }
  const optional = bare || !strict.has(kind)
  if (!(said === '' && optional) && narrow(said) !== narrow(unit) && !(said === '月' && kind === 'months'))
    return { fault: `“${text}”的单位应为${unit}，应写作如 ${exampleOf(kind, unit)}` }
  // A share is written in hundredths.
  const divisor = 10n ** BigInt(fraction.length) * (kind === 'share' ? 100n : 1n)
  const product = BigInt(whole + fraction) * magnitudes[magnitude]! * BigInt(scales[kind])
  if (product % divisor !== 0n) return { fault: `“${text}”过细，${title}${finest[kind]}` }
  const value = Number(sign === '-' ? -product / divisor : product / divisor)
  return Number.isSafeInteger(value) ? { value: value + 0 } : { fault: `“${text}”过大，不是合理的${title}` }
}

/** Kinds whose unit is always written, lest 万元 be taken for 元. */
const strict: ReadonlySet<NumberKind> = new Set(['money', 'share', 'rent'])
const narrow = (unit: string) => unit.replace(/平方米|m²|m2/g, '㎡').replace('㎡/月', '㎡·月')

const finest: Record<NumberKind, string> = {
  count: '应为整数',
  money: '最细到分',
  area: '最多两位小数',
  share: '最多四位小数',
  months: '应为整数',
  years: '最多两位小数',
  score: '最多两位小数',
  rent: '最细到分',
}

const exampleOf = (kind: NumberKind, unit: string) =>
  ({
    count: `10${unit}`,
    money: '2000万元',
    area: '500㎡',
    share: '15%',
    months: '12个月',
    years: '3年',
    score: '60分',
    rent: '30元/㎡·月',
  })[kind]

/** The value of a fact of any kind. */
export function readValue(text: string, fact: Fact, bare = false): Read<number | boolean | string> {
  const { kind, title, values } = fact
  if (kind === 'yes') return readYes(text)
  if (kind === 'day') return readDay(text)
  if (kind === 'text') return readWord(text, title, values)
  return readFigure(text, { title, kind, unit: fact.unit }, bare)
}

export function readYes(text: string): Read<boolean> {
  return text === '是' || text === '否' ? { value: text === '是' } : { fault: `“${text}”应写作“是”或“否”` }
}

/** One of the values the fact may have; any text where it has no list. */
export function readWord(text: string, title: string, values: readonly string[] | undefined): Read<string> {
  if (!values || values.includes(text)) return { value: text }
  return { fault: `${title}没有“${text}”这一取值，可用：${values.join('、')}${nearestNote(text, values)}` }
}

export function readDay(text: string): Read<string> {
  const written = plain(text)
  const time = /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(`${written}T00:00:00Z`) : Number.NaN
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(written)) return { value: written }
  return { fault: `“${text}”不是日期，应写作如 2024-06-30` }
}

export const isNumberKind = (kind: FactKind): kind is NumberKind => kind in scales
