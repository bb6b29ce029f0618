/** The figure of the sums its reads found, exact until the one rounding at the end. */
import type { Definition, Figure, Read, Sum } from '../definition.ts'
import { plus, quotient } from './rounding.ts'
import { scaleOf } from './units.ts'

/** `sum` is what the rows of a read hold; its sign is applied here. */
export type Found = { read: Read; sum: Sum }

export function combine(definition: Definition, found: readonly Found[]): Figure {
  const of = total(found, 'of') ?? { amount: 0, rows: 0 }
  const sides = { of, over: total(found, 'over'), before: total(found, 'before'), month: monthRead(found) }
  const missing = whyNot(definition, sides)
  return { ...sides, value: missing === null ? worth(definition, sides) : null, missing }
}

/** A figure that could not even be looked for. */
export const untold = (missing: string): Figure => ({
  value: null,
  of: { amount: 0, rows: 0 },
  over: null,
  before: null,
  month: null,
  missing,
})

type Sides = Pick<Figure, 'of' | 'over' | 'before' | 'month'>

function total(found: readonly Found[], side: Read['side']): Sum | null {
  const here = found.filter(({ read }) => read.side === side)
  if (!here.length) return null
  return {
    amount: here.reduce((sum, each) => plus(sum, each.read.sign * each.sum.amount), 0),
    rows: here.reduce((sum, each) => sum + each.sum.rows, 0),
  }
}

/** The latest month on the side of the figure itself: of a full year its December, not the month closed since. */
function monthRead(found: readonly Found[]): string | null {
  const months = found.flatMap(({ read: { side, window } }) => (side === 'of' && window.kind === 'month' ? [window.month] : []))
  return months.reduce<string | null>((last, month) => (last === null || month > last ? month : last), null)
}

function whyNot({ form }: Definition, { over, before, month }: Sides): string | null {
  if (form === 'share') {
    if (!over?.amount) return '占比母数为零，无法计算占比'
    return over.amount < 0 ? '占比母数为负数，无法计算占比' : null
  }
  if (form === 'growth') {
    if (!before?.rows) return '没有上年同期数据'
    if (before.amount === 0) return '上年同期为零，无法计算增速'
    return before.amount < 0 ? '上年同期为负数，无法计算增速' : null
  }
  // A month nobody reported for is not a month of zeros.
  if (form === 'increase' && month !== null && !before?.rows) return '没有基期数据'
  return null
}

function worth({ form, unit, decimals }: Definition, { of, over, before }: Sides): number {
  if (form === 'share') return quotient(of.amount, over!.amount, decimals)
  if (form === 'growth') return quotient(plus(of.amount, -before!.amount), before!.amount, decimals)
  const amount = form === 'increase' ? plus(of.amount, -before!.amount) : of.amount
  return quotient(amount, scaleOf(unit).scale, decimals)
}
