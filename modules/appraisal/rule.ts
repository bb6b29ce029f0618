/** How many working days each stage of an appraisal has, by the rule in force on a day. */
import { desc, lte } from 'drizzle-orm'
import type { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import type { appraisalRule } from './model.ts'
import { appraisalRules } from './tables.ts'

export type AppraisalRule = Omit<z.infer<typeof appraisalRule>, 'since' | 'basis'>

/** In a district that has not set its rule yet. */
const usual: AppraisalRule = { selfDays: 10, verifyDays: 10, objectionDays: 5, findingDays: 5 }

export async function ruleOn({ db }: Pick<Ctx, 'db'>, day: string): Promise<AppraisalRule> {
  const { since } = appraisalRules
  const [rule] = await db.select().from(appraisalRules).where(lte(since, day)).orderBy(desc(since)).limit(1)
  return rule ?? usual
}
