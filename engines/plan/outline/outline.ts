/** Which sections of a document are goals, layout, tasks and safeguards: by their headings, then by their structure. */
import { meaningOf, type Role } from './headings.ts'
import type { Part, Section } from './sections.ts'

export type Outline = { main: Part; annexes: Part[]; byRole: Record<Role, Section[]> }

/** Chooses the part that is the plan itself and sorts its sections by what they are. */
export function readOutline(text: string, parts: Part[], marked: (section: Section) => boolean): Outline {
  const main = parts.reduce((best, part) => (weigh(part) > weigh(best) ? part : best), parts[0]!)
  const byRole: Outline['byRole'] = { general: [], goals: [], layout: [], tasks: [], safeguards: [], schedule: [], unknown: [] }
  sort(main.sections, 'unknown', byRole, marked)
  if (byRole.tasks.length === 0) promote(byRole)
  if (byRole.goals.length === 0) borrow(text, byRole)
  return { main, annexes: parts.slice(parts.indexOf(main) + 1), byRole }
}

/** A part is the more like a plan the more kinds of chapters it has, then the more numbered items and words. */
function weigh(part: Part): number {
  const roles = new Set<Role>()
  let items = 0
  const walk = (sections: Section[], depth: number) => {
    for (const section of sections) {
      items++
      if (depth < 2) roles.add(meaningOf(section.title))
      walk(section.children, depth + 1)
    }
  }
  walk(part.sections, 0)
  roles.delete('unknown')
  return roles.size * 20 + Math.min(items, 200) / 4 + Math.min(lengthOf(part) / 1000, 20)
}

function lengthOf(part: Part): number {
  return (part.sections.at(-1)?.end ?? part.start) - part.start
}

function sort(sections: Section[], within: Role, byRole: Outline['byRole'], marked: (section: Section) => boolean): void {
  sections.forEach((section, i) => {
    const meaning = meaningOf(section.title)
    const role = settle(section, meaning, within, i === sections.length - 1, marked)
    if (role === 'unknown') sort(section.children, 'unknown', byRole, marked)
    else byRole[role].push(section)
    if (role === 'general') sort(section.children, 'general', byRole, marked)
  })
}

function settle(section: Section, meaning: Role, within: Role, last: boolean, marked: (section: Section) => boolean): Role {
  if (within === 'general')
    return meaning === 'goals' || meaning === 'layout' || (meaning === 'tasks' && section.children.length > 0)
      ? meaning
      : 'general'
  if (meaning === 'layout') return section.children.length > 1 && section.children.every(marked) ? 'tasks' : 'layout'
  if (meaning === 'goals' && /任务/.test(section.title) && section.children.some((child) => meaningOf(child.title) === 'tasks'))
    return 'unknown'
  if (meaning !== 'unknown') return meaning
  if (last && /保障|落实|组织|领导|督查|考核/.test(section.title) && section.children.length > 0) return 'safeguards'
  const inner = section.children.map((child) => meaningOf(child.title))
  const wraps =
    inner.includes('goals') ||
    (inner.includes('tasks') && inner.length <= 4) ||
    inner.filter((role) => role === 'general').length > 1
  return wraps ? 'unknown' : 'tasks'
}

/** A document without a goals chapter: what 总体要求 says of 到2027年 are its goals. */
function borrow(text: string, byRole: Outline['byRole']): void {
  const promising = (start: number, end: number) => /(?:到|至)\s?20\d\d\s?年/.test(text.slice(start, Math.min(end, start + 400)))
  const borrowed = new Set<Section>()
  for (const section of byRole.general) {
    if (/指导|原则|现状|形势|基础|背景/.test(section.title)) continue
    const paragraphs = section.paragraphs.filter(({ start, end }) => promising(start, end))
    const last = paragraphs.at(-1)
    if (last === undefined) continue
    const children = /[：:]\s*$/.test(text.slice(last.start, last.end)) ? section.children : []
    for (const taken of [section, ...children]) borrowed.add(taken)
    byRole.goals.push({ ...section, titleSpan: [section.start, paragraphs[0]!.start], paragraphs, children })
  }
  byRole.general = byRole.general.filter((section) => !borrowed.has(section))
}

/** A document without a tasks chapter: 目标任务 chapters are tasks then, and numbered layout carries the work. */
function promote(byRole: Outline['byRole']): void {
  const both = byRole.goals.filter((section) => /任务/.test(section.title) && section.children.length > 0)
  const from = both.length > 0 ? { role: 'goals' as const, sections: both } : { role: 'layout' as const, sections: byRole.layout }
  byRole.tasks = from.sections
  const moved = new Set(from.sections)
  byRole[from.role] = byRole[from.role].filter((section) => !moved.has(section))
}
