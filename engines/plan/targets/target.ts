/** One target made from one figure and the words around it. */

import type { Comparator, Target, TargetKind } from '../schema.ts'
import type { Piece } from '../text/clauses.ts'
import { complete, type Memory } from './elision.ts'
import type { Item } from './figure-lists.ts'
import type { Quantity } from './quantities.ts'
import { cutComparator, cutGrowth, type Growth, leadingAction, nounAfter, readSuffix, tidySubject } from './subjects.ts'

/** Null where the words do not say what the figure is about. `base` is where `words` begins in the plan. */
export function readTarget(
  words: string,
  masked: string,
  item: Item,
  figure: Quantity,
  memory: Memory,
  base: number,
): Target | null {
  const around = look(words, masked, item, figure)
  const { before, growth, noun } = around
  const subject = complete(...aboutSize(tidySubject(around.spoken), tidySubject(noun)), item, memory)
  if (subject === '') return null
  const cumulative = /累计/.test(before) || (item.joined && memory.cumulative)
  const kind = kindOf(figure, subject, before, growth, memory.annual, cumulative)
  const named = nameOf(subject, kind, growth)
  memory.subject = subject
  memory.subjects.push(subject)
  memory.verb = leadingAction(subject)
  memory.cumulative = cumulative
  if (item.scope !== null) memory.scope = item.scope
  const nounEnd = noun === '' || figure.form === 'rank' ? around.end : words.indexOf(noun, around.end) + noun.length
  return {
    subject: named,
    comparator: decide(figure, around.said, around.after),
    value: figure.value,
    upper: figure.upper,
    unit: figure.form === 'breakthrough' && /企业$/.test(named) ? '家' : figure.unit || null,
    kind,
    year: item.year ?? memory.year,
    scope: memory.scope,
    span: [base + skipSeparators(words, item.start), base + nounEnd],
  }
}

type Around = {
  before: string
  spoken: string
  said: Comparator
  growth: Growth | null
  after: Comparator | null
  noun: string
  end: number
}

/** The words before and after a figure, sorted by what they say. */
function look(words: string, masked: string, item: Item, figure: Quantity): Around {
  const before = item.before ?? masked.slice(item.start, figure.start)
  const { rest, comparator } = cutComparator(before)
  const amount = figure.form === 'amount'
  const growth = amount && /%|百分点|倍/.test(figure.unit) ? cutGrowth(rest) : null
  const suffix = readSuffix(masked.slice(figure.end, item.end))
  const end = figure.end + suffix.length
  const spokenLength = (growth?.rest ?? rest).length
  const spoken = item.before === null ? words.slice(item.start, item.start + spokenLength) : item.before.slice(0, spokenLength)
  const noun =
    amount && growth === null
      ? nounAfter(words.slice(end, item.end))
      : figure.form === 'rank'
        ? words.slice(figure.start, figure.end)
        : ''
  // 为300家企业提供服务: the preposition belongs to what follows.
  if (
    /(?<![作称认成视])为\s?$/.test(before) &&
    /^(?:企业|单位|群众|用户|农户|居民|家庭|老年人|学生|劳动者|项目).{0,4}(?:提供|开展|办理|解决|减负|减免)/.test(noun)
  )
    return { before, spoken: `${spoken}为`, said: comparator, growth, after: suffix.comparator, noun, end }
  const said = comparator === '=' && /至少|不少于|最少/.test(before) ? '>=' : comparator
  const around = { before, spoken, said, growth, after: suffix.comparator, noun, end }
  // 突破50项关键技术 breaks through fifty, it does not exceed fifty.
  const verb = /突破\s?$/.test(before) && figure.unitClass === 'count' && noun !== '' && tidySubject(spoken) === ''
  return verb ? { ...around, spoken: '突破', said: '=' } : around
}

/** 设立总规模 50亿元 的产业基金 is about the 产业基金总规模. */
function aboutSize(spoken: string, noun: string): [string, string] {
  const size = /^(.*?)((?:总)?(?:建筑|占地|使用|规划)?(?:规模|面积|额|投资额|投资))$/.exec(spoken)
  return size === null || noun === '' || noun.startsWith(size[2]!) ? [spoken, noun] : [size[1]!, `${noun}${size[2]}`]
}

function nameOf(subject: string, kind: TargetKind, growth: Growth | null): string {
  if (kind === 'budget-per-year') return subject.replace(/每年度?|年度/, '')
  if (growth === null || (!growth.falling && kind === 'growth-per-year') || subject.endsWith(growth.verb)) return subject
  return `${subject}${growth.verb}`
}

function skipSeparators(words: string, at: number): number {
  let i = at
  while (/[\s、，。；：]/.test(words[i] ?? '')) i++
  return i
}

function decide(figure: Quantity, said: Comparator, after: Comparator | null): Comparator {
  if (figure.upper !== null) return 'range'
  if (figure.form === 'rank') return '<='
  if (figure.form === 'breakthrough') return '>='
  if (after !== null && said !== '<=') return after
  if (said !== '=') return said
  return figure.more ? '>' : '='
}

function kindOf(
  figure: Quantity,
  subject: string,
  before: string,
  growth: Growth | null,
  annual: boolean,
  cumulative: boolean,
): TargetKind {
  const percent = figure.unit === '%' || figure.unit === '‰'
  if (growth !== null)
    return (percent || (/百分点/.test(figure.unit) && /每年|年均/.test(before))) &&
      (growth.yearly || (annual && !/较|比\s?\d|基础上/.test(before)))
      ? 'growth-per-year'
      : 'total'
  if (percent) return 'share'
  const funded = /安排|投入|设立|统筹|列支|筹措|资金|经费|预算|拨付/.test(`${before}${subject}`)
  if (/每年|年度|逐年|各年/.test(before) && figure.unit === '元' && funded) return 'budget-per-year'
  if (cumulative) return 'cumulative'
  return fresh.test(subject) ? 'new' : 'total'
}

const fresh = /新增|净增|新建|新设|新认定|新引进|新培育|新招|新入|新签|新开|新培养|新获批|新上/

const quality =
  /(?:显著|明显|大幅|持续|不断|进一步|逐步|全面|基本|更加|稳步|有效|初步|日益|充分|深度|跃上|跻身|成为|建成|形成|领跑|领先|高地|一批|一流|前列|健全|完善|集聚|凸显|突破|倍增|翻番|走在|位居|全覆盖|清零)/
const means =
  /^(?:通过|依托|围绕|坚持|聚焦|按照|根据|结合|以|为|推动|加快|深入|着力|支持|鼓励|引导|其中|即)|(?:为目标|的基础上|等方面)$/

/** A goal in words: a clause of a goals chapter that promises without a figure. */
export function readQuality(words: string, clause: Piece, memory: Memory, base: number): Target | null {
  const text = words.slice(clause.start, clause.end)
  const subject = tidySubject(text)
  if (subject.length < 6 || subject.length > 60 || !quality.test(subject) || means.test(subject)) return null
  const start = clause.start + (text.length - text.trimStart().length)
  return {
    subject,
    comparator: 'qualitative',
    value: null,
    upper: null,
    unit: null,
    kind: 'qualitative',
    year: memory.year,
    scope: memory.scope,
    span: [base + start, base + clause.end],
  }
}
