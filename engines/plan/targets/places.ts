/** Where in a plan targets are looked for, and what each place says about the figures in it. */
import type { Outline } from '../outline/outline.ts'
import type { Section } from '../outline/sections.ts'
import type { Duty } from '../owners/duty-tables.ts'
import type { Target, Warning, Zone } from '../schema.ts'
import type { Mode } from './suspicion.ts'
import { readTargets, type Stretch } from './targets.ts'
import { readYears, type Times } from './years.ts'

/** 前沿材料园产值达到100亿元: a zone named before what is measured is where it holds. */
function placeAt(target: Target, zones: Zone[]): void {
  if (target.scope.length > 0 || target.comparator === 'qualitative') return
  const zone = zones.find(({ name }) => name.length >= 3 && target.subject.startsWith(name))
  const rest = zone === undefined ? '' : target.subject.slice(zone.name.length).replace(/^[的内：，]/, '')
  if (zone === undefined || rest.length < 2) return
  target.scope = [zone.name]
  target.subject = rest
}

/** Chapters that tell what has been reached. */
const backward = /基础|现状|形势|背景|成效|成就|回顾|存在|机遇|挑战|基本情况/

export function readAllTargets(
  text: string,
  outline: Outline,
  zones: Zone[],
  times: Times,
): { targets: Target[]; warnings: Warning[] } {
  const targets: Target[] = []
  const warnings: Warning[] = []
  const { byRole, main } = outline
  const goals = new Set(byRole.goals)
  const general = new Set(byRole.general)
  const elsewhere = new Set([...byRole.general, ...byRole.goals, ...byRole.layout, ...byRole.tasks])
  /** In a plan for one year, what names no other year is due in that year. */
  const annual = times.period !== null && times.period.from === times.period.to ? times.period.to : null
  for (const paragraph of main.front) read({ ...paragraph, mode: 'work', label: '', year: annual, scope: [] })
  for (const chapter of [...elsewhere, ...byRole.schedule, ...byRole.safeguards])
    visit(chapter, goals.has(chapter) ? 'goal' : 'work', annual)
  for (const target of targets) placeAt(target, zones)
  return { targets: targets.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]), warnings }

  function read(stretch: Stretch): number | null {
    const found = readTargets(text, stretch, times)
    // A spread argument list overflows the stack on very long documents.
    for (const target of found.targets) targets.push(target)
    for (const warning of found.warnings) warnings.push(warning)
    return found.year
  }

  /** A section's own words, then its items; a deadline in its title or introduction holds for the items below. */
  function visit(section: Section, mode: Mode, inherited: number | null): void {
    if (general.has(section) && backward.test(section.title)) return
    let year = yearIn(section.title) ?? inherited
    const own = { start: ownStart(section), end: section.children[0]?.start ?? section.end }
    for (const piece of cutAtZones(own)) {
      const reached = read({ ...piece, mode, label: section.title, year })
      if (mode === 'goal' && section.children.length > 0) year = reached
    }
    for (const child of section.children)
      if (!general.has(section) || !elsewhere.has(child))
        visit(child, mode, mode === 'goal' ? year : (yearIn(section.title) ?? inherited))
  }

  /** A title with a figure in it is read with the text; any other title is not. */
  function ownStart(section: Section): number {
    const title = text.slice(section.start, section.titleSpan[1])
    const numbered = /\d|[一二两三四五六七八九十百千万亿]{1,4}[家个项人元亿万]/.test(title.slice(section.mark?.length ?? 0))
    return section.paragraphs.length > 0 && !numbered ? section.titleSpan[1] : section.start + (section.mark?.length ?? 0)
  }

  function yearIn(title: string): number | null {
    return readYears(title, times).find((mention) => mention.kind === 'deadline')?.year ?? null
  }

  /** Figures in the paragraph of a zone hold for that zone. */
  function cutAtZones(own: { start: number; end: number }): { start: number; end: number; scope: string[] }[] {
    const inside: Zone[] = []
    for (let i = firstZoneAfter(own.start); i < zones.length && zones[i]!.span[0] < own.end; i++) inside.push(zones[i]!)
    if (inside.length === 0) return [{ ...own, scope: [] }]
    const pieces: { start: number; end: number; scope: string[] }[] = []
    let at = own.start
    for (const zone of inside) {
      const start = Math.max(zone.span[0], own.start)
      if (start > at) pieces.push({ start: at, end: start, scope: [] })
      pieces.push({ start, end: Math.min(zone.span[1], own.end), scope: [zone.name] })
      at = Math.min(zone.span[1], own.end)
    }
    if (at < own.end) pieces.push({ start: at, end: own.end, scope: [] })
    return pieces
  }

  /** Zones stand in printed order; finds the first that ends after `at`. */
  function firstZoneAfter(at: number): number {
    let [low, high] = [0, zones.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (zones[middle]!.span[1] > at) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** Figures in the rows of a table of duties, due when their row says. */
export function readDutyFigures(text: string, duties: Duty[], times: Times): Target[] {
  return duties.flatMap(({ text: words, span, due }) => {
    const start = text.indexOf(words, span[0])
    if (words === '' || start < 0 || start >= span[1]) return []
    const year = readYears(due, times).find((mention) => mention.kind === 'deadline')?.year ?? null
    return readTargets(text, { start, end: start + words.length, mode: 'work', label: '', year, scope: [] }, times).targets
  })
}
