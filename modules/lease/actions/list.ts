/** The leases as a list, one of them as a whole, and a tenant's own. */
import { count, sql } from 'drizzle-orm'
import { z } from 'zod'
import { daysBetween } from '#engines/lease/days.ts'
import { rentOn } from '#engines/lease/terms.ts'
import { query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { download } from '#platform/fields.ts'
import { openFile } from '#platform/files.ts'
import { missing } from '#platform/problem.ts'
import { type Column, sheetBuffer } from '#platform/sheet.ts'
import { overdueAmong } from '../books/overdue.ts'
import { readers } from '../books/reach.ts'
import { type Standing, standings } from '../model.ts'
import { leaseToSee } from '../queries.ts'
import { filter, type Line, linesOf, matching, order } from '../search.ts'
import { knownLease, paidOf, standingOn, sumsOf } from '../standing.ts'
import { leases } from '../tables.ts'
import { money, readWhole, wholeLease } from '../whole.ts'

const tenants = ['enterprise', 'institution'] as const
const standing = z.enum(Object.keys(standings) as [keyof typeof standings, ...(keyof typeof standings)[]])
export const leaseLine = z.object({
  id: z.uuid(),
  number: z.string(),
  tenant: z.string(),
  enterprise: z.uuid().nullable(),
  building: z.uuid(),
  buildingName: z.string(),
  zoneName: z.string().nullable(),
  units: z.array(z.string()),
  area: z.number(),
  /** In force today, or agreed first. */
  rent: z.number(),
  from: z.string(),
  to: z.string(),
  endedOn: z.string().nullable(),
  standing,
  daysLeft: z.number().nullable(),
  ...money,
})
type Told = z.output<typeof leaseLine>

export const list = query(
  {
    label: '租约台账',
    who: readers,
    input: filter.extend({ order, page: z.int().min(1).max(100_000).default(1), size: z.int().min(1).max(200).default(50) }),
    output: z.object({ rows: z.array(leaseLine), total: z.number() }),
  },
  async (ctx, { page, size, order, ...of }) => {
    const where = await matching(ctx, of)
    const rows = await linesOf(ctx, where, order)
      .limit(size)
      .offset((page - 1) * size)
    const [all] = await ctx.db.select({ total: count() }).from(leases).where(where)
    return { rows: await toldOf(ctx, rows), total: all!.total }
  },
)

async function toldOf(ctx: Ctx, rows: readonly Line[]): Promise<Told[]> {
  const received = await paidOf(
    ctx,
    rows.map(({ lease }) => lease.id),
  )
  return rows.map(({ lease, ...line }) => {
    const { due, paid, overdue, overdueDays } = sumsOf(lease, received.get(lease.id)!, ctx.today)
    const on = ctx.today < lease.from ? lease.from : ctx.today > lease.to ? lease.to : ctx.today
    const daysLeft = line.standing === 'running' ? daysBetween(ctx.today, lease.to) : null
    return { ...lease, ...line, rent: rentOn(lease, on) / 100, daysLeft, due, paid, overdue, overdueDays }
  })
}

/** How many there are of each kind a list is often asked for, among those the actor may see. */
export const summary = query(
  {
    label: '租约概况',
    who: readers,
    input: z.object({}),
    output: z.object({
      running: z.number(),
      area: z.number(),
      drafts: z.number(),
      expiring: z.number(),
      overdue: z.number(),
      overdueAmount: z.number(),
    }),
  },
  async (ctx) => {
    const is = (standing: Standing) => sql`${standingOn(ctx.today)} = ${standing}`
    const [counted] = await ctx.db
      .select({
        running: sql<number>`(count(*) filter (where ${is('running')}))::int`,
        area: sql<number>`coalesce(sum(${leases.area}) filter (where ${is('running')}), 0)::float8`,
        drafts: sql<number>`(count(*) filter (where ${is('draft')}))::int`,
      })
      .from(leases)
      .where(knownLease(ctx))
    const [{ total: expiring } = { total: 0 }] = await ctx.db
      .select({ total: count() })
      .from(leases)
      .where(await matching(ctx, { expiring: 90 }))
    const late = await overdueAmong(ctx, knownLease(ctx))
    const overdueAmount = late.reduce((sum, { account }) => sum + Math.round(account.overdue * 100), 0) / 100
    return { ...counted!, expiring, overdue: late.length, overdueAmount }
  },
)

export const exportList = query(
  { label: '导出租约台账', who: readers, input: filter.extend({ order }), output: download('租约台账') },
  async (ctx, { order, ...of }) => {
    const rows = await toldOf(ctx, await linesOf(ctx, await matching(ctx, of), order))
    const note = `截至 ${ctx.today}，共 ${rows.length} 份`
    const bytes = await sheetBuffer({ title: '租约台账', note, columns, rows })
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return { name: `租约台账（截至${ctx.today}）.xlsx`, type, bytes }
  },
)

const column = (
  heading: string,
  width: number,
  value: Column<Told>['value'],
  format?: NonNullable<Column<Told>['format']>,
): Column<Told> => ({ heading, width, value, ...(format ? { format } : {}) })
const columns: Column<Told>[] = [
  column('合同编号', 18, ({ number }) => number),
  column('承租方', 32, ({ tenant }) => tenant),
  column('园城', 16, ({ zoneName }) => zoneName),
  column('楼宇', 24, ({ buildingName }) => buildingName),
  column('单元', 24, ({ units }) => units.join('、')),
  column('租赁面积（㎡）', 14, ({ area }) => area, 'number'),
  column('租金（元/㎡·月）', 16, ({ rent }) => rent, 'number'),
  column('起租日', 12, ({ from }) => from, 'day'),
  column('到期日', 12, ({ to }) => to, 'day'),
  column('终止日期', 12, ({ endedOn }) => endedOn, 'day'),
  column('状态', 10, ({ standing }) => standings[standing]),
  column('应收（元）', 14, ({ due }) => due, 'number'),
  column('已收（元）', 14, ({ paid }) => paid, 'number'),
  column('逾期（元）', 14, ({ overdue }) => overdue, 'number'),
  column('逾期天数', 10, ({ overdueDays }) => overdueDays, 'integer'),
]

export const show = query(
  { label: '租约详情', who: [...readers, ...tenants], input: z.object({ id: z.uuid() }), output: wholeLease },
  async (ctx, { id }) => readWhole(ctx, await leaseToSee(ctx, id)),
)

/** What a tenant sees of its own: drafts are the landlord's. */
export const mine = query({ label: '我的租约', who: tenants, input: z.object({}), output: z.array(leaseLine) }, async (ctx) =>
  toldOf(ctx, await linesOf(ctx, sql`${knownLease(ctx)} and ${leases.signedOn} is not null`, 'newest')),
)

export const paper = query(
  { label: '下载合同扫描件', who: readers, input: z.object({ id: z.uuid() }), output: download('合同扫描件') },
  async (ctx, { id }) => {
    const { contract } = await leaseToSee(ctx, id)
    if (!contract) throw missing('合同扫描件')
    return openFile(ctx, contract)
  },
)
