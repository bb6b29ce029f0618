/** Figures on any day: what they are, and where they come from. */
import { z } from 'zod'
import { type Definition, definition, dimensions, type Figure } from '#engines/indicator/definition.ts'
import { formulaOf } from '#engines/indicator/figure/formula.ts'
import { forecast, forecastMethod } from '#engines/indicator/forecast.ts'
import { query } from '#platform/action.ts'
import { officials } from '#platform/context.ts'
import { invalid } from '#platform/problem.ts'
import { asked, dayAsked } from '../asked.ts'
import { figuresBeside } from '../beside.ts'
import { baselineMonth, definitionOf, definitionsOn, figuresAndCourses, seriesOf, viewOf } from '../figures.ts'
import { ledgers } from '../ledgers.ts'
import { snapshot } from '../model.ts'
import { splitFor } from '../told/disclose.ts'
import { tellingsOf } from '../told/publish.ts'
import { knownFor, toldAsOf } from '../told/reader.ts'
import { versionsOf } from '../versions.ts'

const point = z.object({ month: z.string(), day: z.string(), value: z.number().nullable() })
const { code, name, theme, version, unit, direction, form, period, keeper, decimals } = definition.shape
const summary = z.object({
  code,
  name,
  theme,
  version,
  unit,
  direction,
  form,
  period,
  keeper,
  decimals,
  ledger: z.string(),
  inUse: z.boolean(),
})

const row = summary.extend({
  figure: snapshot,
  /** A month and a year before, as known on the day. */
  previous: z.number().nullable(),
  yearAgo: z.number().nullable(),
  course: z.array(point),
})

/** All indicators on a day, as known on that day, each with its course since the baseline. */
export const list = query(
  {
    label: '指标一览',
    who: officials,
    input: asked,
    output: z.object({
      day: z.string(),
      closedMonth: z.string().nullable(),
      /** The day of knowledge the reader is told reports from. */
      reportsAsOf: z.string(),
      rows: z.array(row),
    }),
  },
  async (ctx, { day: given }) => {
    const view = await viewOf(ctx, dayAsked(ctx, given))
    const found = await figuresBeside(ctx, await definitionsOn(ctx, view.day), view)
    return {
      day: view.day,
      closedMonth: view.closedMonth,
      reportsAsOf: await toldAsOf(ctx, view.known),
      rows: found.map(({ definition, course, ...beside }) => ({
        ...summaryOf(definition),
        ...beside,
        course: seriesOf(definition, course),
      })),
    }
  },
)

const summaryOf = ({ of, ...definition }: Definition) => {
  const ledger = ledgers.find(({ name }) => name === of.ledger)!
  return { ...definition, ledger: ledger.title, inUse: ledger.inUse }
}

const dimension = z.enum(Object.keys(dimensions) as [keyof typeof dimensions])
export const part = z.object({
  /** The id of the place, or the code of the trade; empty where a row has none. */
  part: z.string(),
  name: z.string(),
  value: z.number().nullable(),
  rows: z.number().nullable(),
  hidden: z.enum(['fewer-than-three', 'protects-another']).nullable(),
})

/** One indicator opened: its meaning, its formula with the numbers in it, its course and what was published. */
export const show = query(
  {
    label: '指标详情',
    who: officials,
    input: asked.extend({ code: z.string(), version: z.int().optional() }),
    output: z.object({
      day: z.string(),
      /** The day of knowledge the reader is told the figure from. */
      asOf: z.string(),
      definition,
      ledger: z.string(),
      versions: z.array(z.object({ version: z.number(), since: z.string(), reason: z.string().nullable(), meaning: z.string() })),
      figure: snapshot,
      formula: z.string(),
      course: z.array(point),
      forecast: z
        .object({
          method: z.string(),
          missing: z.string().nullable(),
          points: z.array(z.object({ month: z.string(), value: z.number(), low: z.number(), high: z.number() })),
        })
        .nullable(),
      /** Newest first, each restatement before what it restates. */
      published: z.array(
        z.object({
          month: z.string(),
          value: z.number().nullable(),
          restatement: z.number(),
          reason: z.string().nullable(),
          publishedOn: z.string(),
          publishedBy: z.string(),
        }),
      ),
    }),
  },
  async (ctx, { code, version, day: given }) => {
    const view = await viewOf(ctx, dayAsked(ctx, given))
    const of = await definitionOf(ctx, code, view.day, version)
    const { figures, courses } = await figuresAndCourses(ctx, [of], [view], baselineMonth)
    const figure = figures[0]![0]!
    const series = seriesOf(of, courses[0]!)
    return {
      day: view.day,
      asOf: await knownFor(ctx, of, view.known),
      definition: of,
      ledger: summaryOf(of).ledger,
      versions: await versionsOf(ctx, code),
      figure,
      formula: formulaOf(of, figure),
      course: series,
      forecast: forecastOf(of, figure, series),
      published: (await tellingsOf(ctx, { code, upTo: view.day }))
        .map(({ figure, ...rest }) => ({ ...rest, value: figure.value }))
        .reverse(),
    }
  },
)

/** To the end of the year after; nothing for what no ledger tells yet. */
function forecastOf({ period, form }: Definition, { missing }: Figure, series: z.infer<typeof point>[]) {
  if (missing) return null
  const told = series.filter(({ value }) => value !== null).map(({ month, value }) => ({ month, value }))
  const last = told.at(-1)?.month
  if (!last) return null
  const until = `${last.endsWith('-12') ? Number(last.slice(0, 4)) + 1 : last.slice(0, 4)}-12`
  return { method: forecastMethod, ...forecast(told, { until, restarts: period === 'year-to-date' && form === 'amount' }) }
}

/** The figure split by one dimension, a part for every place or trade that has rows. */
export const split = query(
  {
    label: '指标拆分',
    who: officials,
    input: asked.extend({ code: z.string(), version: z.int().optional(), by: dimension }),
    output: z.object({ by: dimension, title: z.string(), parts: z.array(part) }),
  },
  async (ctx, { code, version, day, by }) => {
    const view = await viewOf(ctx, dayAsked(ctx, day))
    const of = await definitionOf(ctx, code, view.day, version)
    if (!of.dimensions.includes(by)) throw invalid(`“${of.name}”不能按${dimensions[by]}拆分`)
    return { by, title: dimensions[by], parts: await splitFor(ctx, of, view, by) }
  },
)
