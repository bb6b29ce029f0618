/** When rounds open and how long units have: rules by their day, never changed. */
import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import { officials } from '#platform/context.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { dispatchRule } from '../model.ts'
import { dispatchRules as table } from '../tables.ts'

export const dispatchRules = query(
  { label: '调度规则', who: officials, input: z.object({}), output: z.array(dispatchRule.extend({ id: z.uuid() })) },
  ({ db }) => db.select().from(table).orderBy(desc(table.since)),
)

export const enactDispatchRule = command(
  { label: '发布调度规则', who: ['office'], input: dispatchRule, output: z.object({ id: z.uuid() }) },
  async ({ db, today }, rule) => {
    if (rule.since < today) throw invalid('新规则不能早于今天生效')
    if (await db.$count(table, eq(table.since, rule.since))) throw conflict('该日已有一条规则，请另选生效日期')
    const [row] = await db.insert(table).values(rule).returning({ id: table.id })
    return row!
  },
)
