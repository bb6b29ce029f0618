/** What is told of an amount that comes from one formula. */
import type { Step } from '../decision.ts'
import type { Past } from '../fact.ts'
import { isUnknown, type Numerator, type Quantity } from '../formula/quantity.ts'
import type { Row } from '../policy.ts'
import { amountSaying, lackOf } from '../wording.ts'
import { due, notDue, type Told } from './worth.ts'

type Words = { title: string; sum: (row: Row) => string; missing: (row: Row) => readonly string[]; before?: (row: Row) => Step[] }

export function tellSum(
  quantity: Quantity,
  { title, sum, missing, before }: Words,
): (row: Row, past: Past, value: Numerator) => Told {
  const amount = amountSaying(quantity.scale)
  return (row, _past, value) => {
    if (isUnknown(value)) {
      const lacking = missing(row)
      return notDue(lackOf(lacking), lacking)
    }
    const step = { title, sum: sum(row), result: amount(value) }
    return value > 0 ? due(before ? [...before(row), step] : [step]) : notDue(`按规定计算的金额为 0（${step.sum}）`)
  }
}
