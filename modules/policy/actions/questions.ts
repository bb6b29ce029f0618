/** Questions about policy as lists: the inbox of whoever answers, what is due, and a firm's own. */
import { eq, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { query } from '#platform/action.ts'
import { officials } from '#platform/context.ts'
import { missing } from '#platform/problem.ts'
import { linesOf, matching, questionLine, sought } from '../questions.ts'
import { policyQuestions } from '../tables.ts'

const paged = { page: z.int().min(1).max(100_000).default(1), size: z.int().min(1).max(200).default(50) }

export const questions = query(
  {
    label: '政策咨询',
    who: officials,
    input: sought.extend(paged),
    output: z.object({
      rows: z.array(questionLine),
      total: z.number(),
      open: z.number(),
      mine: z.number(),
      late: z.number(),
      answered: z.number(),
    }),
  },
  async (ctx, { page, size, ...of }) => {
    const count = (state: (typeof of)['state']) => ctx.db.$count(policyQuestions, matching(ctx, { ...of, state }))
    return {
      rows: await linesOf(ctx, matching(ctx, of), size, (page - 1) * size),
      total: await count(of.state),
      open: await count('open'),
      mine: await count('mine'),
      late: await count('late'),
      answered: await count('answered'),
    }
  },
)

export const showQuestion = query(
  { label: '政策咨询详情', who: officials, input: z.object({ id: z.uuid('没有找到该咨询，请核对网址') }), output: questionLine },
  async (ctx, { id }) => {
    const [found] = await linesOf(ctx, eq(policyQuestions.id, id), 1)
    if (!found) throw missing('咨询')
    return found
  },
)

/** What waits for me; for the office also what others are late with. */
export const questionDuties = query(
  { label: '政策咨询待办', who: officials, input: z.object({}), output: z.array(questionLine) },
  (ctx) => {
    const of = (state: 'mine' | 'late') => matching(ctx, { words: '', state })
    return linesOf(ctx, ctx.actor.role === 'office' ? or(of('mine'), of('late')) : of('mine'), 50)
  },
)

export const ownQuestions = query(
  { label: '我的政策咨询', who: ['enterprise', 'institution'], input: z.object({}), output: z.array(questionLine) },
  (ctx) => linesOf(ctx, ctx.actor.org ? eq(policyQuestions.org, ctx.actor.org) : sql`false`, 200),
)
