/** Titles and certificates: which of them run out, and which were renewed already. */
import { and, asc, eq, gt, isNotNull, isNull, lte, notExists, or, sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { orgs } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { knownOn } from '../presence.ts'
import { daysAfter } from '../rule.ts'
import { enterprises, qualifications } from '../tables.ts'

const later = pg.alias(qualifications, 'later')

/** Of enterprises in the district: run out, or about to within so many days; one that was granted anew since is not among them. */
export const dueRenewals = (ctx: Ctx, withinDays: number) =>
  ctx.db
    .select({
      id: qualifications.id,
      enterprise: enterprises.id,
      name: enterprises.name,
      town: orgs.shortName,
      keeperName: enterprises.keeperName,
      kind: qualifications.kind,
      level: qualifications.level,
      number: qualifications.number,
      grantedOn: qualifications.grantedOn,
      validUntil: sql<string>`${qualifications.validUntil}`,
    })
    .from(qualifications)
    .innerJoin(enterprises, eq(enterprises.id, qualifications.enterprise))
    .innerJoin(orgs, eq(orgs.id, enterprises.town))
    .where(
      and(
        knownOn(qualifications, ctx.today),
        lte(qualifications.validUntil, daysAfter(ctx.today, withinDays)),
        isNull(enterprises.leftOn),
        // What was taken away ended on a day, and nobody is to renew it.
        or(isNull(qualifications.reason), isNotNull(qualifications.knownUntil)),
        notExists(ctx.db.select({ id: later.id }).from(later).where(renews(ctx))),
      ),
    )
    .orderBy(asc(qualifications.validUntil), asc(enterprises.name))

/** The same title, granted to the same enterprise on a later day. */
const renews = ({ today }: Ctx) =>
  and(
    eq(later.enterprise, qualifications.enterprise),
    eq(later.kind, qualifications.kind),
    gt(later.grantedOn, qualifications.grantedOn),
    knownOn(later, today),
  )
