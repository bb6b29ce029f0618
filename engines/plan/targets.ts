/** Quantified targets of a plan: every promised figure with subject, comparator, value, kind and year. */
import { cutClauses, cutSentences, mask, type Piece, readBrackets } from './clauses.ts'
import { cutList } from './figure-lists.ts'
import { type Quantity, readQuantities } from './quantities.ts'
import type { Target, Warning } from './schema.ts'
import { judge, type Mode } from './suspicion.ts'
import { type Memory, readQuality, readTarget } from './target.ts'
import { readYears, type Times, type YearMention } from './years.ts'

/** A stretch of the plan to read, and what its surroundings say about it: whose figures, by when, for which places. */
export type Stretch = { start: number; end: number; mode: Mode; label: string; year: number | null; scope: string[] }

/** `year` is the deadline that holds where the stretch ends; goals below an introduction inherit it. */
export type TargetsFound = { targets: Target[]; warnings: Warning[]; year: number | null }

export function readTargets(text: string, stretch: Stretch, times: Times): TargetsFound {
  const words = text.slice(stretch.start, stretch.end)
  const reader = new StretchReader(words, mask(words), stretch, times)
  for (const sentence of cutSentences(reader.masked)) reader.readSentence(sentence)
  return { targets: reader.targets, warnings: reader.warnings, year: reader.year }
}

class StretchReader {
  readonly targets: Target[] = []
  readonly warnings: Warning[] = []
  year: number | null
  masked: string
  private readonly words: string
  private readonly stretch: Stretch
  private readonly times: Times
  private memory: Memory

  constructor(words: string, masked: string, stretch: Stretch, times: Times) {
    this.words = words
    this.masked = masked
    this.stretch = stretch
    this.times = times
    this.year = stretch.year
    this.memory = this.freshMemory()
  }

  readSentence(piece: Piece): void {
    const years = this.yearsIn(this.masked, piece)
    this.memory = this.freshMemory()
    for (const clause of cutClauses(this.masked, piece.start, piece.end)) this.readClause(clause, piece, years)
    const deadline = years.find((mention) => mention.kind === 'deadline')
    if (deadline !== undefined) this.year = deadline.year
  }

  private freshMemory(): Memory {
    return {
      year: this.year,
      subject: '',
      verb: '',
      scope: this.stretch.scope,
      previous: '',
      past: false,
      label: this.stretch.label,
    }
  }

  private yearsIn(text: string, piece: Piece): YearMention[] {
    const shifted = readYears(text.slice(piece.start, piece.end), this.times)
    return shifted.map((mention) => ({ ...mention, start: mention.start + piece.start, end: mention.end + piece.start }))
  }

  private readClause(clause: Piece, sentence: Piece, years: YearMention[]): void {
    this.note(years, clause)
    const figures = this.figuresIn(clause, years)
    for (const item of cutList(this.masked, this.words, clause, figures)) this.readItem(item, sentence)
    if (figures.length === 0 && this.stretch.mode === 'goal') this.readQuality(clause)
    this.readBracketed(clause)
    this.memory.previous = figures.length === 0 ? this.words.slice(clause.start, clause.end) : ''
  }

  private figuresIn(piece: Piece, years: YearMention[]): Quantity[] {
    return readQuantities(this.masked.slice(piece.start, piece.end))
      .map((figure) => ({ ...figure, start: figure.start + piece.start, end: figure.end + piece.start }))
      .filter((figure) => !years.some((mention) => figure.start < mention.end && figure.end > mention.start))
  }

  /** Years before or inside a clause: the last deadline counts from there on. */
  private note(years: YearMention[], clause: Piece): void {
    for (const mention of years) {
      if (mention.start < clause.start || mention.start >= clause.end) continue
      if (mention.kind === 'deadline') this.memory.year = mention.year
      if (mention.kind !== 'base') this.memory.past = mention.kind === 'past'
    }
  }

  private readItem(item: ReturnType<typeof cutList>[number], sentence: Piece): void {
    for (const [i, figure] of item.figures.entries()) {
      const verdict = judge(figure, {
        sentence: this.masked.slice(sentence.start, sentence.end),
        clause: this.masked.slice(item.start, item.end),
        before: item.before ?? this.masked.slice(item.start, figure.start),
        after: this.masked.slice(figure.end, item.end),
        later: item.figures.slice(i + 1),
        mode: this.stretch.mode,
        past: this.memory.past,
      })
      if (!verdict.target) {
        if (!verdict.certain) this.warn(figure, '不能确定是不是目标，没有列为目标。')
        continue
      }
      const target = readTarget(this.words, this.masked, item, figure, this.memory, this.stretch.start)
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
  private readBracketed(clause: Piece): void {
    if (this.memory.subject === '') return
    for (const bracket of readBrackets(this.words.slice(clause.start, clause.end))) {
      const start = clause.start + bracket.start
      const inside = this.words.slice(start, clause.start + bracket.end)
      if (!/^(?:其中|含|包括)/.test(inside)) continue
      const kept = { memory: { ...this.memory }, masked: this.masked }
      this.masked = '＿'.repeat(start) + mask(inside)
      const piece = { start, end: start + inside.length }
      const years = this.yearsIn(this.masked, piece)
      for (const part of cutClauses(this.masked, piece.start, piece.end)) {
        this.note(years, part)
        for (const item of cutList(this.masked, this.words, part, this.figuresIn(part, years))) this.readItem(item, piece)
      }
      this.memory = kept.memory
      this.masked = kept.masked
    }
  }

  private warn(figure: Quantity, reason: string): void {
    const span: [number, number] = [this.stretch.start + figure.start, this.stretch.start + figure.end]
    this.warnings.push({ message: `“${this.words.slice(figure.start, figure.end)}”${reason}`, span })
  }
}
