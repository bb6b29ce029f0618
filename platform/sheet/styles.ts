/** How a workbook shows its numbers: a number is a day only by its format, and Excel counts days from 1900 or 1904. */
import { attributes, type Listener } from './xml.ts'

export type Shown = 'number' | 'date' | 'percent'

/** Built-in formats of days and times, those of East Asian editions among them. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58) || (id >= 71 && id <= 81)

/** Fills `shown` with one entry for each cell style of `styles.xml`. */
export function stylesListener(shown: Shown[]): Listener {
  const custom = new Map<number, string>()
  let inCells = false
  return {
    open(name, tag) {
      if (name === 'numFmt') {
        const { numFmtId, formatCode } = attributes(tag)
        custom.set(Number(numFmtId), formatCode ?? '')
      } else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) shown.push(shownBy(Number(attributes(tag).numFmtId ?? 0), custom))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
    text() {},
  }
}

function shownBy(id: number, custom: Map<number, string>): Shown {
  const code = custom.get(id)
  if (code === undefined) return isBuiltInDate(id) ? 'date' : id === 9 || id === 10 ? 'percent' : 'number'
  return formatShows(code)
}

/** What a format code such as `yyyy"年"m"月"` shows: quoted and escaped characters and bracketed conditions say nothing. */
export function formatShows(code: string): Shown {
  const letters = code
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .split(';')[0]!
  if (/General|通用/i.test(letters)) return 'number'
  if (/[ymdhs]|aaa/i.test(letters)) return 'date'
  return letters.includes('%') ? 'percent' : 'number'
}

/** Day 0 of the two systems, in days from 1970. */
const epochs = { 1900: -25_569, 1904: -24_107 }
export type Epoch = keyof typeof epochs

/** `2024-06-30`, or with its time `2024-06-30T17:30:00`; null for what Excel itself cannot show as a day. */
export function dayOf(serial: number, epoch: Epoch): string | null {
  if (!(serial >= 0 && serial < 2_958_466)) return null
  // Excel believes in a 29 February 1900.
  const days = epoch === 1900 && serial < 60 ? serial + 1 : serial
  const shown = new Date(Math.round((days + epochs[epoch]) * 86_400) * 1000).toISOString()
  return shown.endsWith('T00:00:00.000Z') ? shown.slice(0, 10) : shown.slice(0, 19)
}
