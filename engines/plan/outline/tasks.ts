/** Tasks and their groups: the smallest numbered or marked pieces of work in the chapters that carry work. */

import { mergeOwners, type OwnerRules, type Owners, readOwners } from '../owners/owners.ts'
import type { Standing } from '../owners/rules.ts'
import type { Group, Task, Warning } from '../schema.ts'
import { meaningOf } from './headings.ts'
import { numberOf, tidy, unnumbered } from './passages.ts'
import type { Section } from './sections.ts'
import { TaskLevel } from './task-level.ts'

export type Work = { tasks: Task[]; groups: Group[]; warnings: Warning[] }

/** Reads every task of `chapters`; `rules` and `standing` are what the document says once for all tasks. */
export function readTasks(text: string, chapters: Section[], rules: OwnerRules, standing: Standing[]): Work {
  const work: Work = { tasks: [], groups: [], warnings: [] }
  const level = new TaskLevel(text, chapters, rules)
  for (const chapter of chapters) {
    const plain = meaningOf(chapter.title) === 'tasks' && chapters.length === 1
    if (level.isTask(chapter)) {
      if (chapter.paragraphs.length > 0 || meaningOf(chapter.title) !== 'tasks') addTask(chapter, null)
    } else descend(chapter, plain ? null : chapter, chapter)
  }
  return work

  function descend(parent: Section, group: Section | null, chapter: Section): void {
    let index: number | null = null
    for (const child of parent.children) {
      if (level.isTask(child)) {
        index ??= group === null ? null : addGroup(group)
        addTask(child, index)
      } else descend(child, child, chapter)
    }
    if (parent.children.length === 0) {
      index = group === null ? null : addGroup(group)
      for (const paragraph of level.markedParagraphs(parent)) addParagraph(paragraph.start, paragraph.end, parent.title, index)
    }
  }

  function addGroup(section: Section): number {
    work.groups.push({ number: numberOf(section), title: section.title, span: section.titleSpan })
    return work.groups.length - 1
  }

  function addTask(section: Section, group: number | null): void {
    const found = readOwners(text.slice(section.start, section.end), rules)
    const bodyFrom = section.titleSpan[1]
    const body = without(text, bodyFrom, section.end, section.start, found)
    const above = found.length > 0 ? null : level.answeringGroup(section)
    const { lead, units } =
      above === null
        ? owned(found, section.start)
        : owned(readOwners(text.slice(above.start, above.children[0]!.start), rules), above.start)
    const title = section.title
    work.tasks.push({
      number: numberOf(section),
      group,
      title,
      text: body || title,
      lead,
      units,
      span: [section.start, section.end],
    })
  }

  function addParagraph(start: number, end: number, fallback: string, group: number | null): void {
    const found = readOwners(text.slice(start, end), rules)
    const { title, text: body } = unnumbered(text, { start, end }, fallback)
    const first = body.split(/[，。；：\n]/).find((clause) => clause.trim().length >= 4) ?? body
    const named = title === fallback ? first.trim().slice(0, 40) : title
    const { lead, units } = owned(found, start)
    const words =
      title === fallback
        ? without(text, start, end, start, found)
        : without(text, start + (text.slice(start, end).indexOf(title) + title.length + 1), end, start, found)
    work.tasks.push({ number: null, group, title: named, text: words || named, lead, units, span: [start, end] })
  }

  function owned(found: Owners[], start: number): { lead: string | null; units: string[] } {
    for (const owners of found)
      if (owners.doubt !== null) work.warnings.push({ message: owners.doubt, span: [start + owners.start, start + owners.end] })
    const merged = mergeOwners(found)
    const always = standing.filter((rule) => rule.from < start).flatMap((rule) => rule.units)
    return { lead: merged.lead, units: [...new Set([...merged.units, ...always])] }
  }
}

/** The words of a stretch without its responsible-unit markers. */
function without(text: string, from: number, to: number, base: number, found: Owners[]): string {
  const pieces: string[] = []
  let at = from
  for (const owners of found) {
    const start = base + owners.start
    const end = base + owners.end
    if (end <= at || !isSeparate(text, start)) continue
    pieces.push(text.slice(at, Math.max(at, start)))
    at = Math.max(at, end)
  }
  pieces.push(text.slice(at, to))
  return tidy(pieces.join('')).replace(/^[。；，：:\s]+/, '')
}

/** Markers in brackets or on lines of their own are taken out; 由…牵头 inside a sentence stays, the sentence needs it. */
function isSeparate(text: string, start: number): boolean {
  return text[start] !== '由'
}
