/** The cells of the monthly report of an enterprise (运行监测月报), in the order of the form: what each is, and when it is due. */

export type CellRule = {
  title: string
  /** `flow`: cumulative since January; `stock`: as at the end of the month. */
  nature: 'flow' | 'stock'
  unit: '元' | '美元' | '人'
  /** Asked for every month, in the last month of a quarter only, or told by who likes to. */
  due: 'month' | 'quarter' | 'free'
  /** A swing asks for an explanation. The parts of software revenue need none: their sum is watched. */
  watched: boolean
}

const cellRules = {
  revenue: { title: '营业收入', nature: 'flow', unit: '元', due: 'month', watched: true },
  softwareRevenue: { title: '软件业务收入', nature: 'flow', unit: '元', due: 'month', watched: true },
  softwareProducts: { title: '软件产品收入', nature: 'flow', unit: '元', due: 'month', watched: false },
  itServices: { title: '信息技术服务收入', nature: 'flow', unit: '元', due: 'month', watched: false },
  security: { title: '信息安全收入', nature: 'flow', unit: '元', due: 'month', watched: false },
  embedded: { title: '嵌入式系统软件收入', nature: 'flow', unit: '元', due: 'month', watched: false },
  headcount: { title: '期末参保人数', nature: 'stock', unit: '人', due: 'month', watched: true },
  rndStaff: { title: '研发人员', nature: 'stock', unit: '人', due: 'month', watched: true },
  bachelors: { title: '本科及以上人员', nature: 'stock', unit: '人', due: 'quarter', watched: true },
  rndSpend: { title: '研发费用', nature: 'flow', unit: '元', due: 'quarter', watched: true },
  profit: { title: '利润总额', nature: 'flow', unit: '元', due: 'quarter', watched: true },
  exports: { title: '软件业务出口', nature: 'flow', unit: '美元', due: 'quarter', watched: true },
  tax: { title: '税收', nature: 'flow', unit: '元', due: 'free', watched: true },
} as const satisfies Record<string, CellRule>

export type Cell = keyof typeof cellRules
export const cells: Record<Cell, CellRule> = cellRules
export const cellNames = Object.keys(cells) as Cell[]

/** Whole yuan, US dollars or persons; null is left empty. */
export type Values = Record<Cell, number | null>
/** An accepted report; `month` as YYYY-MM. */
export type Filed = { month: string; values: Values }

/** The parts software revenue is made of. */
export const softwareParts = ['softwareProducts', 'itServices', 'security', 'embedded'] as const

export const monthNumber = (month: string): number => Number(month.slice(5))
export const isQuarterEnd = (month: string): boolean => monthNumber(month) % 3 === 0
export const isDue = (cell: Cell, month: string): boolean => {
  const { due } = cells[cell]
  return due === 'month' || (due === 'quarter' && isQuarterEnd(month))
}
export const sameMonthLastYear = (month: string): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`

/** Accepted months before `month` in which the cell was filled, newest first. */
export const filledBefore = (history: Filed[], month: string, cell: Cell): { month: string; value: number }[] =>
  history
    .filter((filed) => filed.month < month)
    .sort((a, b) => (a.month < b.month ? 1 : -1))
    .flatMap(({ month, values }) => (values[cell] === null ? [] : [{ month, value: values[cell] }]))
