/**
 * The way of a claim: it goes from hand to hand by the steps of its flow, stands still and goes on.
 *
 * A step row is a stretch in one state with one holder; exactly one is open as long as the state has a clock.
 */
import { and, eq, isNull } from 'drizzle-orm'
import { orgs } from '#modules/org/tables.ts'
import { type Ctx, isOfficial } from '#platform/context.ts'
import { advance } from '#platform/flow.ts'
import { conflict } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import { clockOf, type Pause } from '#platform/step-clock.ts'
import { type ClaimState, type ClockedState, claimFlow, clocked, closedStates } from '../flow.ts'
import { ruleOn } from '../rule.ts'
import { claimPauses, claimSteps, claims, cycles } from '../tables.ts'

export type Claim = typeof claims.$inferSelect
export type StepRow = typeof claimSteps.$inferSelect
export type StepName = keyof typeof claimFlow.steps
export type ClaimChange = Partial<
  Omit<typeof claims.$inferInsert, 'id' | 'region' | 'createdAt' | 'updatedAt' | 'status' | 'holder' | 'dueOn' | 'hands'>
>

export const isClocked = (state: ClaimState): state is ClockedState => clocked.some((one) => one === state)
export const isClosed = (state: ClaimState): boolean => closedStates.some((one) => one === state)
const results: Partial<Record<StepName, NonNullable<StepRow['result']>>> = {
  giveBack: 'returned',
  takeOut: 'returned',
  refuse: 'refused',
  withdraw: 'withdrawn',
  decline: 'withdrawn',
  contest: 'contested',
  lapse: 'lapsed',
}

/** Entered by the office for a firm that has no account of its own yet. */
export const isOnPaper = ({ enteredBy, org }: Pick<Claim, 'enteredBy' | 'org'>): boolean => enteredBy !== null && org === null

/** Who has a claim in a state: the unit that leads its batch, the office, whoever pays, or the firm itself (null). */
export async function holderOf(
  ctx: Ctx,
  state: ClaimState,
  of: Pick<Claim, 'cycle' | 'enteredBy' | 'org'>,
): Promise<string | null> {
  if (isClosed(state)) return null
  if (state === 'draft' || state === 'consenting' || state === 'correcting') return isOnPaper(of) ? officeOf(ctx) : null
  if (state === 'paying') {
    const { treasury } = await ruleOn(ctx, ctx.today)
    if (treasury) return treasury
  }
  if (state === 'deciding' || state === 'queued' || state === 'paying' || state === 'appealed') return officeOf(ctx)
  const [batch] = await ctx.db.select({ org: cycles.org }).from(cycles).where(eq(cycles.id, of.cycle))
  return batch?.org ?? null
}

export async function officeOf({ db }: Ctx): Promise<string | null> {
  const [found] = await db.select({ id: orgs.id }).from(orgs).where(eq(orgs.kind, 'office')).limit(1)
  return found?.id ?? null
}

/** What a new step is, by the rule of the day it begins; a batch may show for longer than the rule asks. */
export async function stepFor(ctx: Ctx, claim: string, state: ClockedState, holder: string | null, wished?: number) {
  const rule = await ruleOn(ctx, ctx.today)
  const days = wished ?? (state === 'appealed' ? rule.objectionDays : rule.days[state])
  const step = { claim, state, holder, since: ctx.today, days, endedOn: null }
  return { ...step, dueOn: clockOf(step, [], ctx.today).dueOn }
}

type Gone = {
  change?: ClaimChange
  opinion?: string | null
  /** Where it goes instead of where the flow says: back to where it was returned from. */
  back?: ClaimState
  /** How long the next step takes, where not as the rule says. */
  days?: number
  /** The last day of the step that ends, where it is not today. */
  lastDay?: string
  /** Whoever sees it from now on. */
  hands?: readonly (string | null)[]
}

