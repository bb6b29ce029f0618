/** The rules of services in force on a day. */
import { desc, lte } from 'drizzle-orm'
import type { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import type { upkeepRule } from './model.ts'
import { upkeepRules } from './tables.ts'

export type UpkeepRule = Omit<z.infer<typeof upkeepRule>, 'since' | 'basis'>

/** In a district that has not set its rule yet. */
const usual: UpkeepRule = {
  days: { repair: 3, complaint: 5, cleaning: 1, security: 1, network: 2, other: 5 },
  closeAfter: 7,
  weights: { response: 40, occupancy: 30, satisfaction: 30 },
  fullOccupancy: 0.9,
}

export async function ruleOn({ db }: Ctx, day: string): Promise<UpkeepRule> {
  const { since } = upkeepRules
  const [rule] = await db.select().from(upkeepRules).where(lte(since, day)).orderBy(desc(since)).limit(1)
  return rule ?? usual
}
