/** Bids for funds of the levels above: whose they are, how they are listed, and what becomes of them step by step. */
import { asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { enterprises } from '#modules/enterprise/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { advance, available } from '#platform/flow.ts'
import { missing } from '#platform/problem.ts'
import { bidFlow } from './flow.ts'
import { bidStep, upperBid } from './model.ts'
import { bidSteps, upperBids, upperCalls } from './tables.ts'

export type Bid = typeof upperBids.$inferSelect
export type Call = typeof upperCalls.$inferSelect
type StepName = keyof typeof bidFlow.steps

export const applicants = ['enterprise', 'institution'] as const
export const readers = ['leader', 'office', 'department', ...applicants] as const

const steps = Object.keys(bidFlow.steps) as [StepName, ...StepName[]]
export const bidLine = upperBid.omit({ file: true, org: true }).extend({
  id: z.uuid(),
  enterpriseName: z.string(),
  callTitle: z.string(),
  callDeadline: z.string(),
  innerDeadline: z.string(),
  paper: z.boolean(),
  steps: z.array(z.enum(steps)),
})
export type BidLine = z.output<typeof bidLine>
export const bidWay = z.array(bidStep.pick({ status: true, on: true, note: true, by: true }))

/** Its own unit works on a bid from the side of the firm, the unit of the call from the other; the office on both. */
export function stepsOf(ctx: Ctx, bid: Pick<Bid, 'status'>): StepName[] {
  return available(bidFlow, bid, ctx.actor)
}

export async function bidsOf(ctx: Ctx, where: SQL | undefined, limit = 500): Promise<BidLine[]> {
  const rows = await ctx.db
    .select({ bid: upperBids, call: upperCalls, name: enterprises.name })
    .from(upperBids)
    .innerJoin(upperCalls, eq(upperCalls.id, upperBids.call))
    .innerJoin(enterprises, eq(enterprises.id, upperBids.enterprise))
    .where(where)
    .orderBy(desc(upperCalls.deadline), asc(upperBids.number))
    .limit(limit)
  return rows.map(({ bid: { file, org: _, ...bid }, call, name }) => ({
    ...bid,
    ...{ enterpriseName: name, callTitle: call.title, callDeadline: call.deadline, innerDeadline: call.innerDeadline },
    paper: file !== null,
    steps: stepsOf(ctx, bid),
  }))
}

export async function bidToChange({ db }: Ctx, id: string): Promise<{ bid: Bid; call: Call }> {
  const [bid] = await db.select().from(upperBids).where(eq(upperBids.id, id)).for('update')
  if (!bid) throw missing('申报')
  const [call] = await db.select().from(upperCalls).where(eq(upperCalls.id, bid.call))
  return { bid, call: call! }
}

/** Takes a step, and keeps that it was taken. */
export async function take(ctx: Ctx, bid: Bid, step: StepName, { note = null, ...values }: Partial<Bid> = {}) {
  const status = advance(bidFlow, bid, step, ctx.actor)
  await ctx.db
    .update(upperBids)
    .set({ ...values, status })
    .where(eq(upperBids.id, bid.id))
  await keepStep(ctx, bid.id, status, note)
  return { id: bid.id, number: bid.number }
}

export const keepStep = ({ db, actor, today, now }: Ctx, bid: string, status: Bid['status'], note: string | null) =>
  db.insert(bidSteps).values({ bid, status, on: today, note, by: actor.name, at: now.toISOString() })

export const wayOf = ({ db }: Ctx, bid: string) =>
  db.select().from(bidSteps).where(eq(bidSteps.bid, bid)).orderBy(bidSteps.at, sql`${bidSteps.createdAt}`)
