/** When the ledger warns: the rule in force on a day, and which rows nobody has confirmed for too long. */
import { desc, lte, type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { daysAfter } from '#modules/enterprise/rule.ts'
import type { Ctx } from '#platform/context.ts'
import type { spaceRule } from '../model.ts'
import { buildings, spaceRules } from '../tables.ts'

export type SpaceRule = Omit<z.infer<typeof spaceRule>, 'since' | 'basis'>

/** In a district that has not set its rule yet. */
const usual: SpaceRule = { staleDays: 90, idleDays: 180, expiryDays: [90, 60, 30], fall: 0.1, movingInDays: 30, arrearsDays: 15 }

export async function ruleOn({ db }: Ctx, day: string): Promise<SpaceRule> {
  const [rule] = await db.select().from(spaceRules).where(lte(spaceRules.since, day)).orderBy(desc(spaceRules.since)).limit(1)
  return rule ?? usual
}

/** The day before which a confirmation no longer counts. */
export const staleBefore = ({ today }: Ctx, { staleDays }: SpaceRule): string => daysAfter(today, -staleDays)

export const isStale = (ctx: Ctx, rule: SpaceRule): SQL =>
  sql`coalesce(${buildings.confirmedOn}, ${buildings.asOf}) < ${staleBefore(ctx, rule)}`
