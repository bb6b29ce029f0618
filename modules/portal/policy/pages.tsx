/** The addresses of policies on the portal: the library, one policy, a question asked, its answer. */
import { showDocument } from '#modules/policy/actions/document.ts'
import { askQuestion, questionStanding } from '#modules/policy/actions/question.ts'
import { library, libraryChoices } from '#modules/policy/actions/search.ts'
import type { Ctx } from '#platform/context.ts'
import { Problem } from '#platform/problem.ts'
import { askedBy, type Typed } from './ask-form.tsx'
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

/** Takes in what the form sent; the page comes again with the sentence why it could not be taken. */
export async function takeQuestion(ctx: Ctx, key: string, typed: Typed) {
  const { id } = await showDocument(ctx, { key })
  try {
    const taken = await askQuestion(ctx, askedBy(id, typed))
    return { title: '已收到咨询', body: <Taken {...taken} /> }
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error
    return policyPage(ctx, key, typed, error.message)
  }
}

export async function answerPage(ctx: Ctx, code: string) {
  const title = '咨询答复'
  if (!code) return { title, body: <StandingPage code="" found={null} problem={null} /> }
  try {
    const found = await questionStanding(ctx, { token: code })
    return { title, personal: true, body: <StandingPage code={code} found={found} problem={null} /> }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { title, personal: true, body: <StandingPage code={code} found={null} problem={error.message} /> }
  }
}
