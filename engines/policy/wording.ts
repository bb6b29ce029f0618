/**
 * Figures of the kept units in the words of an official sentence, exact to the last 分.
 *
 * They are said very often: places are taken apart by Math.floor, as the remainder of large numbers is slow.
 */
import type { Fact, NumberKind } from './fact.ts'
import { type CapScope, capScopes, type Dimension, type Rounding, roundings } from './policy.ts'

/** 1234567 → 1,234,567. */
export function grouped(whole: number): string {
  if (whole < 1000) return whole < 0 ? `-${grouped(-whole)}` : plainDigits[whole]!
  const thousands = Math.floor(whole / 1000)
  return `${grouped(thousands)},${threeDigits[whole - thousands * 1000]}`
}
const plainDigits = Array.from({ length: 1000 }, (_, n) => String(n))
const threeDigits = Array.from({ length: 1000 }, (_, n) => String(n).padStart(3, '0'))
const twoDigits = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'))
/** What stands behind the whole of hundredths: .5, .25, nothing. */
const behind = Array.from({ length: 100 }, (_, n) => (n === 0 ? '' : `.${String(n).padStart(2, '0').replace(/0$/, '')}`))

/** 4850 → 48.5 */
function hundredths(value: number): string {
  if (value < 0) return `-${hundredths(-value)}`
  const whole = Math.floor(value / 100)
  return grouped(whole) + behind[value - whole * 100]
}

const tenThousand = 1_000_000

/** 分 in 万元 where two decimals say it all, else in 元: 18 万元, 123,456.78 元. */
export function money(cents: number): string {
  const hundreds = Math.floor(cents / 10_000)
  return hundreds * 10_000 === cents && (cents >= tenThousand || cents <= -tenThousand)
    ? `${hundredths(hundreds)} 万元`
    : `${hundredths(cents)} 元`
}

/** 分 in 万元 with as many decimals as it takes, two at least: what stands under one heading is of one unit. 1,234.50, 9.00005 */
export function inTenThousands(cents: number): string {
  if (cents < 0) return `-${inTenThousands(-cents)}`
  const whole = Math.floor(cents / tenThousand)
  const decimals = String(cents - whole * tenThousand).padStart(6, '0')
  return `${grouped(whole)}.${decimals.slice(0, 2)}${decimals.slice(2).replace(/0+$/, '')}`
}

/** Millionths: 3%, 0.125%. */
export function share(millionths: number): string {
  return Number.isInteger(millionths / 100) ? `${hundredths(millionths / 100)}%` : `${fraction(millionths, 10_000)}%`
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
  const small = smallFraction(Number(value), Number(scale))
  if (small !== null) return small
  const [whole, by] = [BigInt(value), BigInt(scale)]
  if (whole < 0n) return fraction(-whole, by).replace(/\d/, '-$&')
  const parts = (whole * 10_000n) / by
  const decimals = String(parts % 10_000n)
    .padStart(4, '0')
    .replace(/0+$/, '')
  const digits = String(parts / 10_000n).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${(whole * 10_000n) % by === 0n ? '' : '约 '}${digits}${decimals && `.${decimals}`}`
}

/** In numbers, as long as they are exact. */
function smallFraction(value: number, scale: number): string | null {
  if (value < 0 || value > Number.MAX_SAFE_INTEGER || scale > Number.MAX_SAFE_INTEGER / 10_000) return null
  const whole = Math.floor(value / scale)
  const parts = (value - whole * scale) * 10_000
  const decimals = Math.floor(parts / scale)
  const about = decimals * scale === parts ? '' : '约 '
  const [first, last] = [Math.floor(decimals / 100), decimals % 100]
  return about + grouped(whole) + (last === 0 ? behind[first] : `.${twoDigits[first]}${behind[last]!.slice(1)}`)
}

/** How amounts of 分 over a scale are said: 18 万元, 约 3,333.3333 元. */
export function amountSaying(scale: bigint): (value: number | bigint) => string {
  const by = Number(scale)
  return (value) => {
    if (typeof value === 'bigint')
      return value % scale === 0n ? money(Number(value / scale)) : `${fraction(value, scale * 100n)} 元`
    const whole = Math.floor(value / by)
    return whole * by === value ? money(whole) : `${fraction(value, by * 100)} 元`
  }
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
