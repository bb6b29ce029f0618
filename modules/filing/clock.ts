/** The clock of the reports: the rule a month is under, the day it is due, and the latest month that is closed. */
import { desc } from 'drizzle-orm'
import type { z } from 'zod'
import { lastDayOf, shiftMonth } from '#engines/indicator/months.ts'
import { addWorkdays } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { filingRule } from './model.ts'
import { filingRules } from './tables.ts'

export type Rule = z.infer<typeof filingRule>

/** Every version of the rule, newest first. */
export const rulesOf = ({ db }: Pick<Ctx, 'db'>) => db.select().from(filingRules).orderBy(desc(filingRules.since))

/** The version in force at the end of the month; null before there was any. */
export const ruleOf = <R extends Pick<Rule, 'since'>>(month: string, rules: readonly R[]): R | null =>
  rules.filter(({ since }) => since <= lastDayOf(month)).reduce<R | null>((a, b) => (a && a.since >= b.since ? a : b), null)

/** The last day a report of the month is in time; null where nobody asked for one. */
export function dueOn(month: string, rules: readonly Pick<Rule, 'since' | 'dueWorkday'>[]): string | null {
  const rule = ruleOf(month, rules)
  return rule && addWorkdays(lastDayOf(month), rule.dueWorkday)
}

/** The latest month whose due day has passed; null where there is none. */
export function closedMonth(today: string, rules: readonly Pick<Rule, 'since' | 'dueWorkday'>[]): string | null {
  for (let month = shiftMonth(today.slice(0, 7), -1); ; month = shiftMonth(month, -1)) {
    const due = dueOn(month, rules)
    if (due === null || due < today) return due && month
  }
}

/** The latest month that is over: the last one that can be reported. */
export const overMonth = (today: string): string => shiftMonth(today.slice(0, 7), -1)
