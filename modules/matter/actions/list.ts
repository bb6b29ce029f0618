/** The matters as a list, as figures, as a sheet, and what waits for whom. */
import { count } from 'drizzle-orm'
import { z } from 'zod'
import { query } from '#platform/action.ts'
import { officials } from '#platform/context.ts'
import { download } from '#platform/fields.ts'
import { type Column, sheetBuffer } from '#platform/sheet.ts'
import { matterStates } from '../flow.ts'
import { levels, origins } from '../model.ts'
import { filter, type Line, lights, line, matching, told } from '../search.ts'
import { matters } from '../tables.ts'

export const list = query(
  {
    label: '督办事项',
    who: officials,
    input: filter.extend({ page: z.int().min(1).max(100_000).default(1), size: z.int().min(1).max(200).default(50) }),
    output: z.object({ rows: z.array(line), total: z.number() }),
  },
  async (ctx, { page, size, ...of }) => {
    const where = await matching(ctx, of)
    return { rows: await told(ctx, where, { page, size }), total: await ctx.db.$count(matters, where) }
  },
)

/** How many are in each state, are late, have climbed, and are mine. */
export const summary = query(
  {
    label: '督办概况',
    who: officials,
    input: z.object({}),
    output: z.object({
      states: z.record(z.string(), z.number()),
      ...{ open: z.number(), late: z.number(), mine: z.number(), climbed: z.number() },
    }),
  },
  async (ctx) => {
    const rows = await ctx.db
      .select({ status: matters.status, of: count() })
      .from(matters)
      .where(await matching(ctx, {}))
      .groupBy(matters.status)
    const counted = async (of: z.input<typeof filter>) => ctx.db.$count(matters, await matching(ctx, of))
    const open = await counted({ open: true })
    return {
      states: Object.fromEntries(rows.map((row) => [row.status, row.of])),
      ...{ open, late: await counted({ late: true }), mine: await counted({ mine: true }) },
      climbed: open - (await counted({ open: true, level: 'unit' })),
    }
  },
)

export const exportList = query(
  { label: '导出督办事项', who: officials, input: filter, output: download('督办事项') },
  async (ctx, of) => {
    const rows = await told(ctx, await matching(ctx, of))
    const note = `截至 ${ctx.today}，共 ${rows.length} 件`
    const bytes = await sheetBuffer({ title: '督办事项', note, columns, rows })
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return { name: `督办事项（截至${ctx.today}）.xlsx`, type, bytes }
  },
)
const columns: Column<Line>[] = [
  { heading: '编号', width: 16, value: ({ number }) => number },
  { heading: '事项', width: 40, value: ({ title }) => title },
  { heading: '来源', width: 12, value: ({ origin }) => origins[origin] },
  { heading: '来源说明', width: 32, value: ({ source }) => source },
  { heading: '重点任务', width: 30, value: ({ taskTitle }) => taskTitle },
  { heading: '责任单位', width: 16, value: ({ ownerName }) => ownerName },
  { heading: '当前办理', width: 16, value: ({ holderName }) => holderName },
  { heading: '办理层级', width: 16, value: ({ level }) => levels[level] },
  { heading: '状态', width: 10, value: ({ status }) => matterStates[status] },
  { heading: '灯色', width: 10, value: ({ light }) => lights[light] },
  { heading: '交办日期', width: 12, value: ({ startsOn }) => startsOn, format: 'day' },
  { heading: '原定时限', width: 12, value: ({ firstDueOn }) => firstDueOn, format: 'day' },
  { heading: '办理时限', width: 12, value: ({ dueOn }) => dueOn, format: 'day' },
  { heading: '剩余工作日', width: 12, value: ({ left, closedOn }) => (closedOn ? null : left), format: 'integer' },
  { heading: '办结日期', width: 12, value: ({ closedOn }) => closedOn, format: 'day' },
]
