/** Numbers with their units as Chinese documents write them: 1.9万人, 3—5家, 百余项, 30%以上, 前10位, 翻一番, 零突破. */

import { hanNumeral, multipliers, readHan, readHanRange } from '../text/numerals.ts'
import { readUnit, type UnitClass } from './measures.ts'

/** `value` is in base units; null where the document is vague (数百家). `more` marks 余 and 多. `han` marks Chinese numerals. */
export type Quantity = {
  start: number
  end: number
  value: number | null
  upper: number | null
  unit: string
  unitClass: UnitClass
  more: boolean
  han: boolean
  form: 'amount' | 'rank' | 'double' | 'breakthrough'
}

const digitRun = /\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,6})?/y
const numeralStart = new RegExp(`[\\d${hanNumeral}]|翻|倍增|前|零`, 'g')
const isHan = new Set(hanNumeral)

/** All quantities of `text` in order; a number without a unit is none. */
export function readQuantities(text: string): Quantity[] {
  const found: Quantity[] = []
  numeralStart.lastIndex = 0
  for (let match = numeralStart.exec(text); match !== null; match = numeralStart.exec(text)) {
    const at = match.index
    const quantity =
      match[0] === '翻' || match[0] === '倍增'
        ? readDouble(text, at)
        : match[0] === '前'
          ? readRank(text, at)
          : (readBreakthrough(text, at) ?? readAmount(text, at))
    if (quantity !== null) found.push(quantity)
    numeralStart.lastIndex = quantity?.end ?? skipNumber(text, at)
  }
  return found
}

function skipNumber(text: string, at: number): number {
  let i = at + 1
  if (/[\d]/.test(text[at]!)) while (i < text.length && /[\d.,]/.test(text[i]!)) i++
  else while (i < text.length && isHan.has(text[i]!)) i++
  return i
}

function readDouble(text: string, at: number): Quantity | null {
  if (text.startsWith('倍增', at)) {
    const reached =
      /(?:实现|较|比|力争|年|年底|相比|水平)\s?$/.test(text.slice(Math.max(0, at - 4), at)) &&
      /^(?:以上)?(?:[，。；、\s]|$)/.test(text.slice(at + 2, at + 5))
    return reached ? { ...amount(at, at + 2, 2, '倍', 'measure'), form: 'double' } : null
  }
  const match = /^翻([一两二三])?番/.exec(text.slice(at, at + 4))
  if (match === null) return null
  const times = match[1] === undefined ? 1 : readHan(match[1])!
  return { ...amount(at, at + match[0].length, 2 ** times, '倍', 'measure'), form: 'double' }
}

function readBreakthrough(text: string, at: number): Quantity | null {
  const match = /^(?:零|0)\s?的?(?:“零”)?突破/.exec(text.slice(at, at + 6))
  return match === null ? null : { ...amount(at, at + match[0].length, 1, '', 'count'), form: 'breakthrough' }
}

/** 前10位, 前十, 前三名: a rank to reach; 前三年 and 前5个月 are times. */
function readRank(text: string, at: number): Quantity | null {
  const match =
    /^前\s?(\d{1,4}|[一二三四五六七八九十百]{1,4})\s?(名|位|强)?(?!\s?(?:年|个|天|月|日|季|期|批|款|述|项|者|，?述|[%\d]))/.exec(
      text.slice(at, at + 12),
    )
  if (match === null) return null
  const value = /^\d/.test(match[1]!) ? Number(match[1]) : readHan(match[1]!)
  return value === null ? null : { ...amount(at, at + match[0].length, value, '位', 'count'), form: 'rank' }
}

function amount(start: number, end: number, value: number | null, unit: string, unitClass: UnitClass): Quantity {
  return { start, end, value, upper: null, unit, unitClass, more: false, han: false, form: 'amount' }
}

type Figure = { value: number; upper: number | null; end: number; scaled: boolean; more: boolean; han: boolean }

function readAmount(text: string, at: number): Quantity | null {
  const before = text[at - 1] ?? ''
  if (/[\d.A-Za-z第]/.test(before) || (before === '第' && at > 0)) return null
  const fraction = readFraction(text, at)
  if (fraction !== null) return fraction
  const first = readFigure(text, at)
  if (first === null) return null
  const vague = /[数几]$/.test(before) && first.han
  const firstUnit = readUnit(text, first.end)
  const separator = /^\s?(?:[-—–－~～]{1,2}|至|到)\s?/.exec(
    text.slice(first.end + (firstUnit?.length ?? 0), first.end + (firstUnit?.length ?? 0) + 5),
  )
  if (separator !== null && !(separator[0].includes('到') && firstUnit !== null)) {
    const second = readFigure(text, first.end + (firstUnit?.length ?? 0) + separator[0].length)
    const unit = second === null ? null : readUnit(text, second.end)
    if (second !== null && unit !== null && second.value > 0) {
      const share = firstUnit === null && !first.scaled && second.scaled ? scaleOf(text, second) : 1
      const end = second.end + unit.length
      const [low, high] = [percent(first.value * share, unit.name), percent(second.value, unit.name)]
      if (low < high) return { ...amount(at, end, low, unit.name, unit.unitClass), upper: high, han: first.han }
    }
  }
  if (firstUnit === null) return bareMoney(text, at, first) ?? plainIndex(text, at, first)
  const end = first.end + firstUnit.length
  const value = vague ? null : percent(first.value, firstUnit.name)
  const upper = first.upper === null ? null : percent(first.upper, firstUnit.name)
  return { ...amount(at, end, value, firstUnit.name, firstUnit.unitClass), upper, more: first.more, han: first.han }
}

