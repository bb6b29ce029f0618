/** Points on top of the hundred or taken off it, so many for each, together at most so many. */
import { measured } from './entry.ts'
import { compare, fraction, greater, lesser, nothing, rounded, times } from './exact.ts'
import type { Step } from './result.ts'
import { type Extra, pointScale, type Scheme, type Subject } from './scheme.ts'
import type { Mark } from './scoring/mark.ts'
import { points, trimmed, weight } from './wording.ts'

export type ExtraMark = Mark & { missing: string | null }

export function extraOf(scheme: Scheme, extra: Extra, { data }: Subject): ExtraMark {
  const { sign, each, cap, unit } = extra
  const { decimals } = scheme
  const { exact, missing, steps } = measured(extra, data)
  const [lowest, full] = sign > 0 ? [0, cap] : [-cap, 0]
  const more = sign > 0 ? `每${unit}加 ${weight(each)} 分，加到封顶` : '不再发生'
  if (exact === null) {
    const waits = scheme.missing === 'pending'
    const sentence = waits ? `${missing}，暂不${word(sign)}分` : `${missing}，按办法不${word(sign)}分`
    const [least, most] = waits ? [lowest, full] : [0, 0]
    return { points: waits ? null : 0, least, most, full, place: null, steps: [{ sentence }], more, missing }
  }
  const count = greater(exact, nothing)
  const sum = times(count, fraction(each, pointScale))
  const bounded = lesser(sum, fraction(cap, pointScale))
  const size = Number(rounded(bounded, decimals)) * 10 ** (4 - decimals)
  const how = `每${unit}${word(sign)} ${weight(each)} 分，${weight(each)}×${trimmed(count)}＝${trimmed(sum)} 分`
  const over = compare(sum, bounded) > 0 ? `，按封顶 ${weight(cap)} 分计` : ''
  const none = `没有，不${word(sign)}分`
  const told: Step = { sentence: size === 0 ? none : `${how}${over}，${word(sign)} ${points(size, decimals)} 分` }
  const found = size === 0 ? 0 : sign * size
  return {
    points: found,
    least: found,
    most: found,
    full,
    place: null,
    steps: [...steps, told],
    more: found < full ? more : null,
    missing: null,
  }
}

const word = (sign: Extra['sign']) => (sign > 0 ? '加' : '减')
