/** The lease a matter stands on: rooms are handed over under one that runs, and nobody leaves the way while he is bound by it. */
import { eq } from 'drizzle-orm'
import { leases } from '#modules/lease/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { overAll } from '#platform/session.ts'
import type { Matter } from './way.ts'

/** Why it cannot go on to hand-over and work: nothing was signed, or what was signed is over; null where it can. */
export async function whyNotLet(ctx: Ctx, matter: Matter): Promise<string | null> {
  const lease = await leaseOf(ctx, matter)
  if (lease?.status === 'running') return null
  if (lease?.status !== 'ended') return '该事项没有已签订的租约，不能继续办理'
  return `租约 ${lease.number} 已终止，不能继续办理，请撤回该事项或不予入驻`
}

/** Why it cannot be left: its lease runs; null where nobody is bound. */
export async function whyBound(ctx: Ctx, matter: Matter): Promise<string | null> {
  const lease = await leaseOf(ctx, matter)
  return lease?.status === 'running' ? `租约 ${lease.number} 正在履行，请先终止租约` : null
}

/** Read over all: an applicant that is on no file yet does not see his lease. */
async function leaseOf(ctx: Ctx, { lease }: Matter) {
  if (!lease) return null
  const found = await overAll(ctx, ({ db }) =>
    db.select({ number: leases.number, status: leases.status }).from(leases).where(eq(leases.id, lease)),
  )
  return found[0] ?? null
}
