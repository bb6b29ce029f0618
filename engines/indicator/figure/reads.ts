/**
 * Which rows make a figure: the windows of the ledgers that are added and taken away for it on a day.
 *
 * | ledger   | period         | window                                                                             |
 * |----------|----------------|------------------------------------------------------------------------------------|
 * | standing | as-of          | what holds on the day                                                              |
 * | event    | as-of          | everything up to the day                                                           |
 * |          | month          | from the 1st of its month                                                          |
 * |          | year-to-date   | from 1 January                                                                     |
 * |          | trailing-year  | from the day after the same day a year earlier                                     |
 * |          | full-year      | the last calendar year that is over; on 31 December that year                      |
 * |          | since-baseline | from the day after the baseline                                                    |
 * | monthly  | as-of          | the closed month; stocks and counted rows                                          |
 * |          | full-year      | the latest December that is closed; stocks and counted rows as at it, flows of it  |
 * |          | the others     | flows only: cumulative since January, so differences of months, and Decembers between |
 */
import type { Definition, Ledger, Measure, Period, Read, Window } from '../definition.ts'
import { fieldOf, ledgerOf } from '../ledgers.ts'
import { decemberOf, isDecember, monthOf, nextDay, shiftMonth, yearBefore, yearOf } from '../months.ts'

/** `closedMonth`: the latest month whose reports are closed on that day. */
export type Moment = { day: string; closedMonth: string | null }

export function reads(definition: Definition, ledgers: readonly Ledger[], asked: Moment): Read[] | { missing: string } {
  const { of, over, form, baseline } = definition
  const moment = { ...asked, closedMonth: readableMonth(definition, ledgers, asked.closedMonth) }
  const missing = whyNot(definition, ledgers, moment)
  if (missing) return { missing }
  const at = (side: Read['side'], measure: Measure, when: Moment): Read[] =>
    windows(measure, ledgerOf(ledgers, measure.ledger)!, definition, when).map((part) => ({ side, measure, ...part }))
  const main = at('of', of, moment)
  if (form === 'share') return [...main, ...at('over', over!, moment)]
  if (form === 'increase') return [...main, ...at('before', of, { day: baseline!, closedMonth: monthOf(baseline!) })]
  if (form === 'growth') return [...main, ...at('before', of, aYearBefore(moment))]
  return main
}

/** What is told by quarters is read at the end of the last, and so is whatever it is divided by. */
function readableMonth({ of, over }: Definition, ledgers: readonly Ledger[], closed: string | null): string | null {
  const byQuarters = [of, over].some((measure) => {
    const ledger = measure && ledgerOf(ledgers, measure.ledger)
    return ledger && measure.take !== null && fieldOf(ledger, measure.take)?.quarterly
  })
  return closed && byQuarters ? shiftMonth(closed, -(Number(closed.slice(5)) % 3)) : closed
}

/** Why a measure cannot be taken over a period; null where it can. */
export function misfit({ ledger: name, take }: Measure, ledgers: readonly Ledger[], period: Period): string | null {
  const ledger = ledgerOf(ledgers, name)
  if (!ledger) return `没有名为“${name}”的台账`
  if (ledger.time === 'event') return null
  if (ledger.time === 'standing') {
    const hint = period === 'since-baseline' ? '；要统计某日之后新增的，请给日期字段加上“不低于”条件' : ''
    return period === 'as-of' ? null : `${ledger.title}是存续台账，期间只能是“时点”${hint}`
  }
  const field = take === null ? null : fieldOf(ledger, take)
  if (field?.nature === 'flow') {
    return period === 'as-of' ? `“${field.title}”是一月起的累计数，期间不能是“时点”，请用“本年累计”` : null
  }
  if (period === 'as-of' || period === 'full-year') return null
  return `${field ? `“${field.title}”是月末数` : `${ledger.title}按月计数`}，期间只能是“时点”或“最近完整年度”`
}

