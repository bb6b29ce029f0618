/** Lists of figures inside one clause: A10家、B5家 are two statements, and 分别 deals figures out to what was listed. */
import type { Piece } from '../text/clauses.ts'
import type { Quantity } from './quantities.ts'
import { tidySubject } from './subjects.ts'

/** One statement. `before` stands in for the words before the figure where 分别 has moved them away. */
export type Item = Piece & {
  figures: Quantity[]
  joined: boolean
  before: string | null
  subject: string | null
  year: number | null
  scope: string[] | null
}

/** What stands before the clause and may be dealt to: the subjects of this sentence, the years listed just before. */
export type Earlier = { subjects: string[]; years: number[] }

export function cutList(masked: string, words: string, clause: Piece, all: Quantity[], earlier: Earlier): Item[] {
  const figures = all.filter((figure) => figure.unitClass !== 'time')
  if (figures.length === 0) return []
  const at = masked.slice(clause.start, clause.end).indexOf('分别')
  if (at >= 0) {
    const dealt = deal(masked, words, clause, figures, clause.start + at, earlier)
    if (dealt !== null) return dealt
  }
  return cutAtMarks(masked, clause, figures)
}

/** A、B、C分别达到x、y、z: as many figures as names give one statement each; one figure holds for every name. */
function deal(masked: string, words: string, clause: Piece, figures: Quantity[], at: number, earlier: Earlier): Item[] | null {
  const dealt = figures.filter((figure) => figure.start > at)
  const from = at + 2
  const names = readNames(words.slice(clause.start, at).replace(/(?:较|比)\s?20\d\d\s?年(?:底|末)?/, ''))
  if (dealt.length === 0) return null
  if (dealt.length === 1) return names.length < 2 ? null : [{ ...plain(from, clause.end, dealt, false), scope: names }]
  const gap = (i: number) => masked.slice(dealt[i - 1]!.end, dealt[i]!.start)
  if (!dealt.every((_, i) => i === 0 || /^(?:以上|以内|左右)?[、和及与]{1,2}$/.test(gap(i)))) return null
  const adverb = /(?:年均|每年|累计)$/.exec(words.slice(clause.start, at))?.[0] ?? ''
  const shares = shareOut(names, words.slice(clause.start, at - adverb.length), dealt.length, earlier)
  if (shares === null) return null
  const before = `${adverb}${words.slice(from, dealt[0]!.start)}`
  return dealt.map((figure, i) => {
    const suffix = /^(?:以上|以内|左右)?/.exec(masked.slice(figure.end, figure.end + 2))![0].length
    const end = i === dealt.length - 1 ? clause.end : figure.end + suffix
    return { ...plain(i === 0 ? clause.start : figure.start, end, [figure], false), before, ...shares[i] }
  })
}

type Share = { subject?: string; year?: number; scope?: string[] }

/** To whom the figures go: names in the clause, years before it, or the subjects of the sentence so far. */
function shareOut(names: string[], own: string, count: number, earlier: Earlier): Share[] | null {
  const listed = listedYears.exec(own)
  const years = [...(listed?.[0].matchAll(/20\d\d/g) ?? [])].map((year) => Number(year[0]))
  if (years.length === count) {
    const subject = own.replace(listed![0], '').trim()
    return years.map((year) => ({ year, subject }))
  }
  if (names.length === count) {
    if (names.every(isPlace)) return names.map((name) => ({ scope: [name] }))
    const placed = /^(.{1,20}?(?:园区|园|城|区|县|镇|乡|街道|市|州|片区|基地))(?=[\u4e00-\u9fff]{2})(.{2,})$/.exec(names.at(-1)!)
    if (placed !== null && names.slice(0, -1).every(isPlace))
      return [...names.slice(0, -1), placed[1]!].map((name) => ({ scope: [name], subject: placed[2]! }))
    return withSharedTail(names).map((subject) => ({ subject }))
  }
  if (earlier.years.length === count) return earlier.years.map((year) => ({ year, subject: tidySubject(own) }))
  const subjects = earlier.subjects.slice(-count)
  return subjects.length === count && tidySubject(own) === '' ? subjects.map((subject) => ({ subject })) : null
}

/** 到2025年和2027年, 2023年、2024年和2025年. */
const listedYears =
  /(?:力争)?(?:在|到|至)?\s?20\d\d\s?年?(?:底|末)?(?:前)?(?:\s?(?:[、，]|和|及|与|以及)\s?(?:到|至)?\s?20\d\d\s?年(?:底|末)?(?:前)?){1,9}[，,]?/

/** 低空制造、低空运营产业规模: what is measured is printed once, with the last name. */
function withSharedTail(names: string[]): string[] {
  const shared =
    /(?:产业)?(?:规模|产值|营收|收入|增加值|数量|总量|投资|占比|比重|覆盖率|面积|增速|排放量|排放总量|产量|价格|成本|时间|合格率|利用率|使用率|增长率|比例)$/
  const last = shared.exec(names.at(-1)!)?.[0]
  return last === undefined ? names : names.map((name) => (shared.test(name) ? name : `${name}${last}`))
}

const lead =
  /^(?:力争|确保|争取|努力|其中|同时|使|让)?(?:(?:到|至)?\s?20\d{2}\s?年(?:底|末)?(?:前)?(?![、和]))?(?:力争|确保|全[区市县省])?/
const tail =
  /(?:要|应|须|需|将|力争|确保|均|每年)?(?:在)?(?:(?:未来)?[一二两三四五六七八九十\d]{1,2}年(?:内|之内|时间)|(?:到|至)?20\d\d年(?:底)?前?(?=$)(?<![、和]20\d\d年))?(?:要|应|须|需|将|力争|确保)?$/

function readNames(words: string): string[] {
  const list = words.trim().replace(lead, '').replace(tail, '')
  const names = list.split(/[、]|(?<=[\u4e00-\u9fff）年]{2})(?:和|与|及|以及)(?=[\u4e00-\u9fff\d]{2})/)
  return names.map((name) => name.trim()).filter((name) => name.length >= 2)
}

function isPlace(name: string): boolean {
  return /(?:园区|园|城|区|县|镇|乡|街道|市|州|港|片区|基地|公司|局|委|谷|岛|湾|带|圈)$/.test(name)
}

function plain(start: number, end: number, figures: Quantity[], joined: boolean): Item {
  return { start, end, figures, joined, before: null, subject: null, year: null, scope: null }
}

/** Cuts at the 、 (or 和 right after a figure) between two figures; a figure that qualifies a noun stays with its noun. */
function cutAtMarks(masked: string, clause: Piece, figures: Quantity[]): Item[] {
  const items: Item[] = []
  let start = clause.start
  let own: Quantity[] = []
  for (const [i, figure] of figures.entries()) {
    own.push(figure)
    const next = figures[i + 1]
    if (next === undefined) continue
    const at = cutBetween(masked.slice(figure.end, next.start))
    if (at < 0) continue
    const end = figure.end + at
    items.push(plain(start, end, own, items.length > 0))
    start = end + 1
    own = []
  }
  items.push(plain(start, clause.end, own, items.length > 0))
  return items
}

function cutBetween(between: string): number {
  const and = /(?:以及|[和与及])\s?$/.exec(between)
  if (and !== null && and.index > 0) return and.index
  const suffix = /^\s?(?:及以上|以上|以内|以下|左右|上下)?/.exec(between)![0].length
  if (/^[、和及与并或]/.test(between.slice(suffix)) && !/^及以上/.test(between.slice(suffix))) return suffix
  return between.lastIndexOf('、')
}
