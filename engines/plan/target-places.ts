/** Where in a plan targets are looked for, and what each place says about the figures in it. */
import type { Outline } from './outline.ts'
import type { Target, Warning, Zone } from './schema.ts'
import type { Section } from './sections.ts'
import type { Mode } from './suspicion.ts'
import { readTargets, type Stretch } from './targets.ts'
import { readYears, type Times } from './years.ts'

export function readAllTargets(
  text: string,
  outline: Outline,
  zones: Zone[],
  times: Times,
): { targets: Target[]; warnings: Warning[] } {
  const targets: Target[] = []
  const warnings: Warning[] = []
  const { byRole, main } = outline
  for (const paragraph of main.front) read({ ...paragraph, mode: 'work', label: '', year: null, scope: [] })
  for (const chapter of [
    ...byRole.general,
    ...byRole.goals,
    ...byRole.layout,
    ...byRole.tasks,
    ...byRole.schedule,
    ...byRole.safeguards,
  ])
    visit(chapter, byRole.goals.includes(chapter) ? 'goal' : 'work', null)
  return { targets: targets.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]), warnings }

  function read(stretch: Stretch): number | null {
    const found = readTargets(text, stretch, times)
    targets.push(...found.targets)
    warnings.push(...found.warnings)
    return found.year
  }

  /** A section's own words, then its items; a deadline in its title or introduction holds for the items below. */
  function visit(section: Section, mode: Mode, inherited: number | null): void {
    let year = yearIn(section.title) ?? inherited
    const own = { start: ownStart(section), end: section.children[0]?.start ?? section.end }
    for (const piece of cutAtZones(own)) {
      const reached = read({ ...piece, mode, label: section.title, year })
      if (mode === 'goal' && section.children.length > 0) year = reached
    }
    if (byRole.general.includes(section)) for (const child of section.children) descend(child)
    else for (const child of section.children) visit(child, mode, mode === 'goal' ? year : null)
  }

  function descend(child: Section): void {
    if (
      !byRole.general.includes(child) &&
      !byRole.goals.includes(child) &&
      !byRole.layout.includes(child) &&
      !byRole.tasks.includes(child)
    )
      visit(child, 'work', null)
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
    const inside = zones.filter((zone) => zone.span[0] < own.end && zone.span[1] > own.start)
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
}
