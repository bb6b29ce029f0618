/**
 * The way of a matter: it goes from hand to hand by the steps of its flow, stands still and goes on.
 *
 * A step row is a stretch in one state with one holder; exactly one is open until the matter is closed.
 */
import { and, eq, isNull } from 'drizzle-orm'
import { orgs } from '#modules/org/tables.ts'
import { type Ctx, isOfficial } from '#platform/context.ts'
import { advance } from '#platform/flow.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { clockOf, type Pause } from '#platform/step-clock.ts'
import { type MoveInState, moveInFlow, type TimedState, timed } from '../flow.ts'
import { ruleOn } from '../rule.ts'
import { moveInPauses, moveInSteps, moveIns } from '../tables.ts'

export type Matter = typeof moveIns.$inferSelect
export type StepRow = typeof moveInSteps.$inferSelect
export type MatterChange = Partial<
  Pick<
    Matter,
    'zone' | 'building' | 'units' | 'need' | 'name' | 'creditCode' | 'enterprise' | 'lease' | 'outcome' | 'contact' | 'phone'
  >
>
export type Said = { opinion?: string | null; evidence?: string | null }

const isTimed = (state: MoveInState): state is TimedState => timed.some((one) => one === state)
const results = { return: 'returned', refuse: 'refused', withdraw: 'withdrawn' } as const

/** Who has a matter in a state: the company of its park, the office, or the applicant himself (null). */
export async function holderOf({ db }: Ctx, state: MoveInState, zone: string | null): Promise<string | null> {
  if (state === 'applying') return null
  const all = await db.select({ id: orgs.id, kind: orgs.kind, parent: orgs.parent }).from(orgs)
  const office = all.find(({ kind }) => kind === 'office')?.id ?? null
  if (state === 'deliberating' || zone === null) return office
  return all.find(({ kind, parent }) => kind === 'company' && parent === zone)?.id ?? zone
}

/** What a new step is, by the rule of the day it begins. */
export async function stepFor(ctx: Ctx, moveIn: string, state: TimedState, holder: string | null) {
  const { days } = await ruleOn(ctx, ctx.today)
  const step = { moveIn, state, holder, since: ctx.today, days: days[state], endedOn: null }
  return { ...step, dueOn: clockOf(step, [], ctx.today).dueOn }
}

/** Takes one step of the flow: the open stretch ends with its result, the next begins with its holder and clock. */
export async function go(
  ctx: Ctx,
  matter: Matter,
  step: keyof typeof moveInFlow.steps,
  change: MatterChange = {},
  said: Said = {},
): Promise<Matter> {
  const status = advance(moveInFlow, matter, step, ctx.actor)
  await end(ctx, await openStep(ctx, matter), results[step as keyof typeof results] ?? 'done', said)
  const zone = change.zone === undefined ? matter.zone : change.zone
  const holder = isTimed(status) ? await holderOf(ctx, status, zone) : null
  const next = isTimed(status) ? await stepFor(ctx, matter.id, status, holder) : null
  if (next) await ctx.db.insert(moveInSteps).values(next)
  const after = {
    ...change,
    status,
    holder,
    dueOn: next?.dueOn ?? null,
    closedOn: next ? null : ctx.today,
    hands: withHands(matter.hands, holder, ...ownHand(ctx)),
  }
  await ctx.db.update(moveIns).set(after).where(eq(moveIns.id, matter.id))
  return { ...matter, ...after }
}

/** Another unit takes the matter over in the state it is in, with the days that are left of it, at least one. */
export async function handTo(ctx: Ctx, matter: Matter, to: string, said: Said): Promise<void> {
  if (!isTimed(matter.status)) throw conflict('该事项已办结，不能转交')
  if (matter.holder === to) throw invalid('该事项已由此单位办理')
  const open = await openStep(ctx, matter)
  const { left } = clockOf(open, await pausesOf(ctx, open.id), ctx.today)
  await end(ctx, open, 'handed', said)
  const step = { moveIn: matter.id, state: matter.status, holder: to, since: ctx.today, days: Math.max(1, left), endedOn: null }
  const { dueOn } = clockOf(step, [], ctx.today)
  await ctx.db.insert(moveInSteps).values({ ...step, dueOn })
  await ctx.db
    .update(moveIns)
    .set({ holder: to, dueOn, hands: withHands(matter.hands, to, ...ownHand(ctx)) })
    .where(eq(moveIns.id, matter.id))
}

/** The clock stands still from today, for a reason the applicant is told. */
export async function pause(ctx: Ctx, matter: Matter, reason: string): Promise<void> {
  const open = await openStep(ctx, matter)
  if ((await pausesOf(ctx, open.id)).some(({ until }) => until === null)) throw conflict('该环节的时限已经中止')
  await ctx.db
    .insert(moveInPauses)
    .values({ step: open.id, moveIn: matter.id, since: ctx.today, until: null, reason, by: ctx.actor.name })
}

/** The clock goes on: the day it is due moves by the working days that were not counted. */
export async function resume(ctx: Ctx, matter: Matter): Promise<void> {
  const open = await openStep(ctx, matter)
  const ended = await ctx.db
    .update(moveInPauses)
    .set({ until: ctx.today })
    .where(and(eq(moveInPauses.step, open.id), isNull(moveInPauses.until)))
    .returning()
  if (!ended.length) throw conflict('该环节的时限没有中止，无须恢复')
  const { dueOn } = clockOf(open, await pausesOf(ctx, open.id), ctx.today)
  await ctx.db.update(moveInSteps).set({ dueOn }).where(eq(moveInSteps.id, open.id))
  await ctx.db.update(moveIns).set({ dueOn }).where(eq(moveIns.id, matter.id))
}

export const pausesOf = ({ db }: Ctx, step: string): Promise<Pause[]> =>
  db.select().from(moveInPauses).where(eq(moveInPauses.step, step))

async function openStep({ db }: Ctx, { id, number }: Matter): Promise<StepRow> {
  const [open] = await db
    .select()
    .from(moveInSteps)
    .where(and(eq(moveInSteps.moveIn, id), isNull(moveInSteps.endedOn)))
  if (!open) throw conflict(`入驻事项 ${number} 已办结`)
  return open
}

/** A step that ends while it is paused ends its pause as well. */
async function end({ db, today, actor }: Ctx, open: StepRow, result: NonNullable<StepRow['result']>, said: Said): Promise<void> {
  await db
    .update(moveInPauses)
    .set({ until: today })
    .where(and(eq(moveInPauses.step, open.id), isNull(moveInPauses.until)))
  const { opinion = null, evidence = null } = said
  await db
    .update(moveInSteps)
    .set({ endedOn: today, result, opinion, evidence, by: actor.name })
    .where(eq(moveInSteps.id, open.id))
}

/** Whoever had a part in it goes on seeing it, in whatever park it ends. */
const ownHand = ({ actor }: Ctx) => (isOfficial(actor.role) ? [actor.org] : [])

export const withHands = (hands: readonly string[], ...more: (string | null)[]): string[] => [
  ...new Set([...hands, ...more.filter((one) => one !== null)]),
]
