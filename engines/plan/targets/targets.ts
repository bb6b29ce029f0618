/** Quantified targets of a plan: every promised figure with subject, comparator, value, kind and year. */

import type { Target, Warning } from '../schema.ts'
import { cutClauses, cutSentences, mask, type Piece, readBrackets } from '../text/clauses.ts'
import { dashLength } from '../text/marks.ts'
import type { Memory } from './elision.ts'
import { cutList, type Earlier, type Item } from './figure-lists.ts'
import { type Quantity, readQuantities } from './quantities.ts'
import { judge, type Mode } from './suspicion.ts'
import { readQuality, readTarget } from './target.ts'
import { readYears, type Times, type YearMention } from './years.ts'

/** A stretch of the plan to read, and what its surroundings say about it: whose figures, by when, for which places. */
export type Stretch = { start: number; end: number; mode: Mode; label: string; year: number | null; scope: string[] }

/** `year` is the deadline that holds where the stretch ends; goals below an introduction inherit it. */
export type TargetsFound = { targets: Target[]; warnings: Warning[]; year: number | null }

export function readTargets(text: string, stretch: Stretch, times: Times): TargetsFound {
  const words = text.slice(stretch.start, stretch.end)
  const reader = new StretchReader(words, stretch, times)
  for (const sentence of cutSentences(reader.masked)) reader.readSentence(sentence)
  return { targets: reader.targets, warnings: reader.warnings, year: reader.year }
}

class StretchReader {
  readonly targets: Target[] = []
  readonly warnings: Warning[] = []
  year: number | null
  readonly masked: string
  private readonly words: string
  private readonly stretch: Stretch
  private readonly times: Times
  private memory: Memory
  private title: string | null = null
  private governed = false

  constructor(words: string, stretch: Stretch, times: Times, memory: Memory | null = null) {
    this.words = words
    this.masked = mask(words)
    this.stretch = stretch
    this.times = times
    this.year = stretch.year
    this.memory = memory ?? this.freshMemory()
  }

  readSentence(piece: Piece): void {
    if (this.readDashTitle(piece)) return
    if (this.stretch.mode === 'work' && !anyFigure.test(this.masked.slice(piece.start, piece.end))) return
    const years = this.yearsIn(piece)
    const { subject, verb, last } = this.memory
    const goesOn = /[；;]/.test(this.masked[piece.start - 1] ?? '')
    const yearFirst = /^[\s，]{0,2}(?:到|至)?20\d\d年/.test(this.words.slice(piece.start, piece.start + 10))
    this.memory = {
      ...this.freshMemory(),
      ...(goesOn ? { subject, verb } : {}),
      last: yearFirst ? subject || last : '',
    }
    for (const clause of cutClauses(this.masked, piece.start, piece.end)) this.readClause(clause, piece, years)
    this.govern(years, piece)
  }

  /** A paragraph that began with 到2025年 goes on with it after a sentence that only names years on the way there. */
  private govern(years: YearMention[], piece: Piece): void {
    if (/\n\s*$/.test(this.words.slice(Math.max(0, piece.start - 3), piece.start))) this.governed = false
    const deadline = years.find((mention) => mention.kind === 'deadline')
    if (deadline === undefined) return
    const led = deadline.led === true
    if (this.governed && !led && this.year !== null && deadline.year <= this.year) return
    this.year = deadline.year
    this.governed = led
  }

  /** ——引进领军人才。 is the title of what follows it. */
  private readDashTitle(piece: Piece): boolean {
    const words = this.words.slice(piece.start, piece.end).trim()
    const dash = dashLength(words)
    if (dash === 0) return false
    const titled = words.length - dash <= 20 && !/[，：\d]/.test(words) && this.masked[piece.end] === '。'
    this.title = titled ? words.slice(dash) : null
    return titled
  }

  /** The inside of a bracket: it goes on with the memory of the clause around it. */
  readInside(outer: string): void {
    const piece = { start: 0, end: this.words.length }
    const years = this.yearsIn(piece)
    for (const clause of cutClauses(this.masked, 0, piece.end)) this.readClause(clause, piece, years, outer)
  }

  private freshMemory(): Memory {
    const { scope } = this.stretch
    const label = this.title ?? this.stretch.label
    const { period } = this.times
    const annual = period !== null && period.from === period.to
    return {
      year: this.year,
      subject: '',
      subjects: [],
      last: '',
      verb: '',
      cumulative: false,
      scope,
      previous: '',
      past: false,
      label,
      annual,
    }
  }

  private yearsIn(piece: Piece): YearMention[] {
    const shifted = readYears(this.masked.slice(piece.start, piece.end), this.times)
    return shifted.map((mention) => ({ ...mention, start: mention.start + piece.start, end: mention.end + piece.start }))
  }

