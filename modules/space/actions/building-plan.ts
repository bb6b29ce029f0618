/** One building, one policy (一楼一策): written, renewed, and the measures on it kept up by those who answer for them (plan task 8). */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { orgNames } from '#modules/enterprise/place.ts'
import { orgs } from '#modules/org/tables.ts'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { conflict, denied, invalid, missing } from '#platform/problem.ts'
import { type Measure, measuresOf, type Sheet, versionsOf } from '../building-plan/sheet.ts'
import { keepers, mayKeep } from '../ledger/place.ts'
import { buildingToChange, buildingToSee } from '../ledger/queries.ts'
import { buildingMeasure, buildingPlan, measureStates } from '../model.ts'
import { buildingMeasures, buildingPlans } from '../tables.ts'

const done = z.object({ id: z.uuid() })
const whichSheet = { id: z.uuid('没有找到该方案') }
const whichMeasure = { id: z.uuid('没有找到该措施') }
const words = buildingPlan.pick({ positioning: true, tenants: true, directions: true, goal: true }).shape
const goal = words.goal.default(null)

/** A new version begins on a day and takes the measures along that were not given up. */
export const writeBuildingPlan = command(
  {
    label: '编制一楼一策',
    who: keepers,
    input: z.object({ building: buildingPlan.shape.building, since: buildingPlan.shape.since, ...words, goal }),
    output: done,
  },
  async (ctx, { building, ...given }) => {
    const { zone } = await buildingToChange(ctx, building)
    const [last] = await versionsOf(ctx, building)
    if (last && given.since <= last.since) throw invalid(`生效日期应晚于现有版本的 ${last.since}；只改文字的，请修改该版本`)
    const [sheet] = await ctx.db
      .insert(buildingPlans)
      .values({ ...given, building, zone, madeBy: ctx.actor.name })
      .returning()
    if (last) await takeAlong(ctx, last, sheet!)
    return sheet!
  },
)

async function takeAlong(ctx: Ctx, last: Sheet, next: Sheet): Promise<void> {
  const kept = (await measuresOf(ctx, [last.id])).filter(({ state }) => state !== 'stopped')
  if (!kept.length) return
  await ctx.db.insert(buildingMeasures).values(
    kept.map(({ id: _, createdAt: _created, updatedAt: _updated, ownerName: _name, overdue: _overdue, ...measure }) => ({
      ...measure,
      buildingPlan: next.id,
    })),
  )
}

export const editBuildingPlan = command(
  { label: '修改一楼一策', who: keepers, input: z.object({ ...whichSheet, ...words, goal }), output: done },
  async (ctx, { id, ...changes }) => {
    const sheet = await latestToChange(ctx, id)
    await ctx.db.update(buildingPlans).set(changes).where(eq(buildingPlans.id, sheet.id))
    return { id }
  },
)

/** What was replaced by a later version stays as it was. */
async function latestToChange(ctx: Ctx, id: string): Promise<Sheet> {
  const [sheet] = await ctx.db.select().from(buildingPlans).where(eq(buildingPlans.id, id))
  if (!sheet) throw missing('方案')
  await buildingToChange(ctx, sheet.building)
  const [last] = await versionsOf(ctx, sheet.building)
  if (last && last.id !== id) throw conflict(`该版本已由 ${last.since} 起的版本接替，不能改动`)
  return sheet
}

const written = buildingMeasure.pick({ kind: true, content: true, owner: true, public: true }).extend({
  benefit: buildingMeasure.shape.benefit.default(null),
  dueOn: buildingMeasure.shape.dueOn.default(null),
})

export const addBuildingMeasure = command(
  {
    label: '增加楼宇措施',
    who: keepers,
    input: written.extend({ buildingPlan: buildingMeasure.shape.buildingPlan }),
    output: done,
  },
  async (ctx, { buildingPlan: id, ...given }) => {
    const { building } = await latestToChange(ctx, id)
    await requireWorthwhile(ctx, given)
    const untold = { state: 'planned' as const, progress: null, progressOn: null }
    const [row] = await ctx.db
      .insert(buildingMeasures)
      .values({ ...given, ...untold, buildingPlan: id, building })
      .returning()
    return row!
  },
)

export const editBuildingMeasure = command(
  { label: '修改楼宇措施', who: keepers, input: written.extend(whichMeasure), output: done },
  async (ctx, { id, ...changes }) => {
    const measure = await measureToSee(ctx, id)
    await latestToChange(ctx, measure.buildingPlan)
    await requireWorthwhile(ctx, changes)
    await ctx.db.update(buildingMeasures).set(changes).where(eq(buildingMeasures.id, id))
    return { id }
  },
)

/** A visitor reads the words of the offer; one who works for the district answers for it. */
async function requireWorthwhile({ db }: Ctx, { owner, benefit, public: open }: z.output<typeof written>): Promise<void> {
  if (open && !benefit) throw invalid('对外公布的措施应写明标准')
  const [found] = await db.select({ kind: orgs.kind }).from(orgs).where(eq(orgs.id, owner))
  if (!found || found.kind === 'enterprise') throw invalid('责任单位应从本区单位中选择')
}

export const tellBuildingMeasure = command(
  {
    label: '填报措施进展',
    who: ['office', 'department', 'park', 'town'],
    input: z.object({
      ...whichMeasure,
      state: buildingMeasure.shape.state,
      progress: buildingMeasure.shape.progress.unwrap(),
    }),
    output: done,
  },
  async (ctx, { id, state, progress }) => {
    const measure = await measureToSee(ctx, id)
    await requireTelling(ctx, measure)
    const [last] = await versionsOf(ctx, measure.building)
    if (last?.id !== measure.buildingPlan) throw conflict(`该版本已由 ${last?.since} 起的版本接替，请在新版本中填报`)
    if (measure.state === state && measure.progress === progress)
      throw invalid(`进展与 ${measure.progressOn} 填报的相同（${measureStates[state]}）`)
    await ctx.db.update(buildingMeasures).set({ state, progress, progressOn: ctx.today }).where(eq(buildingMeasures.id, id))
    return { id }
  },
)

async function measureToSee({ db }: Ctx, id: string): Promise<Measure> {
  const [found] = await db.select().from(buildingMeasures).where(eq(buildingMeasures.id, id))
  if (!found) throw missing('措施')
  return found
}

/** Whoever answers for it, or keeps the building. */
async function requireTelling(ctx: Ctx, { owner, building }: Measure): Promise<void> {
  if (ctx.actor.org === owner) return
  const { zone } = await buildingToSee(ctx, building)
  if (await mayKeep(ctx, zone)) return
  const names = await orgNames(ctx, [owner])
  throw denied(`该措施由“${names.get(owner) ?? ''}”负责，只有该单位和楼宇的维护单位可以填报进展`)
}
