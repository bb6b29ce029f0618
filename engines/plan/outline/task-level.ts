/** Which sections of a tasks chapter are tasks, which are groups above them and which are measures inside them. */

import { type OwnerRules, readOwners } from '../owners/owners.ts'
import { rankOf } from '../text/lines.ts'
import { dashLength } from '../text/marks.ts'
import type { Paragraph, Section } from './sections.ts'

type Counts = { own: boolean; any: boolean; trailing: boolean }

export class TaskLevel {
  private readonly counts = new Map<Section, Counts>()
  private readonly tasks = new Set<Section>()
  private readonly full = new Map<string, number>()
  private readonly tail = new Map<string, number>()
  private readonly ownMarked = new Map<string, number>()
  private readonly inherited = new Map<Section, Section>()
  /** Groups whose items go on with the numbers of the group before. */
  private readonly continuing = new Set<Section>()
  private readonly paragraphsOf = new Map<Section, Paragraph[]>()
  private anyMarked = false
  /** Some group of this document lists its tasks with dashes or bullets; then a single one is a task too. */
  private bulleted = false
  private readonly text: string
  private readonly rules: OwnerRules

  constructor(text: string, chapters: Section[], rules: OwnerRules) {
    this.text = text
    this.rules = rules
    for (const chapter of chapters) this.count(chapter)
    for (const chapter of chapters) this.survey(chapter)
    for (const chapter of chapters) this.decide(chapter, true)
  }

  isTask(section: Section): boolean {
    return this.tasks.has(section)
  }

  /** Un-numbered paragraphs of a group that are tasks by their own markers, or by being all there is. */
  markedParagraphs(section: Section): Paragraph[] {
    return this.paragraphsOf.get(section) ?? []
  }

  /** The group whose marker answers for this task, where it has none of its own. */
  answeringGroup(section: Section): Section | null {
    return this.inherited.get(section) ?? null
  }

  private count(section: Section): Counts {
    const first = section.children[0]
    const own = readOwners(this.text.slice(section.start, first === undefined ? section.end : first.start), this.rules)
    let any = own.length > 0
    for (const child of section.children) if (this.count(child).any) any = true
    const counts = { own: own.length > 0, any, trailing: own.at(-1)?.ownLine ?? false }
    this.counts.set(section, counts)
    if (any) this.anyMarked = true
    return counts
  }

  /** Counts, for each style of number, lists marked item by item and lists marked once at their end. */
  private survey(section: Section): void {
    const { children } = section
    const style = children[0]?.mark?.style
    if (style !== undefined) {
      const marked = children.filter((child) => this.counts.get(child)!.any).length
      if (marked > 0 && marked >= children.length * 0.5 && (marked > 1 || children.length === 1)) add(this.full, style)
      else if (marked === 1 && this.counts.get(children.at(-1)!)!.any) add(this.tail, style)
    }
    if (this.counts.get(section)!.own && section.mark !== null) add(this.ownMarked, section.mark.style)
    const groups = children.filter((child) => child.children.length > 0)
    const goesOn = groups.filter((group, i) => {
      const [first, before] = [group.children[0]!.mark, groups[i - 1]?.children.at(-1)?.mark]
      return first?.ordinal === (before?.ordinal ?? 0) + 1 && (before == null || before.style === first.style)
    })
    if (groups.length > 1 && goesOn.length === groups.length) for (const group of groups) this.continuing.add(group)
    for (const child of children) this.survey(child)
  }

  private decide(section: Section, top: boolean): void {
    if (section.children.length === 0) {
      const paragraphs = this.unnumberedTasks(section, top)
      if (paragraphs.length > 0) this.paragraphsOf.set(section, paragraphs)
      else this.tasks.add(section)
    } else if (this.descends(section, top)) for (const child of section.children) this.decide(child, false)
    else if (this.continuing.has(section) && !this.markedInside(section)) {
      for (const child of section.children) {
        this.tasks.add(child)
        this.inherited.set(child, section)
      }
    } else this.tasks.add(section)
  }

  private descends(section: Section, top: boolean): boolean {
    const { children } = section
    const style = children[0]!.mark?.style ?? 'arabic'
    const marked = children.filter((child) => this.counts.get(child)!.any)
    const own = this.counts.get(section)!.own
    if (own) return marked.length > 1 && marked.length >= children.length * 0.5
    if (marked.length === 1 && children.length > 1 && marked[0] === children.at(-1)) return this.tailIsItsOwn(section, style, top)
    if (marked.length > 0) return true
    if (top) return true
    const sameAsMarked =
      section.mark !== null && (this.ownMarked.get(section.mark.style) ?? 0) > 0 && (this.full.get(style) ?? 0) === 0
    if (this.anyMarked && sameAsMarked) return false
    return rankOf(style) <= 7 && style !== 'box'
  }

  /** One marker after the last of several items answers for all of them, unless such lists are marked item by item elsewhere. */
  private tailIsItsOwn(section: Section, style: string, top: boolean): boolean {
    if (top) return true
    const last = this.counts.get(section.children.at(-1)!)!
    const full = this.full.get(style) ?? 0
    const tail = this.tail.get(style) ?? 0
    return full > tail && !(last.trailing && full === 0)
  }

  private markedInside(section: Section): boolean {
    return section.children.some((child) => this.counts.get(child)!.any)
  }

  private unnumberedTasks(section: Section, top: boolean): Paragraph[] {
    const pieces = this.markedPieces(section.paragraphs)
    const group = top || (section.mark !== null && rankOf(section.mark.style) <= 5)
    if (group && (pieces.length > 1 || (this.bulleted && this.startsWithDash(pieces)))) {
      if (this.startsWithDash(pieces)) this.bulleted = true
      return pieces
    }
    if (!top || pieces.length > 0 || this.anyMarked || section.paragraphs.length < 3) return []
    return section.paragraphs
  }

  private startsWithDash(pieces: Paragraph[]): boolean {
    return pieces.length > 0 && pieces.every(({ start }) => dashLength(this.text.slice(start, start + 8)) > 0)
  }

  /** Each marked paragraph with the unmarked ones before it; marker lines that follow each other are one marker. */
  private markedPieces(paragraphs: Paragraph[]): Paragraph[] {
    const pieces: Paragraph[] = []
    let start: number | null = null
    for (const paragraph of paragraphs) {
      const owners = readOwners(this.text.slice(paragraph.start, paragraph.end), this.rules)
      if (owners.length === 0) start ??= paragraph.start
      else if (start === null && owners[0]!.ownLine && pieces.length > 0) pieces.at(-1)!.end = paragraph.end
      else {
        pieces.push({ start: start ?? paragraph.start, end: paragraph.end })
        start = null
      }
    }
    return pieces
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
