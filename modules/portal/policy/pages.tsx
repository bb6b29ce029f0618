/** The addresses of policies on the portal: the library, one policy, a question asked, its answer. */
import { showDocument } from '#modules/policy/actions/document.ts'
import { askQuestion, questionStanding } from '#modules/policy/actions/question.ts'
import { library, libraryChoices } from '#modules/policy/actions/search.ts'
import type { Ctx } from '#platform/context.ts'
import type { Typed } from '../frame/form.tsx'
import { type Answer, lookUp, orTold } from '../standing.tsx'
import { askedBy } from './ask-form.tsx'
import { askedIn } from './asked.ts'
import { openBatches, openUpperCalls } from './open.ts'
import { Policies } from './policies.tsx'
import { PolicyPage } from './policy.tsx'
import { StandingPage, Taken } from './standing.tsx'

const size = 20

export async function policiesPage(ctx: Ctx, query: unknown) {
  const asked = askedIn(query)
  const { page, ...of } = asked
  const own = await library(ctx, { ...of, demonstration: false, page, size })
  const demonstrations = await library(ctx, { ...of, demonstration: true, page: 1, size: 100 })
  const { types } = await libraryChoices(ctx, {})
  const open = { batches: await openBatches(ctx), calls: await openUpperCalls(ctx) }
  return { title: '政策文件', body: <Policies {...{ own, demonstrations, open, asked, size, types }} /> }
}

export async function policyPage(ctx: Ctx, key: string, typed: Typed = {}, problem: string | null = null) {
  const of = await showDocument(ctx, { key })
  const open = await openBatches(ctx, of.code)
  return { title: of.title, body: <PolicyPage {...{ of, open, typed, problem }} /> }
}

export const takeQuestion = (ctx: Ctx, key: string, typed: Typed) =>
  orTold<Answer>(
    async () => {
      const { id } = await showDocument(ctx, { key })
      return { title: '已收到咨询', body: <Taken {...(await askQuestion(ctx, askedBy(id, typed)))} /> }
    },
    (problem) => policyPage(ctx, key, typed, problem),
  )

export const answerPage = (ctx: Ctx, code: string) =>
  lookUp({ title: '咨询答复', code, find: (token) => questionStanding(ctx, { token }) }, (found, problem) => (
    <StandingPage {...{ code, found, problem }} />
  ))
