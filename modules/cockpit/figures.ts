/** The figures of the wall: one reading of the ledgers for what is shown and for the targets that indicators measure. */
import { z } from 'zod'
import { definition } from '#engines/indicator/definition.ts'
import { type Beside, figuresBeside } from '#modules/indicator/beside.ts'
import { definitionsOn, seriesOf, viewOf } from '#modules/indicator/figures.ts'
import { targetsInForce } from '#modules/target/actions.ts'
import { readingsAlong } from '#modules/target/computed.ts'
import type { Ctx } from '#platform/context.ts'
import { shown } from './model.ts'

const { code, name, unit, decimals, form, period } = definition.shape
export const wallFigure = z.object({
  code,
  name,
  unit,
  decimals,
  form,
  period,
  value: z.number().nullable(),
  /** The month reports were read at; null for what is told by the day. */
  month: z.string().nullable(),
  missing: z.string().nullable(),
  previous: z.number().nullable(),
  yearAgo: z.number().nullable(),
  course: z.array(z.object({ month: z.string(), day: z.string(), value: z.number().nullable() })),
  /** Whether it can be shown zone by zone. */
  byZone: z.boolean(),
})
type WallFigure = z.infer<typeof wallFigure>

export async function figuresAndTargets(ctx: Ctx) {
  const view = await viewOf(ctx, ctx.today)
  const isShown = (code: string) => shown.some((one) => one === code)
  const wanted = (await definitionsOn(ctx, view.day)).filter(({ code, target }) => target || isShown(code))
  const found = new Map((await figuresBeside(ctx, wanted, view)).map((beside) => [beside.definition.code, beside]))
  const targets = await targetsInForce(ctx, async (_, asked) => {
    const told = asked.flatMap(({ code }) => found.get(code) ?? [])
    return new Map(told.map(({ definition, course }) => [definition.code, readingsAlong(definition, course)]))
  })
  return {
    closedMonth: view.closedMonth,
    figures: shown.flatMap((code) => (found.has(code) ? [onWall(found.get(code)!)] : [])),
    targets: targets.map(({ target, ...where }) => ({ ...target, ...where })),
  }
}

const onWall = ({ definition, figure, previous, yearAgo, course }: Beside): WallFigure => ({
  code: definition.code,
  name: definition.name,
  unit: definition.unit,
  decimals: definition.decimals,
  form: definition.form,
  period: definition.period,
  value: figure.value,
  month: figure.month,
  missing: figure.missing,
  previous,
  yearAgo,
  course: seriesOf(definition, course),
  byZone: definition.dimensions.includes('zone'),
})
