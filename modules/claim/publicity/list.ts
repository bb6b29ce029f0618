/** A list that is shown to everyone before money is decided: made, stopped by an objection, going on, ended when its days are over. */
import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import { type Ctx, machine } from '#platform/context.ts'
import { clockOf } from '#platform/step-clock.ts'
import { type Claim, go, isClocked, pausesOf } from '../course/way.ts'
import { claimPauses, claimSteps, claims, objections, publicities } from '../tables.ts'
import { clockOfList } from './clock.ts'

export type List = typeof publicities.$inferSelect

/** The claims that are still shown on it. */
export const shownOn = ({ db }: Ctx, list: string): Promise<Claim[]> =>
  db
    .select()
    .from(claims)
    .where(and(eq(claims.publicity, list), eq(claims.status, 'public')))
    .orderBy(claims.number)

const objectionsTo = ({ db }: Ctx, list: string) => db.select().from(objections).where(eq(objections.publicity, list))

export const listClock = async (ctx: Ctx, list: List) => clockOfList(list, await objectionsTo(ctx, list.id), ctx.today)

/** Nobody may be told who objects: only that somebody does. */
const reason = '公示期内收到异议，核查期间中止'

/** From today until no objection is open any more the days do not count, for any that stands on the list. */
export async function stop(ctx: Ctx, list: List): Promise<void> {
  for (const step of await openStepsOf(ctx, list)) {
    const pauses = await pausesOf(ctx, step.id)
    if (pauses.some(({ until }) => until === null)) continue
    const by = machine(ctx.actor.region).name
    await ctx.db.insert(claimPauses).values({ claim: step.claim, step: step.id, since: ctx.today, until: null, reason, by })
  }
}

/** The days go on, and the last of them moves; nothing where an objection is still open. */
export async function goOn(ctx: Ctx, list: List): Promise<void> {
  const { dueOn, paused } = await listClock(ctx, list)
  if (paused) return
  for (const step of await openStepsOf(ctx, list)) {
    await ctx.db
      .update(claimPauses)
      .set({ until: ctx.today })
      .where(and(eq(claimPauses.step, step.id), isNull(claimPauses.until)))
    const { dueOn } = clockOf(step, await pausesOf(ctx, step.id), ctx.today)
    await ctx.db.update(claimSteps).set({ dueOn }).where(eq(claimSteps.id, step.id))
    await ctx.db.update(claims).set({ dueOn }).where(eq(claims.id, step.claim))
  }
  const moved = dueOn > list.until ? { until: dueOn } : {}
  const left = await shownOn(ctx, list.id)
  if (!left.length)
    await ctx.db
      .update(publicities)
      .set({ ...moved, status: 'withdrawn' })
      .where(eq(publicities.id, list.id))
  else if (moved.until) await ctx.db.update(publicities).set(moved).where(eq(publicities.id, list.id))
}

async function openStepsOf(ctx: Ctx, { id }: List) {
  const shown = (await shownOn(ctx, id)).filter(({ status }) => isClocked(status)).map(({ id }) => id)
  if (!shown.length) return []
  return ctx.db
    .select()
    .from(claimSteps)
    .where(and(inArray(claimSteps.claim, shown), isNull(claimSteps.endedOn)))
}

/** Why it cannot be ended yet; null where it can. */
export async function whyGoesOn(ctx: Ctx, list: List): Promise<string | null> {
  if (list.status !== 'open') return '该公示已办结'
  const { dueOn, paused } = await listClock(ctx, list)
  if (paused) return '有异议正在核查，核查后公示期继续计算'
  return ctx.today > dueOn ? null : `公示期至 ${dueOn}，期满后次日办结`
}

/** Shown for all its days: what stands on it goes on to be decided. Its step ended with the last of them, not today. */
export async function end(ctx: Ctx, list: List): Promise<void> {
  const { dueOn: lastDay } = await listClock(ctx, list)
  for (const claim of await shownOn(ctx, list.id))
    await go(ctx, claim, 'endPublicity', { opinion: '公示期满无异议或异议不成立', lastDay })
  await ctx.db.update(publicities).set({ status: 'done' }).where(eq(publicities.id, list.id))
}

/** By the product's clock: whatever is over today, whenever it became so. */
export async function endAllDue(ctx: Ctx): Promise<number> {
  const open = and(
    eq(publicities.status, 'open'),
    lt(publicities.until, ctx.today),
    sql`not exists (select 1 from ${objections} o where o.publicity = ${publicities.id} and o.status = 'open')`,
  )
  const due = await ctx.db.select().from(publicities).where(open).for('update')
  let ended = 0
  for (const list of due) {
    if ((await whyGoesOn(ctx, list)) !== null) continue
    await end(ctx, list)
    ended += 1
  }
  return ended
}