/** 产值突破千亿、税收突破百亿: money without its 元. */
function bareMoney(text: string, at: number, figure: Figure): Quantity | null {
  const said =
    /(?:产值|收入|营收|税收|规模|总额|投资|增加值|总量|销售额|交易额)\s?(?:突破|超过|超|达到|达|过|近|跃上|迈上)$/.test(
      text.slice(Math.max(0, at - 12), at),
    )
  const closes = text[figure.end - 1] === '亿' && /^(?:以上|左右)?(?:[，。；、]|$)/.test(text.slice(figure.end, figure.end + 3))
  return said && closes ? { ...amount(at, figure.end, figure.value, '元', 'measure'), more: figure.more, han: figure.han } : null
}

/** 倍差缩小到1.7以内, 指数达到90以上: an index has no unit, but words of comparison on both sides. */
function plainIndex(text: string, at: number, figure: Figure): Quantity | null {
  const compared =
    /[到达于为过在]\s?$/.test(text.slice(Math.max(0, at - 2), at)) &&
    /^\s?(?:以上|以内|以下|左右)/.test(text.slice(figure.end, figure.end + 3))
  return compared && !figure.han ? amount(at, figure.end, figure.value, '', 'measure') : null
}

/** 三分之二, 10分之1. */
function readFraction(text: string, at: number): Quantity | null {
  const half = /^(?:一?半)(?=以上|左右|的)/.exec(text.slice(at, at + 4))
  if (half !== null) return { ...amount(at, at + half[0].length, 0.5, '%', 'measure'), han: true }
  const tenths = /^([一二三四五六七八九\d])成(?=以上|左右|以内|[，。；、]|$)/.exec(text.slice(at, at + 4))
  if (tenths !== null) {
    const count = /\d/.test(tenths[1]!) ? Number(tenths[1]) : readHan(tenths[1]!)!
    return { ...amount(at, at + 2, count / 10, '%', 'measure'), han: true }
  }
  const match = /^([一二三四五六七八九十百千万\d]{1,4})分之([一二三四五六七八九十百\d]{1,4})/.exec(text.slice(at, at + 12))
  if (match === null) return null
  const number = (words: string) => (/^\d+$/.test(words) ? Number(words) : readHan(words))
  const [below, above] = [number(match[1]!), number(match[2]!)]
  if (below === null || above === null || below === 0) return null
  return { ...amount(at, at + match[0].length, above / below, '%', 'measure'), han: true }
}

function readFigure(text: string, at: number): Figure | null {
  digitRun.lastIndex = at
  const digits = digitRun.exec(text)?.[0]
  if (digits !== undefined) return scale(text, at + digits.length, Number(digits.replaceAll(',', '')), false)
  let end = at
  while (end < text.length && end - at < 10 && isHan.has(text[end]!)) end++
  if (end === at) return null
  const words = text.slice(at, end)
  const pair = readHanRange(words.slice(0, 2))
  if (pair !== null) {
    const factor = readHan(words.slice(2) || '一')
    if (factor === null || (words.length > 2 && !/^[十百千万亿]+$/.test(words.slice(2)))) return null
    return { value: pair[0] * factor, upper: pair[1] * factor, end, scaled: factor > 1, more: false, han: true }
  }
  const value = readHan(words)
  return value === null ? null : scale(text, end, value, true)
}

/** 万, 亿, 千万 after a figure, and 余 / 多 on either side of them. */
function scale(text: string, from: number, figure: number, han: boolean): Figure {
  const match = /^\s?(?:([余多])?([十百千万亿]{1,2})(?![瓦克米卡]))?([余多])?/.exec(text.slice(from, from + 6))!
  let value = figure
  for (const c of match[2] ?? '') value *= multipliers[c]!
  const more = match[1] !== undefined || match[3] !== undefined
  const taken = match[2] === undefined && match[3] === undefined ? 0 : match[0].length
  return { value: exact(value), upper: null, end: from + taken, scaled: match[2] !== undefined, more, han }
}

function scaleOf(text: string, figure: Figure): number {
  const match = /([十百千万亿]{1,2})[余多]?$/.exec(text.slice(Math.max(0, figure.end - 3), figure.end))
  let factor = 1
  for (const c of match?.[1] ?? '') factor *= multipliers[c]!
  return factor
}

function percent(value: number, unit: string): number {
  return unit === '%' ? exact(value / 100) : unit === '‰' ? exact(value / 1000) : exact(value)
}

/** Removes the noise of binary floating point: 1.9 × 10000 is 19000. */
function exact(value: number): number {
  return Number(value.toPrecision(14))
}
