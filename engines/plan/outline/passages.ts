/** Goals and safeguards: the items of a chapter as titled passages. */

import type { Passage } from '../schema.ts'
import { dashLength } from '../text/marks.ts'
import { readTitle } from './headings.ts'
import type { Paragraph, Section } from './sections.ts'

/** A chapter's numbered items; where it has none, its dash items or paragraphs; where it has only a heading, nothing. */
export function readPassages(text: string, chapter: Section): Passage[] {
  const items = chapter.children.filter((child) => child.mark?.style !== 'box')
  if (items.length > 0) return items.map((child) => passageOf(text, child))
  const paragraphs = chapter.paragraphs.filter(({ start }) => !caption.test(text.slice(start, start + 12)))
  const dashes = paragraphs.filter((paragraph) => dashLength(text.slice(paragraph.start, paragraph.start + 8)) > 0)
  const pieces = dashes.length > 1 ? withTails(paragraphs, dashes) : paragraphs
  if (pieces.length <= 1) return pieces.length === 0 ? [] : [passageOf(text, chapter)]
  return pieces.map((paragraph) => unnumbered(text, paragraph, chapter.title))
}

/** 表1 主要指标 names a table, it is no goal. */
const caption = /^(?:表|图|专栏)\s?[\d一二三四五六七八九十]/

/** The printed words of a section after its title, its sub-items included. */
export function bodyOf(text: string, section: Section): string {
  return tidy(text.slice(section.titleSpan[1], section.end))
}

export function tidy(words: string): string {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

export function numberOf(section: Section): string | null {
  return section.mark === null || section.mark.printed === '' ? null : section.mark.printed
}

function passageOf(text: string, section: Section): Passage {
  return {
    number: numberOf(section),
    title: section.title,
    text: bodyOf(text, section) || section.title,
    span: [section.start, section.end],
  }
}

/** An un-numbered paragraph: its title is its short first phrase, or the chapter's title where it has none. */
export function unnumbered(text: string, paragraph: Paragraph, fallback: string): Passage {
  const words = text.slice(paragraph.start, paragraph.end)
  const dash = dashLength(words)
  const content = words.slice(dash)
  const { title, length } = readTitle(content)
  const titled = title.length > 0 && title.length <= 30 && length < content.length && !/^(?:到|至)?20\d\d年/.test(title)
  return {
    number: null,
    title: titled ? title : fallback,
    text: tidy(titled ? content.slice(length) : content),
    span: [paragraph.start, paragraph.end],
  }
}

/** Paragraphs after a dash item that are no items themselves belong to it. */
function withTails(all: Paragraph[], items: Paragraph[]): Paragraph[] {
  return items.map((item, i) => {
    const next = items[i + 1]
    const own = all.filter((paragraph) => paragraph.start >= item.start && (next === undefined || paragraph.start < next.start))
    return { start: item.start, end: own.at(-1)!.end }
  })
}
