/** How a figure came about, in one line with its numbers put in. */
import type { Definition, Figure, Period } from '../definition.ts'
import { scaleOf } from './units.ts'

/** 「（1,250 − 980）÷ 980 = 27.6%」; why there is no figure, where there is none. */
export function formulaOf(definition: Definition, figure: Figure): string {
  const { value, of, over, before } = figure
  if (value === null) return figure.missing ?? '没有数据'
  const { form, unit, decimals } = definition
  const { scale, base } = scaleOf(unit)
  const scaled = `${grouped(value.toFixed(decimals))}${unit}`
  const rows = figure.month !== null && pieced.includes(definition.period) ? '各期报表加减' : `${whole(of.rows)} 条记录`
  switch (form) {
    case 'share':
      return `${term(of.amount)} ÷ ${term(over!.amount)} = ${percent(value, decimals)}`
    case 'growth':
      return `（${whole(of.amount)} − ${term(before!.amount)}）÷ ${term(before!.amount)} = ${percent(value, decimals)}`
    case 'increase': {
      const difference = `${whole(of.amount)} − ${term(before!.amount)}`
      return scale === 1 ? `${difference} = ${scaled}` : `（${difference}）÷ ${whole(scale)} = ${scaled}`
    }
    case 'amount':
      if (scale === 1) return `${rows}合计 = ${scaled}`
      return `${rows}合计 ${whole(of.amount)}${base} ÷ ${whole(scale)} = ${scaled}`
  }
}

/** Periods put together from reports of several months: their number says nothing. */
const pieced: Period[] = ['month', 'trailing-year', 'since-baseline']

/** A fraction as a percentage with the digits it has: 0.276 with 3 is 27.6%. */
export const percent = (fraction: number, decimals: number): string =>
  `${grouped((fraction * 100).toFixed(Math.max(0, decimals - 2)))}%`

const whole = (number: number) => grouped(String(number))
/** After − and ÷ a negative number stands in brackets. */
const term = (number: number) => (number < 0 ? `（${whole(number)}）` : whole(number))

function grouped(digits: string): string {
  const [integer, fraction] = digits.split('.')
  const thousands = integer!.replace('-', '−').replace(/\d(?=(\d{3})+$)/g, '$&,')
  return fraction ? `${thousands}.${fraction}` : thousands
}
