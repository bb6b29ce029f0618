/** What is wrong with a definition, given the ledgers it may count: each flaw one sentence, and where it lies. */

import { type Definition, dimensions, forms, type Ledger, type Measure, periods } from '../definition.ts'
import { misfit } from '../figure/reads.ts'
import { scaleOf } from '../figure/units.ts'
import { fieldOf, ledgerOf } from '../ledgers.ts'
import { daysIn, monthOf } from '../months.ts'
import { conditionFlaws } from './check-conditions.ts'
import { natures, targetKinds } from './vocabulary.ts'

/** `path` leads to the value at fault. */
export type Flaw = { path: (string | number)[]; sentence: string }

export const check = (definition: Definition, ledgers: readonly Ledger[]): string[] =>
  flaws(definition, ledgers).map(({ sentence }) => sentence)

export function flaws(definition: Definition, ledgers: readonly Ledger[]): Flaw[] {
  const all = [
    ...measureFlaws('of', definition.of, definition, ledgers),
    ...(definition.over ? measureFlaws('over', definition.over, definition, ledgers) : []),
    ...overFlaws(definition, ledgers),
    ...baselineFlaws(definition, ledgers),
    ...unitFlaws(definition, ledgers),
    ...dimensionFlaws(definition, ledgers),
    ...targetFlaws(definition),
  ]
  // The two measures of a share may share a flaw of the period.
  return all.filter(({ sentence }, index) => all.findIndex((each) => each.sentence === sentence) === index)
}

function measureFlaws(side: 'of' | 'over', measure: Measure, { period }: Definition, ledgers: readonly Ledger[]): Flaw[] {
  const ledger = ledgerOf(ledgers, measure.ledger)
  if (!ledger) return [{ path: [side, 'ledger'], sentence: `没有名为“${measure.ledger}”的台账` }]
  const wrongTake = takeFlaw(measure, ledger)
  const unfit = wrongTake ? null : misfit(measure, ledgers, period)
  return [
    ...(wrongTake ? [{ path: [side, 'take'], sentence: wrongTake }] : []),
    ...(unfit ? [{ path: ['period'], sentence: unfit }] : []),
    ...conditionFlaws(measure, ledger, period).map(({ path, sentence }) => ({ path: [side, 'where', ...path], sentence })),
  ]
}

function takeFlaw({ take }: Measure, ledger: Ledger): string | null {
  if (take === null) return null
  const field = fieldOf(ledger, take)
  if (!field) return `${ledger.title}没有名为“${take}”的字段`
  const { nature } = field
  return nature === 'tag' || nature === 'day' ? `${ledger.title}的“${field.title}”是${natures[nature]}，不能合计` : null
}

function overFlaws({ form, of, over }: Definition, ledgers: readonly Ledger[]): Flaw[] {
  if (form !== 'share') return over ? [{ path: ['over'], sentence: `算法为“${forms[form]}”，不应有占比母数` }] : []
  if (!over) return [{ path: ['form'], sentence: '算法为“占比”，应写明占比母数' }]
  const [part, whole] = [fieldUnit(of, ledgers), fieldUnit(over, ledgers)]
  if (!part || !whole || part === whole) return []
  return [{ path: ['over', 'take'], sentence: `占比母数的单位是“${whole}”，与取数的单位“${part}”不同` }]
}

function baselineFlaws({ form, period, baseline, of }: Definition, ledgers: readonly Ledger[]): Flaw[] {
  if (period === 'since-baseline' && (form === 'increase' || form === 'growth')) {
    return [{ path: ['form'], sentence: `期间为“${periods[period]}”，算法不能是“${forms[form]}”` }]
  }
  const counts = form === 'increase' ? forms[form] : period === 'since-baseline' ? periods[period] : null
  if (!counts) return baseline ? [{ path: ['baseline'], sentence: '只有“比基期增加”和“基期以来累计”才需要基期' }] : []
  if (!baseline) return [{ path: [form === 'increase' ? 'form' : 'period'], sentence: `“${counts}”应写明基期` }]
  const monthly = ledgerOf(ledgers, of.ledger)?.time === 'monthly'
  const last = Number(baseline.slice(8)) === daysIn(monthOf(baseline))
  return monthly && !last ? [{ path: ['baseline'], sentence: '取数于月报台账，基期应为某月的最后一天' }] : []
}

