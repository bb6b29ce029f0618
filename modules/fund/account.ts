/** Where a firm's money is sent: one account at a time, the earlier ones kept (收款账户, plan task 3). */
import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { oneAtATime } from '#platform/session.ts'
import type { account } from './model.ts'
import { accounts } from './tables.ts'

export type Account = typeof accounts.$inferSelect
type Kept = Omit<z.output<typeof account>, 'since' | 'until'>

export async function accountOf({ db }: Ctx, enterprise: string): Promise<Account | null> {
  const [found] = await db.select().from(accounts).where(now(enterprise))
  return found ?? null
}

/** The account from today on; the same again changes nothing. */
export async function keepAccount(ctx: Ctx, kept: Kept): Promise<string> {
  await oneAtATime(ctx, `payee-account ${kept.enterprise}`)
  const before = await accountOf(ctx, kept.enterprise)
  if (before && (['holder', 'bank', 'number', 'org'] as const).every((key) => before[key] === kept[key])) return before.id
  await ctx.db.update(accounts).set({ until: ctx.today }).where(now(kept.enterprise))
  const [row] = await ctx.db
    .insert(accounts)
    .values({ ...kept, since: ctx.today, until: null })
    .returning({ id: accounts.id })
  return row!.id
}

const now = (enterprise: string) => and(eq(accounts.enterprise, enterprise), isNull(accounts.until))

/** All that is shown of a number but to whoever pays and its firm: the last four digits. */
export const masked = (number: string): string => `**** ${number.slice(-4)}`
