/** The claims as a list, their numbers by state, an Excel of them, a firm's own, and what waits for whom. */
import { and, asc, count, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import { z } from 'zod'
import { potNames } from '#engines/policy/policy.ts'
import { query } from '#platform/action.ts'
import { download } from '#platform/fields.ts'
import { type Column, sheetBuffer } from '#platform/sheet.ts'
import { reminder } from '../course/lapse.ts'
import { claimStates } from '../flow.ts'
import { channels } from '../model.ts'
import { filter, type Line, line, matching, told } from '../search.ts'
import { appeals, claims, objections, publicities } from '../tables.ts'
import { firms } from './apply.ts'

const readers = ['leader', 'office', 'department'] as const

export const list = query(
  {
    label: '兑现事项',
    who: readers,
    input: filter.extend({ page: z.int().min(1).max(100_000).default(1), size: z.int().min(1).max(200).default(50) }),
    output: z.object({ rows: z.array(line), total: z.number() }),
  },
  async (ctx, { page, size, ...of }) => {
    const where = await matching(ctx, of)
    return { rows: await told(ctx, where, { page, size }), total: await ctx.db.$count(claims, where) }
  },
)

/** How many are in each state, are late, and are mine to do; and the clauses there are claims for. */
export const summary = query(
  {
    label: '兑现概况',
    who: readers,
    input: filter.pick({ cycle: true, year: true }),
    output: z.object({
      states: z.record(z.string(), z.number()),
      open: z.number(),
      late: z.number(),
      mine: z.number(),
      clauses: z.array(z.object({ code: z.string(), title: z.string() })),
    }),
  },
  async (ctx, of) => {
    const where = await matching(ctx, of)
    const rows = await ctx.db.select({ status: claims.status, of: count() }).from(claims).where(where).groupBy(claims.status)
    const counted = async (more: z.input<typeof filter>) => ctx.db.$count(claims, await matching(ctx, { ...of, ...more }))
    return {
      states: Object.fromEntries(rows.map((row) => [row.status, row.of])),
      open: await counted({ open: true }),
      late: await counted({ late: true }),
      mine: await counted({ mine: true }),
      clauses: await ctx.db
        .selectDistinct({ code: claims.clause, title: claims.title })
        .from(claims)
        .where(where)
        .orderBy(claims.title),
    }
  },
)

export const exportClaims = query(
  { label: '导出兑现事项', who: readers, input: filter, output: download('兑现事项') },
  async (ctx, of) => {
    const rows = await told(ctx, await matching(ctx, of))
    const note = `截至 ${ctx.today}，共 ${rows.length} 件；金额单位：元`
    const bytes = await sheetBuffer({ title: '兑现事项', note, columns, rows })
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return { name: `兑现事项（截至${ctx.today}）.xlsx`, type, bytes }
  },
)
const yuan = (fen: number | null) => (fen === null ? null : fen / 100)
const columns: Column<Line>[] = [
  { heading: '编号', width: 16, value: ({ number }) => number },
  { heading: '企业名称', width: 36, value: ({ name }) => name },
  { heading: '条款', width: 28, value: ({ title }) => title },
  { heading: '方式', width: 12, value: ({ channel }) => channels[channel] },
  { heading: '资金', width: 10, value: ({ line }) => potNames[line] },
  { heading: '年度', width: 8, value: ({ year }) => year, format: 'integer' },
  { heading: '项目', width: 24, value: ({ project }) => project },
  { heading: '申报金额', width: 16, value: ({ asked }) => yuan(asked) },
  { heading: '测算金额', width: 16, value: ({ computed }) => yuan(computed) },
  { heading: '审定金额', width: 16, value: ({ approved }) => yuan(approved) },
  { heading: '状态', width: 12, value: ({ status }) => claimStates[status] },
  { heading: '当前办理', width: 20, value: ({ holderName, closedOn }) => holderName ?? (closedOn ? null : '企业') },
  { heading: '当前时限', width: 12, value: ({ clock }) => clock?.dueOn ?? null, format: 'day' },
  { heading: '剩余工作日', width: 12, value: ({ clock }) => clock?.left ?? null, format: 'integer' },
  { heading: '代录人', width: 10, value: ({ enteredBy }) => enteredBy },
  { heading: '办结日期', width: 12, value: ({ closedOn }) => closedOn, format: 'day' },
]

export const ownClaims = query({ label: '我的兑现事项', who: firms, input: z.object({}), output: z.array(line) }, async (ctx) =>
  told(ctx, and(await matching(ctx, {}), ctx.actor.org ? eq(claims.org, ctx.actor.org) : undefined)),
)

/** What waits for me: claims whose turn is mine, and objections and appeals to be decided; for the office also what others are late with. */
export const claimDuties = query(
  {
    label: '兑现待办',
    who: [...readers, ...firms],
    input: z.object({}),
    output: z.object({
      /** With what is to be feared, where it is over soon. */
      claims: z.array(line.extend({ reminder: z.string().nullable() })),
      objections: z.array(z.object({ id: z.uuid(), number: z.string(), name: z.string(), dueOn: z.string() })),
      appeals: z.array(z.object({ claim: z.uuid(), number: z.string(), name: z.string(), dueOn: z.string() })),
    }),
  },
  async (ctx) => {
    const { role, org } = ctx.actor
    if (role === 'enterprise' || role === 'institution') {
      const waiting = or(...(['draft', 'consenting', 'correcting'] as const).map((state) => eq(claims.status, state)))
      const own = await told(ctx, and(waiting, org ? eq(claims.org, org) : undefined))
      return { claims: own.map(reminded), objections: [], appeals: [] }
    }
    const mine = await matching(ctx, { mine: true, open: true })
    const late = await matching(ctx, { late: true })
    // What is looked at again is told as an appeal.
    const due = and(ne(claims.status, 'appealed'), role === 'office' ? or(mine, late) : mine)
    const raised = and(eq(objections.status, 'open'), role === 'office' ? undefined : org ? eq(publicities.org, org) : undefined)
    return {
      claims: role === 'leader' ? [] : (await told(ctx, due, { page: 1, size: 50 })).map(reminded),
      objections:
        role === 'leader'
          ? []
          : await ctx.db
              .select({ id: objections.id, number: objections.number, name: claims.name, dueOn: objections.dueOn })
              .from(objections)
              .innerJoin(publicities, eq(publicities.id, objections.publicity))
              .innerJoin(claims, eq(claims.id, objections.claim))
              .where(raised)
              .orderBy(objections.dueOn),
      appeals:
        role === 'office'
          ? await ctx.db
              .select({ claim: claims.id, number: claims.number, name: claims.name, dueOn: appeals.dueOn })
              .from(appeals)
              .innerJoin(claims, eq(claims.id, appeals.claim))
              .where(and(inArray(claims.status, ['refused', 'appealed']), isNull(appeals.decidedOn)))
              .orderBy(asc(appeals.dueOn))
          : [],
    }
  },
)

const reminded = (line: Line) => ({ ...line, reminder: reminder(line) })
