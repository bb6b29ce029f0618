/** Rounds looked at: all of them, one with its sheets, a sheet with its lines; units see the sheets they are on. */
import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { matters } from '#modules/matter/tables.ts'
import { query } from '#platform/action.ts'
import { workdaysBetween } from '#platform/calendar.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { oneOf } from '#platform/fields.ts'
import { available } from '#platform/flow.ts'
import { missing } from '#platform/problem.ts'
import { roundFlow, sheetFlow, sheetStates } from '../flow.ts'
import { rhythms, round, sheet } from '../model.ts'
import { rounds, sheets } from '../tables.ts'

const which = z.object({ id: z.uuid('没有找到该调度，请核对网址') })
const roundRow = round.extend({ id: z.uuid() })
const tally = z.object({ units: z.number(), confirmed: z.number(), remarked: z.number(), waiting: z.number() })
const short = sheet
  .pick({
    kind: true,
    org: true,
    task: true,
    name: true,
    status: true,
    remark: true,
    matter: true,
    answeredAt: true,
    answeredBy: true,
  })
  .extend({
    id: z.uuid(),
    lines: z.number(),
    grave: z.number(),
    /** It waits for an answer, and the time is over. */
    late: z.boolean(),
  })
export type Short = z.output<typeof short>

export const list = query(
  {
    label: '调度轮次',
    who: officials,
    input: z.object({
      rhythm: oneOf('周期', rhythms).optional(),
      page: z.int().min(1).max(100_000).default(1),
      size: z.int().min(1).max(200).default(24),
    }),
    output: z.object({
      rows: z.array(
        roundRow.extend({
          /** Of the sheets of units, as far as the reader may count them. */
          tally: tally.nullable(),
          /** His own unit's. */
          own: z.enum(Object.keys(sheetStates) as [keyof typeof sheetStates, ...(keyof typeof sheetStates)[]]).nullable(),
        }),
      ),
      total: z.number(),
    }),
  },
  async (ctx, { rhythm, page, size }) => {
    const where = rhythm && eq(rounds.rhythm, rhythm)
    const found = await ctx.db
      .select()
      .from(rounds)
      .where(where)
      .orderBy(desc(rounds.opensOn), asc(rounds.rhythm))
      .limit(size)
      .offset((page - 1) * size)
    const of = found.length
      ? await ctx.db
          .select({ round: sheets.round, org: sheets.org, status: sheets.status })
          .from(sheets)
          .where(
            and(
              eq(sheets.kind, 'unit'),
              inArray(
                sheets.round,
                found.map(({ id }) => id),
              ),
            ),
          )
      : []
    const rows = found.map((row) => {
      const own = of.filter(({ round }) => round === row.id)
      const mine = own.find(({ org }) => org === ctx.actor.org)
      return { ...row, tally: seesAll(ctx) && row.rhythm === 'month' ? tallied(own) : null, own: mine?.status ?? null }
    })
    return { rows, total: await ctx.db.$count(rounds, where) }
  },
)

const seesAll = ({ actor }: Ctx) => actor.role === 'office' || actor.role === 'leader'
const tallied = (of: { status: Short['status'] }[]) => {
  const some = (status: Short['status']) => of.filter((one) => one.status === status).length
  return { units: of.length, confirmed: some('confirmed'), remarked: some('remarked'), waiting: some('waiting') }
}

const steps = z.enum(Object.keys(roundFlow.steps) as [keyof typeof roundFlow.steps, ...(keyof typeof roundFlow.steps)[]])
export const showRound = query(
  {
    label: '调度总览',
    who: officials,
    input: which,
    output: z.object({
      round: roundRow,
      can: z.array(steps),
      /** Working days until the deadline of confirming, negative once it is over. */
      left: z.number(),
      sheets: z.array(short),
      /** The first ten of the district's lines, for whoever may read its sheet. */
      ten: sheet.shape.lines.nullable(),
      /** Whether everybody's sheets are here, or only those the reader is on. */
      whole: z.boolean(),
    }),
  },
  async (ctx, { id }) => {
    const row = await roundToSee(ctx, id)
    const all = await ctx.db.select().from(sheets).where(eq(sheets.round, id)).orderBy(asc(sheets.kind), asc(sheets.name))
    const district = all.find(({ kind }) => kind === 'district')
    return {
      round: row,
      can: available(roundFlow, row, ctx.actor),
      left: workdaysBetween(ctx.today, row.dueOn),
      sheets: all.map((one) => shortOf(ctx, row, one)),
      ten: district ? district.lines.slice(0, 10) : null,
      whole: seesAll(ctx),
    }
  },
)

