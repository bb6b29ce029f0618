/** The rule by which the ledgers of space warn and its books are compared, by version. */
import { desc } from 'drizzle-orm'
import { z } from 'zod'
import { spaceRule } from '#modules/space/model.ts'
import { spaceRules } from '#modules/space/tables.ts'
import { command, query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'

const row = spaceRule.extend({ id: z.uuid() })
/** Newest first. */
const versions = ({ db }: Ctx) => db.select().from(spaceRules).orderBy(desc(spaceRules.since))

export const spaceRulesOf = query(
  { label: '楼宇规则', who: ['leader', 'office', 'park'], input: z.object({}), output: z.array(row) },
  versions,
)

const days = z.int().min(1).max(3650)
const isDays = (value: number) => days.safeParse(value).success
export const enactSpaceRule = command(
  {
    label: '修订楼宇规则',
    who: ['office'],
    input: spaceRule
      .refine(({ staleDays }) => isDays(staleDays), '台账确认周期应在 1 至 3650 天之间')
      .refine(({ idleDays }) => isDays(idleDays), '空置提醒应在 1 至 3650 天之间')
      .refine(({ expiryDays }) => expiryDays.length > 0 && expiryDays.every((one) => one <= 730), '到期提醒应填写 1 至 730 天')
      .refine(({ fall }) => fall > 0 && fall <= 1, '下降预警幅度应大于 0，且不超过 100%')
      .refine(({ movingInDays }) => movingInDays <= 365, '入驻宽限不超过 365 天')
      .refine(({ arrearsDays }) => arrearsDays <= 365, '收款宽限不超过 365 天'),
    output: row,
  },
  async (ctx, rule) => {
    await oneAtATime(ctx, 'space_rule')
    const [last] = await versions(ctx)
    if (last && rule.since <= last.since) throw conflict(`最近一版自 ${last.since} 起生效，新规则的生效日期应晚于该日`)
    if (rule.since < ctx.today) throw invalid('新规则的生效日期不能早于今天')
    const [added] = await ctx.db.insert(spaceRules).values(rule).returning()
    return added!
  },
)
