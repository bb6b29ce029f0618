/** A firm's account for receiving money: looked up and changed by itself, entered for it by the office. */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { enterprises } from '#modules/enterprise/tables.ts'
import { command, query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { conflict, missing } from '#platform/problem.ts'
import { accountOf, keepAccount } from '../account.ts'
import { account } from '../model.ts'

const firms = ['enterprise', 'institution'] as const
const { holder, bank, number, since, enterprise } = account.shape
const written = z.object({ holder, bank, number })
const done = z.object({ id: z.uuid() })

export const ownAccount = query(
  {
    label: '我的收款账户',
    who: firms,
    input: z.object({}),
    output: z.object({ enterprise: z.string().nullable(), account: written.extend({ since }).nullable() }),
  },
  async (ctx) => {
    const firm = await ownFile(ctx)
    return { enterprise: firm?.name ?? null, account: firm && (await accountOf(ctx, firm.id)) }
  },
)

export const keepOwnAccount = command({ label: '更正收款账户', who: firms, input: written, output: done }, async (ctx, given) => {
  const firm = await ownFile(ctx)
  if (!firm) throw conflict('贵单位尚未认领企业档案，不能登记收款账户')
  return { id: await keepAccount(ctx, { ...given, enterprise: firm.id, org: ctx.actor.org }) }
})

/** On paper, from a firm without an account of its own here. */
export const keepAccountFor = command(
  { label: '代登收款账户', who: ['office'], input: written.extend({ enterprise }), output: done },
  async (ctx, { enterprise, ...given }) => {
    const [firm] = await ctx.db.select({ org: enterprises.org }).from(enterprises).where(eq(enterprises.id, enterprise))
    if (!firm) throw missing('企业')
    return { id: await keepAccount(ctx, { ...given, enterprise, org: firm.org }) }
  },
)

async function ownFile({ db, actor }: Ctx) {
  if (!actor.org) return null
  const { id, name } = enterprises
  const [found] = await db.select({ id, name }).from(enterprises).where(eq(enterprises.org, actor.org))
  return found ?? null
}
