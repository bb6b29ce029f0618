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
  const empty = checked(field, nothing)
  const kind = kindOf(column)
  const read = readers[kind](column, epoch)
  return remembered((raw) => {
    const cell = typeof raw === 'string' ? tidy(raw) : raw
    if (cell === '') return empty
    if (typeof cell === 'object' && 'fault' in cell) return faulty(cell.fault)
    const stroke = typeof cell === 'string' && strokes.test(cell)
    if (stroke && nothing === null) return { value: null }
    const found = stroke ? { problem: unwritten(field) } : read(cell)
    // A text was tried with its field to be read at all.
    const result = 'value' in found && kind !== 'text' ? checked(field, found.value) : found
    return 'value' in result ? result : { problem: `${result.problem}，现为${quoted(shownText(cell))}` }
  }, empty)
}

/** Values that are kept of a column to be known again. */
const most = 1000

/** Most columns say few things many times: towns, states, days. One that hardly repeats itself is read cell by cell. */
function remembered(read: Reader, empty: Read): (cell: RawCell | undefined) => Read {
  let known: Map<RawCell, Read> | null = new Map()
  let repeated = 0
  return (cell) => {
    if (cell === null || cell === undefined) return empty
    const before = known?.get(cell)
    if (before) {
      repeated += 1
      return before
    }
    const found = read(cell)
    if (known && known.size < most) known.set(cell, found)
    else if (repeated < most) known = null
    return found
  }
}

/** With which people say that there is nothing to be said. */
const strokes = /^[-/\\—–－／]+$/

const faulty = (fault: string): Read =>
  fault === uncalculated
    ? { problem: '公式没有算出结果，请用 Excel 打开后保存，或粘贴为数值' }
    : { problem: `公式出错（${fault.slice(0, 20)}），请改正，或粘贴为数值` }

/** Reads a cell that is neither empty nor at fault; its text is tidy. */
type Reader = (cell: NonNullable<RawCell>) => Read

const readers: Record<Kind, (column: SheetColumn, epoch: Epoch) => Reader> = {
  text:
    ({ field }) =>
    (cell) =>
      text(field, cell),
  number: ({ field }) => {
    const { unit } = metaOf(field)
    return (cell) => number(cell, unit)
  },
  day: (_, epoch) => (cell) => one(day(cell, epoch), '应为日期，如 2024-06-30'),
  month: (_, epoch) => (cell) => one(month(cell, epoch), '应为年月，如 2024-06'),
  yes: () => (cell) => one(answers.get(folded(shownText(cell)).toUpperCase()), '应为“是”或“否”'),
  option: ({ field }) => {
    const options = Object.entries(metaOf(field).options ?? {})
    const named = new Map([
      ...options.map(([key]) => [folded(key), key] as const),
      ...options.map(([key, word]) => [folded(word), key] as const),
    ])
    const words = options.slice(0, 8).map(([, word]) => `“${word}”`)
    const expected = `应为${words.join('、')}${options.length > words.length ? '等' : ''}之一`
    return (cell) => one(named.get(folded(shownText(cell))), expected)
  },
  words: () => (cell) => {
    const parts = shownText(cell).split(/[、，,；;\n]+/)
    return { value: parts.map((word) => word.trim()).filter((word) => word !== '') }
  },
  reference:
    ({ resolve }) =>
    (cell) =>
      resolve!(shownText(cell)),
}

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

function text(field: z.ZodType, cell: NonNullable<RawCell>): Read {
  const shown = shownText(cell)
  const lost = typeof cell === 'number' ? Math.abs(cell) >= lossy : /^\d(\.\d+)?E\+\d{2}$/i.test(shown)
  if (lost) return { problem: 'Excel 已把它变成数字，末几位已丢失，请把该列设为“文本”格式后重新填写' }
  const whole = checked(field, shown)
  if ('value' in whole) return whole
  // Codes are often written in groups and in small letters; names are taken as they are.
  const compact = shown.replace(/\s/g, '')
  const variants = [compact, compact.toUpperCase()].map((variant) => checked(field, variant))
  return variants.find((variant) => 'value' in variant) ?? whole
}

function number(cell: NonNullable<RawCell>, unit: string | undefined): Read {
  if (typeof cell === 'number') return { value: exact(cell) }
  if (typeof cell === 'object' && 'date' in cell)
    return unit === '年' ? { value: Number(cell.date.slice(0, 4)) } : { problem: '应为数字，不是日期' }
  if (typeof cell === 'object' && 'percent' in cell && unit !== '%') return { value: exact(cell.percent) }
  return one(numberIn(shownText(cell), unit), unit ? `应为数字（单位：${unit}）` : '应为数字')
}

function day(cell: NonNullable<RawCell>, epoch: Epoch): string | null {
  if (typeof cell === 'number') return dayOfNumber(cell, epoch)
  return typeof cell === 'object' && 'date' in cell ? cell.date.slice(0, 10) : dayIn(shownText(cell))
}

function month(cell: NonNullable<RawCell>, epoch: Epoch): string | null {
  if (typeof cell === 'number') return monthOfNumber(cell, epoch)
  return typeof cell === 'object' && 'date' in cell ? cell.date.slice(0, 7) : monthIn(shownText(cell))
}

function checked(field: z.ZodType, value: unknown): Read {
  const result = field.safeParse(value)
  if (result.success) return { value: result.data }
  const said = result.error.issues[0]?.message ?? ''
  if (value === undefined) return { problem: said.startsWith('请') ? said : unwritten(field) }
  return { problem: /[\u4e00-\u9fff]/.test(said) ? said : `${metaOf(field).title ?? ''}不符合填写要求` }
}

const unwritten = (field: z.ZodType) => `请填写${metaOf(field).title ?? ''}`
