/** Deduction (扣分): the full weight less so many points for each. */
import { fraction, greater, minus, nothing, over, times } from '../exact.ts'
import { pointScale, type Scoring } from '../scheme.ts'
import { said, trimmed, weight } from '../wording.ts'
import { earned, type Mark, marked, none, type Told } from './mark.ts'

export function deduction(entry: Told, { each }: Extract<Scoring, { is: 'deduction' }>): Mark {
  const { item } = entry
  const count = greater(entry.exact, nothing)
  const full = fraction(entry.weight, pointScale)
  const left = minus(full, times(count, fraction(each, pointScale)))
  const how = `${weight(entry.weight)}－${weight(each)}×${trimmed(count)}`
  const more = `共 ${said(count, item.unit)}，不再发生`
  if (left.top < 0n) return marked(entry, nothing, [`${how} 小于 0，${none(entry)}`], more)
  const part = over(left, full)
  return marked(entry, part, [earned(entry, part, how)], more)
}
