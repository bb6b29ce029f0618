/** Facts and bounds in the words of a sentence. */
import { grouped, percent, wan } from '../enterprise/wording.ts'
import { type FactName, facts } from './facts.ts'
import type { Bound } from './scheme.ts'

/** A value of the fact; the difference of two shares is said in 个百分点. */
export function figure(fact: FactName, value: number, difference = false): string {
  const { kind, unit } = facts[fact]
  if (kind === 'money') return wan(value, unit === '美元' ? '美元' : '元')
  if (kind === 'share') return difference ? `${grouped(value * 100, 2)} 个百分点` : percent(value)
  return `${grouped(value, kind === 'count' ? 0 : 2)} ${unit}`
}

/** Rounded away from the bound it fails, lest 2.999% be shown as 3%. */
export function ratioInWords(part: number, whole: number, rounding: 'down' | 'up'): string {
  const hundredths = (part / whole) * 10_000
  return percent((rounding === 'down' ? Math.floor(hundredths + 1e-9) : Math.ceil(hundredths - 1e-9)) / 10_000)
}

/** 不低于 10 人, 低于 70%; of a share of two facts (no fact) in percent. */
export function boundInWords(fact: FactName | null, { value, inclusive }: Bound, side: 'lower' | 'upper' | 'bare'): string {
  const amount = fact === null ? percent(value) : figure(fact, value)
  if (side === 'bare') return amount
  const word = side === 'lower' ? (inclusive ? '不低于' : '高于') : inclusive ? '不高于' : '低于'
  return `${word} ${amount}`
}
