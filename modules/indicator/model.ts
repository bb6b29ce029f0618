/** Indicators: definitions by version, entered figures with their source, published periods and their restatements. */
import { z } from 'zod'
import { definition } from '#engines/indicator/definition.ts'
import { amount, count, day, entity, month, oneOf, ref, structure, text } from '#platform/fields.ts'

/** A version of what an indicator means (口径); a new one begins on a day and leaves the old figures as they were. */
export const indicator = entity('indicator', '指标口径', {
  code: text('代码', 60),
  version: count('版本', ''),
  name: text('指标名称', 60),
  since: day('生效日期'),
  definition: structure('口径', definition),
  /** As the office wrote it. */
  text: z.string().max(20_000).meta({ title: '口径文本', storage: 'text' }),
  reason: text('修订原因', 500).nullable(),
  enteredBy: text('录入人', 40),
  enteredOn: day('录入日期'),
})

/** Figures of other authorities that no ledger here makes: each with its source. */
export const seriesNames = {
  gdp: '地区生产总值',
  'software-value-added': '软件和信息服务业增加值',
  coverage: '媒体报道篇数',
} as const

/** Base units of the series: amounts of money are whole yuan. */
export const seriesUnits: Record<keyof typeof seriesNames, string> = { gdp: '元', 'software-value-added': '元', coverage: '篇' }

export const entry = entity('entry', '录入数据', {
  series: oneOf('数据项', seriesNames),
  /** The figure holds from this day until the next one of its series. */
  asOf: day('数据截至'),
  value: amount('数值'),
  source: text('数据来源', 300),
  keeper: ref('填报单位', 'org'),
  enteredBy: text('填报人', 40),
  knownFrom: day('填报日期'),
  knownUntil: day('失效日期').nullable(),
  reason: text('更正原因', 500).nullable(),
})

const exact = z.object({ amount: z.number(), rows: z.number() })
/** What a figure was made of when it was published. */
export const snapshot = z.object({
  value: z.number().nullable(),
  of: exact,
  over: exact.nullable(),
  before: exact.nullable(),
  month: z.string().nullable(),
  missing: z.string().nullable(),
})

/** A published figure: what was told, and when. It never changes; what is found out later is a restatement. */
export const publication = entity('publication', '公布数据', {
  code: text('代码', 60),
  version: count('口径版本', ''),
  month: month('报告期'),
  figure: structure('数据', snapshot),
  /** Of the rows behind it: proof that the same rows give the same figure. */
  digest: text('明细摘要', 64),
  publishedOn: day('公布日期'),
  publishedBy: text('公布人', 40),
  /** 0 as first published, one more for every restatement. */
  restatement: count('更正次数', ''),
  reason: text('更正原因', 500).nullable(),
})

export const monthStates = { published: '已公布', due: '待公布', open: '报表未截止' } as const
export const entryKeepers = ['office', 'department', 'statistician'] as const
export const lights = oneOf('灯色', { green: '符合进度', yellow: '略有滞后', red: '明显滞后', grey: '暂无数据', blue: '已达成' })
