/**
 * Facts that only statistical returns tell. The Statistics Law lets what a single respondent told serve statistics alone: it
 * is used where the firm has recorded its consent for policies, and is otherwise not known, which is said as the reason.
 */
import { and, eq, gt, isNull, like, lte, or, sql } from 'drizzle-orm'
import { lastDayOf } from '#engines/indicator/months.ts'
import { consents } from '#modules/enterprise/tables.ts'
import { type Days, idsOf } from '#modules/ladder/known/asked.ts'
import type { ReturnCell } from '#modules/statistics/model.ts'
import { statReturns } from '#modules/statistics/tables.ts'
import type { Ctx } from '#platform/context.ts'
import type { Firm, Source } from './firm.ts'

export const withoutConsent = '企业未授权使用统计数据'

/** Of the last full year; the latter two only where no report of the firm tells them. */
const cells = {
  主营业务收入: 'revenue',
  软件业务收入: 'softwareRevenue',
  研发费用: 'rndSpend',
} as const satisfies Record<string, ReturnCell>
const titles = Object.keys(cells) as (keyof typeof cells)[]

export const statistic: Source = {
  titles,
  async add(ctx, firms, days, into) {
    const lacking = firms.filter(({ id }) => titles.some((title) => into.get(id)![title] === undefined))
    if (lacking.length === 0) return
    const returns = await returnsOf(ctx, lacking, days)
    if (returns.size === 0) return
    const agreed = await agreedOf(ctx, [...returns.keys()], days)
    for (const [id, row] of returns) {
      const own = into.get(id)!
      const place = { asOf: lastDayOf(row.month), source: `${row.month.slice(0, 4)} 年软件业统计年报（经企业授权）` }
      for (const title of titles) {
        const value = row[cells[title]]
        if (own[title] !== undefined || value === null) continue
        own[title] = agreed.has(id)
          ? { value: Math.round(value * 100), ...place }
          : { value: null, asOf: null, source: withoutConsent }
      }
    }
  },
}

async function returnsOf({ db }: Ctx, firms: readonly Firm[], { day, known }: Days) {
  const { enterprise, scheme, month, receivedOn, knownUntil } = statReturns
  const rows = await db
    .select()
    .from(statReturns)
    .where(
      and(
        sql`${enterprise} = any(${idsOf({ ids: firms.map(({ id }) => id) })})`,
        eq(scheme, 'annual'),
        like(month, `${Number(day.slice(0, 4)) - 1}-%`),
        lte(receivedOn, known),
        or(isNull(knownUntil), gt(knownUntil, known)),
      ),
    )
    .orderBy(receivedOn)
  return new Map(rows.map((row) => [row.enterprise, row]))
}

async function agreedOf({ db }: Ctx, ids: readonly string[], { known }: Days): Promise<Set<string>> {
  const { enterprise, purpose, since, until } = consents
  const rows = await db
    .select({ enterprise })
    .from(consents)
    .where(
      and(
        sql`${enterprise} = any(${idsOf({ ids })})`,
        eq(purpose, 'policy'),
        lte(since, known),
        or(isNull(until), gt(until, known)),
      ),
    )
  return new Set(rows.map((row) => row.enterprise))
}
