/** What a firm was paid, for what and when, and what it still holds to; the same of one claim, for whoever sees it. */
import { and, asc, desc, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { daysBetween } from '#engines/lease/days.ts'
import { claims } from '#modules/claim/tables.ts'
import { masked } from '#modules/fund/account.ts'
import { query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { commitment, payment } from '../model.ts'
import { mayPay } from '../rights.ts'
import { commitments, payments } from '../tables.ts'

const firms = ['enterprise', 'institution'] as const
const paid = payment.omit({ remittance: true, org: true, enterprise: true }).extend({
  id: z.uuid(),
  claimNumber: z.string(),
  title: z.string(),
})
const held = commitment.omit({ outcome: true, org: true, enterprise: true }).extend({
  id: z.uuid(),
  claimNumber: z.string(),
  clause: z.string(),
  daysLeft: z.int(),
})
const both = z.object({ payments: z.array(paid), commitments: z.array(held) })

export const mine = query({ label: '我的拨付', who: firms, input: z.object({}), output: both }, async (ctx) => tell(ctx))

export const ofClaim = query(
  { label: '事项的拨付', who: ['leader', 'office', 'department', ...firms], input: z.object({ claim: z.uuid() }), output: both },
  async (ctx, { claim }) => tell(ctx, claim),
)

/** As far as the reader sees claims; the number of an account is for its firm and whoever pays. */
async function tell(ctx: Ctx, claim?: string) {
  const paying = await mayPay(ctx)
  const firm = ctx.actor.role === 'enterprise' || ctx.actor.role === 'institution'
  const lines = await ctx.db
    .select({ payment: payments, claimNumber: claims.number, title: claims.title, name: claims.name })
    .from(payments)
    .innerJoin(claims, eq(claims.id, payments.claim))
    // What was cancelled never left, and waits again.
    .where(and(ne(payments.status, 'cancelled'), claim ? eq(payments.claim, claim) : undefined))
    .orderBy(desc(payments.createdAt), asc(payments.payee))
  const promised = await ctx.db
    .select({ commitment: commitments, claimNumber: claims.number, clause: claims.title })
    .from(commitments)
    .innerJoin(claims, eq(claims.id, commitments.claim))
    .where(claim ? eq(commitments.claim, claim) : undefined)
    .orderBy(asc(commitments.dueOn), asc(commitments.id))
  return {
    payments: lines.map(({ payment: line, name, ...of }) => ({
      ...line,
      ...of,
      accountNumber: paying || (firm && line.payee === name) ? line.accountNumber : masked(line.accountNumber),
    })),
    commitments: promised.map(({ commitment: one, ...of }) => ({
      ...one,
      ...of,
      daysLeft: daysBetween(ctx.today, one.dueOn),
    })),
  }
}
