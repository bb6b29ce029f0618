/** Screenings: begun, stopped, looked through, told firm by firm, handed on as a sheet. */
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { verdicts } from '#engines/policy/policy.ts'
import { enterprises } from '#modules/enterprise/tables.ts'
import { explained } from '#modules/policy/screen/frozen.ts'
import { policies, policyVersions } from '#modules/policy/tables.ts'
import { command, query } from '#platform/action.ts'
import { day, download } from '#platform/fields.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { sheetBuffer } from '#platform/sheet.ts'
import { screening } from '../model.ts'
import { cycles, screeningRows, screenings } from '../tables.ts'
import { begin } from './job.ts'
import { progressOf } from './progress.ts'
import { filter, groundFor, linesOf, matching, rowInFull, rowLine } from './rows.ts'

const lead = ['office', 'department'] as const
const readers = ['office', 'leader', 'department'] as const
const which = z.object({ id: z.uuid('没有找到该筛查，请核对网址') })

export const startScreening = command(
  {
    label: '发起政策筛查',
    who: lead,
    input: z.object({
      version: z.uuid('没有找到该条款版本'),
      asOf: day('数据日期').optional(),
      cycle: z.uuid('没有找到该批次').nullable().default(null),
    }),
    output: z.object({ id: z.uuid() }),
  },
  async (ctx, { version, asOf = ctx.today, cycle }) => {
    if (asOf > ctx.today) throw invalid('数据日期不能晚于今天')
    const [found] = await ctx.db.select().from(policyVersions).where(eq(policyVersions.id, version))
    if (!found) throw missing('条款版本')
    if (cycle !== null) {
      const [batch] = await ctx.db.select().from(cycles).where(eq(cycles.id, cycle))
      if (batch?.version !== version) throw invalid('该批次不按这一版条款兑现')
    }
    const running = and(eq(screenings.version, version), isNull(screenings.endedAt))
    if ((await ctx.db.$count(screenings, running)) > 0) throw conflict('这一版条款正在筛查，请等待完成或先停止')
    return { id: await begin(ctx, { version, asOf, cycle }, ctx.actor.name) }
  },
)

/** Nothing of it is kept. */
export const stopScreening = command(
  { label: '停止政策筛查', who: lead, input: which, output: which },
  async ({ db, now }, { id }) => {
    const [row] = await db
      .update(screenings)
      .set({ endedAt: now.toISOString() })
      .where(and(eq(screenings.id, id), isNull(screenings.endedAt)))
      .returning()
    if (!row) throw conflict('该筛查已经结束')
    return { id }
  },
)

const line = screening.extend({
  id: z.uuid(),
  policyTitle: z.string(),
  number: z.number(),
  /** Firms decided so far, of one that is running here; `done` once rows are there. */
  progress: z.number().nullable(),
  done: z.boolean(),
})

export const screeningList = query(
  {
    label: '政策筛查记录',
    who: readers,
    input: z.object({ version: z.uuid().optional(), cycle: z.uuid().optional() }),
    output: z.array(line),
  },
  async ({ db }, { version, cycle }) => {
    const rows = await db
      .select({ run: screenings, policyTitle: policies.title, number: policyVersions.number })
      .from(screenings)
      .innerJoin(policyVersions, eq(policyVersions.id, screenings.version))
      .innerJoin(policies, eq(policies.id, policyVersions.policy))
      .where(and(version ? eq(screenings.version, version) : undefined, cycle ? eq(screenings.cycle, cycle) : undefined))
      .orderBy(desc(screenings.startedAt))
      .limit(100)
    return rows.map(({ run, ...of }) => ({
      ...run,
      ...of,
      progress: run.endedAt === null ? (progressOf(run.id)?.firms ?? null) : null,
      done: run.digest !== null,
    }))
  },
)

const page = { page: z.int().min(1).max(100_000).default(1), size: z.int().min(1).max(200).default(50) }

export const screened = query(
  {
    label: '政策筛查结果',
    who: readers,
    input: filter.extend(page),
    output: z.object({
      asOf: z.string(),
      clauses: z.array(z.object({ code: z.string(), title: z.string(), article: z.string() })),
      rows: z.array(rowLine),
      total: z.number(),
    }),
  },
  async (ctx, { page, size, ...of }) => {
    const { run, ground } = await groundFor(ctx, of.screening)
    const rows = await linesOf(ctx, of)
      .limit(size)
      .offset((page - 1) * size)
    const [all] = await ctx.db
      .select({ total: sql<number>`count(*)::int` })
      .from(screeningRows)
      .innerJoin(enterprises, eq(enterprises.id, screeningRows.enterprise))
      .where(matching(of))
    const clauses = ground.policy.clauses.map(({ code, title, article }) => ({ code, title, article }))
    return { asOf: run.asOf, clauses, rows, total: all!.total }
  },
)

/** A firm reads its own; row rights see to it. */
export const screenedFirm = query(
  {
    label: '企业筛查结论',
    who: [...readers, 'enterprise', 'institution'],
    input: z.object({ screening: z.uuid('没有找到该筛查'), enterprise: z.uuid('没有找到该企业') }),
    output: explained.extend({ asOf: z.string(), name: z.string() }),
  },
  (ctx, { screening, enterprise }) => rowInFull(ctx, screening, enterprise),
)

const exported = 50_000
export const exportScreened = query(
  { label: '导出政策筛查结果', who: readers, input: filter, output: download('政策筛查结果') },
  async (ctx, of) => {
    const { run, ground } = await groundFor(ctx, of.screening)
    const rows = await linesOf(ctx, of).limit(exported)
    const clause = ground.policy.clauses.find(({ code }) => code === of.clause)
    const yuan = (fen: number | null) => (fen === null ? null : fen / 100)
    const bytes = await sheetBuffer({
      title: `${ground.policy.title}筛查结果`,
      note: `数据截至 ${run.asOf}${clause ? `；条款：${clause.article} ${clause.title}` : ''}`,
      columns: [
        { heading: '企业名称', width: 40, value: ({ name }) => name },
        { heading: '园城', width: 20, value: ({ zone }) => zone },
        { heading: '符合条款（条）', width: 12, value: ({ granted }) => granted, format: 'integer' },
        { heading: '预计金额（元）', width: 18, value: ({ amount }) => yuan(amount), format: 'number' },
        ...(clause
          ? ([
              { heading: '本条款结论', width: 14, value: ({ verdict }) => verdict && verdicts[verdict] },
              { heading: '本条款金额（元）', width: 18, value: ({ alone }) => yuan(alone), format: 'number' },
            ] satisfies Parameters<typeof sheetBuffer<(typeof rows)[number]>>[0]['columns'])
          : []),
      ],
      rows,
    })
    return {
      name: `政策筛查结果（${run.asOf}）.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes,
    }
  },
)
