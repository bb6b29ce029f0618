/** When a round opens and how long units have: the rule in force on a day, and the rounds that are due on it. */
import { desc, lte } from 'drizzle-orm'
import type { z } from 'zod'
import { lastDayOf, shiftMonth } from '#engines/indicator/months.ts'
import { addWorkdays } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { dispatchRule, rhythms } from './model.ts'
import { dispatchRules } from './tables.ts'

export type DispatchRule = Pick<z.infer<typeof dispatchRule>, 'openOn' | 'confirmDays'>

/** In a district that has not set its rule yet. */
const usual: DispatchRule = { openOn: 8, confirmDays: 3 }

export async function ruleOn({ db }: Pick<Ctx, 'db'>, day: string): Promise<DispatchRule> {
  const { since } = dispatchRules
  const [rule] = await db.select().from(dispatchRules).where(lte(since, day)).orderBy(desc(since)).limit(1)
  return rule ?? usual
}

export type Term = {
  rhythm: keyof typeof rhythms
  /** `2025-11`, or `2025-Q4`. */
  period: string
  /** The last month it tells of, and the month its figures are set beside. */
  month: string
  before: string
}

export const monthTerm = (month: string): Term => ({ rhythm: 'month', period: month, month, before: shiftMonth(month, -1) })
export const quarterTerm = (month: string): Term => ({
  rhythm: 'quarter',
  period: `${month.slice(0, 4)}-Q${Number(month.slice(5)) / 3}`,
  month,
  before: shiftMonth(month, -3),
})

/** The terms that are to be laid out by `today`: only the last month over, since figures are those of the day they are laid out. */
export function termsDue(today: string, { openOn }: DispatchRule): Term[] {
  const month = shiftMonth(today.slice(0, 7), -1)
  if (today < addWorkdays(lastDayOf(month), openOn)) return []
  return [monthTerm(month), ...(Number(month.slice(5)) % 3 === 0 ? [quarterTerm(month)] : [])]
}
