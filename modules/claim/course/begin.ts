/** A claim begins: of a clause of an open batch, once in a year, with the account the firm has already. */
import { and, eq, isNull, notInArray, sql } from 'drizzle-orm'
import type { File } from '#modules/enterprise/presence.ts'
import { accountOf } from '#modules/fund/account.ts'
import type { Ctx } from '#platform/context.ts'
import { nextNumber } from '#platform/number.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { voidStates } from '../flow.ts'
import { claims, cycles } from '../tables.ts'
import { grantingOf } from './clause.ts'
import { type Claim, holderOf } from './way.ts'

type Batch = typeof cycles.$inferSelect

/** Open today, and with the clause in it. */
export async function batchFor(ctx: Ctx, id: string, code: string): Promise<Batch> {
  const [batch] = await ctx.db.select().from(cycles).where(eq(cycles.id, id))
  if (!batch) throw missing('兑现批次')
  if (batch.channel === 'direct') throw invalid('该条款免申即享，符合条件的企业无须申报')
  if (!batch.clauses.includes(code)) throw invalid('该批次不受理这一条款')
  requireOpen(ctx, batch)
  return batch
}

export function requireOpen({ today }: Ctx, { status, opensOn, closesOn }: Batch): void {
  if (opensOn > today) throw conflict(`该批次自 ${opensOn} 起受理，请届时申报`)
  if (status !== 'open' || (closesOn !== null && closesOn < today)) throw conflict(`该批次已于 ${closesOn} 截止受理`)
}

type Asked = { cycle: string; clause: string }
type Entered = Pick<Claim, 'enteredBy' | 'enteredOn'>
const byItself: Entered = { enteredBy: null, enteredOn: null }

/** Goes on with the one begun before, where there is one. */
export async function begin(ctx: Ctx, file: File, { cycle, clause: code }: Asked, entered: Entered = byItself) {
  const batch = await batchFor(ctx, cycle, code)
  const { clause } = await grantingOf(ctx, { version: batch.version, clause: code })
  const same = and(eq(claims.enterprise, file.id), eq(claims.policy, batch.policy), eq(claims.clause, code))
  const live = and(eq(claims.year, batch.year), isNull(claims.project), notInArray(claims.status, [...voidStates]))
  const [before] = await ctx.db.select().from(claims).where(and(same, live))
  if (before?.status === 'draft') return before
  if (before) throw conflict(`本年度已申报“${clause.title}”（${before.number}），请勿重复申报`)
  const values = {
    ...{ cycle, channel: 'claim' as const, policy: batch.policy, version: batch.version, clause: code, title: clause.title },
    ...{ line: clause.pot, year: batch.year, enterprise: file.id, name: file.name, org: file.org, project: null, ...entered },
    ...{ declared: {}, facts: {}, past: [], decision: null, verdict: null, asked: null, computed: null, approved: null },
    ...{ reason: null, status: 'draft' as const, returnTo: null, dueOn: null, hands: [], submittedAt: null, ahead: null },
    ...{ account: (await accountOf(ctx, file.id))?.id ?? null, publicity: null, closedOn: null, outcome: null },
    holder: await holderOf(ctx, 'draft', { cycle, org: file.org, ...entered }),
    number: await nextNumber(ctx, 'DX', sql`claim`),
  }
  const [row] = await ctx.db.insert(claims).values(values).returning({ id: claims.id, number: claims.number })
  return row!
}
