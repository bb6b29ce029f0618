/** Targets in time: where each should stand today, where it stands, and who says so (plan chapter one). */
import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { targetLight } from '#engines/progress/target-light.ts'
import { rows } from '#modules/plan/model.ts'
import { planInForce } from '#modules/plan/queries.ts'
import { targets } from '#modules/plan/tables.ts'
import { command, query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { conflict, denied, invalid, missing } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { type Computed, computedReadings, type Tell } from './computed.ts'
import { reading, standing, waypoint } from './model.ts'
import { readingsOf, waypointsOf } from './queries.ts'
import { readings, waypoints } from './tables.ts'

const keepers = ['office', 'department', 'park', 'town'] as const
const points = z.array(z.object({ day: z.string(), value: z.number() }))
/** A target with where it stands and the readings that led there, in order of their day. */
export const targetRow = rows.target.extend({
  standing,
  /** The code of the indicator that measures it; null where values are entered. */
  indicator: z.string().nullable(),
  readings: points,
})
const readingRow = reading.extend({ id: z.uuid() })

/** Every target of the plan in force with its light, the reasons for it, and its path. */
export const list = query({ label: '目标进展', who: 'anyone', input: z.object({}), output: z.array(targetRow) }, async (ctx) =>
  (await targetsInForce(ctx)).map(({ target, ...where }) => ({ ...target, ...where })),
)

/** @param tell where indicators are read, by default as the actor may */
export async function targetsInForce(ctx: Ctx, tell?: Tell) {
  const plan = await planInForce(ctx)
  if (!plan) return []
  const all = await ctx.db.select().from(targets).where(eq(targets.plan, plan.id)).orderBy(asc(targets.ordinal))
  if (!all.length) return []
  const keys = all.map(({ key }) => key)
  const entered = await readingsOf(ctx, keys)
  const path = await waypointsOf(ctx, keys)
  const computed = await computedReadings(ctx, all, tell)
  return all.map((target) => {
    const measured = computed.get(target.key)
    const known = measured?.readings ?? entered.filter((r) => r.target === target.key)
    const year = target.year ?? plan.to
    return {
      target,
      indicator: measured?.indicator.code ?? null,
      indicatorName: measured?.indicator.name ?? null,
      readings: known.map((r) => ({ day: r.asOf, value: r.value })),
      standing: targetLight({
        comparator: target.comparator,
        kind: target.kind,
        value: target.value,
        upper: target.upper,
        unit: target.unit,
        year,
        baseline:
          target.baselineValue === null ? null : { value: target.baselineValue, year: target.baselineYear ?? plan.from - 1 },
        waypoints: path.filter((w) => w.target === target.key),
        readings: known,
        today: measured ? dayTold(measured, year, ctx.today) : ctx.today,
        periodFrom: plan.from,
      }),
    }
  })
}

/**
 * Ledgers close some time after a month ends: a computed figure is held against what the path asked for on its own day,
 * until the day the target was due is told.
 */
function dayTold({ readings }: Computed, year: number, today: string): string {
  const last = readings.at(-1)?.asOf
  return last && last < `${year}-12-31` ? last : today
}

/** One target opened down to its readings, corrections included. */
export const show = query(
  {
    label: '目标明细',
    who: 'anyone',
    input: z.object({ key: z.uuid('没有找到该目标，请核对网址') }),
    output: z.object({
      target: rows.target.extend({ standing }),
      /** The indicator that measures it, with what it came to; null where values are entered. */
      measured: z.object({ code: z.string(), name: z.string(), readings: points }).nullable(),
      waypoints: z.array(waypoint.extend({ id: z.uuid() })),
      readings: z.array(readingRow),
    }),
  },
  async (ctx, { key }) => {
    const found = (await targetsInForce(ctx)).find(({ target }) => target.key === key)
    if (!found) throw missing('目标')
    const all = await ctx.db
      .select()
      .from(readings)
      .where(eq(readings.target, key))
      .orderBy(asc(readings.asOf), asc(readings.createdAt))
    const { indicator: code, indicatorName: name } = found
    return {
      target: { ...found.target, standing: found.standing },
      measured: code === null || name === null ? null : { code, name, readings: found.readings },
      waypoints: await waypointsOf(ctx, [key]),
      readings: all.filter(({ enteredOn }) => enteredOn <= ctx.today),
    }
  },
)

/** The yearly path, set by the office. */
export const plot = command(
  {
    label: '设定年度目标',
    who: ['office'],
    input: z.object({ target: z.uuid(), waypoints: z.array(waypoint.pick({ year: true, value: true })).max(30) }),
    output: z.object({ waypoints: z.number() }),
  },
  async (ctx, { target, waypoints: wanted }) => {
    const { from, to } = await requireTarget(ctx, target)
    const stray = wanted.find(({ year }) => year < from || year >= to)
    if (stray) throw invalid(from < to ? `年度目标的年份应在 ${from} 至 ${to - 1} 之间` : '该目标在首年完成，无须设定年度目标')
    if (new Set(wanted.map(({ year }) => year)).size < wanted.length) throw invalid('同一年份只能有一个年度目标')
    await ctx.db.delete(waypoints).where(eq(waypoints.target, target))
    if (wanted.length) await ctx.db.insert(waypoints).values(wanted.map((w) => ({ ...w, target })))
    return { waypoints: wanted.length }
  },
)

const entered = reading.pick({ target: true, asOf: true, value: true, source: true })

/** A new value as of a day, by the unit the plan names as keeper. */
export const enter = command(
  { label: '填报目标数值', who: keepers, input: entered, output: z.object({ id: z.uuid() }) },
  async (ctx, input) => {
    const target = await requireTarget(ctx, input.target)
    requireKeeper(ctx, target)
    const measured = (await computedReadings(ctx, [target])).get(input.target)
    if (measured) throw conflict(`该目标由指标“${measured.indicator.name}”依据台账计算，无须填报`)
    await oneAtATime(ctx, input.target)
    if (input.asOf > ctx.today) throw invalid('截止日期不能晚于今天')
    const same = (await readingsOf(ctx, [input.target])).find(({ asOf }) => asOf === input.asOf)
    if (same) throw conflict(`${input.asOf} 已有填报数值，如有误请更正`)
    return insert(ctx, { ...input, replaces: null, reason: null })
  },
)

/** Replaces a reading, never silently: both stay, with the reason. */
export const correct = command(
  {
    label: '更正目标数值',
    who: keepers,
    input: entered.pick({ value: true, source: true }).extend({ id: z.uuid(), reason: reading.shape.reason.unwrap() }),
    output: z.object({ id: z.uuid() }),
  },
  async (ctx, { id, ...input }) => {
    const [old] = await ctx.db.select().from(readings).where(eq(readings.id, id))
    if (!old || old.enteredOn > ctx.today) throw missing('填报数值')
    requireKeeper(ctx, await requireTarget(ctx, old.target))
    const [later] = await ctx.db.select().from(readings).where(eq(readings.replaces, id))
    if (later) throw conflict('该数值已更正过，请更正最新的一条')
    return insert(ctx, { ...input, target: old.target, asOf: old.asOf, replaces: id })
  },
)

type Entry = Pick<typeof readings.$inferInsert, 'target' | 'asOf' | 'value' | 'source' | 'replaces' | 'reason'>

async function insert(ctx: Ctx, entry: Entry): Promise<{ id: string }> {
  const [row] = await ctx.db
    .insert(readings)
    .values({ ...entry, keeper: ctx.actor.org!, enteredBy: ctx.actor.name, enteredOn: ctx.today })
    .returning()
  return row!
}

/** The target with the first year of its plan and the year it is due. */
async function requireTarget(ctx: Ctx, key: string) {
  const plan = await planInForce(ctx)
  const [target] = plan
    ? await ctx.db
        .select()
        .from(targets)
        .where(and(eq(targets.plan, plan.id), eq(targets.key, key)))
    : []
  if (!plan || !target) throw missing('目标')
  return { ...target, from: plan.from, to: target.year ?? plan.to }
}

function requireKeeper({ actor }: Ctx, { keeper }: { keeper: string | null }): void {
  if (actor.org && (actor.org === keeper || (keeper === null && actor.role === 'office'))) return
  throw denied(keeper ? '只有该目标的填报单位可以填报' : '该目标尚未指定填报单位，请由领导小组办公室填报')
}
