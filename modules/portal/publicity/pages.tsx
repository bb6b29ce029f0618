/** The addresses of publicity on the portal: the money of a year, all lists, one with its form, an objection taken in and followed. */
import { object, objectionStanding } from '#modules/claim/actions/objection.ts'
import { publicityList, publicityLists } from '#modules/claim/actions/publicity.ts'
import { publishedFunds } from '#modules/payout/actions/publication.ts'
import type { Ctx } from '#platform/context.ts'
import type { Typed } from '../frame/form.tsx'
import { type Answer, lookUp, orTold } from '../standing.tsx'
import { askedIn } from './asked.ts'
import { Funds } from './funds.tsx'
import { List } from './list.tsx'
import { Lists } from './lists.tsx'
import { ObjectionPage, Taken } from './objection.tsx'

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

export const objectPage = (ctx: Ctx, number: string, typed: Typed) =>
  orTold<Answer>(
    async () => {
      const { item = '', name = '', phone = '', text = '' } = typed
      return { title: '已收到异议', personal: true, body: <Taken {...(await object(ctx, { item, name, phone, text }))} /> }
    },
    (problem) => listPage(ctx, number, typed, problem),
  )

export const objectionPage = (ctx: Ctx, code: string) =>
  lookUp({ title: '异议核查结果', code, find: (token) => objectionStanding(ctx, { token }) }, (found, problem) => (
    <ObjectionPage {...{ code, found, problem }} />
  ))
