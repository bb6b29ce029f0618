/**
 * Indicators of a round: the figure of its month beside the one before, of the whole district and of each zone.
 *
 * Sheets are handed on to units: of ledgers whose rows are somebody's secret they tell what was published, as it was published.
 */
import type { Definition } from '#engines/indicator/definition.ts'
import { lastDayOf, monthNumber } from '#engines/indicator/months.ts'
import { baselineMonth, coursesOf, definitionsOn, figuresOf, type Point, viewOfMonth } from '#modules/indicator/figures.ts'
import { ledgers } from '#modules/indicator/ledgers.ts'
import { splitFor } from '#modules/indicator/told/disclose.ts'
import { publicationsOf, tellingsOf } from '#modules/indicator/told/publish.ts'
import { isOpen } from '#modules/indicator/told/reader.ts'
import { targetsInForce } from '#modules/target/actions.ts'
import { readingsAlong, type Tell } from '#modules/target/computed.ts'
import type { Ctx } from '#platform/context.ts'
import type { Term } from '../rule.ts'

export type Told = {
  definition: Definition
  /** The month it was told for, where it is an earlier one than the round's. */
  month: string
  value: number | null
  before: number | null
  missing: string | null
}
export type ZoneTold = Told & { zone: string }
type Target = Awaited<ReturnType<typeof targetsInForce>>[number]
export type Figures = { told: Told[]; byZone: ZoneTold[]; targets: Target[] }

export async function figuresFor(ctx: Ctx, term: Term): Promise<Figures> {
  const inUse = (await definitionsOn(ctx, lastDayOf(term.month))).filter(({ of }) =>
    ledgers.some(({ name, inUse }) => inUse && name === of.ledger),
  )
  const [open, secret] = [inUse.filter(isOpen), inUse.filter((one) => !isOpen(one))]
  const known = [...(await openFigures(ctx, open, term)), ...(await publishedFigures(ctx, secret, term))]
  return {
    // In the order in which the district lists its indicators.
    told: inUse.flatMap(({ code }) => known.filter(({ definition }) => definition.code === code)),
    byZone: await zoneFigures(ctx, open, term),
    targets: await targetsInForce(ctx, standingAt(term)),
  }
}

async function openFigures(ctx: Ctx, open: Definition[], { month, before }: Term): Promise<Told[]> {
  const views = [viewOfMonth(month, ctx.today), viewOfMonth(before, ctx.today)]
  const found = await figuresOf(
    ctx,
    open.flatMap((definition) => views.map((view) => ({ definition, view }))),
  )
  return open.map((definition, i) => {
    const [now, then] = [found[2 * i]!, found[2 * i + 1]!]
    return { definition, month, value: now.value, before: then.value, missing: now.missing }
  })
}

/** The round's month where it has been published, else the latest that has; beside as far back as the round looks. */
async function publishedFigures(ctx: Ctx, secret: Definition[], { month, before }: Term): Promise<Told[]> {
  const all = await publicationsOf(ctx, { upTo: ctx.today })
  const apart = monthsBetween(before, month)
  return secret.map((definition) => {
    const own = all.filter(({ code, month: of }) => code === definition.code && of <= month)
    const [last] = own
    if (!last) return { definition, month, value: null, before: null, missing: '尚未公布' }
    const earlier = own.find((one) => monthsBetween(one.month, last.month) === apart)
    const { value, missing } = last.figure
    return { definition, month: last.month, value, before: earlier?.figure.value ?? null, missing }
  })
}
const monthsBetween = (from: string, to: string) => monthNumber(to) - monthNumber(from)

async function zoneFigures(ctx: Ctx, open: Definition[], { month, before }: Term): Promise<ZoneTold[]> {
  const all: ZoneTold[] = []
  for (const definition of open.filter(({ dimensions }) => dimensions.includes('zone'))) {
    const then = new Map(
      (await splitFor(ctx, definition, viewOfMonth(before, ctx.today), 'zone')).map(({ part, value }) => [part, value]),
    )
    const now = await splitFor(ctx, definition, viewOfMonth(month, ctx.today), 'zone')
    for (const { part, value } of now) {
      if (part) all.push({ zone: part, definition, month, value, before: then.get(part) ?? 0, missing: null })
    }
  }
  return all
}

/** Where targets stand at the end of the round's month, from what may be told of it to every unit. */
const standingAt =
  ({ month }: Term): Tell =>
  async (ctx, wanted) => {
    const open = wanted.filter(isOpen)
    const courses = await coursesOf(ctx, open, baselineMonth, viewOfMonth(month, ctx.today))
    const published = await tellingsOf(ctx, { upTo: ctx.today })
    const readings = new Map(open.map((definition, i) => [definition.code, readingsAlong(definition, courses[i]!)]))
    for (const definition of wanted.filter((one) => !isOpen(one))) {
      const last = new Map(
        published.filter((one) => one.code === definition.code && one.month <= month).map((one) => [one.month, one]),
      )
      const course = [...last.values()].map(
        (one): Point => ({ month: one.month, day: lastDayOf(one.month), figure: { ...one.figure } }),
      )
      readings.set(definition.code, readingsAlong(definition, course))
    }
    return readings
  }
