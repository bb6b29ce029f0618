/** Facts of accepted reports that only policies ask for: staff against last year, size, and whether reports came. */
import { inArray, sql } from 'drizzle-orm'
import { sizeOf, sizes } from '#engines/enterprise/size.ts'
import { isQuarterEnd } from '#engines/filing/cells.ts'
import { lastDayOf, shiftMonth } from '#engines/indicator/months.ts'
import { closedMonth, rulesOf } from '#modules/filing/clock.ts'
import { filings } from '#modules/filing/tables.ts'
import { type Days, idsOf } from '#modules/ladder/known/asked.ts'
import { placeOf, type Reports } from '#modules/ladder/known/reports.ts'
import type { Ctx } from '#platform/context.ts'
import type { Firm, Source } from './firm.ts'

export const staff: Source = {
  titles: ['上年末从业人员', '新增从业人员', '企业规模'],
  async add(_, firms, days, into, shared) {
    const found = await shared.reports()
    for (const { id } of firms) Object.assign(into.get(id)!, ofReports(found.get(id)!, days))
  },
}

function ofReports({ years: [last], latest }: Reports, { day }: Days) {
  const before = last?.headcount ?? null
  const now = latest.headcount
  const { size, source } = sizeOf({ headcount: now?.headcount ?? null, revenue: last?.revenue ?? null }, day)
  return {
    ...(last && before !== null ? { 上年末从业人员: { value: before, ...placeOf(last) } } : {}),
    ...(now && before !== null ? { 新增从业人员: { value: Math.max(0, now.headcount! - before), ...placeOf(now) } } : {}),
    ...(now && size ? { 企业规模: { value: sizes[size], asOf: placeOf(now).asOf, source } } : {}),
  }
}

/** Reports of a year back must be in. */
const window = 12

export const punctual: Source = {
  titles: ['按时报送报表'],
  async add(ctx, firms, days, into) {
    const rules = await rulesOf(ctx)
    const closed = closedMonth(days.day, rules)
    const months = closed ? Array.from({ length: window }, (_, back) => shiftMonth(closed, -back)) : []
    const first = rules.at(-1)?.since ?? ''
    const asked = months.filter((month) => lastDayOf(month) >= first)
    const handedIn = await monthsHandedIn(ctx, firms, days, asked)
    const from = (value: boolean) => ({ value, asOf: days.day, source: '运行监测报表' })
    const [yes, no] = [from(true), from(false)]
    for (const firm of firms) {
      const own = handedIn.get(firm.id)
      const owed = asked.filter((month) => isAsked(firm, month))
      into.get(firm.id)!.按时报送报表 = owed.every((month) => own?.has(month)) ? yes : no
    }
  },
}

const isAsked = ({ frequency, settledOn, present }: Firm, month: string): boolean =>
  present && settledOn <= lastDayOf(month) && (frequency === 'month' || (frequency === 'quarter' && isQuarterEnd(month)))

/** Sent back is not handed in. */
async function monthsHandedIn({ db }: Ctx, firms: readonly Firm[], { day }: Days, months: readonly string[]) {
  if (months.length === 0) return new Map<string, Set<string>>()
  const { enterprise, month, status, submittedOn } = filings
  const rows = await db
    .select({ enterprise, months: sql<string[]>`array_agg(distinct ${month})` })
    .from(filings)
    .where(
      sql`${enterprise} = any(${idsOf({ ids: firms.map(({ id }) => id) })}) and ${inArray(month, [...months])}
        and ${submittedOn} <= ${day} and ${inArray(status, ['accepted', 'submitted'])}`,
    )
    .groupBy(enterprise)
  return new Map(rows.map((row) => [row.enterprise, new Set(row.months)]))
}
