/** What the ledgers hold of a firm for a clause: as of the day the batch counts on, as far as is known today. */
import type { Fact, Facts } from '#engines/policy/fact.ts'
import { factsOfMany } from '#modules/policy/facts/gather.ts'
import type { Ctx } from '#platform/context.ts'

export async function ledgerFacts(ctx: Ctx, enterprise: string, day: string, facts: readonly Fact[]): Promise<Facts> {
  const titles = facts.map(({ title }) => title)
  const known = ctx.today > day ? ctx.today : day
  return (await factsOfMany(ctx, { enterprises: [enterprise], day, known, titles })).get(enterprise) ?? {}
}