function unitFlaws({ form, unit, decimals, of }: Definition, ledgers: readonly Ledger[]): Flaw[] {
  if (form === 'growth' || form === 'share') {
    return [
      ...(unit === '%' ? [] : [{ path: ['unit'], sentence: `算法为“${forms[form]}”，单位应为“%”` }]),
      ...(decimals < 2 ? [{ path: ['decimals'], sentence: '百分数的小数位数应为 2 至 6：2 显示为 13%，3 显示为 12.5%' }] : []),
    ]
  }
  const { base } = scaleOf(unit)
  const taken = fieldUnit(of, ledgers)
  if (base === '%' || base === '') return [{ path: ['unit'], sentence: `单位“${unit}”不能用于“${forms[form]}”` }]
  if (taken && taken !== base) return [{ path: ['unit'], sentence: `单位“${unit}”与所取字段的单位“${taken}”不符` }]
  const counted = of.take === null && measured.test(base)
  return counted ? [{ path: ['unit'], sentence: `取数为计数，单位不能是“${unit}”` }] : []
}
/** What is measured, not counted. */
const measured = /元$|^(㎡|平方米|亩|公顷|平方公里)$/

const fieldUnit = ({ ledger: name, take }: Measure, ledgers: readonly Ledger[]): string | undefined => {
  const ledger = ledgerOf(ledgers, name)
  return ledger && take !== null ? fieldOf(ledger, take)?.unit : undefined
}

function dimensionFlaws({ form, of, over, ...definition }: Definition, ledgers: readonly Ledger[]): Flaw[] {
  const counted = [of, ...(form === 'share' && over ? [over] : [])].flatMap(({ ledger }) => ledgerOf(ledgers, ledger) ?? [])
  return definition.dimensions.flatMap((dimension, index) => {
    const path = ['dimensions', index]
    const word = dimensions[dimension]
    if (definition.dimensions.indexOf(dimension) < index) return [{ path, sentence: `维度“${word}”重复` }]
    if (dimension === 'month') {
      const splits = (form === 'amount' || form === 'share') && counted.every(({ time }) => time === 'event')
      return splits ? [] : [{ path, sentence: '只有事项台账的“合计”和“占比”才能按月份拆分' }]
    }
    const without = counted.find((ledger) => fieldOf(ledger, dimension)?.nature !== 'tag')
    return without ? [{ path, sentence: `${without.title}没有“${word}”，不能按其拆分` }] : []
  })
}

function targetFlaws({ target }: Definition): Flaw[] {
  if (!target) return []
  const { subject, kind } = target
  const bad = isPattern(subject) ? isSlow(subject) && '过长或过于复杂' : '不是正确的正则表达式'
  return [
    ...(bad ? [{ path: ['target', 'subject'], sentence: `“${subject.slice(0, longest)}”不能用来查找目标：${bad}` }] : []),
    ...(kind === undefined || Object.hasOwn(targetKinds, kind)
      ? []
      : [{ path: ['target', 'kind'], sentence: `没有“${kind}”这种目标类型` }]),
  ]
}

function isPattern(text: string): boolean {
  if (text.trim() === '') return false
  try {
    return Boolean(new RegExp(text, 'u'))
  } catch {
    return false
  }
}

/** It is searched for at every look at the targets: few repeats, none of a group, nothing that refers back. */
const isSlow = (text: string): boolean =>
  text.length > longest || /\)[*+?{]|\\[1-9k]/.test(text) || (text.match(/[*+{]|(?<!\()\?/g) ?? []).length > mostRepeats
const longest = 100
const mostRepeats = 2