  private readClause(clause: Piece, sentence: Piece, years: YearMention[], outer = ''): void {
    const own = years.filter((mention) => mention.start >= clause.start && mention.start < clause.end)
    const figures = this.figuresIn(clause, years)
    const before = this.targets.length
    this.note(own.slice(0, 1))
    for (const item of cutList(this.masked, this.words, clause, figures, this.earlier(clause, years))) {
      this.readItem(item, sentence, own, outer)
    }
    this.note(own)
    shareTail(this.targets, before)
    if (figures.length === 0 && this.stretch.mode === 'goal') this.readQuality(clause)
    if (outer === '') this.readBrackets(clause)
    this.memory.previous = figures.length === 0 ? this.words.slice(clause.start, clause.end) : ''
  }

  private earlier(clause: Piece, years: YearMention[]): Earlier {
    const listed = years.filter(({ kind, end }) => kind === 'deadline' && end <= clause.start && end > clause.start - 40)
    return { subjects: this.memory.subjects, years: listed.map((mention) => mention.year) }
  }

  private figuresIn(piece: Piece, years: YearMention[]): Quantity[] {
    return readQuantities(this.masked.slice(piece.start, piece.end))
      .map((figure) => ({ ...figure, start: figure.start + piece.start, end: figure.end + piece.start }))
      .filter((figure) => !years.some((mention) => figure.start < mention.end && figure.end > mention.start))
  }

  /** The last deadline counts from there on. */
  private note(years: YearMention[]): void {
    for (const mention of years) {
      if (mention.kind === 'deadline') this.memory.year = mention.year
      if (mention.kind !== 'base') this.memory.past = mention.kind === 'past'
    }
  }

  private readItem(item: Item, sentence: Piece, years: YearMention[], outer: string): void {
    for (const [i, figure] of item.figures.entries()) {
      this.note(years.filter((mention) => mention.start < figure.start))
      const near = { ...item, start: Math.max(item.start, figure.start - reach), end: Math.min(item.end, figure.end + reach) }
      const from = Math.max(sentence.start, figure.start - 2 * reach)
      const verdict = judge(figure, {
        sentence: outer + this.masked.slice(from, Math.min(sentence.end, figure.end + reach)),
        leading: this.masked.slice(from, figure.start),
        clause: this.masked.slice(near.start, near.end),
        figure: this.masked.slice(figure.start, figure.end),
        before: item.before ?? this.masked.slice(near.start, figure.start),
        after: this.masked.slice(figure.end, near.end),
        later: item.figures.slice(i + 1, i + 4),
        joined: item.joined && this.memory.subject !== '',
        mode: this.stretch.mode,
        past: this.memory.past,
      })
      if (verdict === 'unsure') this.warn(figure, '不能确定是不是目标，没有列为目标。')
      if (verdict !== 'target') continue
      const target = readTarget(this.words, this.masked, near, figure, this.memory, this.stretch.start)
      if (target === null) this.warn(figure, '没有读出说的是什么，没有列为目标。')
      else this.targets.push(target)
    }
  }

  private readQuality(clause: Piece): void {
    if (this.memory.past) return
    const target = readQuality(this.words, clause, this.memory, this.stretch.start)
    if (target !== null) this.targets.push(target)
  }

  /** （其中：2022年分别完成不少于500㎡） goes on with the subject and the scope of what stands before it. */
  private readBrackets(clause: Piece): void {
    if (this.memory.subject === '') return
    const outer = this.masked.slice(clause.start, clause.end)
    for (const bracket of readBrackets(this.words.slice(clause.start, clause.end))) {
      const start = clause.start + bracket.start
      const inside = this.words.slice(start, clause.start + bracket.end)
      if (!/^(?:其中|含|包括)/.test(inside)) continue
      const stretch = { ...this.stretch, start: this.stretch.start + start, year: this.memory.year }
      const inner = new StretchReader(inside, stretch, this.times, { ...this.memory, subjects: [] })
      inner.readInside(outer.slice(0, 4 * reach))
      this.targets.push(...inner.targets)
      this.warnings.push(...inner.warnings)
    }
  }

  private warn(figure: Quantity, reason: string): void {
    const span: [number, number] = [this.stretch.start + figure.start, this.stretch.start + figure.end]
    this.warnings.push({ message: `“${this.words.slice(figure.start, figure.end)}”${reason}`, span })
  }
}

const anyFigure = /[\d一二两三四五六七八九十百千万亿半番零]/

/** How far from a figure words are taken to speak of it, in characters. */
const reach = 120

/** 1个千亿级、5个百亿级产业集群; 30个村、120个村改造: the noun printed with the last one belongs to all of them. */
function shareTail(targets: Target[], from: number): void {
  const own = targets.slice(from)
  const last = own.pop()?.subject ?? ''
  const noun = /级([\u4e00-\u9fff]{2,12})$/.exec(last)?.[1]
  const work = /^(.{2,20}?)(?:改造|建设|整治|提升|治理|创建|认定|修复|更新)$/.exec(last)
  for (const target of own)
    if (noun !== undefined && target.subject.endsWith('级')) target.subject += noun
    else if (work !== null && target.subject === work[1]) target.subject = last
}
