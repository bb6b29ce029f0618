/** A cell as it is stored → the value of its field, or one sentence saying what is wrong and what was found. */
import type { z } from 'zod'
import { metaOf } from '../fields.ts'
import { type Kind, kindOf, type SheetColumn } from './column.ts'
import { dayIn, dayOfNumber, monthIn, monthOfNumber } from './days.ts'
import { folded, quoted, tidy } from './letters.ts'
import { type RawCell, uncalculated } from './rows.ts'
import type { Epoch } from './styles.ts'
import { exact, moved, numberIn } from './units.ts'

export type Read = { value: unknown } | { problem: string }

/** The text of a cell as Excel shows it, nearly. */
export function shownText(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return tidy(cell)
  if (typeof cell === 'number') return String(exact(cell))
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if ('date' in cell) return cell.date.replace('T', ' ')
  if ('percent' in cell) return `${moved(String(exact(cell.percent)), 2)}%`
  return cell.fault
}

/** Prepares a column once, for reading many cells. */
export function cellReader(column: SheetColumn, epoch: Epoch): (cell: RawCell | undefined) => Read {
  const { field } = column
  const nothing = field.safeParse(null).success ? null : undefined
  const read = readers[kindOf(column)](column, epoch)
  return (cell) => {
    const shown = shownText(cell)
    if (shown === '') return checked(field, nothing)
    if (typeof cell === 'object' && cell !== null && 'fault' in cell) return faulty(cell.fault)
    const found = read(cell!, shown)
    if (found === absent) return nothing === null ? { value: null } : { problem: `${unwritten(field)}，现为${quoted(shown)}` }
    if ('problem' in found) return { problem: `${found.problem}，现为${quoted(shown)}` }
    const result = checked(field, found.value)
    return 'problem' in result ? { problem: `${result.problem}，现为${quoted(shown)}` } : result
  }
}

const faulty = (fault: string): Read =>
  fault === uncalculated
    ? { problem: '公式没有算出结果，请用 Excel 打开后保存，或粘贴为数值' }
    : { problem: `公式出错（${fault.slice(0, 20)}），请改正，或粘贴为数值` }

/** A stroke or a dash, with which people say that there is nothing to be said. */
const absent = Symbol('nothing to be said')
type Found = Read | typeof absent
type Reader = (cell: RawCell, shown: string) => Found

const readers: Record<Kind, (column: SheetColumn, epoch: Epoch) => Reader> = {
  text:
    ({ field }) =>
    (cell, shown) =>
      text(field, cell, shown),
  number: ({ field }) => {
    const { unit } = metaOf(field)
    return (cell, shown) => dashed(shown) ?? number(cell, shown, unit)
  },
  day: (_, epoch) => (cell, shown) => dashed(shown) ?? one(day(cell, shown, epoch), '应为日期，如 2024-06-30'),
  month: (_, epoch) => (cell, shown) => dashed(shown) ?? one(month(cell, shown, epoch), '应为年月，如 2024-06'),
  yes: () => (_, shown) => dashed(shown) ?? one(answers.get(folded(shown).toUpperCase()), '应为“是”或“否”'),
  option: ({ field }) => {
    const options = Object.entries(metaOf(field).options ?? {})
    const named = new Map(
      options.flatMap(([key, word]) => [
        [folded(key), key],
        [folded(word), key],
      ]),
    )
    const words = options.slice(0, 8).map(([, word]) => `“${word}”`)
    const expected = `应为${words.join('、')}${options.length > words.length ? '等' : ''}之一`
    return (_, shown) =>
      named.has(folded(shown)) ? { value: named.get(folded(shown)) } : (dashed(shown) ?? { problem: expected })
  },
  words: () => (_, shown) => ({
    value: shown
      .split(/[、，,；;\n]+/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  }),
  reference:
    ({ resolve }) =>
    (_, shown) =>
      dashed(shown) ?? resolve!(shown),
}

const dashed = (shown: string): typeof absent | undefined => (/^[-/\\—–－／]+$/.test(shown) ? absent : undefined)
const one = (value: unknown, expected: string): Read =>
  value === null || value === undefined ? { problem: expected } : { value }

const answers = new Map<string, boolean>([
  ...['是', '有', '√', '✓', '✔', '☑', '对', 'Y', 'YES', 'T', 'TRUE', '1'].map((word) => [word, true] as const),
  ...['否', '无', '不是', '没有', '×', '✗', '✘', '✕', '☒', 'X', '错', 'N', 'NO', 'F', 'FALSE', '0'].map(
    (word) => [word, false] as const,
  ),
])

/** Excel keeps fifteen digits of a number; a code of more has lost its end. */
const lossy = 1e15

function text(field: z.ZodType, cell: RawCell, shown: string): Read {
  const lost = typeof cell === 'number' ? Math.abs(cell) >= lossy : /^\d(\.\d+)?E\+\d{2}$/i.test(shown)
  if (lost) return { problem: 'Excel 已把它变成数字，末几位已丢失，请把该列设为“文本”格式后重新填写' }
  // Codes are often written in groups and in small letters; names are taken as they are.
  const compact = shown.replace(/\s/g, '')
  const variants = [shown, compact, compact.toUpperCase()]
  return { value: variants.find((variant) => field.safeParse(variant).success) ?? shown }
}

function number(cell: RawCell, shown: string, unit: string | undefined): Read {
  if (typeof cell === 'number') return { value: exact(cell) }
  if (typeof cell === 'object' && cell !== null && 'date' in cell)
    return unit === '年' ? { value: Number(cell.date.slice(0, 4)) } : { problem: '应为数字，不是日期' }
  const percent = typeof cell === 'object' && cell !== null && 'percent' in cell
  return one(
    percent && unit !== '%' ? exact((cell as { percent: number }).percent) : numberIn(shown, unit),
    unit ? `应为数字（单位：${unit}）` : '应为数字',
  )
}

const isDay = (cell: RawCell) => typeof cell === 'object' && cell !== null && 'date' in cell

const day = (cell: RawCell, shown: string, epoch: Epoch) =>
  typeof cell === 'number' ? dayOfNumber(cell, epoch) : isDay(cell) ? shown.slice(0, 10) : dayIn(shown)

const month = (cell: RawCell, shown: string, epoch: Epoch) =>
  typeof cell === 'number' ? monthOfNumber(cell, epoch) : isDay(cell) ? shown.slice(0, 7) : monthIn(shown)

function checked(field: z.ZodType, value: unknown): Read {
  const result = field.safeParse(value)
  if (result.success) return { value: result.data }
  const said = result.error.issues[0]?.message ?? ''
  if (value === undefined) return { problem: said.startsWith('请') ? said : unwritten(field) }
  return { problem: /[\u4e00-\u9fff]/.test(said) ? said : `${metaOf(field).title ?? ''}不符合填写要求` }
}

const unwritten = (field: z.ZodType) => `请填写${metaOf(field).title ?? ''}`
