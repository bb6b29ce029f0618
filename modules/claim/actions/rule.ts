/** Clocks of granting by version: the one in force, those before it and to come; a new one from a day on. */
import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { orgs } from '#modules/org/tables.ts'
import { command, query } from '#platform/action.ts'
import { officials } from '#platform/context.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { claimRule } from '../model.ts'
import { ruleOn } from '../rule.ts'
import { claimRules } from '../tables.ts'

const version = claimRule.extend({ id: z.uuid() })

export const claimRuleVersions = query(
  {
    label: '兑现规则',
    who: officials,
    input: z.object({}),
    output: z.object({
      now: claimRule.omit({ since: true, basis: true }),
      versions: z.array(version),
      departments: z.array(z.object({ id: z.uuid(), name: z.string() })),
    }),
  },
  async (ctx) => ({
    now: await ruleOn(ctx, ctx.today),
    versions: await ctx.db.select().from(claimRules).orderBy(desc(claimRules.since)),
    departments: await ctx.db
      .select({ id: orgs.id, name: orgs.shortName })
      .from(orgs)
      .where(eq(orgs.kind, 'department'))
      .orderBy(orgs.shortName),
  }),
)

/** What was begun under the rule before keeps its clock. */
export const enactClaimRule = command(
  {
    label: '修订兑现规则',
    who: ['office'],
    input: claimRule
      .refine(({ objectionDays }) => objectionDays >= 1 && objectionDays <= 60, '异议核查时限应在 1 至 60 个工作日之间')
      .refine(({ appealDays }) => appealDays >= 1 && appealDays <= 60, '复核申请期限应在 1 至 60 个工作日之间')
      .refine(({ publicityDays }) => publicityDays <= 60, '公示期不超过 60 个工作日'),
    output: z.object({ id: z.uuid() }),
  },
  async (ctx, rule) => {
    if (rule.treasury) {
      const [body] = await ctx.db.select({ kind: orgs.kind }).from(orgs).where(eq(orgs.id, rule.treasury))
      if (body?.kind !== 'department') throw invalid('拨付单位应从部门名录中选择')
    }
    await oneAtATime(ctx, 'claim_rule')
    const [last] = await ctx.db.select().from(claimRules).orderBy(desc(claimRules.since)).limit(1)
    if (rule.since < ctx.today) throw invalid('新规则的生效日期不能早于今天')
    if (last && rule.since <= last.since) throw conflict(`新规则应在最近一版（${last.since} 起）之后生效`)
    const [row] = await ctx.db.insert(claimRules).values(rule).returning({ id: claimRules.id })
    return row!
  },
)
