/**
 * Checks of a monthly report before it is accepted.
 *
 * `must` findings have to be put right. `explain` findings are settled by a reason given for the cell; they stay in the
 * answer with that reason, because whoever accepts the report reads it. There is at most one for a cell, and none for
 * one that has to be put right anyway.
 */
import { wan } from '../enterprise/wording.ts'
import { type Cell, cellNames, cells, type Filed, isDue, softwareParts, type Values } from './cells.ts'
import { type Band, oddities } from './swings.ts'
import { amountInWords, spanInWords } from './wording.ts'

export const filingRule: Band = { swing: 0.3, minimum: 100_000, persons: 5 }

export type Finding = { cell: Cell; kind: 'must' | 'explain'; sentence: string; reason: string | null }

export type Filing = {
  month: string
  values: Values
  /** Accepted reports of the enterprise in any order; those of the last thirteen months matter. */
  history: Filed[]
  reasons: Partial<Record<Cell, string>>
  rule?: Band
}

export function checkFiling({ month, values, history, reasons, rule = filingRule }: Filing): Finding[] {
  const shape = cellNames.flatMap((cell) => shapeOf(cell, values[cell], month))
  const misshapen = new Set(shape.map(({ cell }) => cell))
  const sound = Object.fromEntries(cellNames.map((cell) => [cell, misshapen.has(cell) ? null : values[cell]])) as Values // all cells
  const wrong = [...shape, ...sumOfParts(sound), ...partsOfWholes(sound)]
  const explain = cellNames
    .filter((cell) => sound[cell] !== null && !wrong.some((finding) => finding.cell === cell))
    .flatMap((cell) => {
      const odd = oddities(cell, sound[cell]!, month, history, rule)
      if (odd.length === 0) return []
      const sentence = `${odd.join('；')}，请说明原因`
      return [{ cell, kind: 'explain' as const, sentence, reason: reasons[cell]?.trim() || null }]
    })
  return [...wrong, ...explain]
}

/** What still stands in the way of acceptance. */
export const openFindings = (findings: Finding[]): Finding[] =>
  findings.filter(({ kind, reason }) => kind === 'must' || reason === null)

const must = (cell: Cell, sentence: string): Finding => ({ cell, kind: 'must', sentence, reason: null })

function shapeOf(cell: Cell, value: number | null, month: string): Finding[] {
  const { title, unit } = cells[cell]
  if (value === null) {
    if (!isDue(cell, month)) return []
    const quarterly = cells[cell].due === 'quarter' ? '，季度末月须填报' : ''
    return [must(cell, `请填写${title}（${spanInWords(cell, month)}）${quarterly}`)]
  }
  if (!Number.isSafeInteger(value)) return [must(cell, `${title}应为整数，单位为${unit}`)]
  if (value < 0 && cell !== 'profit') return [must(cell, `${title}不能为负，现为 ${amountInWords(cell, value)}`)]
  return []
}

function sumOfParts(values: Values): Finding[] {
  const { softwareRevenue: whole } = values
  const parts = softwareParts.map((cell) => ({ cell, value: values[cell] }))
  if (whole === null || parts.some(({ value }) => value === null)) return []
  const sum = parts.reduce((total, { value }) => total + value!, 0)
  if (sum === whole) return []
  const listed = parts.map(({ cell, value }) => `${cells[cell].title} ${wan(value!)}`).join('、')
  const gap = `${whole > sum ? '多' : '少'} ${wan(Math.abs(whole - sum))}`
  return [must('softwareRevenue', `软件业务收入 ${wan(whole)}，比四项之和 ${wan(sum)}${gap}（${listed}）`)]
}

const wholes: [part: Cell, whole: Cell][] = [
  ['softwareRevenue', 'revenue'],
  ['rndStaff', 'headcount'],
  ['bachelors', 'headcount'],
]

function partsOfWholes(values: Values): Finding[] {
  return wholes.flatMap(([part, whole]) => {
    const [less, more] = [values[part], values[whole]]
    if (less === null || more === null || less <= more) return []
    const [small, large] = [part, whole].map((cell, i) => `${cells[cell].title} ${amountInWords(cell, i === 0 ? less : more)}`)
    return [must(part, `${small}，不能大于${large}`)]
  })
}
