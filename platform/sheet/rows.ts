/** The rows of a worksheet's XML, cell by cell as they are stored; what Excel, WPS and LibreOffice write alike. */
import { tooLarge } from '../problem.ts'
import { dayOf, type Epoch, type Shown } from './styles.ts'
import { attribute, type Listener, plain } from './xml.ts'

/** A number shown as a day or per cent says so, since it means something else; a formula without a result is at fault too. */
export type RawCell = string | number | boolean | null | { date: string } | { percent: number } | { fault: string }

/** `number` as Excel shows it; `cells` by column from A, without the empty ones at the end. */
export type SheetRow = { number: number; cells: RawCell[] }

export const sheetLimits = { rows: 200_000, columns: 200 }

export type Sharing = { strings: string[]; shown: Shown[]; epoch: Epoch }

/** Puts every row that has content into `rows`, and the ranges of merged cells (`A1:B2`) into `merged`. */
export function rowsListener({ strings, shown, epoch }: Sharing, rows: SheetRow[], merged: string[]): Listener {
  let number = 0
  let column = 0
  let cells: RawCell[] = []
  let type: string | undefined
  let style = 0
  let kept = false
  let formula = false
  let text = ''
  let phonetic = false

  const openCell = (tag: string) => {
    const place = attribute(tag, 'r=')
    column = place === undefined ? column + 1 : columnNumber(place)
    if (column === 0) throw new SyntaxError('a cell without a column')
    type = attribute(tag, 't=')
    style = Number(attribute(tag, 's=') ?? 0)
    text = ''
    formula = false
  }
  /** One object for each day, as far as they repeat: who knows it need not read it again. */
  const days = new Map<number, RawCell>()
  const dayIn = (serial: number): RawCell => {
    const known = days.get(serial)
    if (known !== undefined) return known
    const date = dayOf(serial, epoch)
    const cell = date === null ? serial : { date }
    if (days.size < manyDays) days.set(serial, cell)
    return cell
  }
  const content = (): RawCell => {
    if (text === '') return formula && type !== 'str' ? { fault: uncalculated } : null
    if (type === 's') return sharedText(strings[Number(text)])
    if (type === 'inlineStr' || type === 'str') return detached(plain(text))
    if (type === 'b') return text === '1' || text === 'true'
    if (type === 'e') return { fault: text }
    if (type === 'd' && isoDay.test(text)) return { date: text.slice(0, 19).replace(/T00:00:00$/, '') }
    const value = Number(text)
    if (Number.isNaN(value)) return plain(text)
    if (shown[style] === 'percent') return { percent: value }
    return shown[style] === 'date' ? dayIn(value) : value
  }
  const closeCell = () => {
    const value = content()
    if (value === null || value === '') return
    if (column > sheetLimits.columns)
      throw tooLarge(`第 ${number} 行的内容超出了 ${sheetLimits.columns} 列，请删去多余的列后重新上传`)
    while (cells.length < column - 1) cells.push(null)
    cells[column - 1] = value
  }

  return {
    open(name, tag) {
      if (name === 'c') openCell(tag)
      else if (name === 'v' || name === 't') kept = !phonetic
      else if (name === 'f') formula = true
      else if (name === 'rPh') phonetic = true
      else if (name === 'row') {
        const next = Number(attribute(tag, 'r=') ?? number + 1)
        if (!(next > number)) throw new SyntaxError('rows out of order')
        number = next
        column = 0
        cells = []
      } else if (name === 'mergeCell' && merged.length < manyMerged) merged.push(attribute(tag, 'ref=') ?? '')
    },
    close(name) {
      if (name === 'c') closeCell()
      else if (name === 'v' || name === 't') kept = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'row' && cells.length > 0) rows.push({ number, cells })
    },
    text(raw) {
      if (kept) text = longer(text, raw)
    },
  }
}

function sharedText(text: string | undefined): string {
  if (text === undefined) throw new SyntaxError('a shared text that does not exist')
  return text
}

/** How strict workbooks write a day. */
const isoDay = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d|$)/

/** Half a century of them. */
const manyDays = 20_000

/** More than these are named to nobody. */
const manyMerged = 100_000

/** A cell holds 32,767 characters; markup may make some more of them. */
function longer(text: string, raw: string): string {
  if (text.length + raw.length > 1024 * 1024) throw new SyntaxError('endless text')
  return text + raw
}

export const uncalculated = '公式没有结果'

/** Shared texts, without the pronunciation that stands over Chinese and Japanese ones. */
export function stringsListener(strings: string[], limit: number): Listener {
  let text = ''
  let kept = false
  let phonetic = false
  let sum = 0
  return {
    // LibreOffice gives every change between Latin and Chinese letters its font, four times as long as the letters.
    over: 'rPr',
    open(name) {
      if (name === 'si') text = ''
      else if (name === 't') kept = !phonetic
      else if (name === 'rPh') phonetic = true
    },
    close(name) {
      if (name === 't') kept = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'si') {
        const whole = detached(plain(text))
        sum += whole.length + 8
        if (sum > limit) throw tooLarge('表中的文字过多，请拆成几个文件分别上传')
        strings.push(whole)
      }
    },
    text(raw) {
      if (kept) text = longer(text, raw)
    },
  }
}

/** A copy of its own: a slice, which the engine makes of longer texts, would keep alive the whole piece it was cut from. */
const detached = (slice: string) => (slice.length < 13 ? slice : Buffer.from(slice, 'utf16le').toString('utf16le'))

/** AB12 → 28. */
export function columnNumber(place: string): number {
  let number = 0
  for (let at = 0; at < place.length; at += 1) {
    const code = place.charCodeAt(at)
    if (code < 65 || code > 90) break
    number = number * 26 + code - 64
  }
  return number
}

/** 28 → AB. */
export function columnLetter(number: number): string {
  const rest = (number - 1) % 26
  const before = (number - 1 - rest) / 26
  return `${before > 0 ? columnLetter(before) : ''}${String.fromCharCode(65 + rest)}`
}
