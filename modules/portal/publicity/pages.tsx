/** The addresses of publicity on the portal: the money of a year, all lists, one with its form, an objection taken in and followed. */
import { object, objectionStanding } from '#modules/claim/actions/objection.ts'
import { publicityList, publicityLists } from '#modules/claim/actions/publicity.ts'
import { publishedFunds } from '#modules/payout/actions/publication.ts'
import type { Ctx } from '#platform/context.ts'
import { Problem } from '#platform/problem.ts'
import { askedIn } from './asked.ts'
import { Funds } from './funds.tsx'
import { List, type Typed } from './list.tsx'
import { Lists } from './lists.tsx'
import { ObjectionPage, TakenIn } from './objection.tsx'

const size = 50
export async function fundsPage(ctx: Ctx, query: unknown) {
  const asked = askedIn(query)
  const of = await publishedFunds(ctx, { ...asked, size })
  return { title: '资金公开', body: <Funds of={of} asked={asked} today={ctx.today} size={size} /> }
}

export const listsPage = async (ctx: Ctx) => ({ title: '兑现公示', body: <Lists of={await publicityLists(ctx, {})} /> })

export async function listPage(ctx: Ctx, number: string, typed: Typed = {}, problem: string | null = null) {
  const of = await publicityList(ctx, { number })
  return { title: of.title, body: <List of={of} typed={typed} problem={problem} /> }
}

/** What could not be taken in is shown again with the sentence why. */
export async function objectPage(ctx: Ctx, number: string, typed: Typed) {
  try {
    const { item = '', name = '', phone = '', text = '' } = typed
    const taken = await object(ctx, { item, name, phone, text })
    return { title: '已收到异议', personal: true, body: <TakenIn {...taken} /> }
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error
    return listPage(ctx, number, typed, error.message)
  }
}

const title = '异议核查结果'
export async function objectionPage(ctx: Ctx, code: string) {
  if (!code) return { title, body: <ObjectionPage code="" found={null} problem={null} /> }
  try {
    const found = await objectionStanding(ctx, { token: code })
    return { title, personal: true, body: <ObjectionPage code={code} found={found} problem={null} /> }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { title, personal: true, body: <ObjectionPage code={code} found={null} problem={error.message} /> }
  }
}
