/** Who opens the papers of an effort: those who keep it, leaders, and the bodies named on it. */
import type { Ctx } from '#platform/context.ts'
import { mayKeep } from '../ledger/place.ts'
import type { Effort } from './stages.ts'

/** A contract tells a price: not everybody who sees the effort opens it. */
export async function mayOpenPapers(ctx: Ctx, { zone, partners }: Effort): Promise<boolean> {
  const { role, org } = ctx.actor
  return role === 'leader' || (org !== null && partners.includes(org)) || mayKeep(ctx, zone)
}
