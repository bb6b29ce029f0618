/** The matters as a list and as a board by state, an applicant's own, and what waits for whom. */
import { and, count, eq, isNull, lte } from 'drizzle-orm'
import { z } from 'zod'
import { query } from '#platform/action.ts'
import { workdaysBetween } from '#platform/calendar.ts'
import { officials } from '#platform/context.ts'
import { download } from '#platform/fields.ts'
import { type Column, sheetBuffer } from '#platform/sheet.ts'
import { ownBodies } from '../course/turn.ts'
import { moveInStates } from '../flow.ts'
import { checkKinds, origins } from '../model.ts'
import { filter, type Line, line, matching, told } from '../search.ts'
import { checkItems, moveIns } from '../tables.ts'
import { applicants } from './open.ts'

export const list = query(
  {
    label: '入驻事项',
    who: officials,
    input: filter.extend({ page: z.int().min(1).max(100_000).default(1), size: z.int().min(1).max(200).default(50) }),
    output: z.object({ rows: z.array(line), total: z.number() }),
  },
  async (ctx, { page, size, ...of }) => {
    const where = await matching(ctx, of)
    return { rows: await told(ctx, where, { page, size }), total: await ctx.db.$count(moveIns, where) }
  },
)

/** How many are in each state, are late, and are mine to do. */
export const summary = query(
  {
    label: '入驻概况',
    who: officials,
    input: filter.pick({ zone: true }),
    output: z.object({ states: z.record(z.string(), z.number()), open: z.number(), late: z.number(), mine: z.number() }),
  },
  async (ctx, of) => {
    const rows = await ctx.db
      .select({ status: moveIns.status, of: count() })
      .from(moveIns)
      .where(await matching(ctx, of))
      .groupBy(moveIns.status)
    const counted = async (more: z.input<typeof filter>) => ctx.db.$count(moveIns, await matching(ctx, { ...of, ...more }))
    return {
      states: Object.fromEntries(rows.map((row) => [row.status, row.of])),
      open: await counted({ open: true }),
      late: await counted({ late: true }),
      mine: await counted({ mine: true }),
    }
  },
)

export const exportList = query(
  { label: '导出入驻事项', who: officials, input: filter, output: download('入驻事项') },
  async (ctx, of) => {
    const rows = await told(ctx, await matching(ctx, of))
    const note = `截至 ${ctx.today}，共 ${rows.length} 件`
    const bytes = await sheetBuffer({ title: '入驻事项', note, columns, rows })
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return { name: `入驻事项（截至${ctx.today}）.xlsx`, type, bytes }
  },
)
const columns: Column<Line>[] = [
  { heading: '办件编号', width: 16, value: ({ number }) => number },
  { heading: '企业名称', width: 36, value: ({ name }) => name },
  { heading: '来源', width: 14, value: ({ origin }) => origins[origin] },
  { heading: '空间需求', width: 48, value: ({ need }) => need },
  { heading: '受理园城', width: 16, value: ({ zoneName }) => zoneName },
  { heading: '意向楼宇', width: 24, value: ({ buildingName }) => buildingName },
  { heading: '状态', width: 12, value: ({ status }) => moveInStates[status] },
  { heading: '当前办理', width: 20, value: ({ holderName, closedOn }) => holderName ?? (closedOn ? null : '申请人') },
  { heading: '当前时限', width: 12, value: ({ clock }) => clock?.dueOn ?? null, format: 'day' },
  { heading: '剩余工作日', width: 12, value: ({ clock }) => clock?.left ?? null, format: 'integer' },
  { heading: '受理日期', width: 12, value: ({ openedOn }) => openedOn, format: 'day' },
  { heading: '办结日期', width: 12, value: ({ closedOn }) => closedOn, format: 'day' },
]

/** An applicant's own, the latest first. */
export const mine = query({ label: '我的入驻事项', who: applicants, input: z.object({}), output: z.array(line) }, async (ctx) =>
  told(ctx, await matching(ctx, {})),
)

/** What waits for me: matters whose turn is mine, and items of checklists that are mine to see to. */
export const duties = query(
  {
    label: '入驻待办',
    who: [...officials, ...applicants],
    input: z.object({}),
    output: z.object({
      matters: z.array(line),
      items: z.array(
        z.object({ id: z.uuid(), moveIn: z.uuid(), name: z.string(), kind: z.string(), dueOn: z.string(), left: z.number() }),
      ),
    }),
  },
  async (ctx) => {
    const applicant = applicants.some((one) => one === ctx.actor.role)
    const where = await matching(ctx, { open: true, mine: !applicant })
    const turn = applicant ? and(where, isNull(moveIns.holder)) : where
    const open = and(
      isNull(checkItems.doneOn),
      isNull(checkItems.waived),
      eq(moveIns.status, 'settling'),
      lte(moveIns.openedOn, ctx.today),
    )
    const own = applicant ? [] : await ownBodies(ctx)
    const items = await ctx.db
      .select({ item: checkItems, name: moveIns.name })
      .from(checkItems)
      .innerJoin(moveIns, eq(moveIns.id, checkItems.moveIn))
      .where(open)
      .orderBy(checkItems.dueOn, moveIns.name)
    return {
      matters: await told(ctx, turn),
      items: items
        .filter(({ item }) => own.includes(item.owner))
        .map(({ item: { id, moveIn, kind, dueOn }, name }) => ({
          ...{ id, moveIn, name, kind: checkKinds[kind], dueOn },
          left: workdaysBetween(ctx.today, dueOn),
        })),
    }
  },
)
