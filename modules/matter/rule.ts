/** The clocks of supervision: the rule in force on a day. */
import { desc, lte } from 'drizzle-orm'
import type { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import type { matterRule } from './model.ts'
import { matterRules } from './tables.ts'

export type MatterRule = Omit<z.infer<typeof matterRule>, 'basis' | 'since'> & { since: string | null }

/** In a district that has not set its rule yet. */
const usual: MatterRule = {
  since: null,
  climb: { unit: 5, team: 5, office: 10 },
  help: { team: 3, office: 5 },
  ...{ remindDays: 3, yellowAfter: 5, redAfter: 15, redByYellows: 3 },
  ...{ signDays: 1, replyDays: 5 },
}

export async function ruleOn({ db }: Ctx, day: string): Promise<MatterRule> {
  const { since } = matterRules
  const [rule] = await db.select().from(matterRules).where(lte(since, day)).orderBy(desc(since)).limit(1)
  return rule ?? usual
}
