/** Questions about policies: how long an answer may take, whose it is, and how they are listed. */
import { and, asc, desc, eq, ilike, isNull, or, type SQL, sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { orgs } from '#modules/org/tables.ts'
import { workdaysBetween } from '#platform/calendar.ts'
import { type Ctx, isOfficial } from '#platform/context.ts'
import { available } from '#platform/flow.ts'
import { containing } from '#platform/search.ts'
import { questionFlow } from './flow.ts'
import { policyQuestion, type questionKinds } from './model.ts'
import { policies, policyQuestions } from './tables.ts'

/** Working days an answer may take. */
export const answerDays: Record<keyof typeof questionKinds, number> = { simple: 1, complex: 3 }

export type Question = typeof policyQuestions.$inferSelect

/** One that nobody holds is the office's. */
export const isMine = ({ actor }: Ctx, { holder }: Pick<Question, 'holder'>): boolean =>
  actor.role === 'office' ? holder === null || holder === actor.org : isOfficial(actor.role) && holder === actor.org

export const states = ['open', 'mine', 'late', 'answered', 'closed', 'all'] as const

export const sought = z.object({
  words: z.string().trim().max(60, '查找内容不超过 60 个字').default(''),
  state: z.enum(states).default('open'),
  policy: z.uuid().optional(),
})
export type Sought = z.output<typeof sought>

const steps = Object.keys(questionFlow.steps) as [keyof typeof questionFlow.steps, ...(keyof typeof questionFlow.steps)[]]
export const questionLine = policyQuestion.omit({ token: true, org: true, answeredBy: true }).extend({
  id: z.uuid(),
  policyTitle: z.string().nullable(),
  policyCode: z.string().nullable(),
  holderName: z.string().nullable(),
  /** Working days left, negative once it is late; null when it is answered. */
  left: z.number().nullable(),
  mine: z.boolean(),
  steps: z.array(z.enum(steps)),
})
export type QuestionLine = z.output<typeof questionLine>

export function matching(ctx: Ctx, { words, state, policy }: Sought): SQL | undefined {
  const q = policyQuestions
  const at = sql`${q.number} || ' ' || ${q.name} || ' ' || ${q.text} || ' ' || coalesce(${q.answer}, '')`
  return and(words ? ilike(at, containing(words)) : undefined, policy ? eq(q.policy, policy) : undefined, inState(ctx, state))
}

function inState({ actor, today }: Ctx, state: Sought['state']): SQL | undefined {
  const { status, dueOn, holder } = policyQuestions
  const asked = eq(status, 'asked')
  if (state === 'all') return undefined
  if (state === 'open') return asked
  if (state === 'late') return and(asked, sql`${dueOn} < ${today}`)
  if (state !== 'mine') return eq(status, state)
  const own = actor.org === null ? undefined : eq(holder, actor.org)
  return and(asked, actor.role === 'office' ? or(isNull(holder), own) : (own ?? sql`false`))
}

/** Named apart: joined where there may be none. */
const its = pg.alias(policies, 'its_policy')
const holding = pg.alias(orgs, 'its_holder')

/** What waits first, the most pressing on top. */
export async function linesOf(ctx: Ctx, where: SQL | undefined, limit: number, offset = 0): Promise<QuestionLine[]> {
  const q = policyQuestions
  const rows = await ctx.db
    .select({ row: q, policyTitle: its.title, policyCode: its.code, holderName: holding.shortName })
    .from(q)
    .leftJoin(its, eq(its.id, q.policy))
    .leftJoin(holding, eq(holding.id, q.holder))
    .where(where)
    .orderBy(
      desc(eq(q.status, 'asked')),
      sql`case when ${q.status} = 'asked' then ${q.dueOn} end`,
      desc(q.askedOn),
      asc(q.number),
    )
    .limit(limit)
    .offset(offset)
  return rows.map(({ row: { token: _, org, answeredBy: __, ...row }, ...names }) => {
    const mine = isMine(ctx, row)
    const own = org !== null && org === ctx.actor.org
    return {
      ...row,
      ...names,
      // A number is there to be rung up by whoever answers.
      phone: mine || own || ctx.actor.role === 'office' ? row.phone : null,
      left: row.status === 'asked' ? workdaysBetween(ctx.today, row.dueOn) : null,
      mine,
      steps: mine || ctx.actor.role === 'office' ? available(questionFlow, row, ctx.actor) : [],
    }
  })
}
