/** Who waits for money (轮候): per line in the order of the rule, taken up in that order once there is some, or before it for a written reason. */
import { and, eq, inArray, max, sql } from 'drizzle-orm'
import { z } from 'zod'
import { potNames } from '#engines/policy/policy.ts'
import { taken } from '#engines/policy/queue.ts'
import { potLines } from '#modules/fund/arrange.ts'
import { balanceOf } from '#modules/fund/money.ts'
import { command, query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { oneOf, text, year } from '#platform/fields.ts'
import { advance } from '#platform/flow.ts'
import { conflict } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import { takeAhead, takeUp as takeUpLine, waitingFor } from '../course/money.ts'
import { claimToChange } from '../course/turn.ts'
import type { Claim } from '../course/way.ts'
import { claimFlow } from '../flow.ts'
import { claimRule } from '../model.ts'
import { ruleOn } from '../rule.ts'
import { claimSteps, claims } from '../tables.ts'
import { done } from './apply.ts'

const line = oneOf('资金', potNames)

export const takeUp = command(
  {
    label: '按序兑付轮候事项',
    who: ['office'],
    input: z.object({ line, year: year('年度') }),
    output: z.object({ taken: z.number(), waiting: z.number() }),
  },
  async (ctx, of) => {
    const taken = await takeUpLine(ctx, of)
    return { taken, waiting: (await waitingFor(ctx, of)).length }
  },
)

export const payAhead = command(
  {
    label: '提前兑付轮候事项',
    who: ['office'],
    input: z.object({ id: z.uuid('没有找到该兑现事项，请核对网址'), reason: text('提前兑付理由', 500) }),
    output: done,
  },
  async (ctx, { id, reason }) => {
    const claim = await claimToChange(ctx, id)
    advance(claimFlow, claim, 'approve', ctx.actor)
    if (claim.status !== 'queued') throw conflict(`当前为“${claimFlow.states[claim.status]}”，没有在轮候`)
    return takeAhead(ctx, claim, reason)
  },
)

const place = z.object({
  id: z.uuid(),
  place: z.int(),
  ...{ number: z.string(), name: z.string(), title: z.string(), need: z.number() },
  /** When its place was taken, and since when it waits for money. */
  submittedAt: z.string().nullable(),
  queuedOn: z.string().nullable(),
  /** What it and all before it need. */
  upTo: z.number(),
  /** What is free suffices for it and all before it. */
  fits: z.boolean(),
})
const waitingLine = z.object({
  line,
  free: z.number(),
  /** All that wait, also those the reader may not see. */
  waiting: z.int(),
  needed: z.number(),
  /** What the first of the line needs; null where nobody waits. */
  first: z.number().nullable(),
  rows: z.array(place),
})

export const queue = query(
  {
    label: '轮候名单',
    who: ['leader', 'office', 'department'],
    input: z.object({ year: year('年度').optional() }),
    output: z.object({
      year: z.int(),
      years: z.array(z.int()),
      queueBy: claimRule.shape.queueBy,
      lines: z.array(waitingLine),
    }),
  },
  async (ctx, { year: asked }) => {
    const year = asked ?? Number(ctx.today.slice(0, 4))
    const { queueBy } = await ruleOn(ctx, ctx.today)
    const seen = new Set(
      (await ctx.db.select({ id: claims.id }).from(claims).where(eq(claims.status, 'queued'))).map(({ id }) => id),
    )
    // A place is one among all; whose the others are is told to whoever may see them.
    const lines = await overAll(ctx, async (wide) => {
      const found: z.output<typeof waitingLine>[] = []
      for (const line of potLines) found.push(await placesIn(wide, { line, year }))
      return found
    })
    const own = lines.map((one) => ({ ...one, rows: one.rows.filter(({ id }) => seen.has(id)) }))
    return { year, years: await yearsWith(ctx, year), queueBy, lines: own }
  },
)

async function placesIn(ctx: Ctx, of: Pick<Claim, 'line' | 'year'>): Promise<z.output<typeof waitingLine>> {
  const free = (await balanceOf(ctx, of))?.free ?? 0
  const waiting = await waitingFor(ctx, of)
  const since = await queuedSince(ctx, waiting)
  const fitting = taken(
    waiting.map(({ id, approved, submittedAt }) => ({ id, amount: approved ?? 0, since: submittedAt ?? '' })),
    free,
  ).length
  let upTo = 0
  const rows = waiting.map(({ id, number, name, title, approved, submittedAt }, at) => {
    const need = approved ?? 0
    upTo += need
    return {
      ...{ id, number, name, title, need, submittedAt, upTo },
      place: at + 1,
      fits: at < fitting,
      queuedOn: since.get(id) ?? null,
    }
  })
  return { line: of.line, free, waiting: rows.length, needed: upTo, first: rows[0]?.need ?? null, rows }
}

/** The day it was approved, and there was no money for it. */
async function queuedSince({ db }: Ctx, of: readonly Claim[]): Promise<Map<string, string | null>> {
  if (!of.length) return new Map()
  const among = inArray(
    claimSteps.claim,
    of.map(({ id }) => id),
  )
  const rows = await db
    .select({ claim: claimSteps.claim, on: max(claimSteps.endedOn) })
    .from(claimSteps)
    .where(and(among, eq(claimSteps.state, 'deciding')))
    .groupBy(claimSteps.claim)
  return new Map(rows.map(({ claim, on }) => [claim, on]))
}

async function yearsWith({ db }: Ctx, year: number): Promise<number[]> {
  const rows = await db.selectDistinct({ year: claims.year }).from(claims).where(sql`${claims.status} = 'queued'`)
  return [...new Set([...rows.map((row) => row.year), year])].sort((a, b) => b - a)
}
