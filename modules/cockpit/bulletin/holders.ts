/** How many enterprises hold each title at the end of a month, and how many came and went within it. */
import { and, eq, gt, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { lastDayOf, shiftMonth } from '#engines/indicator/months.ts'
import { titles } from '#modules/enterprise/model.ts'
import { knownOn } from '#modules/enterprise/presence.ts'
import { presences, qualifications } from '#modules/enterprise/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { overAll } from '#platform/session.ts'

export type Tier = { title: string; count: number; gained: number; lost: number }

/** Titles nobody holds or lost are left out. */
export async function holdersOf(ctx: Ctx, month: string, known: string): Promise<Tier[]> {
  const held = await overAll(ctx, ({ db }) =>
    db
      .select({
        kind: qualifications.kind,
        enterprise: qualifications.enterprise,
        grantedOn: qualifications.grantedOn,
        validUntil: qualifications.validUntil,
        since: presences.since,
        until: presences.until,
      })
      .from(qualifications)
      .innerJoin(presences, eq(presences.enterprise, qualifications.enterprise))
      .where(
        and(
          knownOn(qualifications, known),
          knownOn(presences, known),
          isNotNull(qualifications.enterprise),
          lte(qualifications.grantedOn, lastDayOf(month)),
          or(isNull(qualifications.validUntil), gt(qualifications.validUntil, lastDayOf(shiftMonth(month, -2)))),
        ),
      ),
  )
  const on = (day: string, kind: string) =>
    new Set(
      held.flatMap((row) =>
        row.kind === kind &&
        row.grantedOn <= day &&
        (row.validUntil === null || row.validUntil >= day) &&
        row.since <= day &&
        (row.until === null || row.until > day)
          ? [row.enterprise]
          : [],
      ),
    )
  return Object.entries(titles).flatMap(([kind, title]) => {
    const [now, before] = [on(lastDayOf(month), kind), on(lastDayOf(shiftMonth(month, -1)), kind)]
    const gained = [...now].filter((one) => !before.has(one)).length
    const lost = [...before].filter((one) => !now.has(one)).length
    return now.size + lost ? [{ title, count: now.size, gained, lost }] : []
  })
}
