/** What is wrong with the conditions of a measure: tests that do not fit their field, or that no row can meet. */

import { type Condition, isDayOfOurs, type Ledger, type LedgerField, type Measure, type Period, periods } from '../definition.ts'
import { fieldOf } from '../ledgers.ts'
import type { Flaw } from './check.ts'
import { natures } from './vocabulary.ts'

export const conditionFlaws = (measure: Measure, ledger: Ledger, period: Period): Flaw[] =>
  measure.where.flatMap((condition, index) => {
    const field = fieldOf(ledger, condition.field)
    if (!field) return [{ path: [index, 'field'], sentence: `${ledger.title}没有名为“${condition.field}”的字段` }]
    const flaws = [
      ...tagFlaws(condition, field),
      ...boundFlaws(condition, field),
      ...differenceFlaws(measure, field, ledger, period),
    ]
    return flaws.map(({ path, sentence }) => ({ path: [index, ...path], sentence }))
  })

function tagFlaws({ is, yes }: Condition, { title, nature, options, tells }: LedgerField): Flaw[] {
  const flaws: Flaw[] = []
  if (is && nature !== 'tag') flaws.push({ path: ['is'], sentence: `“${title}”是${natures[nature]}，不能用“属于”` })
  if (is && tells === 'yes') flaws.push({ path: ['is'], sentence: `“${title}”只有“是”“否”两项，请用“为”` })
  if (is && tells === 'place') flaws.push({ path: ['is'], sentence: `“${title}”不能作为条件，请写入“维度”，按其拆分` })
  if (is && nature === 'tag' && options) {
    const unknown = is.map((value, index) => ({ value, index })).filter(({ value }) => !Object.hasOwn(options, value))
    flaws.push(...unknown.map(({ value, index }) => ({ path: ['is', index], sentence: `“${title}”没有“${value}”这一项` })))
  }
  if (yes !== undefined && tells !== 'yes') {
    flaws.push({ path: ['yes'], sentence: `“${title}”不是“是”“否”两项，不能用“为”` })
  }
  return flaws
}

function boundFlaws({ atLeast, below }: Condition, { title, nature }: LedgerField): Flaw[] {
  const flaws = (['atLeast', 'below'] as const).flatMap((test) => {
    const bound = test === 'atLeast' ? atLeast : below
    if (bound === undefined) return []
    const sentence = boundFlaw(bound, title, nature)
    return sentence ? [{ path: [test], sentence }] : []
  })
  if (flaws.length || atLeast === undefined || below === undefined || atLeast < below) return flaws
  return [{ path: ['below'], sentence: `“${title}”不低于 ${atLeast} 又低于 ${below}，没有记录能够满足` }]
}

function boundFlaw(bound: number | string, title: string, nature: LedgerField['nature']): string | null {
  if (nature === 'tag') return `“${title}”是分类，不能比较大小`
  if (nature === 'day') return isDayOfOurs(String(bound)) ? null : `“${title}”应与日期比较，如 2025-01-01`
  if (typeof bound !== 'number') return `“${title}”应与数字比较`
  if (Math.abs(bound) > largest) return `“${title}”所比的数过大`
  return nature === 'number' || Number.isInteger(bound) ? null : `“${title}”应与整数比较`
}

/** As of every amount (platform/fields.ts): beyond it whole numbers are no longer exact. */
const largest = 1e15

/** Where months are taken from one another, a row must meet the conditions in both or its difference is lost. */
function differenceFlaws({ take }: Measure, field: LedgerField, ledger: Ledger, period: Period): Flaw[] {
  const differs = ['month', 'trailing-year', 'since-baseline'].includes(period)
  const flow = take !== null && fieldOf(ledger, take)?.nature === 'flow' && ledger.time === 'monthly'
  if (!differs || !flow || field.nature === 'tag' || field.nature === 'day') return []
  return [
    {
      path: ['field'],
      sentence: `期间为“${periods[period]}”时由各月累计数相减得出，不能以逐月变化的“${field.title}”为条件`,
    },
  ]
}