function whyNot(definition: Definition, ledgers: readonly Ledger[], { day, closedMonth }: Moment): string | null {
  const { of, over, form, period, baseline } = definition
  if (form === 'share' && !over) return '没有写明占比母数'
  const counted = form === 'share' ? [of, over!] : [of]
  for (const measure of counted) {
    const unfit = misfit(measure, ledgers, period)
    if (unfit) return unfit
    const ledger = ledgerOf(ledgers, measure.ledger)!
    if (!ledger.inUse) return `${ledger.title}尚未启用`
    if (ledger.time === 'monthly' && closedMonth === null) return '尚无已审核的月报'
    if (form !== 'increase' && period !== 'since-baseline') continue
    if (baseline === null) return '没有写明基期'
    const [now, base] = ledger.time === 'monthly' ? [closedMonth!, monthOf(baseline)] : [day, baseline]
    if (now < base || (now === base && period === 'since-baseline')) {
      return ledger.time === 'monthly' ? '基期之后尚无已审核的月报' : '基期之后才开始统计'
    }
  }
  return null
}

function windows(measure: Measure, ledger: Ledger, definition: Definition, { day, closedMonth }: Moment): Part[] {
  const { period, baseline } = definition
  if (ledger.time === 'standing') return [{ sign: 1, window: { kind: 'standing', on: day } }]
  if (ledger.time === 'event') return [{ sign: 1, window: { kind: 'events', ...span(period, day, baseline) } }]
  const flow = measure.take !== null && fieldOf(ledger, measure.take)?.nature === 'flow'
  return flow
    ? flows(period, closedMonth!, baseline)
    : [month(1, period === 'full-year' ? lastDecember(closedMonth!) : closedMonth!)]
}
type Part = Pick<Read, 'sign' | 'window'>

function span(period: Period, day: string, baseline: string | null): { from: string; to: string } {
  const year = day.slice(0, 4)
  switch (period) {
    case 'as-of':
      return { from: '0001-01-01', to: day }
    case 'month':
      return { from: `${monthOf(day)}-01`, to: day }
    case 'year-to-date':
      return { from: `${year}-01-01`, to: day }
    case 'trailing-year':
      return { from: nextDay(yearBefore(day)), to: day }
    case 'since-baseline':
      return { from: nextDay(baseline!), to: day }
    case 'full-year': {
      const full = day.endsWith('-12-31') ? year : yearBefore(day).slice(0, 4)
      return { from: `${full}-01-01`, to: `${full}-12-31` }
    }
  }
}

function flows(period: Period, closed: string, baseline: string | null): Part[] {
  switch (period) {
    case 'month':
      return flowBetween(shiftMonth(closed, -1), closed)
    case 'trailing-year':
      return flowBetween(shiftMonth(closed, -12), closed)
    case 'full-year':
      return flowBetween(shiftMonth(lastDecember(closed), -12), lastDecember(closed))
    case 'since-baseline':
      return flowBetween(monthOf(baseline!), closed)
    default:
      return flowBetween(decemberOf(yearOf(closed) - 1), closed)
  }
}

/** What came after the end of one month up to the end of another, of a figure that starts anew every January. */
function flowBetween(after: string, upTo: string): Part[] {
  if (after >= upTo) return []
  const years = Array.from({ length: yearOf(upTo) - yearOf(after) }, (_, index) => yearOf(after) + index)
  const wholes = [upTo, ...years.map(decemberOf).reverse()]
  // The year of `after` counts from the month after it: nothing is left of it after a December.
  const added = isDecember(after) ? wholes.filter((each) => each !== after) : wholes
  return [...added.map((each) => month(1, each)), ...(isDecember(after) ? [] : [month(-1, after)])]
}

const month = (sign: 1 | -1, of: string): Part => ({ sign, window: { kind: 'month', month: of } satisfies Window })
const lastDecember = (closed: string) => (isDecember(closed) ? closed : decemberOf(yearOf(closed) - 1))
const aYearBefore = ({ day, closedMonth }: Moment): Moment => ({
  day: yearBefore(day),
  closedMonth: closedMonth && shiftMonth(closedMonth, -12),
})
