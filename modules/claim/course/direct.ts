/** Benefits nobody has to apply for: claims made for firms that were found eligible, which only say whether they want it (免申即享). */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { enterprises } from '#modules/enterprise/tables.ts'
import { accounts } from '#modules/fund/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { nextNumber } from '#platform/number.ts'
import { claimSteps, claims, type cycles } from '../tables.ts'
import { grantingOf } from './clause.ts'
import { judge } from './judge.ts'
import { asConsequence, stepFor, withHands } from './way.ts'

export type Eligible = { enterprise: string; clause: string }
type Batch = typeof cycles.$inferSelect

/**
 * Judged once more, each by itself; whoever has the clause already, or has left, is passed over.
 * @param ctx of the office, or of the machine
 * @returns how many were made
 */
export async function makeFor(ctx: Ctx, batch: Batch, found: readonly Eligible[]): Promise<number> {
  let made = 0
  for (const code of batch.clauses) {
    const own = found.filter(({ clause }) => clause === code).map(({ enterprise }) => enterprise)
    if (!own.length) continue
    const had = await alreadyClaimed(ctx, batch, code, own)
    const fits = await ctx.db
      .select({ id: enterprises.id, name: enterprises.name, org: enterprises.org, account: accounts.id })
      .from(enterprises)
      .leftJoin(accounts, and(eq(accounts.enterprise, enterprises.id), isNull(accounts.until)))
      .where(and(inArray(enterprises.id, own), isNull(enterprises.leftOn)))
      .orderBy(enterprises.creditCode)
    for (const firm of fits) if (!had.has(firm.id) && (await makeOne(ctx, batch, code, firm))) made += 1
  }
  return made
}

async function alreadyClaimed({ db }: Ctx, { policy, year }: Batch, clause: string, of: readonly string[]): Promise<Set<string>> {
  const same = and(
    eq(claims.policy, policy),
    eq(claims.clause, clause),
    eq(claims.year, year),
    inArray(claims.enterprise, [...of]),
  )
  const rows = await db.select({ id: claims.enterprise, status: claims.status }).from(claims).where(same)
  return new Set(rows.filter(({ status }) => status !== 'refused').map(({ id }) => id))
}

type Firm = Pick<typeof enterprises.$inferSelect, 'id' | 'name' | 'org'> & { account: string | null }
async function makeOne(ctx: Ctx, batch: Batch, code: string, { id: enterprise, name, org, account }: Firm): Promise<boolean> {
  const { clause } = await grantingOf(ctx, { version: batch.version, clause: code })
  const { id: cycle, version, policy, year } = batch
  const asked = { id: null, version, clause: code, cycle, enterprise, year, project: null, declared: {}, facts: {} }
  const { remarks: _, ...judged } = await asConsequence(ctx, (wide) => judge(wide, asked))
  if (judged.verdict !== 'granted' || !judged.computed) return false
  const values = {
    ...{ cycle, channel: 'direct' as const, policy, version, clause: code, title: clause.title, line: clause.pot, year },
    ...{
      enteredBy: null,
      enteredOn: null,
      ahead: null,
      enterprise,
      name,
      org,
      project: null,
      declared: {},
      asked: null,
      approved: null,
      reason: null,
      returnTo: null,
    },
    ...{
      holder: null,
      hands: withHands([], batch.org),
      account,
      submittedAt: null,
      publicity: null,
      closedOn: null,
      outcome: null,
    },
    ...judged,
    status: 'consenting' as const,
    number: await nextNumber(ctx, 'DX', sql`claim`),
  }
  const [row] = await ctx.db
    .insert(claims)
    .values({ ...values, dueOn: null })
    .returning({ id: claims.id })
  const step = await stepFor(ctx, row!.id, 'consenting', null)
  await ctx.db.insert(claimSteps).values(step)
  await ctx.db.update(claims).set({ dueOn: step.dueOn }).where(eq(claims.id, row!.id))
  return true
}
