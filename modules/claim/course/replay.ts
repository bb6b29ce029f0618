/**
 * What a claim was decided by, every time it was: read back from the journal, where nothing can be changed, and decided again from the
 * frozen facts.
 */
import { and, asc, eq } from 'drizzle-orm'
import type { Decision } from '#engines/policy/decision.ts'
import type { Facts, Past } from '#engines/policy/fact.ts'
import type { Ctx } from '#platform/context.ts'
import { journal } from '#platform/journal.ts'
import { grantingOf } from './clause.ts'
import { toTheLetter } from './correspond.ts'
import { outcome } from './judge.ts'
import type { Claim } from './way.ts'

export type Freeze = {
  at: string
  action: string
  by: string
  facts: Facts
  past: Past
  decision: Decision
  computed: number | null
}

const frozen = ['facts', 'past', 'decision', 'computed'] as const

/** In the order they were made; an entry holds only what changed, the rest is as it was before. */
export async function freezesOf({ db }: Ctx, { id }: Pick<Claim, 'id'>): Promise<Freeze[]> {
  const rows = await db
    .select({ at: journal.at, action: journal.action, by: journal.actorName, after: journal.after })
    .from(journal)
    .where(and(eq(journal.entity, 'claim'), eq(journal.subject, id), eq(journal.rowId, id)))
    .orderBy(asc(journal.seq))
  const freezes: Freeze[] = []
  let now: Record<string, unknown> = {}
  for (const { at, action, by, after } of rows) {
    const told = after ?? {}
    now = { ...now, ...Object.fromEntries(frozen.filter((key) => key in told).map((key) => [key, told[key]])) }
    const isFreeze = now.decision && (frozen.some((key) => key in told) || freezing.some((state) => told.status === state))
    // What the journal holds is what the columns held.
    if (isFreeze) freezes.push({ at, action, by, ...(now as Omit<Freeze, 'at' | 'action' | 'by'>) })
  }
  return freezes
}
/** On its way into these all is frozen anew, even where nothing is different. */
const freezing = ['accepting', 'paying', 'queued']

export type Replayed = { same: boolean; kept: Decision; again: Decision; computed: number | null; recomputed: number | null }

/** Decided again from the version, the frozen facts, what was had and the day alone. */
export async function replay(
  ctx: Ctx,
  claim: Pick<Claim, 'version' | 'clause' | 'year' | 'project'>,
  of: Pick<Freeze, 'facts' | 'past' | 'decision' | 'computed'>,
): Promise<Replayed> {
  const granting = await grantingOf(ctx, claim)
  const { year, project } = claim
  const { facts, past, decision: kept } = of
  const { decision: again, computed } = await outcome(ctx, granting, { facts, past, day: kept.day, year, project })
  const same = toTheLetter(kept) === toTheLetter(again) && of.computed === computed
  return { same, kept, again, computed: of.computed, recomputed: computed }
}
