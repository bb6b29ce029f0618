/** The clocks of an appraisal, by version. */
import { desc } from 'drizzle-orm'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import { officials } from '#platform/context.ts'
import { invalid } from '#platform/problem.ts'
import { appraisalRule } from '../model.ts'
import { appraisalRules } from '../tables.ts'

export const appraisalRulesOf = query(
  { label: '考核规则', who: officials, input: z.object({}), output: z.array(appraisalRule.extend({ id: z.uuid() })) },
  ({ db }) => db.select().from(appraisalRules).orderBy(desc(appraisalRules.since)),
)

export const enactAppraisalRule = command(
  { label: '发布考核规则', who: ['office'], input: appraisalRule, output: z.object({ id: z.uuid() }) },
  async ({ db, today }, rule) => {
    if (rule.since < today) throw invalid('新规则不能早于今天生效')
    const [row] = await db.insert(appraisalRules).values(rule).returning({ id: appraisalRules.id })
    return row!
  },
)
