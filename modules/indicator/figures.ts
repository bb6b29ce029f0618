/** Figures of indicators on a day: the definitions in force, what they come to, their splits and their course over the months. */
import { asc } from 'drizzle-orm'
import type { Definition, Dimension, Figure, Read } from '#engines/indicator/definition.ts'
import { combine, untold } from '#engines/indicator/figure/combine.ts'
import { reads } from '#engines/indicator/figure/reads.ts'
import { plus } from '#engines/indicator/figure/rounding.ts'
import { lastDayOf, monthAt, monthNumber, monthOf, shiftMonth } from '#engines/indicator/months.ts'
import { closedMonth, ruleOf, rulesOf } from '#modules/filing/clock.ts'
import type { Ctx } from '#platform/context.ts'
import { missing } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import { ledgers } from './ledgers.ts'
import { type Sums, sumsOf } from './read/sums.ts'
import { indicators } from './tables.ts'
import { fewIn, fewSentence, type IsFew, isOpen, knownFor, toldAsOf } from './told/reader.ts'

/** A day looked at, as it was known on another: the same day, unless a published period is looked at again later. */
export type View = {
  day: string
  known: string
  closedMonth: string | null
  /** Told to everybody, whoever asks: nobody's rights widen it. */
  handedOn?: true
}

/** What was known on a day about that day, as far as the reader is told of it. */
export async function viewOf(ctx: Ctx, day: string): Promise<View> {
  return { day, known: day, closedMonth: await toldMonth(ctx, await toldAsOf(ctx, day)) }
}

/** The latest month that on a day is due and has been told by enough: half a month's reports would be taken for a fall. */
export async function toldMonth(ctx: Ctx, day: string): Promise<string | null> {
  const rules = await rulesOf(ctx)
  const due = closedMonth(day, rules)
  if (due === null) return null
  const months = Array.from({ length: 13 }, (_, i) => shiftMonth(due, -i))
  const sumOf = await overAll(ctx, (all) => sumsOf(all, months.map(reportsIn), day))
  const accepted = months.map((month) => sumOf(reportsIn(month)).get('')?.rows ?? 0)
  const told = months.find((month, i) => accepted[i]! >= (ruleOf(month, rules)?.enough ?? 0) * (accepted[i + 1] ?? 0))
  return told ?? due
}
/** Why a month cannot be told today; null where it can. */
export async function whyUntold(ctx: Ctx, month: string): Promise<string | null> {
  const due = closedMonth(ctx.today, await rulesOf(ctx))
  if (due === null || month > due) return '报表尚未截止'
  const told = await toldMonth(ctx, ctx.today)
  return told === null || month > told ? '报表尚未审核到最低比例' : null
}

const reportsIn = (month: string) => ({
  measure: { ledger: 'filing', take: null, where: [] },
  window: { kind: 'month' as const, month },
})

/** A month as it is published: its last day, its own reports, what was known on a day. */
export const viewOfMonth = (month: string, known: string): View => ({
  day: lastDayOf(month),
  known,
  closedMonth: month,
  handedOn: true,
})

/** Every version of every indicator, in the order of their codes as they were first entered. */
export async function allDefinitions({ db }: Pick<Ctx, 'db'>): Promise<Definition[]> {
  const all = await db
    .select({ definition: indicators.definition })
    .from(indicators)
    .orderBy(asc(indicators.createdAt), asc(indicators.code), asc(indicators.version))
  return all.map(({ definition }) => definition)
}

/** The version of every indicator in force on a day. */
export async function definitionsOn(ctx: Pick<Ctx, 'db'>, day: string): Promise<Definition[]> {
  const begun = (await allDefinitions(ctx)).filter(({ since }) => since <= day)
  return [...new Map(begun.map((one) => [one.code, one])).values()]
}

export async function definitionOf(ctx: Pick<Ctx, 'db'>, code: string, day: string, version?: number): Promise<Definition> {
  const all = (await allDefinitions(ctx)).filter((one) => one.code === code)
  const found = version ? all.find((one) => one.version === version) : all.findLast(({ since }) => since <= day)
  if (!found) throw missing('指标')
  return found
}

/** Figures in the order asked for, as far as the reader is told them; all in as few passes over the ledgers as there are ledgers. */
export async function figuresOf(ctx: Ctx, asked: { definition: Definition; view: View }[]): Promise<Figure[]> {
  const told = await knowledgeOf(ctx, asked)
  const plans = asked.map(({ definition, view }) => reads(definition, ledgers, view))
  const byKnown = new Map<string, Read[]>()
  plans.forEach((plan, i) => {
    if (!('missing' in plan)) byKnown.set(told[i]!, [...(byKnown.get(told[i]!) ?? []), ...plan])
  })
  const found = new Map<string, { sumOf: Sums; isFew: IsFew }>()
  for (const [known, wanted] of byKnown) {
    const sumOf = await overAll(ctx, (all) => sumsOf(all, wanted, known))
    found.set(known, { sumOf, isFew: await fewIn(ctx, wanted, sumOf, known) })
  }
  return plans.map((plan, i) => {
    if ('missing' in plan) return untold(plan.missing)
    const { definition, view } = asked[i]!
    const { sumOf, isFew } = found.get(told[i]!)!
    if (plan.some((read) => isFew(read, view.handedOn === true))) return untold(fewSentence)
    return combine(
      definition,
      plan.map((read) => ({ read, sum: sumOf(read).get('') ?? { amount: 0, rows: 0 } })),
    )
  })
}

