/** A rate of its own for each year of the way. */
import { scales } from '../fact.ts'
import { cents } from '../formula/evaluate.ts'
import { sumOf } from '../formula/explain.ts'
import { isUnknown, scaled } from '../formula/quantity.ts'
import type { Mechanism, Row } from '../policy.ts'
import { amountSaying, lackOf, share } from '../wording.ts'
import { due, type Ground, notDue, nothing, picked, undecided, type Worth } from './worth.ts'

export function yearly({ year, rates, base }: Extract<Mechanism, { is: 'yearly' }>, { layout, fact }: Ground): Worth {
  const slot = layout.slot.get(year)!
  const sum = sumOf(base, layout, fact)
  const choose = (row: Row) => {
    const number = row[slot]
    if (typeof number !== 'number') return undecided
    return number >= 1 && number <= rates.length ? number - 1 : nothing
  }
  const quantity = picked(
    rates.map((rate) => cents(scaled(sum.quantity, BigInt(rate), BigInt(scales.share)))),
    choose,
  )
  const [amount, percents] = [amountSaying(quantity.scale), rates.map(share)]
  return {
    quantity,
    tell: (row, _past, value) => {
      const at = choose(row)
      if (at === nothing) return notDue(outside(row[slot] as number, rates.length)) // a number, as chosen
      if (isUnknown(value)) {
        const missing = [...new Set([...(at === undecided ? [year] : []), ...sum.missing(row)])]
        return notDue(lackOf(missing), missing)
      }
      const said = `${sum.inProduct(row)} × ${percents[at]}`
      if (value <= 0) return notDue(`按规定计算的金额为 0（${said}）`)
      return due([{ title: `第 ${at + 1} 年`, sum: said, result: amount(value) }])
    },
    settles: false,
  }
}

const outside = (number: number, years: number) =>
  number < 1 ? '尚未进入补贴年度' : `补贴年限已满（共 ${years} 年，现第 ${number} 年）`
