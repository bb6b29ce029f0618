/** Completion (完成率): the weight times value over target, nothing below a floor, no more than a cap. */
import { compare, fits, fraction, lesser, minus, nothing, over, times } from '../exact.ts'
import { type Scoring, shareScale } from '../scheme.ts'
import { equals, fixed, percent, said, trimmed, weight } from '../wording.ts'
import { earned, type Mark, marked, none, share, type Told } from './mark.ts'

const hundred = fraction(100n)

export function completion(entry: Told, { floor, cap }: Extract<Scoring, { is: 'completion' }>): Mark {
  const { item, exact } = entry
  const target = entry.target!
  const rate = over(exact, target)
  const told = `完成率＝${said(exact, item.unit)}÷${said(target, item.unit)}${equals(times(rate, hundred), 2)}%`
  const goal = times(target, share(cap))
  const more = `距${cap === shareScale ? '目标' : '封顶'} ${said(goal, item.unit)} 还差 ${said(minus(goal, exact), item.unit)}，补足`
  if (compare(rate, nothing) < 0) return marked(entry, nothing, [`${told}，为负数，${none(entry)}`], more)
  if (compare(rate, share(floor)) < 0) return marked(entry, nothing, [`${told}，低于 ${percent(floor)}，${none(entry)}`], more)
  const part = lesser(rate, share(cap))
  if (compare(rate, share(cap)) > 0) {
    const how = `${weight(entry.weight)}×${percent(cap)}`
    return marked(entry, part, [`${told}，按封顶 ${percent(cap)} 计，${earned(entry, part, how)}`], more)
  }
  // A rate that its two decimals do not say in full is calculated again from its parts.
  const inHundredths = times(rate, hundred)
  const how = fits(inHundredths, 2) ? `${fixed(inHundredths, 2)}%` : `${trimmed(exact)}÷${trimmed(target)}`
  return marked(entry, part, [`${told}，${earned(entry, part, `${weight(entry.weight)}×${how}`)}`], more)
}
