/** What every part of the reader shares: the text with its flaws, the facts that may be named, and how one scalar is taken. */
import type { Node } from 'yaml'
import { nearestNote } from '../../text/nearest.ts'
import type { Source } from '../../text/source.ts'
import type { Fact, Vocabulary } from '../fact.ts'
import { alike, dimensionInWords, dimensions } from '../formula/dimension.ts'
import { namedIn } from '../formula/named.ts'
import { parseFormula } from '../formula/parse.ts'
import type { Demand, Dimension, Formula } from '../policy.ts'
import { type Measure, money, type Read, readFigure, share } from './value.ts'

export type Place = Node | undefined

const kindWords = { money: '金额类的事实', count: '数量类的事实', yes: '是否类的事实' } as const

export class Reading {
  readonly source: Source
  readonly vocabulary: Vocabulary
  /** Where each demand stands in the file. */
  readonly places: Map<Demand, Node>
  /** Facts this part of the file asks for. */
  readonly named = new Set<string>()

  constructor(source: Source, vocabulary: Vocabulary, places = new Map<Demand, Node>()) {
    this.source = source
    this.vocabulary = vocabulary
    this.places = places
  }

  /** For a part that asks for facts of its own. */
  apart = (): Reading => new Reading(this.source, this.vocabulary, this.places)

  fact(place: Place, what: string): Fact | null {
    const title = this.source.text(place, what)
    if (title === null) return null
    const fact = this.vocabulary.get(title)
    if (!fact) return this.source.blame(place!, `没有名为“${title}”的事实${nearestNote(title, this.vocabulary.keys())}`)
    this.named.add(title)
    return fact
  }

  /** The title of a fact of the kind that is wanted. */
  factOf(place: Place, what: string, kind: keyof typeof kindWords): string | null {
    const fact = this.fact(place, what)
    if (!fact || fact.kind === kind) return fact?.title ?? null
    return this.source.blame(place!, `${what}应为${kindWords[kind]}，“${fact.title}”不是`)
  }

  take<T>(place: Place, what: string, read: (text: string) => Read<T>): T | null {
    const text = this.source.text(place, what)
    if (text === null) return null
    const found = read(text)
    return 'fault' in found ? this.source.blame(place!, found.fault) : found.value
  }

  /** A figure above nothing. */
  figure(place: Place, what: string, measure: Measure): number | null {
    const value = this.take(place, what, (text) => readFigure(text, { ...measure, title: what }))
    return value === null || value > 0 ? value : this.source.blame(place!, `${what}应大于 0`)
  }

  money = (place: Place, what: string): number | null => this.figure(place, what, money)

  /** Above nothing, and no more than the whole. */
  share(place: Place, what: string): number | null {
    const value = this.figure(place, what, share)
    return value === null || value <= 1_000_000 ? value : this.source.blame(place!, `${what}不能超过 100%`)
  }

  formula(place: Place, what: string, wanted: Dimension = dimensions.money): Formula | null {
    const text = this.source.text(place, what)
    if (text === null) return null
    const read = parseFormula(text, this.vocabulary)
    if ('fault' in read) return this.source.blame(place!, `${what}第 ${read.at + 1} 字：${read.fault}`)
    for (const title of namedIn(read.formula.node)) this.named.add(title)
    const { dimension } = read.formula
    if (alike(dimension, wanted)) return read.formula
    return this.source.blame(place!, `${what}算出的是${dimensionInWords(dimension)}，应为${dimensionInWords(wanted)}`)
  }
}