/** The day of knowledge each figure is told from. */
async function knowledgeOf(ctx: Ctx, asked: { definition: Definition; view: View }[]): Promise<string[]> {
  const steps = new Map<string, string>()
  for (const known of new Set(asked.map(({ view }) => view.known))) steps.set(known, await toldAsOf(ctx, known))
  return asked.map(({ definition, view }) => (isOpen(definition) ? view.known : steps.get(view.known)!))
}

/** `rows`: how many stand behind each read; of monthly ledgers, where a read has one row of each, enterprises. */
export type PartFigure = { figure: Figure; rows: number[] }
type Splitting = {
  by: Dimension
  /** Only of what the reader may see himself. */
  own?: boolean
}

/** A figure split by a dimension, '' for rows that have none. The parts of every side add up to the whole. */
export async function partsOf(
  ctx: Ctx,
  definition: Definition,
  view: View,
  { by, own = false }: Splitting,
): Promise<Map<string, PartFigure>> {
  const plan = reads(definition, ledgers, view)
  if ('missing' in plan) return new Map()
  const known = await knownFor(ctx, definition, view.known)
  const sumOf = own
    ? await sumsOf(ctx, plan, known, { by, rowByRow: true })
    : await overAll(ctx, (all) => sumsOf(all, plan, known, { by }))
  const names = [...new Set(plan.flatMap((read) => [...sumOf(read)].flatMap(([part, { rows }]) => (rows ? [part] : []))))]
  return new Map(
    names.map((part) => {
      const found = plan.map((read) => ({ read, sum: sumOf(read).get(part) ?? { amount: 0, rows: 0 } }))
      return [part, { figure: combine(definition, found), rows: found.map(({ sum }) => sum.rows) }]
    }),
  )
}

export type Point = { month: string; day: string; figure: Figure }

/** Courses begin at the end of the year before the plans of the platform. */
export const baselineMonth = '2021-12'

/** The course without the months nobody has closed yet: what a report tells is told of its own month only. */
export const toldOf = ({ period }: Definition, course: Point[]): Point[] =>
  period === 'full-year' ? course : course.filter(({ month, figure }) => figure.month === null || figure.month === month)

export const seriesOf = (definition: Definition, course: Point[]) =>
  toldOf(definition, course).map(({ month, day, figure }) => ({ month, day, value: figure.value }))

/** The figure in the base unit of its ledger, as targets are written: yuan, persons, fractions. */
export function inBaseUnits({ form }: Definition, { value, of, before }: Figure): number | null {
  if (value === null || form === 'growth' || form === 'share') return value
  return form === 'increase' ? plus(of.amount, -before!.amount) : of.amount
}

/** The course of indicators over the ends of the months up to a day, as known on its day of knowledge; the day itself comes last. */
export async function coursesOf(ctx: Ctx, definitions: Definition[], from: string, view: View): Promise<Point[][]> {
  return (await figuresAndCourses(ctx, definitions, [view], from)).courses
}

/** Figures in several views, and the courses up to the first of them, found together. */
export async function figuresAndCourses(ctx: Ctx, definitions: Definition[], views: [View, ...View[]], from: string) {
  const ends = monthsUpTo(from, views[0])
  const all = [...views, ...ends]
  const found = await figuresOf(
    ctx,
    definitions.flatMap((definition) => all.map((view) => ({ definition, view }))),
  )
  const of = (i: number) => found.slice(i * all.length, (i + 1) * all.length)
  return {
    /** For each indicator, in the order of the views. */
    figures: definitions.map((_, i) => of(i).slice(0, views.length)),
    courses: definitions.map((_, i) =>
      of(i)
        .slice(views.length)
        .map((figure, at): Point => ({ month: monthOf(ends[at]!.day), day: ends[at]!.day, figure })),
    ),
  }
}

/** Ends of months since `from`; of those past the closed month, what is not told by months is still known. */
function monthsUpTo(from: string, view: View): View[] {
  const { day, closedMonth: closed } = view
  const first = monthNumber(from)
  const count = monthNumber(monthOf(day)) - first + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const month = monthAt(first + i)
    const end = lastDayOf(month)
    const shut = closed === null || closed > month ? month : closed
    return { ...view, day: end < day ? end : day, closedMonth: closed === null ? null : shut }
  })
}
