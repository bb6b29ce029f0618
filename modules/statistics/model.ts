/**
 * Statistical returns: what single respondents told the statistics authority, kept apart from everything else.
 *
 * The Statistics Law lets single-respondent figures serve statistics only. They have a store and a role of their own; other
 * officials reach an enterprise's figures only with the consent it recorded, the public only totals of three and more.
 */
import { z } from 'zod'
import { count, day, entity, metaOf, month, oneOf, ref, structure, text, yuan } from '#platform/fields.ts'

export const schemes = { annual: '软件业统计年报', quarterly: '软件业统计季报', monthly: '软件业统计月报' } as const

export const returnCells = {
  revenue: yuan('主营业务收入').nullable(),
  softwareRevenue: yuan('软件业务收入').nullable(),
  rndSpend: yuan('研发经费').nullable(),
  profit: yuan('利润总额').nullable(),
  wages: yuan('从业人员工资总额').nullable(),
  headcount: count('从业人员平均人数', '人').nullable(),
}
export type ReturnCell = keyof typeof returnCells
export const cellNames = Object.keys(returnCells) as ReturnCell[]
export const cellTitles = Object.fromEntries(cellNames.map((name) => [name, metaOf(returnCells[name]).title ?? name])) as Record<
  ReturnCell,
  string
>
export type Scheme = keyof typeof schemes
/** Months a scheme has reports for. */
export const everyMonths: Record<Scheme, number> = { annual: 12, quarterly: 3, monthly: 1 }

/** A return as it was submitted to the statistics system. A later one for the same period replaces it. */
export const statReturn = entity('stat_return', '统计报表', {
  enterprise: ref('企业', 'enterprise'),
  scheme: oneOf('报表', schemes),
  /** The last month of the period. */
  month: month('报告期'),
  ...returnCells,
  /** Where the enterprise was then. */
  town: ref('镇街', 'org'),
  zone: ref('园城', 'org').nullable(),
  industry: text('行业', 4),
  division: text('行业大类', 2),
  receivedOn: day('接收日期'),
  receivedBy: text('接收人', 40),
  knownUntil: day('失效日期').nullable(),
})

export const splits = { zone: '园城', town: '镇街', division: '行业大类' } as const

export type Split = keyof typeof splits

export const publishedCell = z.object({
  /** Name of the row, and of the column where there are two ways of splitting; null is the total. */
  row: z.string().nullable(),
  column: z.string().nullable(),
  /** Null where it is hidden. */
  enterprises: z.number().nullable(),
  amount: z.number().nullable(),
  hidden: z.enum(['fewer-than-three', 'protects-another']).nullable(),
})
export type PublishedCell = z.infer<typeof publishedCell>

/** A table as it was published: totals only, cells of fewer than three enterprises hidden, also against subtraction. */
export const statTable = entity('stat_table', '统计公布表', {
  title: text('表名', 120),
  scheme: oneOf('报表', schemes),
  month: month('报告期'),
  cell: oneOf('指标', cellTitles),
  rows: oneOf('行', splits),
  columns: oneOf('列', splits).nullable(),
  cells: structure('数据', z.array(publishedCell)),
  publishedOn: day('公布日期'),
  publishedBy: text('公布人', 40),
})
export const statTableRow = statTable.extend({ id: z.uuid() })
export type StatTable = z.infer<typeof statTableRow>

/** How a hidden figure is shown, and what is said of it. */
export const hiddenMark = '*'
export const hiddenNote = '* 企业少于3家，不予公布；可据以推算出此类数据的，一并隐去。'

/** Rows and columns of a table in their order, and the cell where two of them meet. */
export function gridOf<C extends Pick<PublishedCell, 'row' | 'column'>>(cells: readonly C[]) {
  return {
    rows: [...new Set(cells.map(({ row }) => row))],
    columns: [...new Set(cells.map(({ column }) => column))],
    at: (row: string | null, column: string | null) => cells.find((cell) => cell.row === row && cell.column === column),
  }
}

const inTenThousands = (cell: ReturnCell) => metaOf(returnCells[cell]).unit === '元'
export const unitShown = (cell: ReturnCell) => (inTenThousands(cell) ? '万元' : (metaOf(returnCells[cell]).unit ?? ''))
/** In the unit shown; the mark where it is hidden. */
export const amountShown = (cell: ReturnCell, amount: number | null | undefined): string =>
  amount === null || amount === undefined
    ? hiddenMark
    : (inTenThousands(cell) ? amount / 10_000 : amount).toLocaleString('zh-CN', { maximumFractionDigits: 2 })
