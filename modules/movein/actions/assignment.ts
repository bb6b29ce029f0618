/** Many firms assigned to space as one: begun, watched, stopped, solved again under locks, taken. */
import { randomUUID } from 'node:crypto'
import { desc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { oneAtATime, overAll } from '#platform/session.ts'
import { offerAll } from '../assignment/accept.ts'
import { placeable, type Terms, terms } from '../assignment/asked.ts'
import { compare, comparison } from '../assignment/compare.ts'
import { answer, point } from '../assignment/outcome.ts'
import { choices, choicesFor, ownZone, whyNotPlaced } from '../assignment/places.ts'
import { standingOf, stopRunning } from '../assignment/progress.ts'
import { requireParks } from '../course/open.ts'
import { assignment as entity } from '../model.ts'
import { wantedIn } from '../need.ts'
import { zoneNames } from '../search.ts'
import { moveIns, assignments as table } from '../tables.ts'
import { parks } from './open.ts'

const readers = ['leader', ...parks] as const
/** Runs that may wait for one another. */
const mostWaiting = 5
const one = z.object({ id: z.uuid() })

export const assignmentChoices = query({ label: '统筹分配条件', who: parks, input: z.object({}), output: choices }, (ctx) =>
  choicesFor(ctx),
)

const { title, zone, after } = entity.shape
export const assign = command(
  {
    label: '发起统筹分配',
    who: parks,
    input: terms.extend({ title, zone: zone.default(null), after: after.default(null) }),
    output: one,
  },
  async (ctx, { title, zone: wished, after, ...asked }) => {
    const zone = (await ownZone(ctx)) ?? wished
    await requireParks(
      ctx,
      [zone, ...asked.quotas.map(({ zone }) => zone), ...asked.imagined.map(({ zone }) => zone)].flatMap((one) => one ?? []),
    )
    if (zone && [...asked.quotas, ...asked.imagined].some((one) => one.zone !== zone))
      throw invalid('按园城统筹时，定位要求和假设楼宇应在本园城内')
    if (asked.by < ctx.today) throw invalid('最晚可用日期不能早于今天')
    await requireMatters(ctx, zone, asked)
    if (after) await requireSameZone(ctx, after, zone)
    await oneAtATime(ctx, 'assignment')
    const waiting = await overAll(ctx, ({ db }) => db.$count(table, eq(table.status, 'solving')))
    if (waiting >= mostWaiting) throw conflict(`已有 ${waiting} 次统筹分配在排队求解，请稍后再发起`)
    const id = randomUUID()
    await ctx.db.insert(table).values({
      ...{ id, title, zone, asked, after, status: 'solving', answer: null, objective: null, bound: null, gap: null },
      ...{
        verified: false,
        seconds: null,
        startedBy: ctx.actor.name,
        startedAt: ctx.now.toISOString(),
        endedAt: null,
        notes: [],
      },
    })
    return { id }
  },
)

/** Matters the actor sees, that still look for rooms and say what they need; those of the zone, where it is one zone's. */
async function requireMatters({ db }: Ctx, zone: string | null, { matters, must, locks, near, apart }: Terms): Promise<void> {
  const chosen = new Set(matters)
  const rows = await db.select().from(moveIns).where(inArray(moveIns.id, matters))
  if (rows.length < chosen.size) throw missing('入驻事项')
  for (const { name, number, status, zone: own, need } of rows) {
    if (!placeable.some((state) => state === status)) throw conflict(`“${name}”（${number}）已签约或已办结，请从名单中移除`)
    const why = whyNotPlaced(wantedIn(need))
    if (why) throw invalid(`“${name}”（${number}）${why}，请补充后再纳入`)
    if (zone && own !== zone) throw invalid(`“${name}”（${number}）不由该园城受理，按园城统筹时不能纳入`)
  }
  const named = [...must, ...locks.map(({ matter }) => matter), ...[...near, ...apart].flatMap(({ matters }) => matters)]
  if (named.some((one) => !chosen.has(one))) throw invalid('须安置、锁定、相邻或分开的企业应在本次安置的名单内')
  const taken = locks.filter(({ rule }) => rule === 'take').map(({ matter }) => matter)
  if (new Set(taken).size < taken.length) throw invalid('每家企业只能锁定一处房源')
}

async function requireSameZone(ctx: Ctx, id: string, zone: string | null): Promise<void> {
  if ((await toSee(ctx, id)).zone !== zone) throw invalid('再次求解应与前次在同一范围')
}

const line = entity
  .pick({ title: true, status: true, objective: true, bound: true, gap: true, verified: true, seconds: true, startedBy: true })
  .extend({
    ...{ id: z.uuid(), zoneName: z.string().nullable(), startedAt: z.string(), firms: z.number(), placed: z.number().nullable() },
    trial: z.boolean(),
  })

/** The latest first. */
export const assignments = query({ label: '统筹分配', who: readers, input: z.object({}), output: z.array(line) }, async (ctx) => {
  const zones = await zoneNames(ctx)
  const rows = await ctx.db.select().from(table).orderBy(desc(table.startedAt), desc(table.createdAt)).limit(200)
  return rows.map(({ asked, answer: kept, zone, ...row }) => {
    const { matters, imagined } = terms.parse(asked)
    return {
      ...row,
      zoneName: zone && (zones.get(zone) ?? null),
      firms: matters.length,
      placed: kept && answer.parse(kept).placed.length,
      trial: imagined.length > 0,
    }
  })
})

const whole = line.omit({ firms: true, placed: true }).extend({
  zone: z.uuid().nullable(),
  endedAt: z.string().nullable(),
  notes: z.array(z.string()),
  asked: terms,
  /** Names of the firms and zones that are spoken of. */
  names: z.record(z.string(), z.string()),
  answer: answer.nullable(),
  after: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  comparison: comparison.nullable(),
})
export const assignment = query({ label: '统筹分配详情', who: readers, input: one, output: whole }, async (ctx, { id }) => {
  const { asked: kept, answer: found, after, ...row } = await toSee(ctx, id)
  const asked = terms.parse(kept)
  const zones = await zoneNames(ctx)
  const firms = await ctx.db
    .select({ id: moveIns.id, name: moveIns.name })
    .from(moveIns)
    .where(inArray(moveIns.id, asked.matters))
  const [before] = after ? await ctx.db.select().from(table).where(eq(table.id, after)) : []
  const result = found && answer.parse(found)
  return {
    ...{ ...row, asked, answer: result, trial: asked.imagined.length > 0 },
    zoneName: row.zone && (zones.get(row.zone) ?? null),
    names: Object.fromEntries([...zones, ...firms.map(({ id, name }) => [id, name] as const)]),
    after: before ? { id: before.id, title: before.title } : null,
    comparison: result && before?.answer ? compare(answer.parse(before.answer), result) : null,
  }
})

const progress = z
  .object({
    phase: z.enum(['match', 'start', 'search', 'exact', 'words']),
    ...{ matched: z.number(), firms: z.number(), gap: z.number().nullable(), points: z.array(point), stopped: z.boolean() },
    /** Of the search alone. */
    seconds: z.number(),
  })
  .nullable()
/** Null while it waits for others. */
export const assignmentProgress = query(
  { label: '统筹分配进度', who: readers, input: one, output: progress },
  async (ctx, { id }) => {
    await toSee(ctx, id)
    const standing = standingOf(id)
    const since = standing?.since ?? null
    return standing && { ...standing, seconds: since === null ? 0 : (performance.now() - since) / 1000 }
  },
)

/** What is best by then is kept; one that has not begun is over at once. */
export const stopAssignment = command({ label: '停止求解', who: parks, input: one, output: one }, async (ctx, { id }) => {
  const { status } = await toChange(ctx, id)
  if (status !== 'solving') throw conflict('该次求解已经结束')
  if (stopRunning(id)) return { id }
  const stopped = { status: 'stopped' as const, notes: ['尚未开始求解即已停止'], endedAt: ctx.now.toISOString() }
  await ctx.db.update(table).set(stopped).where(eq(table.id, id))
  return { id }
})

export const acceptAssignment = command(
  { label: '采纳统筹方案', who: parks, input: one, output: z.object({ taken: z.number(), left: z.number() }) },
  async (ctx, { id }) => {
    const run = await toChange(ctx, id)
    if (run.status === 'accepted') throw conflict('该方案已经采纳')
    if (run.status !== 'solved' || !run.verified || !run.answer) throw conflict('该次求解没有可采纳的方案')
    if (terms.parse(run.asked).imagined.length > 0) throw conflict('该方案含有假设楼宇，只供测算，不能采纳')
    const found = answer.parse(run.answer)
    const taken = await offerAll(ctx, run.title, found)
    const done = taken.filter((one) => one.taken).length
    if (done === 0) throw conflict(taken[0] ? `没有可采纳的安排：“${taken[0].name}”${taken[0].sentence}` : '方案没有安置任何企业')
    await ctx.db
      .update(table)
      .set({ status: 'accepted', answer: { ...found, taken } })
      .where(eq(table.id, id))
    return { taken: done, left: taken.length - done }
  },
)

type Run = typeof table.$inferSelect
async function toSee({ db }: Ctx, id: string): Promise<Run> {
  const [run] = await db.select().from(table).where(eq(table.id, id))
  if (!run) throw missing('统筹分配')
  return run
}

/** Held until the end of the step. */
async function toChange(ctx: Ctx, id: string): Promise<Run> {
  const seen = await toSee(ctx, id)
  return (await ctx.db.select().from(table).where(eq(table.id, id)).for('update'))[0] ?? seen
}
