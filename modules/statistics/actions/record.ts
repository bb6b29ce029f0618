/** Receiving a return: checked, placed where the enterprise was, and in the place of what was received before. */
import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { enterprises, presences } from '#modules/enterprise/tables.ts'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { cellNames, cellTitles, everyMonths, type ReturnCell, returnCells, type Scheme, statReturn } from '../model.ts'
import { aboutMonth } from '../queries.ts'
import { statReturns, statTables } from '../tables.ts'

/** One return as it was received; one of the same enterprise and period that is there already is replaced, not lost. */
export const record = command(
  {
    label: '登记统计报表',
    who: ['statistician'],
    input: statReturn.pick({ enterprise: true, scheme: true, month: true }).extend(returnCells),
    output: z.object({ id: z.uuid(), replaced: z.boolean() }),
  },
  async (ctx, { enterprise, scheme, month, ...cells }) => {
    checkPeriod(ctx, scheme, month)
    checkCells(cells)
    await oneAtATime(ctx, aboutMonth(ctx, month))
    await refuseOnDayOfPublication(ctx, scheme, month)
    const place = await placeAtEndOf(ctx, enterprise, month)
    const [present] = await ctx.db
      .select()
      .from(statReturns)
      .where(
        and(
          eq(statReturns.enterprise, enterprise),
          eq(statReturns.scheme, scheme),
          eq(statReturns.month, month),
          isNull(statReturns.knownUntil),
        ),
      )
    if (present && cellNames.every((name) => present[name] === cells[name])) throw conflict('与已登记的报表相同，无须重复登记')
    if (present) await ctx.db.update(statReturns).set({ knownUntil: ctx.today }).where(eq(statReturns.id, present.id))
    const received = { receivedOn: ctx.today, receivedBy: ctx.actor.name, knownUntil: null }
    const [made] = await ctx.db
      .insert(statReturns)
      .values({ enterprise, scheme, month, ...cells, ...place, ...received })
      .returning()
    return { id: made!.id, replaced: present !== undefined }
  },
)

function checkPeriod({ today }: Ctx, scheme: Scheme, month: string): void {
  const every = everyMonths[scheme]
  if (Number(month.slice(5)) % every)
    throw invalid(every === 12 ? '年报的报告期应为 12 月，如 2024-12' : '季报的报告期应为季度末月，如 2024-03、2024-06')
  if (month >= today.slice(0, 7)) throw invalid(`${month} 尚未结束，报告期结束后再登记`)
}

function checkCells(cells: Record<ReturnCell, number | null>): void {
  if (cellNames.every((name) => cells[name] === null)) throw invalid('请至少填写一项数据')
  for (const name of ['revenue', 'softwareRevenue', 'rndSpend', 'wages'] as const)
    if ((cells[name] ?? 0) < 0) throw invalid(`${cellTitles[name]}不能为负数`)
  const { revenue, softwareRevenue } = cells
  if (revenue !== null && softwareRevenue !== null && softwareRevenue > revenue)
    throw invalid(`${cellTitles.softwareRevenue}不能大于${cellTitles.revenue}`)
}

/** A published table can be checked against what was known on its day: that day is closed for its period. */
async function refuseOnDayOfPublication({ db, today }: Ctx, scheme: Scheme, month: string): Promise<void> {
  const [table] = await db
    .select({ title: statTables.title })
    .from(statTables)
    .where(and(eq(statTables.scheme, scheme), eq(statTables.month, month), eq(statTables.publishedOn, today)))
    .limit(1)
  if (table) throw conflict(`今天已公布“${table.title}”，为使公布的数据可以复核，该报告期的报表请于明天登记`)
}

/** Where the enterprise was on the last day of the month, as far as is known today. */
async function placeAtEndOf({ db, today }: Ctx, enterprise: string, month: string) {
  const [named] = await db.select({ name: enterprises.name }).from(enterprises).where(eq(enterprises.id, enterprise))
  if (!named) throw missing('企业')
  const end = sql`(${`${month}-01`}::date + interval '1 month - 1 day')::date`
  const [place] = await db
    .select({ town: presences.town, zone: presences.zone, industry: presences.industry, division: presences.division })
    .from(presences)
    .where(
      and(
        eq(presences.enterprise, enterprise),
        sql`${presences.since} <= ${end}`,
        or(isNull(presences.until), sql`${presences.until} > ${end}`),
        lte(presences.knownFrom, today),
        or(isNull(presences.knownUntil), gt(presences.knownUntil, today)),
      ),
    )
  if (!place) throw conflict(`“${named.name}”在 ${month} 月末不在本区，不能登记该报告期的报表`)
  return place
}
