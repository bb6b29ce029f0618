/** Checking reports: those that wait, accepted one by one or the clean ones together, or returned by cell. */
import { and, asc, count, eq, getTableColumns, ilike, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { monthInWords } from '#engines/progress/wording.ts'
import { enterprises } from '#modules/enterprise/tables.ts'
import { command, query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { month } from '#platform/fields.ts'
import { advance } from '#platform/flow.ts'
import { denied } from '#platform/problem.ts'
import { containing } from '#platform/search.ts'
import { oneAtATime } from '#platform/session.ts'
import { checkers, filingFlow } from '../flow.ts'
import { findingsOf } from '../form.ts'
import { cell, filingRow } from '../model.ts'
import { isOwnFiling, requireOther } from '../on-behalf.ts'
import { isBegun, type Row, reportToChange, statusOn } from '../queries.ts'
import { filings } from '../tables.ts'

const handled = filingRow.pick({ id: true, status: true, revision: true })

/** Reports that wait for a check, the longest waiting first. */
export const queue = query(
  {
    label: '待审核报表',
    who: ['leader', ...checkers],
    input: z.object({
      month: month('报告期').optional(),
      zone: z.union([z.uuid(), z.literal('none')]).optional(),
      town: z.uuid().optional(),
      name: z.string().trim().max(120).optional(),
      page: z.int().min(1).default(1),
      size: z.int().min(1).max(200).default(50),
      order: z.enum(['submittedOn', 'month', 'revenue', '-revenue']).default('submittedOn'),
    }),
    output: z.object({
      total: z.int(),
      rows: z.array(
        filingRow
          .pick({
            id: true,
            enterprise: true,
            month: true,
            revision: true,
            revenue: true,
            softwareRevenue: true,
            headcount: true,
            unchanged: true,
            submittedOn: true,
            submittedBy: true,
            town: true,
            zone: true,
          })
          .extend({
            /** Null of one that has left the area since. */
            name: z.string().nullable(),
            /** Cells the checks ask about. */
            findings: z.int(),
          }),
      ),
    }),
  },
  async (ctx, { month, zone, town, name, page, size, order }) => {
    const where = and(
      eq(statusOn(ctx), 'submitted'),
      isBegun(ctx),
      month ? eq(filings.month, month) : undefined,
      zone === 'none' ? isNull(filings.zone) : zone ? eq(filings.zone, zone) : undefined,
      town ? eq(filings.town, town) : undefined,
      name ? ilike(enterprises.name, containing(name)) : undefined,
    )
    const named = eq(enterprises.id, filings.enterprise)
    const [all] = await ctx.db.select({ total: count() }).from(filings).leftJoin(enterprises, named).where(where)
    const found = await ctx.db
      .select({ ...getTableColumns(filings), name: enterprises.name })
      .from(filings)
      .leftJoin(enterprises, named)
      .where(where)
      .orderBy(orders[order], asc(filings.createdAt), asc(filings.id))
      .limit(size)
      .offset((page - 1) * size)
    const findings = await findingsOf(ctx, found)
    return { total: all!.total, rows: found.map((row) => ({ ...row, findings: findings.get(row.id)!.length })) }
  },
)
const orders = {
  submittedOn: asc(filings.submittedOn),
  month: asc(filings.month),
  revenue: sql`${filings.revenue} asc nulls last`,
  '-revenue': sql`${filings.revenue} desc nulls last`,
}

/** The report becomes the figure of its month from today on. */
export const accept = command(
  { label: '报表审核通过', who: checkers, input: z.object({ id: z.uuid() }), output: handled },
  async (ctx, { id }) => {
    await inTurn(ctx)
    return acceptRow(ctx, await reportToChange(ctx, id))
  },
)

/** The sums accepted reports are added to are everybody's: who adds to several holds none while he waits for another. */
const inTurn = (ctx: Ctx) => oneAtATime(ctx, `filing accepted ${ctx.actor.region}`)

async function acceptRow(ctx: Ctx, row: Row): Promise<Row> {
  const status = advance(filingFlow, row, 'accept', ctx.actor)
  requireOther(ctx, row)
  if (row.revision > 1) await replaceCurrent(ctx, row)
  const [accepted] = await ctx.db
    .update(filings)
    .set({ status, objections: {}, decidedOn: ctx.today, decidedBy: ctx.actor.name, knownFrom: ctx.today })
    .where(eq(filings.id, row.id))
    .returning()
  return accepted!
}

/** The figure so far ends on the day its correction is accepted. */
async function replaceCurrent({ db, today }: Ctx, { enterprise, month }: Row): Promise<void> {
  const [old] = await db
    .update(filings)
    .set({ knownUntil: today })
    .where(
      and(
        eq(filings.enterprise, enterprise),
        eq(filings.month, month),
        eq(filings.status, 'accepted'),
        isNull(filings.knownUntil),
      ),
    )
    .returning({ id: filings.id })
  if (!old) throw denied(`${monthInWords(month)}原报表由其他镇街、园城审核，更正请由领导小组办公室审核`)
}

/** Accepts those among the chosen that the checks have nothing to say about and another filed; the others stay for somebody to read. */
export const acceptMany = command(
  {
    label: '批量审核通过',
    who: checkers,
    input: z.object({ ids: z.array(z.uuid()).min(1, '请选择报表').max(200, '一次最多审核 200 份报表') }),
    output: z.object({ accepted: z.int(), left: z.array(z.uuid()) }),
  },
  async (ctx, { ids }) => {
    await inTurn(ctx)
    const rows = await ctx.db
      .select()
      .from(filings)
      .where(and(inArray(filings.id, ids), eq(filings.status, 'submitted')))
      // In one order, so that two at it wait for each other instead of standing in each other's way.
      .orderBy(asc(filings.id))
      .for('update')
    const findings = await findingsOf(ctx, rows)
    const clean = rows.filter((row) => findings.get(row.id)!.length === 0 && !isOwnFiling(ctx, row))
    for (const row of clean) await acceptRow(ctx, row)
    const done = new Set(clean.map(({ id }) => id))
    return { accepted: done.size, left: [...new Set(ids)].filter((id) => !done.has(id)) }
  },
)

/** What is wrong, said at the cells it is wrong in. */
export const objections = z
  .partialRecord(cell, z.string().trim().min(1, '请写明退回意见').max(500, '退回意见不超过 500 个字'))
  .refine((of) => Object.keys(of).length > 0, '请在需要修改的项目上写明退回意见')

export const sendBack = command(
  { label: '退回报表', who: checkers, input: z.object({ id: z.uuid(), objections }), output: handled },
  async (ctx, { id, objections }) => {
    const row = await reportToChange(ctx, id)
    const status = advance(filingFlow, row, 'return', ctx.actor)
    const [returned] = await ctx.db
      .update(filings)
      .set({ status, objections, decidedOn: ctx.today, decidedBy: ctx.actor.name })
      .where(eq(filings.id, id))
      .returning()
    return returned!
  },
)
