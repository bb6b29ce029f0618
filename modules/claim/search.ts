/** Looking through the claims: the filters of list and export as one condition, and the lines they show. */
import { and, asc, desc, eq, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { potNames, verdicts } from '#engines/policy/policy.ts'
import { orgs } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { oneOf, text, year } from '#platform/fields.ts'
import { containing } from '#platform/search.ts'
import { clock, clocksOf, pausedNow } from './course/clocks.ts'
import { officeOf } from './course/way.ts'
import { claimStates } from './flow.ts'
import { channels, claim } from './model.ts'
import { claimOpinions, claims } from './tables.ts'

export const filter = z.object({
  /** In the number, or the name of the firm. */
  words: z.string().trim().max(60, '查找内容不超过 60 个字').optional(),
  state: oneOf('状态', claimStates).optional(),
  clause: text('条款', 60).optional(),
  cycle: z.uuid().optional(),
  line: oneOf('资金', potNames).optional(),
  channel: oneOf('方式', channels).optional(),
  year: year('年度').optional(),
  enterprise: z.uuid().optional(),
  /** Open or closed. */
  open: z.boolean().optional(),
  /** Whose turn is mine, or whose opinion is asked of me. */
  mine: z.boolean().optional(),
  late: z.boolean().optional(),
})
export type Filter = z.output<typeof filter>

export const line = claim
  .pick({ number: true, channel: true, clause: true, title: true, line: true, year: true, enterprise: true, name: true })
  .extend(claim.pick({ project: true, asked: true, computed: true, approved: true, status: true, submittedAt: true }).shape)
  .extend(claim.pick({ closedOn: true, outcome: true, enteredBy: true }).shape)
  .extend({
    id: z.uuid(),
    verdict: oneOf('测算结论', verdicts).nullable(),
    /** Who has it; null: its firm, or nobody once it is closed. */
    holderName: z.string().nullable(),
    clock: clock.nullable(),
  })
export type Line = z.output<typeof line>

const askedOf = (org: string) =>
  sql`${claims.status} = 'joint' and exists (select 1 from ${claimOpinions} o where o.claim = ${claims.id} and o.department = ${org}
    and o.opinion is null and o.round = (select max(r.round) from ${claimOpinions} r where r.claim = ${claims.id}))`

export async function matching(ctx: Ctx, of: Filter): Promise<SQL | undefined> {
  const pattern = of.words && containing(of.words)
  const firm = ctx.actor.role === 'enterprise' || ctx.actor.role === 'institution'
  return and(
    // What a firm has not handed in yet is its own affair; what the office enters for it is the office's.
    firm ? undefined : or(sql`${claims.status} <> 'draft'`, isNotNull(claims.enteredBy)),
    pattern ? or(sql`${claims.number} ilike ${pattern}`, sql`${claims.name} ilike ${pattern}`) : undefined,
    of.state ? eq(claims.status, of.state) : undefined,
    of.clause ? eq(claims.clause, of.clause) : undefined,
    of.cycle ? eq(claims.cycle, of.cycle) : undefined,
    of.line ? eq(claims.line, of.line) : undefined,
    of.channel ? eq(claims.channel, of.channel) : undefined,
    of.year ? eq(claims.year, of.year) : undefined,
    of.enterprise ? eq(claims.enterprise, of.enterprise) : undefined,
    of.open === undefined ? undefined : of.open ? isNull(claims.closedOn) : isNotNull(claims.closedOn),
    of.mine ? await mineOf(ctx) : undefined,
    of.late ? and(isNull(claims.closedOn), lt(claims.dueOn, ctx.today), sql`not ${pausedNow}`) : undefined,
  )
}

/** What the machine does by itself when the days are over is nobody's turn. */
async function mineOf(ctx: Ctx): Promise<SQL> {
  const { role, org } = ctx.actor
  const office = role === 'office' ? await officeOf(ctx) : null
  const waiting = sql`${claims.status} not in ('public', 'queued')`
  const holding = [org, office].flatMap((one) => (one ? [sql`(${claims.holder} = ${one} and ${waiting})`] : []))
  return or(...holding, ...(role === 'department' && org ? [askedOf(org)] : [])) ?? sql`false`
}

const holders = pg.alias(orgs, 'claim_holder')

type Page = { page: number; size: number }
/** Open ones first, the most pressing of them on top; then those closed last. */
export async function told(ctx: Ctx, where: SQL | undefined, page: Page = { page: 1, size: 5000 }): Promise<Line[]> {
  const rows = await ctx.db
    .select({ row: claims, holderName: holders.shortName })
    .from(claims)
    .leftJoin(holders, eq(holders.id, claims.holder))
    .where(where)
    .orderBy(sql`${claims.closedOn} desc nulls first`, asc(claims.dueOn), desc(claims.submittedAt), asc(claims.number))
    .limit(page.size)
    .offset((page.page - 1) * page.size)
  const clocks = await clocksOf(
    ctx,
    rows.map(({ row }) => row.id),
  )
  return rows.map(({ row, holderName }) => ({ ...row, holderName, clock: clocks.get(row.id) ?? null }))
}
