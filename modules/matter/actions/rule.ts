/** The rules of supervision, by version: each holds from its day on. */
import { desc } from 'drizzle-orm'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import { officials } from '#platform/context.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { matterRule } from '../model.ts'
import { ruleOn } from '../rule.ts'
import { matterRules } from '../tables.ts'

/** All versions, newest first, and what holds today. */
export const rules = query(
  {
    label: '督办规则',
    who: officials,
    input: z.object({}),
    output: z.object({
      versions: z.array(matterRule.extend({ id: z.uuid() })),
      now: matterRule.omit({ basis: true, since: true }).extend({ since: z.string().nullable() }),
    }),
  },
  async (ctx) => ({
    versions: await ctx.db.select().from(matterRules).orderBy(desc(matterRules.since)),
    now: await ruleOn(ctx, ctx.today),
  }),
)

export const enactRule = command(
  {
    label: '修订督办规则',
    who: ['office'],
    input: matterRule
      .refine(({ yellowAfter }) => yellowAfter >= 1, '逾期亮黄牌应至少为 1 个工作日')
      .refine(({ yellowAfter, redAfter }) => redAfter > yellowAfter, '逾期亮红牌的天数应大于亮黄牌的天数')
      .refine(({ redByYellows }) => redByYellows >= 2, '黄牌转红牌应至少为 2 张')
      .refine(({ signDays, replyDays }) => signDays >= 1 && replyDays >= 1, '签收和回复时限应至少为 1 个工作日')
      .refine((of) => Math.max(of.remindDays, of.redAfter, of.signDays, of.replyDays) <= 250, '各项天数不超过 250 个工作日'),
    output: z.object({ id: z.uuid() }),
  },
  async (ctx, rule) => {
    await oneAtATime(ctx, 'matter_rule')
    const [last] = await ctx.db.select().from(matterRules).orderBy(desc(matterRules.since)).limit(1)
    if (last && rule.since <= last.since) throw conflict(`最近一版自 ${last.since} 起生效，新规则的生效日期应晚于该日`)
    if (last && rule.since < ctx.today) throw invalid('新规则的生效日期不能早于今天')
    const [added] = await ctx.db.insert(matterRules).values(rule).returning()
    return added!
  },
)
