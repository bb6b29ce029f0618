/**
 * What an indicator is: its meaning as data, and the ledgers it may count.
 *
 * A definition names a measure of a ledger, the period it is taken over and the form it is shown in; nothing in it is code.
 * Definitions are versioned by `since`: the version in force on a day decides the figure of that day.
 */
import { z } from 'zod'

/** How a ledger lies in time. */
export const ledgerTimes = {
  /** A row holds from a day until another: an enterprise in the district, a title while it is valid. */
  standing: '存续台账',
  /** A row happens on a day: a copyright registered. */
  event: '事项台账',
  /** A row is about a month: stocks as at its end, flows cumulative since January. */
  monthly: '月报台账',
} as const
export type LedgerTime = keyof typeof ledgerTimes

/** `stock`: as at the end of the month; `flow`: cumulative since January; `tag`: splits and filters; `day`: compared as a day. */
export type LedgerField = {
  title: string
  nature: 'tag' | 'day' | 'stock' | 'flow' | 'number'
  unit?: string
  options?: Record<string, string>
  /** Told at the ends of quarters only. */
  quarterly?: true
  /** Of a tag that is no word: yes or no, or the identifier of a place, which nobody writes down. */
  tells?: 'yes' | 'place'
}

/** A ledger as indicators see it. */
export type Ledger = { name: string; title: string; time: LedgerTime; inUse: boolean; fields: Record<string, LedgerField> }

/** All that is given must hold. Days compare as text; `is` lists the values of a tag. */
export const condition = z
  .strictObject({
    field: z.string(),
    is: z.array(z.string()).min(1).optional(),
    yes: z.boolean().optional(),
    atLeast: z.union([z.number(), z.string()]).optional(),
    below: z.union([z.number(), z.string()]).optional(),
  })
  .refine(({ field: _, ...tests }) => Object.values(tests).some((test) => test !== undefined), '条件没有写明要求')
export type Condition = z.infer<typeof condition>

/** `take` is a numeric field of the ledger, or null to count rows. */
export const measure = z.strictObject({ ledger: z.string(), take: z.string().nullable(), where: z.array(condition) })
export type Measure = z.infer<typeof measure>

export const periods = {
  'as-of': '时点',
  month: '当月',
  'year-to-date': '本年累计',
  'trailing-year': '近十二个月',
  'full-year': '最近完整年度',
  'since-baseline': '基期以来累计',
} as const
export type Period = keyof typeof periods

export const forms = { amount: '合计', increase: '比基期增加', growth: '同比增长', share: '占比' } as const
export type Form = keyof typeof forms

/** Splits every ledger knows by the same name, where it has the field; the month is that of an event's day. */
export const dimensions = {
  zone: '园城',
  town: '镇街',
  building: '楼宇',
  unit: '单位',
  industry: '行业',
  direction: '重点方向',
  month: '月份',
} as const
export type Dimension = keyof typeof dimensions

/** Of the years a district knows: a slip like 0204-06-30 is no day for the database either. */
export const isDayOfOurs = (day: string): boolean =>
  z.iso.date().safeParse(day).success && day >= '1949-01-01' && day <= '2100-12-31'
const day = z.iso.date().refine(isDayOfOurs, '日期的年份应在 1949 至 2100 之间')

export const definition = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,60}$/),
  name: z.string().min(1).max(60),
  /** The heading it is listed under. */
  theme: z.string().min(1).max(20).optional(),
  version: z.int().positive(),
  /** First day it is in force. */
  since: day,
  /** What is counted, in words a citizen understands (口径). */
  meaning: z.string().min(1).max(1000),
  unit: z.string().max(20),
  /** Which way is good. */
  direction: z.enum(['up', 'down']),
  period: z.enum(Object.keys(periods) as [Period, ...Period[]]),
  form: z.enum(Object.keys(forms) as [Form, ...Form[]]),
  of: measure,
  /** The whole a share is taken of. */
  over: measure.nullable(),
  /** For `increase` and `since-baseline`: the last day before counting starts. */
  baseline: day.nullable(),
  dimensions: z.array(z.enum(Object.keys(dimensions) as [Dimension, ...Dimension[]])),
  /** Digits after the point in its unit; of a growth or a share, of the fraction (0.125 with 3). */
  decimals: z.int().min(0).max(6),
  /** Short name of the organisation that answers for it. */
  keeper: z.string().min(1).max(60),
  /** Words that find the plan's target it measures (a regular expression over the target's subject), with its kind where two share them. */
  target: z.strictObject({ subject: z.string(), kind: z.string().optional(), year: z.int().optional() }).nullable(),
})
export type Definition = z.infer<typeof definition>

/** A row of a ledger as indicators see it; kept apart from the clock: known from a day until it was withdrawn. */
export type Fact = {
  id: string
  /** First day (standing), the day (event), first day of the month (monthly). */
  from: string
  /** First day it holds no more; null while it does, and for events and months. */
  until: string | null
  knownFrom: string
  knownUntil: string | null
  /** Tags are texts, yes is a boolean, measures are numbers of at most two decimals; null is not known. */
  values: Record<string, string | number | boolean | null>
}

/** A part of a figure: rows of one measure in one window, added or taken away. */
export type Read = { side: 'of' | 'over' | 'before'; sign: 1 | -1; measure: Measure; window: Window }
export type Window =
  | { kind: 'standing'; on: string }
  /** Both days included. */
  | { kind: 'events'; from: string; to: string }
  | { kind: 'month'; month: string }

/** What was found for one read. */
export type Sum = { amount: number; rows: number }

export type Figure = {
  /** In the definition's unit (a growth or share as a fraction), rounded; null when it cannot be told. */
  value: number | null
  /** Exact, before rounding. */
  of: Sum
  over: Sum | null
  before: Sum | null
  /** The month monthly ledgers were read at. */
  month: string | null
  /** Why there is no value. */
  missing: string | null
}
