/** What the bulletin of a month is written from: its figures, targets, zones, titles and tasks, as they stood at its end. */
import { eq } from 'drizzle-orm'
import { lastDayOf } from '#engines/indicator/months.ts'
import { expectedOn } from '#engines/progress/target-path.ts'
import { monthInWords } from '#engines/progress/wording.ts'
import { viewOfMonth } from '#modules/indicator/figures.ts'
import { splitFor } from '#modules/indicator/told/disclose.ts'
import { frame } from '#modules/org/actions.ts'
import { orgs } from '#modules/org/tables.ts'
import { targetsInForce } from '#modules/target/actions.ts'
import { readingsAlong } from '#modules/target/computed.ts'
import { boardOn } from '#modules/work/board.ts'
import type { Ctx } from '#platform/context.ts'
import { conflict } from '#platform/problem.ts'
import { asOf } from '../as-of.ts'
import { deadlinesOf, heatOf } from '../work.ts'
import { figuresOfMonth, type Told } from './figures.ts'
import { holdersOf } from './holders.ts'

/** Figures told zone by zone, in the order of their columns. */
export const byZone = ['enterprises', 'new-enterprises', 'revenue', 'software-revenue', 'headcount'] as const

export type Zones = { told: Told[]; rows: { name: string; values: (number | null)[]; hidden: boolean }[] }
export type Facts = Awaited<ReturnType<typeof factsOf>>

export async function factsOf(ctx: Ctx, month: string) {
  const at = asOf(ctx, lastDayOf(month))
  const board = await boardOn(at)
  if (!board) throw conflict(`${monthInWords(month)}尚无现行方案，没有月报`)
  const figures = await figuresOfMonth(ctx, month)
  const found = new Map(figures.told.map((one) => [one.definition.code, one]))
  const targets = await targetsInForce(at, async (_, asked) => {
    const told = asked.flatMap(({ code }) => found.get(code) ?? [])
    return new Map(told.map(({ definition, course }) => [definition.code, readingsAlong(definition, course)]))
  })
  const [office] = await ctx.db.select({ name: orgs.name }).from(orgs).where(eq(orgs.kind, 'office')).limit(1)
  return {
    month,
    region: (await frame(ctx, {})).regionName,
    office: office?.name ?? null,
    today: ctx.today,
    demo: board.plan.demo,
    ...figures,
    targets: targets.map(({ target, standing, indicator }) => ({
      ...target,
      standing,
      indicator,
      /** What its path asks for at the end of each month of its indicator's course. */
      path: pathAlong(standing.path, found.get(indicator ?? '')),
    })),
    zones: await zonesOf(ctx, month, figures.known, found),
    tiers: await holdersOf(ctx, month, figures.known),
    tasks: heatOf(board),
    overdue: deadlinesOf(board, at).filter(({ dueOn }) => dueOn < at.today),
  }
}

type Path = { day: string; value: number }[]
const pathAlong = (path: Path, told: Told | undefined) =>
  path.length && told ? told.course.map(({ day }) => expectedOn(path, day)) : []

type Split = Awaited<ReturnType<typeof splitFor>>

/** Zones in the order of the first figure; what lies in none comes last. */
async function zonesOf(ctx: Ctx, month: string, known: string, found: Map<string, Told>): Promise<Zones> {
  const told = byZone.flatMap((code) => found.get(code) ?? []).filter(({ definition }) => definition.dimensions.includes('zone'))
  const splits: Split[] = []
  for (const { definition } of told) splits.push(await splitFor(ctx, definition, viewOfMonth(month, known), 'zone'))
  const names = new Map(splits.flat().map(({ part, name }) => [part, name]))
  const order = [...names.keys()].sort((a, b) => Number(a === '') - Number(b === ''))
  const partIn = (split: Split, zone: string) => split.find(({ part }) => part === zone)
  return {
    told,
    rows: order.map((zone) => ({
      name: names.get(zone)!,
      values: splits.map((split) => partIn(split, zone)?.value ?? null),
      hidden: splits.some((split) => partIn(split, zone)?.hidden),
    })),
  }
}
