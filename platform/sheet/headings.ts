/**
 * Where a table begins: among its first rows, the one or two that hold the headings asked for.
 *
 * Above them may stand a title and notes. A heading in two rows (在区关系 over 注册 and 经营) is read as one: parent and child joined.
 */
import type { SheetColumn } from './column.ts'
import { folded } from './letters.ts'
import { columnLetter, type RawCell, type SheetRow } from './rows.ts'
import { unitsDiffer } from './units.ts'

/** Rows among which headings are looked for. */
export const searched = 20

export type Headings = {
  /** Number of the last row of headings, as Excel shows it. */
  row: number
  /** The columns found, with their place in `cells`. */
  places: { at: number; column: SheetColumn }[]
  /** Headings nobody asked for. */
  unknown: { at: number; heading: string }[]
}

/** `matches` tells of two sheets which is the more likely one. */
export type Unfit = { problem: string; matches: number }

export function findHeadings(rows: SheetRow[], columns: SheetColumn[]): Headings | Unfit {
  const wanted = columns.map(({ heading }) => forms(heading))
  const pairs = rows.slice(1).flatMap((row, i) => (rows[i]!.number + 1 === row.number ? [double(rows[i]!, row)] : []))
  let best: Candidate | undefined
  // Two rows are headings only where they say more than one of them alone.
  for (const candidate of [...rows.map(single), ...pairs].map((labels) => matched(labels, wanted)))
    if (candidate.found >= Math.min(2, columns.length) && candidate.found > (best?.found ?? 0)) best = candidate
  if (!best) {
    const names = columns.slice(0, 3).map(({ heading }) => `「${heading}」`)
    return { problem: `前 ${searched} 行里没有找到表头（${names.join('、')}等列），请使用模板填写`, matches: 0 }
  }
  return judged(best, columns)
}

type Label = { at: number; shown: string; forms: string[] }
type Labels = { row: number; labels: Label[] }

function single({ number, cells }: SheetRow): Labels {
  const labels = cells.flatMap((cell, at) => {
    const shown = written(cell)
    return shown ? [{ at, shown, forms: forms(shown) }] : []
  })
  return { row: number, labels }
}

/** A parent reaches to the right as far as there are children without one of their own. */
function double({ cells: above }: SheetRow, { number, cells: below }: SheetRow): Labels {
  let parent = ''
  const labels = Array.from({ length: Math.max(above.length, below.length) }, (_, at): Label[] => {
    const own = written(above[at])
    const child = written(below[at])
    if (own || !child) parent = own
    if (!child) return own ? [{ at, shown: own, forms: forms(own) }] : []
    const shown = `${parent}${child}`
    return [{ at, shown, forms: [...forms(shown), ...forms(child)] }]
  })
  return { row: number, labels: labels.flat() }
}

const written = (cell: RawCell | undefined): string =>
  typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? String(cell) : ''

/** From exact to loose: with what stands in brackets, and without. */
function forms(heading: string): string[] {
  const whole = folded(heading).replace(/[*★※:]/g, '')
  const bare = whole.replace(/[([【〔{][^)\]】〕}]*[)\]】〕}]/g, '')
  return [
    ...new Set(
      [whole, bare].map((form) =>
        form
          .replace(/平方米|m²/g, 'm2')
          .replace(/[·・—–\-_/、,.()[\]【】〔〕{}]/g, '')
          .toLowerCase(),
      ),
    ),
  ].filter((form) => form !== '')
}

/** `places[i]` are the labels that fit column `i` best: more than one is a column written twice. */
type Candidate = { row: number; found: number; places: Label[][]; labels: Label[] }

function matched({ row, labels }: Labels, wanted: string[][]): Candidate {
  // A label goes to the column it fits best, so that 面积（亩） is not also taken for 面积（㎡）.
  const taken = labels.map((label) => {
    const ranks = wanted.map((heading) => rankOf(label.forms, heading))
    const least = Math.min(...ranks)
    // What fits two columns alike (面积 where both ㎡ and 亩 are asked for) says neither.
    const index = ranks.indexOf(least)
    return { label, rank: least, index: least === none || ranks.lastIndexOf(least) !== index ? -1 : index }
  })
  const places = wanted.map((_, index) => {
    const mine = taken.filter((one) => one.index === index)
    const least = Math.min(...mine.map(({ rank }) => rank))
    return mine.filter(({ rank }) => rank === least).map(({ label }) => label)
  })
  return { row, found: places.filter(({ length }) => length > 0).length, places, labels }
}

const none = Number.POSITIVE_INFINITY

function rankOf(label: string[], heading: string[]): number {
  let least = none
  for (const [i, form] of label.entries()) {
    const j = heading.indexOf(form)
    if (j >= 0) least = Math.min(least, i + j)
  }
  return least
}

function judged({ row, found, places, labels }: Candidate, columns: SheetColumn[]): Headings | Unfit {
  const lacking = columns.filter(({ required }, i) => required && places[i]!.length === 0)
  if (lacking.length > 0)
    return {
      problem: `第 ${row} 行的表头缺少必填的列：${lacking.map(({ heading }) => `「${heading}」`).join('、')}`,
      matches: found,
    }
  for (const [i, column] of columns.entries()) {
    const [first, second] = places[i]!
    if (second)
      return {
        problem: `「${column.heading}」有 ${places[i]!.map(({ at }) => columnLetter(at + 1)).join('、')} 几列，请只保留一列`,
        matches: found,
      }
    const differ = first && unitsDiffer(column.heading, first.shown)
    if (differ)
      return {
        problem: `${columnLetter(first.at + 1)} 列「${first.shown}」的单位是${differ.found}，应为${differ.wanted}，请换算后重新上传`,
        matches: found,
      }
  }
  const used = new Set(places.flat())
  return {
    row,
    places: columns.flatMap((column, i) => places[i]!.map(({ at }) => ({ at, column }))).sort((a, b) => a.at - b.at),
    unknown: labels.filter((label) => !used.has(label)).map(({ shown, at }) => ({ at, heading: shown })),
  }
}
