/** Clocks and weights of moving in: the rules in force on a day. */
import { desc, lte } from 'drizzle-orm'
import type { z } from 'zod'
import { type MatchRules, matchRules as matchSchema } from '#engines/allocation/match/rules.ts'
import type { Ctx } from '#platform/context.ts'
import type { moveInRule } from './model.ts'
import { matchRules, moveInRules } from './tables.ts'

export type MoveInRule = Omit<z.infer<typeof moveInRule>, 'since' | 'basis'>

/** In a district that has not set its rule yet. */
const usual: MoveInRule = {
  days: { matching: 3, viewing: 5, applying: 10, reviewing: 5, deliberating: 10, contracting: 5, handover: 10, settling: 20 },
  jointArea: 2000,
  owners: { registration: '区市场监管局', insurance: '区人力社保局', statistics: '区统计局' },
  checkDays: 15,
}

export async function ruleOn({ db }: Ctx, day: string): Promise<MoveInRule> {
  const { since } = moveInRules
  const [rule] = await db.select().from(moveInRules).where(lte(since, day)).orderBy(desc(since)).limit(1)
  return rule ?? usual
}

/** How units are weighed; what a version leaves out is as usual. */
export async function weightsOn({ db }: Ctx, day: string): Promise<MatchRules> {
  const { since } = matchRules
  const [rule] = await db.select().from(matchRules).where(lte(since, day)).orderBy(desc(since)).limit(1)
  return matchSchema.parse(rule?.weights ?? {})
}
