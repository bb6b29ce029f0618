/**
 * Readings nobody has to enter: figures of the indicator that measures a target.
 *
 * Officials see them as the ledgers tell them; everybody else sees what was published.
 */
import type { Definition } from '#engines/indicator/definition.ts'
import { lastDayOf } from '#engines/indicator/months.ts'
import { baselineMonth, coursesOf, definitionsOn, inBaseUnits, type Point, toldOf, viewOf } from '#modules/indicator/figures.ts'
import { ledgers } from '#modules/indicator/ledgers.ts'
import { publicationsOf } from '#modules/indicator/told/publish.ts'
import { type Ctx, isOfficial } from '#platform/context.ts'

export type Computed = { indicator: Definition; readings: { asOf: string; value: number; enteredOn: string; source: string }[] }
type Aim = { key: string; subject: string; kind: string; year: number | null }

type Readings = Map<string, Computed['readings']>
/** Where readings come from, by the code of the indicator: the ledgers, or what was published. */
export type Tell = (ctx: Ctx, wanted: Definition[]) => Promise<Readings>

/** By the keys of the targets that have an indicator whose ledger is in use. */
export async function computedReadings(
  ctx: Ctx,
  targets: Aim[],
  tell: Tell = seesLedgers(ctx) ? toldByLedgers : toldInPublic,
): Promise<Map<string, Computed>> {
  const definitions = await definitionsOn(ctx, ctx.today)
  const linked = targets.flatMap((target) => {
    const indicator = indicatorOf(target, definitions)
    return indicator ? [{ target, indicator }] : []
  })
  const wanted = [...new Set(linked.map(({ indicator }) => indicator))]
  const told = await tell(ctx, wanted)
  return new Map(linked.map(({ target, indicator }) => [target.key, { indicator, readings: told.get(indicator.code) ?? [] }]))
}

/** The definition that measures a target, where its ledger is in use. */
export const indicatorOf = (target: Omit<Aim, 'key'>, definitions: Definition[]): Definition | undefined =>
  definitions.find((one) => measures(one, target) && isInUse(one))

const isInUse = ({ of }: Definition) => ledgers.some(({ name, inUse }) => name === of.ledger && inUse)
const seesLedgers = ({ actor }: Ctx) => actor.role === 'system' || isOfficial(actor.role)

function measures({ target: aim }: Definition, { subject, kind, year }: Omit<Aim, 'key'>): boolean {
  if (!aim || !new RegExp(aim.subject, 'u').test(subject)) return false
  return (aim.kind === undefined || aim.kind === kind) && (aim.year === undefined || aim.year === year)
}

async function toldByLedgers(ctx: Ctx, wanted: Definition[]): Promise<Readings> {
  const courses = await coursesOf(ctx, wanted, baselineMonth, await viewOf(ctx, ctx.today))
  return new Map(wanted.map((definition, i) => [definition.code, readingsAlong(definition, courses[i]!)]))
}

/** The readings a course over the months comes to. */
export const readingsAlong = (definition: Definition, course: Point[]): Computed['readings'] =>
  readingsOf(definition, toldOf(definition, course), `由台账计算（口径第 ${definition.version} 版）`)

async function toldInPublic(ctx: Ctx, wanted: Definition[]): Promise<Readings> {
  const all = await publicationsOf(ctx, { upTo: ctx.today })
  return new Map(
    wanted.map((definition) => {
      const own = all.filter(({ code }) => code === definition.code).reverse()
      const points = own.map(({ month, figure }) => ({ day: lastDayOf(month), figure }))
      return [definition.code, readingsOf(definition, points, '领导小组办公室公布')]
    }),
  )
}

type Told = { day: string; figure: Parameters<typeof inBaseUnits>[1] }
function readingsOf(definition: Definition, points: Told[], source: string): Computed['readings'] {
  const values = points.flatMap(({ day, figure }) => {
    const value = inBaseUnits(definition, figure)
    const asOf = figure.month ? lastDayOf(figure.month) : day
    return value === null ? [] : [{ asOf, value, enteredOn: asOf, source }]
  })
  // A full year is told again every month until the next.
  return values.filter(({ asOf }, i) => asOf !== values[i + 1]?.asOf)
}
