/** Figures of the kept units in the words of an official sentence, exact to the last 分; written for being said very often. */
import type { Fact, NumberKind } from './fact.ts'
import { type CapScope, capScopes, type Dimension, type Rounding, roundings } from './policy.ts'

/** 1234567 → 1,234,567. */
export function grouped(whole: number): string {
  if (whole < 1000) return whole < 0 ? `-${grouped(-whole)}` : String(whole)
  const rest = whole % 1000
  return `${grouped((whole - rest) / 1000)},${threeDigits[rest]}`
}
const threeDigits = Array.from({ length: 1000 }, (_, n) => String(n).padStart(3, '0'))
/** What stands behind the whole of hundredths: .5, .25, nothing. */
const behind = Array.from({ length: 100 }, (_, n) => (n === 0 ? '' : `.${String(n).padStart(2, '0').replace(/0$/, '')}`))

/** 4850 → 48.5 */
function hundredths(value: number): string {
  if (value < 0) return `-${hundredths(-value)}`
  const rest = value % 100
  return grouped((value - rest) / 100) + behind[rest]
}

const tenThousand = 1_000_000

/** 分 in 万元 where two decimals say it all, else in 元: 18 万元, 123,456.78 元. */
export const money = (cents: number): string =>
  cents % 10_000 === 0 && (cents >= tenThousand || cents <= -tenThousand)
    ? `${hundredths(cents / 10_000)} 万元`
    : `${hundredths(cents)} 元`

/** Millionths: 3%, 0.125%. */
export function share(millionths: number): string {
  return millionths % 100 === 0 ? `${hundredths(millionths / 100)}%` : `${fraction(millionths, 10_000)}%`
}

const says: Record<NumberKind, (value: number, unit: string) => string> = {
  count: (value, unit) => grouped(value) + unit,
  money,
  area: (value, unit) => hundredths(value) + unit,
  share,
  months: (value, unit) => grouped(value) + unit,
  years: (value, unit) => hundredths(value) + unit,
  score: (value, unit) => hundredths(value) + unit,
  rent: (value, unit) => hundredths(value) + unit,
}

/** How values of the fact are said: 47 人, 1,234.5 万元, 3%. */
export function sayingOf({ kind, unit }: Pick<Fact, 'kind' | 'unit'>): (value: number) => string {
  if (kind === 'yes' || kind === 'day' || kind === 'text') return String
  const say = says[kind]
  const behindIt = unit === '' ? '' : ` ${unit}`
  return (value) => say(value, behindIt)
}

/** A whole number over a scale, to four decimals; 约 where they do not say it all. */
export function fraction(value: number | bigint, scale: number | bigint): string {
  if (scale === 1 && typeof value === 'number') return grouped(value)
  if (scale === 100 && typeof value === 'number') return hundredths(value)
  const [whole, by] = [BigInt(value), BigInt(scale)]
  if (whole < 0n) return fraction(-whole, by).replace(/\d/, '-$&')
  const parts = (whole * 10_000n) / by
  const decimals = String(parts % 10_000n)
    .padStart(4, '0')
    .replace(/0+$/, '')
  const digits = String(parts / 10_000n).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${(whole * 10_000n) % by === 0n ? '' : '约 '}${digits}${decimals && `.${decimals}`}`
}

/** An amount of 分 over a scale: 18 万元, 约 3,333.3333 元. */
export function amount(value: number | bigint, scale: bigint): string {
  if (typeof value === 'number') {
    const by = Number(scale)
    if (value % by === 0) return money(value / by)
  } else if (value % scale === 0n) return money(Number(value / scale))
  return `${fraction(value, scale * 100n)} 元`
}

const units: [Dimension, string][] = [
  [{ money: 1, area: 0, months: 0 }, ' 元'],
  [{ money: 0, area: 1, months: 0 }, ' ㎡'],
  [{ money: 0, area: 0, months: 1 }, ' 个月'],
  [{ money: 1, area: -1, months: -1 }, ' 元/㎡·月'],
]
/** Behind what a formula comes to. */
export const unitOf = ({ money, area, months }: Dimension): string =>
  units.find(([one]) => one.money === money && one.area === area && one.months === months)?.[1] ?? ''

export const lackOf = (titles: readonly string[]): string => `缺少${titles.join('、')}数据`
export const capTitle = (scope: CapScope): string => `${capScopes[scope]}上限`

const places: Record<number, string> = {
  1: '分',
  10: '角',
  100: '元',
  10000: '百元',
  100000: '千元',
  1000000: '万元',
}
export const roundingInWords = ({ way, to }: Rounding): string => `${roundings[way]}到${places[to] ?? money(to)}`
