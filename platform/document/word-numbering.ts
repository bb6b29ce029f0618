/** Automatic numbers of Word lists (一、 （一） 1.), which are not part of a paragraph's text and must be counted. */
import { Parser } from 'htmlparser2'

type Level = { start: number; format: string; pattern: string; restartAfter: number | null }
type Definition = { levels: Map<number, Level> }

/** A paragraph's place in a list, as its own properties or its style give it. */
export type ListPlace = { list: string; level: number }

export class WordNumbering {
  private readonly definitions = new Map<string, Definition>()
  private readonly lists = new Map<string, { definition: string; starts: Map<number, number> }>()
  private readonly counters = new Map<string, number[]>()
  private readonly begun = new Set<string>()

  constructor(numberingXml: string | null) {
    if (numberingXml !== null) this.readDefinitions(numberingXml)
  }

  /** The printed number of the next paragraph at `place`; empty for bullets and unknown lists. */
  next(place: ListPlace): string {
    const list = this.lists.get(place.list)
    const definition = list === undefined ? undefined : this.definitions.get(list.definition)
    const level = definition?.levels.get(place.level)
    if (list === undefined || definition === undefined || level === undefined) return ''
    const counters = this.countersOf(list.definition)
    const override = list.starts.get(place.level)
    const key = `${place.list}:${place.level}`
    if (override !== undefined && !this.begun.has(key)) counters[place.level] = override
    else counters[place.level] = (counters[place.level] ?? level.start - 1) + 1
    this.begun.add(key)
    counters.length = place.level + 1
    if (level.format === 'bullet' || level.format === 'none') return ''
    return level.pattern.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const other = definition.levels.get(at)
      return other === undefined ? '' : writeNumber(counters[at] ?? other.start, other.format)
    })
  }

  private countersOf(definition: string): number[] {
    const known = this.counters.get(definition)
    if (known !== undefined) return known
    const fresh: number[] = []
    this.counters.set(definition, fresh)
    return fresh
  }

  private readDefinitions(xml: string): void {
    let definition: Definition | null = null
    let level: Level | null = null
    let list: { definition: string; starts: Map<number, number> } | null = null
    let overridden = 0
    const parser = new Parser(
      {
        onopentag: (name, a) => {
          const value = a['w:val'] ?? ''
          if (name === 'w:abstractNum') {
            definition = { levels: new Map() }
            this.definitions.set(a['w:abstractNumId'] ?? '', definition)
          } else if (name === 'w:num') {
            list = { definition: '', starts: new Map() }
            this.lists.set(a['w:numId'] ?? '', list)
          } else if (name === 'w:abstractNumId' && list !== null) list.definition = value
          else if (name === 'w:lvlOverride') overridden = Number(a['w:ilvl'])
          else if (name === 'w:startOverride' && list !== null) list.starts.set(overridden, Number(value))
          else if (name === 'w:lvl' && list === null && definition !== null) {
            level = { start: 1, format: 'decimal', pattern: '', restartAfter: null }
            definition.levels.set(Number(a['w:ilvl']), level)
          } else if (level !== null && name === 'w:start') level.start = Number(value)
          else if (level !== null && name === 'w:numFmt') level.format = value
          else if (level !== null && name === 'w:lvlText') level.pattern = value
        },
        onclosetag: (name) => {
          if (name === 'w:lvl') level = null
          if (name === 'w:abstractNum') definition = null
          if (name === 'w:num') list = null
        },
      },
      { xmlMode: true },
    )
    parser.end(xml)
  }
}

const han = '零一二三四五六七八九'

function writeNumber(value: number, format: string): string {
  if (/chinese|ideographDigital|japanese|taiwanese|korean/i.test(format)) return writeHan(value)
  if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese')
    return value <= 20 ? String.fromCharCode(0x245f + value) : String(value)
  if (format === 'upperLetter') return String.fromCharCode(64 + ((value - 1) % 26) + 1)
  if (format === 'lowerLetter') return String.fromCharCode(96 + ((value - 1) % 26) + 1)
  if (format === 'ideographTraditional') return '甲乙丙丁戊己庚辛壬癸'[(value - 1) % 10]!
  return String(value)
}

function writeHan(value: number): string {
  if (value <= 0 || value > 999) return String(value)
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  const top = hundreds === 0 ? '' : `${han[hundreds]}百`
  const middle = tens === 0 ? (hundreds > 0 && ones > 0 ? '零' : '') : `${tens === 1 && hundreds === 0 ? '' : han[tens]}十`
  return `${top}${middle}${ones === 0 ? '' : han[ones]}`
}
