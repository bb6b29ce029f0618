/** Which officials may keep an enterprise's file: those of its town, of its park, and of the office. */
import { and, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import { orgs, persons, posts } from '#modules/org/tables.ts'
import type { Ctx } from '#platform/context.ts'
import type { Place } from '../place.ts'
import type { File } from '../presence.ts'

export const keeping = ['office', 'park', 'town'] as const

export async function keepersOf({ db, today }: Ctx, { town, zone }: Place) {
  const rows = await db
    .select({
      person: persons.id,
      name: persons.name,
      org: orgs.id,
      orgName: orgs.shortName,
      role: posts.role,
      parent: orgs.parent,
    })
    .from(posts)
    .innerJoin(persons, eq(persons.id, posts.person))
    .innerJoin(orgs, eq(orgs.id, posts.org))
    .where(and(inArray(posts.role, [...keeping]), or(isNull(posts.until), gt(posts.until, today))))
    .orderBy(orgs.shortName, persons.name)
  return rows.filter(
    ({ role, org, parent }) =>
      role === 'office' ||
      (role === 'town' && org === town) ||
      (role === 'park' && zone !== null && (org === zone || parent === zone)),
  )
}

export const noKeeper = { keeper: null, keeperName: null, keeperOrg: null }

/** What becomes of the keeper when the enterprise moves: one who no longer may keep its file keeps it no longer. */
export async function keeperAfterMove(ctx: Ctx, file: File, next: Place): Promise<Partial<File>> {
  if (file.keeper === null) return {}
  const still = (await keepersOf(ctx, next)).some(({ person }) => person === file.keeper)
  return still ? {} : noKeeper
}
