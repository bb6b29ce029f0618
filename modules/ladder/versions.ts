/** The criteria as the office wrote them: read once a version, since what is recorded never changes. */
import { asc, desc, lte } from 'drizzle-orm'
import { readSchemes, type SchemeFile } from '#engines/criteria/read.ts'
import { inForce, type Scheme } from '#engines/criteria/scheme.ts'
import type { Ctx } from '#platform/context.ts'
import { criteriaVersions } from './tables.ts'

export type Version = typeof criteriaVersions.$inferSelect

const read = new Map<string, Scheme[]>()

export function schemesIn({ id, text }: Version): Scheme[] {
  const known = read.get(id)
  if (known) return known
  const { schemes }: SchemeFile = readSchemes(text)
  read.set(id, schemes)
  return schemes
}

/** Every version written by the product's day, the newest of each scheme first. */
export const versionsOf = ({ db, now }: Ctx): Promise<Version[]> =>
  db
    .select()
    .from(criteriaVersions)
    .where(lte(criteriaVersions.createdAt, now.toISOString()))
    .orderBy(asc(criteriaVersions.code), desc(criteriaVersions.version))

/** Of each scheme what its newest version holds; the days in force are within. */
export async function newest(ctx: Ctx): Promise<{ version: Version; schemes: Scheme[] }[]> {
  const seen = new Set<string>()
  const rows = (await versionsOf(ctx)).filter(({ code }) => !seen.has(code) && seen.add(code))
  return rows.map((version) => ({ version, schemes: schemesIn(version) }))
}

export const schemesInForce = async (ctx: Ctx, day: string): Promise<Scheme[]> =>
  inForce(
    (await newest(ctx)).flatMap(({ schemes }) => schemes),
    day,
  )
