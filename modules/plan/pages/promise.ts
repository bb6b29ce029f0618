/** A target's figure in words: 不低于 30%, 19万㎡, 1—2个. */
import { comparators } from '#modules/plan/model.ts'
import { writtenRange } from '#modules/plan/quantity.ts'
import type { Whole } from './kinds.ts'

type Promised = Pick<Whole['targets'][number], 'comparator' | 'value' | 'upper' | 'unit'>

export function promised({ comparator, value, upper, unit }: Promised): string {
  if (comparator === 'qualitative') return '定性目标'
  const figure = writtenRange(value, comparator === 'range' ? upper : null, unit)
  return comparator === '=' || comparator === 'range' ? figure : `${comparators[comparator]} ${figure}`
}
