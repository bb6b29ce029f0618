/** Clocks of granting: the rule in force on a day. */
import { desc, lte } from 'drizzle-orm'
import type { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import type { claimRule } from './model.ts'
import { claimRules } from './tables.ts'

export type ClaimRule = Omit<z.infer<typeof claimRule>, 'since' | 'basis'>

/** In a district that has not set its rule yet. */
const usual: ClaimRule = {
  days: {
    consenting: 10,
    accepting: 3,
    correcting: 10,
    screening: 5,
    joint: 10,
    ranking: 5,
    public: 5,
    deciding: 5,
    paying: 15,
  },
  publicityDays: 5,
  objectionDays: 5,
  appealDays: 15,
  queueBy: 'time',
  treasury: null,
}

export async function ruleOn({ db }: Ctx, day: string): Promise<ClaimRule> {
  const { since } = claimRules
  const [rule] = await db.select().from(claimRules).where(lte(since, day)).orderBy(desc(since)).limit(1)
  return rule ?? usual
}
