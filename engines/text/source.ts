/** A YAML text read node by node; whatever is not as it should be is noted with its line and column, and reading goes on. */
import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml'
import { placeIn, tooDeep } from './nesting.ts'

export type Flaw = { line: number; column: number; sentence: string }
export type Place = Node | null
type Fields = Record<string, Node | undefined>

const syntax: Record<string, string> = {
  DUPLICATE_KEY: '同一处有重复的键',
  TAB_AS_INDENT: '不能用制表符缩进，请用空格',
  BAD_INDENT: '缩进有误',
  MISSING_CHAR: '缺少引号、冒号或空格',
  MULTILINE_IMPLICIT_KEY: '键不能跨行，可能缺少冒号',
}

/** As they stand in the file; what is found out twice is told once. */
export function inOrder(flaws: readonly Flaw[]): Flaw[] {
  const told = new Map(flaws.map((flaw) => [`${flaw.line}:${flaw.column} ${flaw.sentence}`, flaw]))
  return [...told.values()].sort((a, b) => a.line - b.line || a.column - b.column)
}

export class Source {
  readonly flaws: Flaw[] = []
  readonly root: Place
  readonly #text: string

  constructor(text: string) {
    this.#text = text
    const deep = tooDeep(text)
    if (deep !== null) {
      this.flaws.push({ ...placeIn(text, deep), sentence: '嵌套过深，无法读取' })
      this.root = null
      return
    }
    const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false })
    for (const { code, pos } of [...document.errors, ...document.warnings])
      this.#note(pos[0], syntax[code] ?? '不是有效的 YAML 写法')
    this.root = document.errors.length > 0 ? null : (document.contents as Place) // parsed, hence with its range
    if (document.errors.length === 0 && this.root === null) this.#note(0, '文件为空')
  }

  blame(place: Node, sentence: string): null {
    this.#note(place.range?.[0] ?? 0, sentence)
    return null
  }

  /** Where a node begins. */
  at = (place: Node): { line: number; column: number } => placeIn(this.#text, place.range?.[0] ?? 0)

  /** The fields of a mapping; unknown and missing ones are noted. */
  fields(place: Node, what: string, required: string[], optional: string[] = []): Fields | null {
    if (!isMap(place)) return this.blame(place, `${what}应为一组“键：值”${aliasNote(place)}`)
    const found: Fields = {}
    for (const { key, value } of place.items) {
      const name = isScalar(key) ? String(key.value) : ''
      if (required.includes(name) || optional.includes(name))
        found[name] = (value ?? key) as Node // an empty value stands where its key does
      else this.blame(key as Node, `${what}不能有“${name}”，可用：${[...required, ...optional].join('、')}`)
    }
    const missing = required.filter((name) => !found[name])
    if (missing.length > 0) this.blame(place, `${what}缺少${missing.map((name) => `“${name}”`).join('、')}`)
    return missing.length > 0 ? null : found
  }

  items(place: Node | undefined, what: string): Node[] {
    if (!place) return []
    if (isSeq(place) && place.items.length > 0) return place.items as Node[] // parsed sequences hold nodes
    this.blame(place, `${what}应为列表，至少一项${aliasNote(place)}`)
    return []
  }

  text(place: Node | undefined, what: string): string | null {
    if (!place) return null
    const value = isScalar(place) ? String(place.value ?? '').trim() : ''
    return value === '' ? this.blame(place, `${what}应为一段文字${aliasNote(place)}`) : value
  }

  /** A text of a form; null and a note where it has another. */
  match(place: Node | undefined, what: string, form: RegExp, example: string): string | null {
    const text = this.text(place, what)
    if (text === null || form.test(text)) return text
    return this.blame(place!, `${what}“${text}”写法有误，应写作如 ${example}`)
  }

  day(place: Node | undefined, what: string): string | null {
    const text = this.match(place, what, /^\d{4}-\d{2}-\d{2}$/, '2024-06-30')
    if (text === null || isDay(text)) return text
    return this.blame(place!, `${what}“${text}”不是实际存在的日期`)
  }

  #note(offset: number, sentence: string) {
    this.flaws.push({ ...placeIn(this.#text, offset), sentence })
  }
}

const aliasNote = (place: Node) => (isAlias(place) ? '，不支持引用（*）' : '')

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