const shortOf = ({ today }: Ctx, { status, dueOn }: Round, { lines, ...one }: typeof sheets.$inferSelect): Short => ({
  ...one,
  lines: lines.length,
  grave: lines.filter(({ grave }) => grave).length,
  late: status === 'open' && one.kind === 'unit' && one.status === 'waiting' && today > dueOn,
})

type Round = typeof rounds.$inferSelect
export async function roundToSee({ db }: Pick<Ctx, 'db'>, id: string): Promise<Round> {
  const [row] = await db.select().from(rounds).where(eq(rounds.id, id))
  if (!row) throw missing('调度')
  return row
}

const sheetSteps = z.enum(Object.keys(sheetFlow.steps) as [keyof typeof sheetFlow.steps, ...(keyof typeof sheetFlow.steps)[]])
export const showSheet = query(
  {
    label: '调度单',
    who: officials,
    input: z.object({ id: z.uuid('没有找到该调度单，请核对网址') }),
    output: z.object({
      sheet: sheet.extend({ id: z.uuid() }),
      round: roundRow,
      left: z.number(),
      late: z.boolean(),
      can: z.array(sheetSteps),
      matterNumber: z.string().nullable(),
    }),
  },
  async (ctx, { id }) => {
    const [found] = await ctx.db.select().from(sheets).where(eq(sheets.id, id))
    if (!found) throw missing('调度单')
    const row = await roundToSee(ctx, found.round)
    const mine = found.kind === 'unit' && found.org === ctx.actor.org && row.status === 'open'
    const [matter] = found.matter
      ? await ctx.db.select({ number: matters.number }).from(matters).where(eq(matters.id, found.matter))
      : []
    return {
      sheet: found,
      round: row,
      left: workdaysBetween(ctx.today, row.dueOn),
      late: shortOf(ctx, row, found).late,
      can: mine ? available(sheetFlow, found, ctx.actor) : [],
      matterNumber: matter?.number ?? null,
    }
  },
)

/** For the home page: the own unit's sheet that waits; for the office rounds to close and issue. */
export const duties = query(
  {
    label: '调度待办',
    who: officials,
    input: z.object({}),
    output: z.object({
      sheets: z.array(z.object({ id: z.uuid(), title: z.string(), dueOn: z.string(), left: z.number(), grave: z.number() })),
      rounds: z.array(
        z.object({ id: z.uuid(), title: z.string(), status: round.shape.status, waiting: z.number(), dueOn: z.string() }),
      ),
    }),
  },
  async (ctx) => {
    const { org, role } = ctx.actor
    const own = org
      ? await ctx.db
          .select({ sheet: sheets, round: rounds })
          .from(sheets)
          .innerJoin(rounds, eq(rounds.id, sheets.round))
          .where(and(eq(rounds.status, 'open'), eq(sheets.kind, 'unit'), eq(sheets.org, org), eq(sheets.status, 'waiting')))
      : []
    const waiting = sql<number>`count(*) filter (where ${sheets.status} = 'waiting' and ${sheets.kind} = 'unit')::int`
    const open =
      role === 'office'
        ? await ctx.db
            .select({ id: rounds.id, title: rounds.title, status: rounds.status, dueOn: rounds.dueOn, waiting, of: count() })
            .from(rounds)
            .innerJoin(sheets, eq(sheets.round, rounds.id))
            .where(inArray(rounds.status, ['open', 'closed']))
            .groupBy(rounds.id)
            .orderBy(asc(rounds.dueOn))
        : []
    return {
      sheets: own.map(({ sheet: { id, lines }, round: { title, dueOn } }) => ({
        ...{ id, title, dueOn, left: workdaysBetween(ctx.today, dueOn) },
        grave: lines.filter(({ grave }) => grave).length,
      })),
      rounds: open,
    }
  },
)
