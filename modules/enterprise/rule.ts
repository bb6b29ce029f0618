/** How long a file counts as confirmed, and how early a title that runs out is warned of. */
import { sql } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'

export type Periods = { staleDays: number; renewalDays: number }

/** In a district that has not set its rule yet. */
const usual: Periods = { staleDays: 180, renewalDays: 90 }

/** The rule in force today. It is kept with the rules of monitoring, a later matter: known here by its table's name only. */
export async function periodsOf({ db, today }: Ctx): Promise<Periods> {
  const { rows } = (await db.execute(
    sql`select stale_days, renewal_days from filing_rule where since <= ${today} order by since desc limit 1`,
  )) as unknown as { rows: { stale_days: number; renewal_days: number }[] }
  const [rule] = rows
  return rule ? { staleDays: rule.stale_days, renewalDays: rule.renewal_days } : usual
}

/** A day so many days later (earlier when negative). */
export const daysAfter = (day: string, n: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10)

/** Days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000
