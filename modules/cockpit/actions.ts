/** The cockpit: one look at the whole plan on any day since it was published, as it was known then; and the bulletin of a month. */
import { asc, eq, min, ne } from 'drizzle-orm'
import { z } from 'zod'
import { definition } from '#engines/indicator/definition.ts'
import { board as filingBoard } from '#modules/filing/actions/board.ts'
import { part } from '#modules/indicator/actions/figure.ts'
import { asked } from '#modules/indicator/asked.ts'
import { definitionOf, figuresOf, viewOf } from '#modules/indicator/figures.ts'
import { splitFor } from '#modules/indicator/told/disclose.ts'
import { toldAsOf } from '#modules/indicator/told/reader.ts'
import { pyramid } from '#modules/ladder/actions.ts'
import { rows } from '#modules/plan/model.ts'
import { planInForce } from '#modules/plan/queries.ts'
import { plans, zones as planZones } from '#modules/plan/tables.ts'
import { targetRow } from '#modules/target/actions.ts'
import { boardOn } from '#modules/work/board.ts'
import { query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { invalid } from '#platform/problem.ts'
import { asOf } from './as-of.ts'
import { figuresAndTargets, wallFigure } from './figures.ts'
import { deadline, deadlinesOf, heat, heatOf } from './work.ts'

export { bulletin } from './bulletin/action.ts'

/** Everything on the wall but its map. Null where no plan was in force on the day. */
export const overview = query(
  {
    label: '驾驶舱',
    who: officials,
    input: asked,
    output: z
      .object({
        plan: rows.plan.pick({ id: true, title: true, version: true, from: true, to: true, demo: true, publishedOn: true }),
        /** The day looked at, and the days it can be chosen from. */
        day: z.string(),
        since: z.string(),
        today: z.string(),
        closedMonth: z.string().nullable(),
        /** The day of knowledge the reader is told reports from. */
        reportsAsOf: z.string(),
        figures: z.array(wallFigure),
        targets: z.array(targetRow),
        zones: z.array(rows.zone.pick({ id: true, name: true, brand: true, carriers: true })),
        months: z.array(z.string()),
        tasks: z.array(heat),
        deadlines: z.array(deadline),
        ladder: pyramid.output,
        filing: filingBoard.output.pick({ month: true, dueOn: true, workdaysLeft: true, late: true, total: true }),
      })
      .nullable(),
  },
  async (ctx, { day }) => {
    const at = asOf(ctx, day)
    const plan = await planInForce(at)
    const board = await boardOn(at)
    if (!plan || !board) return null
    return {
      plan,
      day: at.today,
      since: (await firstPublication(ctx)) ?? at.today,
      today: ctx.today,
      reportsAsOf: await toldAsOf(at, at.today),
      ...(await figuresAndTargets(at)),
      zones: await at.db.select().from(planZones).where(eq(planZones.plan, plan.id)).orderBy(asc(planZones.ordinal)),
      months: board.months,
      tasks: heatOf(board),
      deadlines: deadlinesOf(board, at).slice(0, 30),
      ladder: await pyramid(at, {}),
      filing: await filingBoard(at, {}),
    }
  },
)

async function firstPublication({ db }: Ctx): Promise<string | null> {
  const [found] = await db
    .select({ day: min(plans.publishedOn) })
    .from(plans)
    .where(ne(plans.status, 'draft'))
  return found?.day ?? null
}

const { code, name, unit, decimals, form } = definition.shape

/** One figure zone by zone, '' for what lies in none: what the map of the wall shows. */
export const zones = query(
  {
    label: '园城分布',
    who: officials,
    input: asked.extend({ code: z.string() }),
    output: z.object({
      code,
      name,
      unit,
      decimals,
      form,
      day: z.string(),
      month: z.string().nullable(),
      value: z.number().nullable(),
      missing: z.string().nullable(),
      parts: z.array(part),
    }),
  },
  async (ctx, { day, code }) => {
    const at = asOf(ctx, day)
    const view = await viewOf(at, at.today)
    const of = await definitionOf(at, code, view.day)
    if (!of.dimensions.includes('zone')) throw invalid(`“${of.name}”不能按园城拆分`)
    const [figure] = await figuresOf(at, [{ definition: of, view }])
    const { value, month, missing } = figure!
    return { ...of, day: view.day, value, month, missing, parts: await splitFor(at, of, view, 'zone') }
  },
)