/** Takes one step of the flow: the open stretch ends with its result, the next begins with its holder and clock. */
export async function go(ctx: Ctx, claim: Claim, step: StepName, gone: Gone = {}): Promise<Claim> {
  const { change = {}, opinion = null, back, days, lastDay = ctx.today, hands = [] } = gone
  const to = advance(claimFlow, claim, step, ctx.actor)
  const status = back ?? to
  await endStep(ctx, claim, { endedOn: lastDay, result: results[step] ?? 'done', opinion })
  const holder = await holderOf(ctx, status, claim)
  const next = isClocked(status) ? await stepFor(ctx, claim.id, status, holder, days) : null
  if (next) await ctx.db.insert(claimSteps).values(next)
  const after = {
    ...change,
    ...{ status, holder, dueOn: next?.dueOn ?? null, closedOn: isClosed(status) ? ctx.today : null },
    hands: withHands(claim.hands, holder, ...(isOfficial(ctx.actor.role) ? [ctx.actor.org] : []), ...hands),
  }
  await ctx.db.update(claims).set(after).where(eq(claims.id, claim.id))
  return { ...claim, ...after } as Claim // the columns it changes are those of the table
}

export const withHands = (hands: readonly string[], ...more: (string | null)[]): string[] => [
  ...new Set([...hands, ...more.filter((one) => one !== null)]),
]

/** A step that ends while it is paused ends its pause as well. */
async function endStep({ db, today, actor }: Ctx, { id }: Claim, ended: Pick<StepRow, 'endedOn' | 'result' | 'opinion'>) {
  const open = and(eq(claimSteps.claim, id), isNull(claimSteps.endedOn))
  const [step] = await db
    .update(claimSteps)
    .set({ ...ended, by: actor.name })
    .where(open)
    .returning()
  if (!step) return
  await db
    .update(claimPauses)
    .set({ until: today })
    .where(and(eq(claimPauses.step, step.id), isNull(claimPauses.until)))
}

export async function openStep({ db }: Ctx, { id, number }: Pick<Claim, 'id' | 'number'>): Promise<StepRow> {
  const [open] = await db
    .select()
    .from(claimSteps)
    .where(and(eq(claimSteps.claim, id), isNull(claimSteps.endedOn)))
  if (!open) throw conflict(`兑现事项 ${number} 目前没有计时的环节`)
  return open
}

export const pausesOf = ({ db }: Ctx, step: string): Promise<Pause[]> =>
  db.select().from(claimPauses).where(eq(claimPauses.step, step))

/** The clock stands still from today, for a reason the firm is told. */
export async function pause(ctx: Ctx, claim: Pick<Claim, 'id' | 'number'>, reason: string): Promise<void> {
  const open = await openStep(ctx, claim)
  if ((await pausesOf(ctx, open.id)).some(({ until }) => until === null)) throw conflict('该环节的时限已经中止')
  await ctx.db
    .insert(claimPauses)
    .values({ claim: claim.id, step: open.id, since: ctx.today, until: null, reason, by: ctx.actor.name })
}

/** The clock goes on: the day it is due moves by the working days that were not counted. */
export async function resume(ctx: Ctx, claim: Pick<Claim, 'id' | 'number'>): Promise<void> {
  const open = await openStep(ctx, claim)
  const ended = await ctx.db
    .update(claimPauses)
    .set({ until: ctx.today })
    .where(and(eq(claimPauses.step, open.id), isNull(claimPauses.until)))
    .returning()
  if (!ended.length) throw conflict('该环节的时限没有中止，无须恢复')
  const { dueOn } = clockOf(open, await pausesOf(ctx, open.id), ctx.today)
  await ctx.db.update(claimSteps).set({ dueOn }).where(eq(claimSteps.id, open.id))
  await ctx.db.update(claims).set({ dueOn }).where(eq(claims.id, claim.id))
}

/**
 * What follows by itself from what somebody does who may not touch those rows: an objection stops the clock of a list, a firm's word
 * reserves money. The journal names the person all the same.
 */
export const asConsequence = overAll
