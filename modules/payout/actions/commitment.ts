/** The follow-up of what was paid: the due list, and what is decided of each obligation. */
import { and, asc, desc, eq, lte, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { daysBetween } from '#engines/lease/days.ts'
import { claims } from '#modules/claim/tables.ts'
import { enterprises } from '#modules/enterprise/tables.ts'
import { heldBy } from '#modules/fund/money.ts'
import { command, query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { cash, day, oneOf, text } from '#platform/fields.ts'
import { conflict } from '#platform/problem.ts'
import { lookAt, miss, openCommitment, recover } from '../commitment.ts'
import { commitmentViews } from '../flow.ts'
import { commitment, commitmentKinds } from '../model.ts'
import { requirePaying } from '../rights.ts'
import { commitments } from '../tables.ts'

const readers = ['leader', 'office', 'department'] as const
type View = keyof typeof commitmentViews
const which = z.object({ id: z.uuid('没有找到该项义务，请核对网址') })
const done = z.object({ id: z.uuid() })

const met = z.enum(['met', 'not-met', 'unknown'])
export const outcome = z.object({
  day: z.string(),
  met,
  sentence: z.string(),
  reasons: z.array(z.object({ title: z.string(), met, sentence: z.string() })),
})
const line = commitment.omit({ outcome: true, org: true }).extend({
  id: z.uuid(),
  outcome: outcome.nullable(),
  firm: z.string(),
  claimNumber: z.string(),
  clause: z.string(),
  /** Below nothing when it is past. */
  daysLeft: z.int(),
  leftOn: z.string().nullable(),
})

export const commitmentList = query(
  {
    label: '后续义务',
    who: readers,
    input: z.object({
      view: oneOf('范围', commitmentViews).default('due'),
      kind: oneOf('类型', commitmentKinds).optional(),
      page: z.int().min(1).max(100_000).default(1),
      size: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      rows: z.array(line),
      total: z.number(),
      counts: z.record(z.string(), z.number()),
      /** What is still to come back. */
      outstanding: z.number(),
    }),
  },
  async (ctx, { view, kind, page, size }) => {
    const where = and(viewed(view, ctx.today), kind ? eq(commitments.kind, kind) : undefined)
    const order = view === 'closed' ? desc(commitments.closedOn) : asc(commitments.dueOn)
    const rows = await joined(ctx, where)
      .orderBy(order, asc(commitments.id))
      .limit(size)
      .offset((page - 1) * size)
    const counted = await countsOf(ctx)
    const open = sql`${commitments.kind} = 'recovery' and ${commitments.status} = 'open'`
    const [{ sum = 0 } = {}] = await ctx.db
      .select({ sum: sql<number>`coalesce(sum(${commitments.recover} - ${commitments.recovered}), 0)`.mapWith(Number) })
      .from(commitments)
      .where(open)
    const [{ total = 0 } = {}] = await ctx.db
      .select({ total: sql<number>`count(*)::int` })
      .from(commitments)
      .innerJoin(enterprises, eq(enterprises.id, commitments.enterprise))
      .where(where)
    return { rows: rows.map((row) => toldOf(ctx, row)), total, counts: counted, outstanding: sum }
  },
)

const joined = ({ db }: Pick<Ctx, 'db'>, where: SQL | undefined) =>
  db
    .select({
      commitment: commitments,
      ...{ firm: enterprises.name, leftOn: enterprises.leftOn, claimNumber: claims.number, clause: claims.title },
    })
    .from(commitments)
    .innerJoin(enterprises, eq(enterprises.id, commitments.enterprise))
    .innerJoin(claims, eq(claims.id, commitments.claim))
    .where(where)
type Joined = Awaited<ReturnType<typeof joined>>[number]

const toldOf = ({ today }: Pick<Ctx, 'today'>, { commitment: of, ...rest }: Joined): z.input<typeof line> => ({
  ...of,
  ...rest,
  // Written by the look at it alone.
  outcome: of.outcome as z.input<typeof outcome> | null,
  daysLeft: daysBetween(today, of.dueOn),
})

/** A firm that left within its lock is due at once. */
const viewed = (view: View, today: string): SQL | undefined => {
  const open = eq(commitments.status, 'open')
  const recovery = sql`${commitments.kind} = 'recovery'`
  const early = sql`(${commitments.kind} = 'lock' and ${enterprises.leftOn} < ${commitments.dueOn})`
  if (view === 'closed') return sql`${commitments.status} <> 'open'`
  if (view === 'recovery') return and(open, recovery)
  const due = sql`(${lte(commitments.dueOn, today)} or ${early})`
  return and(open, sql`not ${recovery}`, view === 'due' ? due : sql`not coalesce(${due}, false)`)
}

async function countsOf({ db, today }: Ctx): Promise<Record<View, number>> {
  const counts = {} as Record<View, number>
  for (const view of Object.keys(commitmentViews) as View[]) {
    const [row] = await db
      .select({ total: sql<number>`count(*)::int` })
      .from(commitments)
      .innerJoin(enterprises, eq(enterprises.id, commitments.enterprise))
      .where(viewed(view, today))
    counts[view] = row?.total ?? 0
  }
  return counts
}

export const showCommitment = query(
  {
    label: '后续义务详情',
    who: readers,
    input: which,
    output: line.extend({ paid: z.number(), decides: z.boolean() }),
  },
  async (ctx, { id }) => {
    const [row] = await joined(ctx, eq(commitments.id, id))
    if (!row) throw conflict('没有找到该项义务，它可能不在您可以查看的范围内')
    const held = await heldBy(ctx, row.commitment.claim)
    return { ...toldOf(ctx, row), paid: held?.paid ?? 0, decides: ctx.actor.role === 'office' }
  },
)

export const checkCommitment = command(
  { label: '核查后续义务', who: ['office', 'department'], input: which, output: outcome },
  async (ctx, { id }) => lookAt(ctx, await openCommitment(ctx, id)),
)

export const confirmKept = command(
  { label: '确认已履约', who: ['office'], input: which.extend({ note: text('核实情况', 500) }), output: done },
  async (ctx, { id, note }) => {
    const { kind, dueOn } = await openCommitment(ctx, id)
    if (kind === 'recovery') throw conflict('资金追回请登记追回金额')
    if (dueOn > ctx.today) throw conflict(`到期日为 ${dueOn}，尚未到期`)
    await close(ctx, id, { status: 'met', note })
    return { id }
  },
)

export const declareMissed = command(
  {
    label: '认定未履约',
    who: ['office'],
    input: which.extend({ amount: cash('应追回金额'), dueOn: day('追回期限'), note: text('认定依据', 500) }),
    output: done,
  },
  async (ctx, { id, amount, ...rest }) => ({
    id: await miss(ctx, await openCommitment(ctx, id), { ...rest, amount: Math.round(amount * 100) }),
  }),
)

export const waiveCommitment = command(
  { label: '豁免后续义务', who: ['office'], input: which.extend({ reason: text('豁免理由', 500) }), output: done },
  async (ctx, { id, reason }) => {
    await openCommitment(ctx, id)
    await close(ctx, id, { status: 'waived', note: reason })
    return { id }
  },
)

export const recordRecovery = command(
  {
    label: '登记追回资金',
    who: ['office', 'department'],
    input: which.extend({ amount: cash('追回金额'), voucher: text('凭证号', 80) }),
    output: done,
  },
  async (ctx, { id, amount, voucher }) => {
    await requirePaying(ctx)
    await recover(ctx, await openCommitment(ctx, id), Math.round(amount * 100), voucher)
    return { id }
  },
)

const close = ({ db, today }: Ctx, id: string, end: { status: 'met' | 'waived'; note: string }) =>
  db
    .update(commitments)
    .set({ ...end, closedOn: today })
    .where(eq(commitments.id, id))
