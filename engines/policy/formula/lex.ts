/** A formula cut into facts, figures with their units, and signs; full-width and half-width forms read alike. */

import { nearestNote } from '../../text/nearest.ts'
import type { Vocabulary } from '../fact.ts'
import type { Dimension } from '../policy.ts'
import { dimensions, inverse, product } from './dimension.ts'

export const functionWords = { 较小: 'least', 较大: 'most', 超过: 'beyond' } as const
export type FunctionWord = keyof typeof functionWords

export type Token = { at: number } & (
  | { is: 'fact'; title: string }
  /** The figure is `value` ÷ `scale` of 元, ㎡, months or things. */
  | { is: 'figure'; text: string; value: number; scale: number; dimension: Dimension }
  | { is: 'function'; word: FunctionWord }
  | { is: 'sign'; sign: '+' | '-' | '×' | '÷' | '(' | ')' | ',' }
)
export type Fault = { fault: string; at: number }

const same: Record<string, string> = { '−': '-', '–': '-', '—': '-', '*': '×', '✕': '×', '∗': '×', '•': '·', '・': '·', '∙': '·' }

/** Sign by sign, so that a place in it is the place in what was written. */
export const plain = (text: string): string =>
  text.replace(/[！-～\s−–—*✕∗•・∙]/g, (sign) => {
    const narrow = /[！-～]/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) - 0xfee0) : sign
    return same[narrow] ?? (/\s/.test(narrow) ? ' ' : narrow)
  })

export function lex(text: string, vocabulary: Vocabulary): Token[] | Fault {
  const written = plain(text)
  // The longest title first: 软件从业人员 is never taken for 从业人员.
  const titles = [...vocabulary.keys()].map((title) => [plain(title), title] as const).sort(([a], [b]) => b.length - a.length)
  const units = unitsOf(vocabulary)
  const tokens: Token[] = []
  let at = 0
  while (at < written.length) {
    if (written[at] === ' ') {
      at += 1
      continue
    }
    const found = factAt(written, at, titles) ?? functionAt(written, at) ?? figureAt(written, at, units) ?? signAt(written, at)
    if ('fault' in found) return found
    if (!found.token) return unreadable(text, written, at, vocabulary)
    tokens.push(found.token)
    at = found.end
  }
  return tokens
}

type Found = { token: Token | null; end: number }

function factAt(written: string, at: number, titles: (readonly [string, string])[]): Found | null {
  const [name, title] = titles.find(([name]) => written.startsWith(name, at)) ?? []
  if (name === undefined || title === undefined) return null
  const end = at + name.length
  // 软件从业人员数 is no fact: it is told as a whole, not by what is left of it.
  return { token: wordSign.test(written[end] ?? '') ? null : { is: 'fact', title, at }, end }
}

function functionAt(written: string, at: number): Found | null {
  const [matched, word] = /^(较小|较大|超过) *(?=\()/.exec(written.slice(at)) ?? []
  if (matched === undefined) return null
  return { token: { is: 'function', word: word as FunctionWord, at }, end: at + matched.length } // one of the three
}

const signs = new Set(['+', '-', '×', '÷', '(', ')', ','])

function signAt(written: string, at: number): Found {
  const sign = written[at] === '/' ? '÷' : written[at]!
  return { token: signs.has(sign) ? ({ is: 'sign', sign, at } as Token) : null, end: at + 1 } // as the set says
}

const unitWords = '人名家户项个件次台套款年场批篇部只期份席位张栋层间所轮'

/** Units of figures: what money is for each of (元/人, 元/㎡·月) belongs to the figure. */
function unitsOf(vocabulary: Vocabulary): RegExp {
  const counted = new Set([
    ...unitWords,
    ...[...vocabulary.values()].flatMap(({ kind, unit }) => (kind === 'count' ? [unit] : [])),
  ])
  const things = [...counted].filter((unit) => /^[\p{L}㎡]+$/u.test(unit)).sort((a, b) => b.length - a.length)
  const thing = `(?:${things.join('|')})`
  const each = `/(?:${areaUnit}(?:[·/]月)?|月|${thing}(?:[·/][月年])?)`
  return RegExp(`^(\\d+)(?:\\.(\\d+))? *([万亿]?)(元(?:${each})?|${areaUnit}|个?月|%|${thing}|)`, 'u')
}
const areaUnit = '(?:㎡|平方米|m²|m2)'

function figureAt(written: string, at: number, units: RegExp): Found | Fault | null {
  const rest = written.slice(at)
  const [matched, whole, fraction = '', magnitude, unit] = units.exec(rest) ?? []
  if (matched === undefined || whole === undefined) return null
  const [grouped] = /^\d+,\d{3}(?!\d)/.exec(rest) ?? []
  if (grouped) return { fault: `“${grouped}”有歧义：数中不写千位分隔，各项之间的逗号后请空一格`, at }
  const end = at + matched.length
  if (wordSign.test(written[end] ?? '') || (unit === '%' && magnitude !== '')) {
    return { fault: `“${wordAt(written, at)}”的单位不能识别，可写作如 2000万元、10㎡、30元/㎡·月、4000元/人、12个月、15%、3`, at }
  }
  const digits = BigInt(whole + fraction) * BigInt(magnitudes[magnitude ?? '']!)
  const [value, scale] = lowest(digits, 10n ** BigInt(fraction.length + (unit === '%' ? 2 : 0)))
  if (!Number.isSafeInteger(value) || scale > finest) return { fault: `“${matched.trim()}”位数过多`, at }
  const text = matched.replaceAll(' ', '')
  return { token: { is: 'figure', text, value, scale, dimension: unitDimension(unit ?? ''), at }, end }
}

const magnitudes: Record<string, number> = { '': 1, 万: 10_000, 亿: 100_000_000 }
const finest = 1_000_000

/** Without the noughts both end in: 1.5万 is 15000, not 150000 tenths. */
function lowest(value: bigint, scale: bigint): [number, number] {
  return scale > 1n && value % 10n === 0n ? lowest(value / 10n, scale / 10n) : [Number(value), Number(scale)]
}

/** 元/㎡·月 → money ÷ area ÷ months; whatever is counted has none. */
export function unitDimension(unit: string): Dimension {
  const [first = '', ...below] = unit.split(/[/·]/)
  return below.map(single).reduce((all, one) => product(all, inverse(one)), single(first))
}

function single(unit: string): Dimension {
  if (unit === '元') return dimensions.money
  if (RegExp(`^${areaUnit}$`).test(unit)) return dimensions.area
  return /^个?月$/.test(unit) ? dimensions.months : dimensions.count
}

const wordSign = /[\p{L}\p{N}_%㎡“”]/u
const wordAt = (written: string, at: number) => /^[\p{L}\p{N}_%㎡“”、.]+/u.exec(written.slice(at))?.[0] ?? written[at]!

function unreadable(text: string, written: string, at: number, vocabulary: Vocabulary): Fault {
  const word = text.slice(at, at + wordAt(written, at).length)
  if (!wordSign.test(written[at]!)) return { fault: `公式中不能有“${[...text.slice(at)][0]}”`, at }
  return { fault: `没有名为“${word}”的事实${nearestNote(word, vocabulary.keys())}`, at }
}
