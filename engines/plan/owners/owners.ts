/** Responsible units as official documents mark them: bracketed, on lines of their own, or in words (由…牵头). */
import { type OwnerList, opener, readLabels } from './labels.ts'
import { cleanName, cutNames, isOffice, isOpenGroup } from './units.ts'
import { cutOutside, readBracket, readWords } from './words.ts'

/** One marker as it stands in the text. `doubt` says in Chinese what could not be decided. */
export type Owners = {
  lead: string | null
  units: string[]
  start: number
  end: number
  ownLine: boolean
  doubt: string | null
  /** The lead leads only because the marker names nobody else. */
  alone: boolean
}

/** What the document says once for all its markers. */
export type OwnerRules = { firstLeads: boolean; commaLeads: boolean }

/** All markers in `text` (a stretch of the plan), in printed order; positions count from the beginning of `text`. */
export function readOwners(text: string, rules: OwnerRules): Owners[] {
  if (!/[责牵负配落参主承实]/.test(text) && !/[局委办府]/.test(text)) return []
  const brackets = outermostBrackets(text)
  const found: Owners[] = []
  for (const [start, end] of brackets) {
    const stretches = readBracket(
      text.slice(start + 1, end - 1),
      closesParagraph(text, end),
      /[【[［]/.test(text[start]!) || /[。；\n]\s?$/.test(text.slice(Math.max(0, start - 2), start)),
    )
    if (stretches !== null) found.push(settle(stretches, start, end, ownsLine(text, start, end), rules))
  }
  const mask = blank(text, brackets)
  const marking = new Set(found.map((owners) => owners.start))
  // 市发展改革委（市能源局）负责: a note behind a name does not end the sentence it stands in.
  const notes = blank(
    text,
    brackets.filter(([start, end]) => marking.has(start) || end - start > 30),
  )
  for (const line of labelledLines(text, mask)) found.push(settle(line.stretches, line.start, line.end, line.ownLine, rules))
  for (const worded of wordedSentences(text, mask, notes))
    found.push(settle(worded.stretches, worded.start, worded.end, ownsLine(text, worded.start, worded.end), rules))
  return withoutOverlap(found.filter((owners) => owners.units.length > 0).sort((a, b) => a.start - b.start))
}

function withoutOverlap(found: Owners[]): Owners[] {
  const kept: Owners[] = []
  for (const owners of found) if (owners.start >= (kept.at(-1)?.end ?? 0)) kept.push(owners)
  return kept
}

/** Several markers of one task become one list: printed order, first lead in front, no name twice. */
export function mergeOwners(all: Owners[]): { lead: string | null; units: string[] } {
  const units = all.flatMap((owners) => owners.units)
  // Who is alone in the marker of one part leads the task only where no other part names anyone else.
  const leads = all.filter((owners) => owners.lead !== null && (!owners.alone || units.every((unit) => unit === owners.lead)))
  const lead = leads[0]?.lead ?? null
  return { lead, units: [...new Set(lead === null ? units : [lead, ...units])] }
}

function outermostBrackets(text: string): [number, number][] {
  const pairs: [number, number][] = []
  const closers: Record<string, string> = { '（': '）)', '(': '）)', '[': ']', '【': '】', '〔': '〕', '［': '］' }
  let open: { at: number; closer: string; depth: number } | null = null
  for (const match of text.matchAll(/[（()）[\]【】〔〕［］]/g)) {
    const c = match[0]
    const i = match.index
    if (open !== null && i - open.at > longestList) open = null
    if (open === null) {
      const closer = closers[c]
      if (closer !== undefined) open = { at: i, closer, depth: 1 }
    } else if (closers[c] === open.closer) open.depth++
    else if (open.closer.includes(c) && --open.depth === 0) {
      pairs.push([open.at, i + 1])
      open = null
    }
  }
  return pairs
}

function blank(text: string, spans: [number, number][]): string {
  const pieces: string[] = []
  let at = 0
  for (const [start, end] of spans) {
    pieces.push(text.slice(at, start), '＿'.repeat(end - start))
    at = end
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}

function closesParagraph(text: string, end: number): boolean {
  return /^[\s。；;]{0,3}(?:\n|$)/.test(text.slice(end, end + 5))
}

function ownsLine(text: string, start: number, end: number): boolean {
  return (start === 0 || /\n\s{0,4}$/.test(text.slice(Math.max(0, start - 5), start))) && closesParagraph(text, end)
}

type Found = { stretches: OwnerList[]; start: number; end: number; ownLine: boolean }

/** Markers without brackets: a line, or the end of one, that begins with a label. */
function labelledLines(text: string, mask: string): Found[] {
  const found: Found[] = []
  opener.lastIndex = 0
  for (let match = opener.exec(mask); match !== null; match = opener.exec(mask)) {
    const start = match.index
    const end = endOfLabelled(mask, opener.lastIndex)
    found.push({
      stretches: readLabels(text.slice(start, end)),
      start,
      end,
      ownLine: start === 0 || /\n\s{0,4}$/.test(mask.slice(Math.max(0, start - 5), start)),
    })
    opener.lastIndex = Math.max(end, start + 1)
  }
  return found
}

/** The list ends with its line or with a full stop; a label alone on its line takes the next line too. */
function endOfLabelled(mask: string, from: number): number {
  const reach = mask.slice(from, from + longestList)
  const first = reach.indexOf('\n')
  const line = first < 0 ? reach : reach.slice(0, first)
  const second = reach.indexOf('\n', first + 1)
  const list = line.trim() !== '' || first < 0 ? line : reach.slice(0, second < 0 ? reach.length : second)
  const stop = list.search(/[。！？]/)
  return from + (stop < 0 ? list.length : stop + 1)
}

/** No printed list of units is longer; keeps the reading of damaged text linear. */
const longestList = 1500

/** 由A牵头，B、C配合 in running words, or a closing sentence that is only units and their roles. */
function wordedSentences(text: string, mask: string, notes: string): Found[] {
  const found: Found[] = []
  const led = /由([^，。；：、\n由＿]{2,24}(?:、[^，。；：、\n＿]{2,20}){0,4})(?:共同|联合)?牵头/g
  for (let match = led.exec(mask); match !== null; match = led.exec(mask)) {
    const names = cutNames(text.slice(match.index + 1, match.index + 1 + match[1]!.length)).flatMap(cleanName)
    if (names.length === 0 || !names.every(isOffice)) continue
    const stretches: OwnerList[] = [{ role: 'lead', list: names.join('、'), worded: true }]
    let end = match.index + match[0].length
    const after = /^[，,]?([^。；\n＿]{2,120}?)(?:共同|协同|积极|密切)?(?:配合|参与|参加|协助)/.exec(mask.slice(end, end + 140))
    const partners = after === null ? [] : cutNames(after[1]!).flatMap(cleanName)
    if (partners.length > 0 && partners.every(isOffice)) {
      stretches.push({ role: 'partner', list: after![1]!, worded: true })
      end += after![0].length
    }
    found.push({ stretches, start: match.index, end, ownLine: false })
  }
  const closing = /(?<=^|[。；\n]\s{0,4})([^。；\n“《＿]{4,300}(?:负责|牵头|配合|参与|落实))(?:[。；]|(?=\s{0,4}(?:\n|$)))/g
  for (let match = closing.exec(notes); match !== null; match = closing.exec(notes)) {
    const start = match.index
    const stretches = readWords(text.slice(start, start + match[1]!.length))
    if (stretches !== null && !/^[\d（(]|^(?:引导|鼓励|支持|推动|推进|组织|加强|强化|发挥|动员|吸引|带动)/.test(match[1]!))
      found.push({ stretches, start, end: start + match[0].length, ownLine: false })
  }
  return found
}

/** A star, or （牵头） behind the name, marks the lead inside a list. */
const leadMark = /[*★☆▲△]|[（(](?:总)?牵头(?:单位|部门)?[）)]/

/** Decides lead and order from the lists of one marker. */
function settle(stretches: OwnerList[], start: number, end: number, ownLine: boolean, rules: OwnerRules): Owners {
  const leads: string[] = []
  const units: string[] = []
  let doubt: string | null = null
  let alone = false
  for (const { role, list, worded } of stretches) {
    const segments = cutOutside(list, worded ? '' : '，,；;').map((segment) => cutNames(segment))
    const pieces = segments.flat()
    const names = pieces.flatMap(cleanName).filter((name) => name.length >= 2 && !/^(?:下同|略|无|以下|以上|不再)/.test(name))
    for (const name of names) units.push(name)
    if (role === 'lead') {
      for (const name of names) leads.push(name)
      if (names.length > 1) doubt = `并列牵头：${names.join('、')}，以排在最前的为牵头单位。`
      continue
    }
    if (role === 'partner' || leads.length > 0) continue
    const star = pieces.find((piece) => leadMark.test(piece))
    if (star !== undefined) leads.push(...cleanName(star))
    else if (names.length === 1 && stretches.length === 1 && !isOpenGroup(names[0]!)) {
      leads.push(names[0]!)
      alone = true
    } else if (rules.firstLeads && names.length > 0) leads.push(names[0]!)
    else if (!worded && segments.length > 1 && names.length > 1) {
      const first = segments[0]!.flatMap(cleanName)
      if (first.length === 1 && isOpenGroup(first[0]!)) continue
      if (first.length === 1 && (segments.length === 2 || rules.commaLeads)) leads.push(first[0]!)
      else doubt = `责任单位之间的逗号分不清牵头与配合：${list.slice(0, 60)}。`
    }
  }
  const lead = leads[0] ?? null
  return { lead, units: [...new Set(lead === null ? units : [lead, ...units])], start, end, ownLine, doubt, alone }
}
