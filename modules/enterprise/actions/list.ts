/** The enterprise files as a list: looked through, counted, handed on as a sheet. */
import { count, sql } from 'drizzle-orm'
import { z } from 'zod'
import { industryName } from '#engines/enterprise/industry.ts'
import { query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { download } from '#platform/fields.ts'
import { type Column, columnsOf, sheetBuffer } from '#platform/sheet.ts'
import { dueRenewals } from '../file/titles.ts'
import { filter, heldNow, isStale, isUnclaimed, linesOf, matching, order } from '../find/search.ts'
import { enterprise, statuses, titles } from '../model.ts'
import { periodsOf } from '../rule.ts'
import { enterprises, qualifications } from '../tables.ts'

const titleKeys = Object.keys(titles) as (keyof typeof titles)[]
export const enterpriseLine = z.object({
  id: z.uuid(),
  creditCode: z.string(),
  name: z.string(),
  status: enterprise.shape.status,
  town: z.string(),
  zone: z.string().nullable(),
  building: z.string().nullable(),
  industry: z.string(),
  industryName: z.string(),
  direction: z.string().nullable(),
  capital: z.number().nullable(),
  registeredOn: z.string().nullable(),
  settledOn: z.string(),
  leftOn: z.string().nullable(),
  keeperName: z.string().nullable(),
  confirmedOn: z.string().nullable(),
  stale: z.boolean(),
  claimed: z.boolean(),
  titles: z.array(z.enum(titleKeys)),
})
const page = { page: z.int().min(1).max(100_000).default(1), size: z.int().min(1).max(200).default(50) }
const ordered = { order: order.default({ by: 'settledOn', down: true }) }

export const list = query(
  {
    label: '企业档案名录',
    who: officials,
    input: filter.extend({ ...page, ...ordered }),
    output: z.object({ rows: z.array(enterpriseLine), total: z.number() }),
  },
  async (ctx, { page, size, order, ...of }) => {
    const where = matching(ctx, of, await periodsOf(ctx))
    const rows = await linesOf(ctx, where, order)
      .limit(size)
      .offset((page - 1) * size)
    const [all] = await ctx.db.select({ total: count() }).from(enterprises).where(where)
    return { rows: await withTitles(ctx, rows), total: all!.total }
  },
)

/** Of those the actor may see and that are in the district. */
export const summary = query(
  {
    label: '企业档案概况',
    who: officials,
    input: z.object({}),
    output: z.object({
      present: z.number(),
      stale: z.number(),
      unclaimed: z.number(),
      renewals: z.number(),
      staleDays: z.number(),
      renewalDays: z.number(),
    }),
  },
  async (ctx) => {
    const periods = await periodsOf(ctx)
    const [counts] = await ctx.db
      .select({
        present: count(),
        stale: sql<number>`count(*) filter (where ${isStale(ctx, periods)})`.mapWith(Number),
        unclaimed: sql<number>`count(*) filter (where ${isUnclaimed})`.mapWith(Number),
      })
      .from(enterprises)
      .where(matching(ctx, filter.parse({}), periods))
    const due = await dueRenewals(ctx, periods.renewalDays)
    return { ...counts!, renewals: due.length, ...periods }
  },
)

type Line = Awaited<ReturnType<typeof linesOf>>[number]

async function withTitles(ctx: Ctx, rows: Line[]) {
  const { staleDays } = await periodsOf(ctx)
  const held = await titlesOf(
    ctx,
    rows.map(({ id }) => id),
  )
  const edge = Date.parse(ctx.today) - staleDays * 86_400_000
  return rows.map(({ asOf, ...row }) => ({
    ...row,
    industryName: industryName(row.industry) ?? row.industry,
    stale: row.leftOn === null && Date.parse(row.confirmedOn ?? asOf) < edge,
    titles: held.get(row.id) ?? [],
  }))
}

async function titlesOf(ctx: Ctx, ids: string[]) {
  const held = new Map<string, (keyof typeof titles)[]>()
  if (!ids.length) return held
  const rows = await ctx.db
    .selectDistinct({ enterprise: qualifications.enterprise, kind: qualifications.kind })
    .from(qualifications)
    // One parameter for all of them, however long the list.
    .where(sql`${qualifications.enterprise} = any(${`{${ids.join()}}`}::uuid[]) and ${heldNow(ctx)}`)
  for (const { enterprise: id, kind } of rows) if (id) held.set(id, [...(held.get(id) ?? []), kind])
  return held
}

/** Contacts stay on file: a list that is handed on does not need them. */
export const exportList = query(
  {
    label: '导出企业档案名录',
    who: officials,
    input: filter.extend(ordered),
    output: download('企业档案名录'),
  },
  async (ctx, { order, ...of }) => {
    const rows = await withTitles(ctx, await linesOf(ctx, matching(ctx, of, await periodsOf(ctx)), order))
    const note = `截至 ${ctx.today}，共 ${rows.length} 家；不含联系人和联系电话`
    const bytes = await sheetBuffer({ title: '企业档案名录', note, columns, rows })
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return { name: `企业档案名录（截至${ctx.today}）.xlsx`, type, bytes }
  },
)

type Told = Awaited<ReturnType<typeof withTitles>>[number]
const column = (heading: string, width: number, value: Column<Told>['value']): Column<Told> => ({ heading, width, value })
const own = <K extends keyof Told & keyof typeof enterprise.shape>(...keys: K[]) =>
  columnsOf(enterprise, keys) as unknown as Column<Told>[]

const columns: Column<Told>[] = [
  ...own('creditCode', 'name'),
  column('登记状态', 10, ({ status }) => statuses[status]),
  column('所在镇街', 14, ({ town }) => town),
  column('所在园城', 16, ({ zone }) => zone),
  ...own('building', 'industry'),
  column('行业名称', 24, ({ industryName }) => industryName),
  ...own('direction', 'capital', 'registeredOn', 'settledOn', 'leftOn'),
  column('资质称号', 36, (row) => row.titles.map((key) => titles[key]).join('、') || null),
  column('服务专员', 12, ({ keeperName }) => keeperName),
  ...own('confirmedOn'),
  column('已认领', 8, ({ claimed }) => claimed),
]
