/** Points of a hundred (百分制), as a share of the weight. */
import { compare, fraction, greater, lesser, minus, nothing, over } from '../exact.ts'
import { factor, fixed, weight } from '../wording.ts'
import { earned, type Mark, marked, type Told } from './mark.ts'

const hundred = fraction(100n)

export function hundredth(entry: Told): Mark {
  const within = greater(nothing, lesser(entry.exact, hundred))
  const bounded = compare(within, entry.exact) === 0 ? '' : `超出 0 至 100 分，按 ${factor(within)} 分计，`
  const part = over(within, hundred)
  const sentence = `${bounded}${earned(entry, part, `${weight(entry.weight)}×${factor(within)}÷100`)}`
  return marked(entry, part, [sentence], `距满分还差 ${fixed(minus(hundred, within), 2)} 分，评满分`)
}
