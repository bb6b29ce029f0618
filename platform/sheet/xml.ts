/**
 * A scanner for the XML of workbooks, fed piece by piece.
 *
 * It knows elements, text, CDATA and entities, which is all that spreadsheets use, and passes over the rest. General parsers
 * were measured at a fifth of its speed ([decision](../../docs/decisions/0008-reading-excel.md)).
 */
import { StringDecoder } from 'node:string_decoder'

export type Listener = {
  /** `tag` is what stands between the angle brackets, for `attribute`. Names come without their namespace prefix. */
  open(name: string, tag: string): void
  close(name: string): void
  /** Raw, between any two tags; `plain` makes it readable. */
  text(raw: string): void
  /** An element that is passed over with all it holds, at the speed of a search. */
  over?: string
}

/** The longest tag or text that is waited for: a cell holds 32,767 characters. */
const patience = 1024 * 1024

/** @throws SyntaxError where a tag or text has no end */
export function scanner(listener: Listener): (piece: Buffer) => void {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  return (piece) => {
    const xml = rest + decoder.write(piece)
    rest = xml.slice(scan(xml, listener))
    if (rest.length > patience) throw new SyntaxError('endless tag or text')
  }
}

/** How far the text could be understood without what follows. */
function scan(xml: string, { open, close, text, over }: Listener): number {
  let at = 0
  for (;;) {
    const start = xml.indexOf('<', at)
    if (start < 0) return at
    const end = endOf(xml, start)
    if (end < 0) return at
    const first = xml.charCodeAt(start + 1)
    if (over !== undefined && first !== SLASH && xml.charCodeAt(end - 1) !== SLASH && nameIn(xml, start + 1, end) === over) {
      const passed = xml.indexOf(`${over}>`, end)
      if (passed < 0) return at
      at = passed + over.length + 1
      continue
    }
    if (start > at) text(xml.slice(at, start))
    at = end + 1
    if (first === SLASH) close(nameIn(xml, start + 2, end))
    else if (first === BANG) {
      if (xml.startsWith(cdata, start)) text(escaped(xml.slice(start + cdata.length, end - 2)))
    } else if (first !== QUESTION) {
      const empty = xml.charCodeAt(end - 1) === SLASH
      const name = nameIn(xml, start + 1, empty ? end - 1 : end)
      open(name, xml.slice(start + 1, end))
      if (empty) close(name)
    }
  }
}

const [QUOTE, APOSTROPHE, SLASH, COLON, GREATER, BANG, QUESTION] = [34, 39, 47, 58, 62, 33, 63] as const
const cdata = '<![CDATA['

/** The bracket that ends the tag, which is none within quotes; -1 when it has not come yet. */
function endOf(xml: string, start: number): number {
  if (xml.startsWith('<!', start)) {
    if (xml.length < start + cdata.length) return -1
    const [mark, length] = xml.startsWith('<!--', start) ? ['-->', 4] : xml.startsWith(cdata, start) ? [']]>', 9] : ['>', 2]
    const found = xml.indexOf(mark, start + length)
    return found < 0 ? -1 : found + mark.length - 1
  }
  let quote = 0
  for (let at = start + 1; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === GREATER) return at
    else if (code === QUOTE || code === APOSTROPHE) quote = code
  }
  return -1
}

function nameIn(xml: string, start: number, end: number): string {
  let from = start
  let at = start
  for (; at < end; at += 1) {
    const code = xml.charCodeAt(at)
    if (code <= 32) break
    if (code === COLON) from = at + 1
  }
  return xml.slice(from, at)
}

const escaped = (text: string) => text.replaceAll('&', '&amp;')

/** Value of an attribute, which is named with its equals sign: `attribute(tag, 'r=')`. */
export function attribute(tag: string, name: string): string | undefined {
  let at = tag.indexOf(name)
  while (at > 0 && tag.charCodeAt(at - 1) > 32) at = tag.indexOf(name, at + 1)
  if (at <= 0) return undefined
  const start = at + name.length + 1
  const end = tag.indexOf(tag[start - 1]!, start)
  return end < 0 ? undefined : tag.slice(start, end)
}

/** All attributes, readable, without prefixes: for tags whose values are free text. */
export const attributes = (tag: string): Record<string, string> =>
  Object.fromEntries(
    [...tag.matchAll(/(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, double, single]) => [
      name!,
      plain(double ?? single!),
    ]),
  )

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text with its entities and Excel's own escapes (`_x000D_`) resolved. */
export function plain(raw: string): string {
  const text = raw.includes('&') ? raw.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, resolve) : raw
  return text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
}

function resolve(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities[name] ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole
}
