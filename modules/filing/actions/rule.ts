/** The rule of the monitoring: when reports are due and what they are asked about, by version. */
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import { officials } from '#platform/context.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { rulesOf } from '../clock.ts'
import { filingRule } from '../model.ts'
import { filingRules } from '../tables.ts'

const row = filingRule.extend({ id: z.uuid() })

/** All versions, newest first. */
export const rules = query(
  { label: '监测规则', who: [...officials, 'enterprise', 'institution'], input: z.object({}), output: z.array(row) },
  (ctx) => rulesOf(ctx),
)

/** A new version, from a day on: what was asked of earlier months stays as it was. */
export const setRule = command(
  {
    label: '修订监测规则',
    who: ['office'],
    input: filingRule
      .refine(({ dueWorkday }) => dueWorkday >= 1 && dueWorkday <= 20, '报送期限应在次月第 1 至第 20 个工作日之间')
      .refine(({ enough }) => enough >= 0 && enough <= 1, '最低审核比例应在 0 至 100% 之间')
      .refine(({ swing }) => swing > 0 && swing <= 10, '波动幅度应大于 0，且不超过 1000%')
      .refine(({ least }) => least >= 0, '起核金额不能为负数')
      .refine(({ staleDays }) => staleDays >= 1 && staleDays <= 3650, '档案确认周期应在 1 至 3650 天之间')
      .refine(({ renewalDays }) => renewalDays <= 3650, '到期提醒不超过 3650 天'),
    output: row,
  },
  async (ctx, input) => {
    await oneAtATime(ctx, 'filing_rule')
    const [last] = await rulesOf(ctx)
    if (last && input.since <= last.since) throw conflict(`现行规则自 ${last.since} 起生效，新规则的生效日期应晚于该日`)
    // The first one may reach back: without it no month is asked for at all.
    if (last && input.since < ctx.today) throw invalid('新规则的生效日期不能早于今天')
    const [added] = await ctx.db.insert(filingRules).values(input).returning()
    return added!
  },
)
